"""DuckDB, sealed: what a question may take, and how it is stopped. What is refused: `tests/cli/test_query.py`."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from igreg.errors import IgregError
from igreg.store import database
from igreg.store.database import _apart, ask, connect, load, parquet, quoted
from igreg.tables.rows import Filled, Row
from igreg.tables.shape import table_of

DAY = dt.date(2026, 11, 24)
TOO_LARGE, TOO_LONG = "takes too much memory", "took longer than"


def refused(sql: str, seconds: float = 30) -> str:
    with pytest.raises(IgregError) as caught:
        ask([], sql, DAY, seconds=seconds)
    return caught.value.sentence


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM range(10000000000) a, range(1000) b",
        "WITH RECURSIVE x AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM x) SELECT count(*) FROM x",
    ],
)
def test_what_takes_too_long_is_stopped(sql: str) -> None:
    assert TOO_LONG in refused(sql, seconds=0.2)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT length(repeat('x', 3000000000))",
        "SELECT array_agg(i) FROM range(1000000000) t(i)",
        "SELECT repeat('x', 100000) FROM range(10000)",
        "WITH RECURSIVE x AS (SELECT 'a' AS s UNION ALL SELECT s || s FROM x) SELECT length(s) FROM x",
        "SELECT generate_series(1, 1000000000)",
    ],
)
def test_what_takes_too_much_is_refused(sql: str) -> None:
    assert TOO_LARGE in refused(sql)


def test_what_cannot_be_stopped_ends_the_process() -> None:
    """One function goes on for seconds, whatever it is told; `give_up` is what the command gives."""
    code = (
        "import datetime, os, igreg.store.bounds as b, igreg.store.database as d; b._TRIES = 2\n"
        "d.ask([], \"SELECT sha256(repeat('x', 400000000))\", datetime.date(2026, 11, 24), seconds=0.1,\n"
        "      give_up=lambda: os._exit(7))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7


def test_the_limits_are_taken_back() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    assert TOO_LARGE in refused("SELECT length(repeat('x', 3000000000))")
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_names_of_python_are_out_of_reach() -> None:
    known: Any = [1, 2, 3]
    assert known and "does not exist" in refused("SELECT * FROM known")


def test_values_arrive_as_they_are() -> None:
    """Through a file of CSV: quotes, line breaks, what looks like nothing, the largest and the least."""
    columns = {column.name: number for number, column in enumerate(table_of("contracts").columns)}
    texts = ['a"b', "a,b", "a\nb\r\nc", "'x", "NULL", "\\N", " x ", "\U0001f600", "x" * 3_000_000, "# x", "true"]
    rows: list[Row] = []
    for text in texts:
        row: Row = [None] * len(columns)
        row[columns["title"]] = text
        rows.append(row)
    rows[0][columns["value"]] = Decimal("123456789012345678.000001")
    rows[0][columns["start"]], rows[0][columns["end"]] = dt.date(1, 1, 1), dt.date(9999, 12, 31)
    with connect() as connection:
        load(connection, [Filled(table_of("contracts"), rows)])
        found = connection.execute('SELECT title, value, "start", "end" FROM contracts').fetchall()
    assert [row[0] for row in found] == texts
    assert found[0][1:] == (Decimal("123456789012345678.000001"), dt.date(1, 1, 1), dt.date(9999, 12, 31))
    assert parquet([Filled(table_of("contracts"), rows)]) == parquet([Filled(table_of("contracts"), rows)])


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    row: Row = [None] * len(table_of("units").columns)
    parquet([Filled(table_of("units"), [row])])
    ask([Filled(table_of("units"), [row])], "SELECT * FROM units", DAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a_1", "a_2"]),
        (["a", "a", "a_1"], ["a", "a_2", "a_1"]),
        (["a_1", "a", "a"], ["a_1", "a", "a_2"]),
        (["a", "a_1", "a_1"], ["a", "a_1", "a_1_1"]),
        ([], []),
    ],
)
def test_columns_of_one_name_are_kept_apart(names: list[str], apart: list[str]) -> None:
    assert _apart(names) == apart


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("", "there is no question"),
        ("-- nothing", "there is no question"),
        ("SELECT 1; SELECT 2", "more than one statement"),
        ("DROP TABLE x", "a question begins with SELECT"),
        ("SELECT nothing_of_that_name", "nothing_of_that_name"),
    ],
)
def test_what_is_no_question_is_refused(sql: str, said: str) -> None:
    assert said in refused(sql)


@pytest.mark.parametrize(
    "sql", ["SELECT 1", " \n-- so\n/* and so */ select 1", "WITH a AS (SELECT 1) FROM a SELECT *", "VALUES (1)"]
)
def test_what_is_a_question_is_answered(sql: str) -> None:
    assert [list(row) for row in ask([], sql, DAY).rows] == [[1]]


def test_a_file_of_parquet_for_each_table() -> None:
    rows: list[Row] = [[None] * len(table_of("contracts").columns)]
    found = parquet([Filled(table_of("contracts"), rows), Filled(table_of("bodies"), [])])
    assert list(found) == ["contracts", "bodies"]
    assert all(data.startswith(b"PAR1") and data.endswith(b"PAR1") for data in found.values())


def test_a_database_works_in_one_thread_and_so_much_memory() -> None:
    with connect("300MiB") as connection:
        found = connection.execute("SELECT current_setting('threads'), current_setting('memory_limit')").fetchone()
    assert found == (1, "300.0 MiB")


def test_of_a_long_refusal_the_beginning_is_told() -> None:
    assert len(refused(f'SELECT "{"x" * 400}"')) == 300


def test_of_many_rows_the_first_are_told_and_that_there_are_more() -> None:
    for asked, most, told, more in ((3, 3, 3, False), (4, 3, 3, True), (0, 3, 0, False), (2500, 2000, 2000, True)):
        found = ask([], f"SELECT * FROM range({asked})", DAY, most=most)
        assert ([row[0] for row in found.rows], found.more) == (list(range(told)), more)


@pytest.mark.parametrize(
    ("sql", "letters"),
    [
        ("SELECT 'abcde'", 5),
        ("SELECT ['ab', 'cd']", 4),
        ("SELECT {'a': 'abc', 'b': ['d']}", 4),
        ("SELECT 7", 8),
        ("SELECT 'ab' FROM range(4)", 8),
        ("SELECT 'ab', 'cd' FROM range(2)", 8),
    ],
)
def test_so_many_letters_an_answer_may_have(sql: str, letters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MOST_LETTERS", letters)
    assert ask([], sql, DAY).rows
    monkeypatch.setattr(database, "MOST_LETTERS", letters - 1)
    assert TOO_LARGE in refused(sql)


def test_names_with_quotes_are_names() -> None:
    assert quoted('a"b') == '"a""b"'
    assert [list(row) for row in ask([], "SELECT 'it''s' AS \"a\"\"b\"", DAY).rows] == [["it's"]]


def test_rows_go_through_a_folder_of_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "it's").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "it's"))
    row: Row = ["x"] + [None] * (len(table_of("units").columns) - 1)
    assert list(parquet([Filled(table_of("units"), [row])])) == ["units"]
    assert len(ask([Filled(table_of("units"), [row])], "SELECT * FROM units", DAY).rows) == 1


@pytest.mark.parametrize(
    ("sql", "said", "hint"),
    [
        ("SELECT * FROM 'a.csv'", "reaches the register's tables, and no file", "for example"),
        ("SELECT titel FROM (SELECT 1 AS title)", "titel", "title"),
        ("SELECT 1 + )", "syntax error", "LINE 1"),
        ("SELECT \ud800", "letters that are none", "UTF-8"),
    ],
)
def test_why_a_question_is_refused(sql: str, said: str, hint: str) -> None:
    with pytest.raises(IgregError) as told:
        ask([], sql, DAY)
    assert said in told.value.sentence
    assert hint in told.value.hint
