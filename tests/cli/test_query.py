"""igreg query: what it answers, how that looks, and all that it refuses. How questions are stopped: `tests/store`."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "query.md").read_text(encoding="utf-8")
FILES = {
    "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
    "policies.yaml": "- {id: POL-1, title: 'Ash \U0001f600 \\x1b', in_force_from: 2026-01-02}\n- {id: POL-2, title: '=2|3'}\n",
}


@pytest.fixture
def ask(igreg: Igreg, write: Write) -> Callable[..., Ran]:
    register = write(FILES)
    return lambda sql, *more: igreg("query", sql, "--register", register, "--today", "2026-11-24", *more)


Ask = Callable[..., Ran]


@pytest.mark.thorough
@pytest.mark.parametrize("sql", re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL))
def test_the_questions_of_the_page_have_answers(igreg: Igreg, sql: str) -> None:
    ran = igreg("query", sql, "--register", ROOT / "register", "--today", "2026-11-24", "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["rows"]


def test_each_format(ask: Ask) -> None:
    sql = "SELECT id, in_force_from AS since, today FROM policies, today ORDER BY id"
    assert ask(sql).out == (
        "id     since       today\nPOL-1  2026-01-02  2026-11-24\nPOL-2              2026-11-24\n2 rows\n"
    )
    assert ask(sql, "--format", "csv").out == (
        "\ufeffid,since,today\nPOL-1,2026-01-02,2026-11-24\nPOL-2,,2026-11-24\n"  # the runner tidies CRLF away
    )
    assert ask(sql, "--format", "markdown").out.splitlines()[:3] == [
        "| id | since | today |",
        "| --- | --- | --- |",
        "| POL-1 | 2026-01-02 | 2026-11-24 |",
    ]
    found = json.loads(ask(sql, "--format", "json").out)
    assert list(found) == ["version", "columns", "rows", "incomplete"] and found["version"] == 1
    assert found["columns"][1] == {"name": "since", "type": "DATE"}
    assert found["rows"][1] == {"id": "POL-2", "since": None, "today": "2026-11-24"}
    assert ask(sql, "--format", "xml").code == 2


def test_names_that_come_twice_are_told_apart(ask: Ask) -> None:
    found = json.loads(ask("SELECT 1 AS a, 2 AS a, 3 AS a, 4 AS a_1", "--format", "json").out)
    assert found["rows"] == [{"a": 1, "a_2": 2, "a_3": 3, "a_1": 4}]
    assert list(json.loads(ask("SELECT 1 AS a, 2 AS a", "--format", "json").out)["rows"][0]) == ["a", "a_1"]


def test_values_of_every_sort(ask: Ask) -> None:
    sql = (
        "SELECT 1.50::DECIMAL(5,2) AS a, [1, NULL] AS b, {'x': DATE '2026-01-02'} AS c, 'nan'::DOUBLE AS d, true AS e, "
        "TIMESTAMP '2026-01-02 09:30' AS f, 'ab'::BLOB AS g, INTERVAL 1 DAY AS h, 2.0::DOUBLE AS i, MAP {1: 2} AS j, "
        "170141183460469231731687303715884105727::HUGEINT AS k, '09:30'::TIME AS l"
    )
    [row] = json.loads(ask(sql, "--format", "json").out)["rows"]
    assert row == {
        "a": 1.5,
        "b": [1, None],
        "c": {"x": "2026-01-02"},
        "d": "nan",
        "e": True,
        "f": "2026-01-02T09:30:00",
        "g": "6162",
        "h": "1 day, 0:00:00",
        "i": 2,
        "j": {"1": 2},
        "k": 2**127 - 1,
        "l": "09:30:00",
    }
    for format in ("table", "csv", "markdown"):
        assert ask(sql, "--format", format).code == 0


def test_text_is_shown_and_never_obeyed(ask: Ask) -> None:
    sql = "SELECT chr(27) || '[31m' AS a, title AS \"=b\" FROM policies ORDER BY id DESC"
    for format in ("table", "csv", "markdown"):
        assert "\x1b" not in ask(sql, "--format", format).out
    assert "'=b" in ask(sql, "--format", "csv").out and "'=2|3" in ask(sql, "--format", "csv").out
    assert "=2\\|3" in ask(sql, "--format", "markdown").out
    assert "'-1" in ask("SELECT '-1' AS a", "--format", "csv").out
    assert ask("SELECT -1 AS a, DATE '2026-01-01' AS b", "--format", "csv").out.endswith("\n-1,2026-01-01\n")
    assert json.loads(ask("SELECT chr(27) AS a", "--format", "json").out)["rows"] == [{"a": "\x1b"}]


def test_many_columns_are_a_block_a_row(ask: Ask) -> None:
    out = ask("SELECT * FROM policies ORDER BY id").out
    assert out.splitlines()[0].split() == ["id", "POL-1"]
    assert max(map(len, ask("SELECT id, title, repeat('long ', 60) AS c FROM policies").out.splitlines())) <= 100
    assert ask("SELECT 1 AS a WHERE false").out == "a\nno rows\n"


def test_what_else_asks(ask: Ask) -> None:
    for sql in (
        *("DESCRIBE policies", "SUMMARIZE policies", "VALUES (1), (2)", "WITH x AS (SELECT 1) SELECT * FROM x"),
        *("\n-- a remark\nSELECT 1;", "/* ; */ (SELECT 1)", "FROM policies", "select 1; -- and no more"),
    ):
        assert ask(sql).code == 0, sql


@pytest.mark.parametrize(
    "sql",
    [
        *("", ";", "\n-- nothing", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE policies"),
        *("SHOW TABLES", "PRAGMA show_tables", "PRAGMA database_list", "EXPLAIN SELECT 1", "CALL pragma_version()"),
        *("SET threads = 4", "SET enable_external_access = true", "RESET threads", "SET VARIABLE x = 1", "USE memory"),
        *("COPY policies TO 'x.csv'", "COPY policies FROM 'x.csv'", "EXPORT DATABASE 'x'", "IMPORT DATABASE 'x'"),
        *("ATTACH 'x.db'", "DETACH memory", "INSTALL httpfs", "LOAD httpfs", "FORCE INSTALL httpfs", "CHECKPOINT"),
        *("CREATE TABLE x AS SELECT 1", "INSERT INTO policies SELECT * FROM policies", "DELETE FROM policies"),
        *("UPDATE policies SET title = 'x'", "DROP TABLE policies", "ALTER TABLE policies ADD x INT", "VACUUM"),
        *("CREATE MACRO f() AS 1", "BEGIN", "PREPARE x AS SELECT 1", "EXECUTE x", "PIVOT policies ON id"),
        *("SELECT * FROM read_csv('{file}')", "SELECT * FROM read_text('{file}')", "SELECT * FROM '{file}'"),
        *("SELECT * FROM read_blob('{file}')", "SELECT * FROM read_json('{file}')", "SELECT * FROM glob('*')"),
        *("SELECT * FROM read_parquet('{file}')", "SELECT * FROM sniff_csv('{file}')", "DESCRIBE TABLE '{file}'"),
        *("SELECT * FROM parquet_metadata('{file}')", "SELECT * FROM read_csv('https://example.org/a.csv')"),
        *("SELECT getenv('HOME')", "SELECT * FROM duckdb_secrets()", "SELECT * FROM sql", "SELECT * FROM at"),
        *("SELECT * FROM query('COPY policies TO ''x.csv''')", "SELECT load_extension('x')", "SELECT $1", "SELECT ?"),
        *("SELECT * FROM nowhere", "SELECT titel FROM policies", "SELEC 1", "SELECT '", "SELECT 1 /*"),
        *("WITH x AS (DELETE FROM policies RETURNING *) SELECT * FROM x", "MERGE INTO policies USING today ON false"),
        *("SELECT error('no')", "SELECT CAST('x' AS INT)", "SELECT \udcff"),
    ],
)
def test_all_else_is_wrong_usage(ask: Ask, tmp_path: Path, sql: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text("secret\n1\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ran = ask(sql.replace("{file}", str(file)))
    assert (ran.code, ran.out) == (2, ""), ran
    assert ran.err and "Traceback" not in ran.err and "secret" not in ran.err
    assert sorted(tmp_path.rglob("*")) == before


def test_more_rows_than_are_shown_are_said(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = ask("SELECT * FROM range(100000)", "--format", "csv")
    assert (ran.code, ran.out.count("\n")) == (0, 100_001)
    ran = ask("SELECT * FROM range(100001)", "--format", "csv")
    assert (ran.code, ran.out.count("\n")) == (1, 100_001) and "first 100,000" in ran.err


def test_a_file_that_cannot_be_read_is_said(igreg: Igreg, write: Write) -> None:
    register = write(FILES | {"bodies.yaml": "- {id: b1, name: [\n"})
    ran = igreg("query", "SELECT count(*) FROM bodies", "--register", register)
    assert ran.code == 1 and "bodies.yaml could not be read" in ran.err
    assert igreg("query", "SELECT 1", "--register", register, "--incomplete-ok").code == 0
    assert igreg("query", "SELECT 1", "--register", register / "none").code == 3


def test_csv_for_a_file_keeps_every_letter(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line breaks stand in their cell, as in an export; on a terminal they are written out."""
    from igreg.cli import console

    sql = "SELECT 'a' || chr(10) || 'b' AS x, chr(9) || 'c' AS y"
    rows = list(csv.DictReader(io.StringIO(ask(sql, "--format", "csv").out.lstrip("\ufeff"))))
    assert rows == [{"x": "a\nb", "y": "'\tc"}]
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    assert "a\\nb" in ask(sql, "--format", "csv").out


def test_files_that_could_not_be_read_are_named(igreg: Igreg, write: Write) -> None:
    register = write(FILES | {"policies.yaml": "a: [\n"})
    for words in (("query", "SELECT 1 AS a", "--format", "json"), ("export", "--format", "json", "--out", "-")):
        ran = igreg(*words, "--register", register, "--today", "2026-11-24")
        assert (ran.code, json.loads(ran.out)["incomplete"]) == (1, ["register/policies.yaml"])
    register = write(FILES)
    whole = igreg("query", "SELECT 1 AS a", "--format", "json", "--register", register)
    assert json.loads(whole.out)["incomplete"] == []
