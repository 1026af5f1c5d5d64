"""igreg estate: what it prints of many registers and snapshots, what it refuses, and its exit codes."""

from __future__ import annotations

import csv
import functools
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from igreg.store.estate import NAME, Database
from tests.conftest import Ran
from tests.estate.power import figures

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")


def register(folder: Path, name: str, *, reviews: int = 0, faulty: bool = False) -> Path:
    """A register of an organisation of a name, with so many policies whose review is overdue."""
    folder.mkdir(parents=True)
    (folder / "organisation.yaml").write_text(f"name: {name}\ntype: gp-practice\n", encoding="utf-8")
    policies = [
        f"- {{id: POL-{n}, title: P{n}, status: in-force, owner: siro, review: {{next: 2026-11-01}}}}\n"
        for n in range(reviews)
    ]
    (folder / "policies.yaml").write_text("".join(policies) or "[]\n", encoding="utf-8")
    if faulty:
        (folder / "risks.yaml").write_text("- id: [\n", encoding="utf-8")
    return folder


def snapshot(folder: Path, *, rows: Any = None, **told: Any) -> Path:
    """A folder with a snapshot."""
    folder.mkdir(parents=True)
    database = _database()
    (folder / NAME).write_bytes(database.snapshot(figures(**told) if rows is None else rows))
    database.connection.execute("DELETE FROM figures")
    return folder


@functools.cache
def _database() -> Database:
    """One for the snapshots of all tests here: to open one takes longer than all else that a snapshot does."""
    return Database()


def made(igreg: Igreg, *words: object, code: int = 0) -> Any:
    ran = igreg("estate", *words, *DAY, "--format", "json")
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def test_registers_stand_by_name_and_then_path(igreg: Igreg, tmp_path: Path) -> None:
    one, two = register(tmp_path / "b", "Ash House"), register(tmp_path / "a", "Ash House")
    three = register(tmp_path / "c", "Alder House")
    found = made(igreg, one, two, three)
    assert [row["register"] for row in found["registers"]] == [three.as_posix(), two.as_posix(), one.as_posix()]
    assert found["summary"]["registers"] == 3
    assert {row["source"] for row in found["registers"]} == {"register"}
    assert {row["as_of"] for row in found["registers"]} == {"2026-11-24"}


def test_a_folder_that_is_given_twice_is_read_once(igreg: Igreg, tmp_path: Path) -> None:
    one = register(tmp_path / "a", "Ash House")
    assert made(igreg, one, f"{one}/", tmp_path / "x" / ".." / "a")["summary"]["registers"] == 1


def test_a_list_names_folders_from_where_it_stands(
    igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c#d"):
        register(tmp_path / "practices" / name, f"Practice {name}")
    file = tmp_path / "lists" / "all.txt"
    file.parent.mkdir()
    file.write_text(
        "\ufeff# the practices of the place\r\n\r\n../practices/a\n  ../practices/b   # since April\n../practices/c#d\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    found = made(igreg, "--from", file)
    assert [row["register"] for row in found["registers"]] == ["../practices/a", "../practices/b", "../practices/c#d"]
    both = made(igreg, "practices/a", "--from", file)
    assert [row["register"] for row in both["registers"]] == ["practices/a", "../practices/b", "../practices/c#d"]


def test_what_is_typed_and_what_is_listed_may_be_called_alike(
    igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(tmp_path / "a", "Ash")
    other = register(tmp_path / "lists" / "a", "Birch")
    (tmp_path / "lists" / "all.txt").write_text("a\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = made(igreg, "a", "--from", "lists/all.txt")
    assert [row["register"] for row in found["registers"]] == ["a", other.as_posix()]


@pytest.mark.parametrize("text", ["", "# none yet\n\n"])
def test_without_a_register_it_is_wrong_usage(igreg: Igreg, tmp_path: Path, text: str) -> None:
    file = tmp_path / "list.txt"
    file.write_text(text, encoding="utf-8")
    for words in ((), ("--from", file)):
        ran = igreg("estate", *words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("igreg: no register is given\nhelp: name folders of registers or of snapshots")


def test_wrong_words_are_refused(igreg: Igreg, tmp_path: Path) -> None:
    one = register(tmp_path / "a", "Ash House")
    assert igreg("estate", one, "--format", "jsno").code == 2
    assert igreg("estate", "--from", tmp_path / "none.txt").code == 2
    assert "--format parquet needs --out" in igreg("estate", one, "--format", "parquet").err
    for out in (one / "view.html", one / "risks"):
        ran = igreg("estate", one, "--out", out)
        assert ran.code == 2
        assert "the view cannot go into a register" in ran.err
    assert "is a folder" in igreg("estate", one, "--out", tmp_path).err


def test_one_that_cannot_be_read_hides_no_other(igreg: Igreg, tmp_path: Path) -> None:
    good = register(tmp_path / "good", "Ash House")
    configured = register(tmp_path / "odd" / "register", "Birch House")
    (tmp_path / "odd" / "igreg.toml").write_text("no-such-key = 1\n", encoding="utf-8")
    empty = tmp_path / "file.txt"
    empty.write_text("", encoding="utf-8")
    found = made(igreg, good, tmp_path / "none", configured, empty, code=1)
    unread = {row["register"]: row["message"] for row in found["registers"] if not row["readable"]}
    assert list(unread) == sorted(unread)
    assert unread[(tmp_path / "none").as_posix()].startswith("there is no folder ")
    assert "no-such-key" in unread[configured.as_posix()]
    assert "is a file, and a register is a folder" in unread[empty.as_posix()]
    assert found["summary"] == {
        "registers": 4,
        "unreadable": 3,
        "error": found["summary"]["error"],
        "warning": found["summary"]["warning"],
        "overdue": 0,
    }
    [row] = [row for row in found["registers"] if row["readable"]]
    assert row["name"] == "Ash House"
    first = found["registers"][0]
    assert (first["readable"], first["name"], first["findings"], first["leads"]) == (False, None, None, None)
    for format in ("table", "markdown", "csv", "html"):
        ran = igreg("estate", good, tmp_path / "none", *DAY, "--format", format)
        assert ran.code == 1
        assert "there is no folder" in " ".join(ran.out.replace("\\", "").split())
        assert "Ash House" in ran.out


def test_a_fault_of_our_own_is_told_of_the_one_register(
    igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from igreg.estate import ask

    good, bad = register(tmp_path / "good", "Ash House"), register(tmp_path / "bad", "Birch House")
    figures_of_one = ask.figures

    def fail(context: Any, *words: Any) -> Any:
        if context.register.organisation.name == "Birch House":
            raise ZeroDivisionError("by zero")
        return figures_of_one(context, *words)

    monkeypatch.setattr(ask, "figures", fail)
    rows = {row["register"]: row for row in made(igreg, good, bad, code=1)["registers"]}
    assert rows[good.as_posix()]["readable"]
    assert "a fault of igreg's own (ZeroDivisionError: by zero)" in rows[bad.as_posix()]["message"]
    ran = igreg("estate", good, bad, *DAY, "-v")
    assert (ran.code, "Traceback" in ran.err, "Ash House" in ran.out) == (1, True, True)


def test_a_faulty_file_makes_the_row_incomplete(igreg: Igreg, tmp_path: Path) -> None:
    one = register(tmp_path / "a", "Ash House", faulty=True)
    found = made(igreg, one, code=1)
    assert made(igreg, one, "--incomplete-ok") == found
    [row] = found["registers"]
    assert row["readable"]
    assert row["message"].startswith("incomplete: 1 file could not be read in full, so more may be wrong")
    assert row["findings"]["error"] == found["summary"]["error"]
    assert row["rules"]["invalid-yaml"] == 1
    assert "risks.yaml" not in json.dumps(found), "a file may be called after a person"
    for format in ("table", "markdown", "csv", "html"):
        ran = igreg("estate", one, *DAY, "--format", format)
        assert "incomplete" in ran.out
        assert "warning: " in ran.err and "1 file could not be read in full" in ran.err


def test_of_two_of_one_name_the_paths_are_told(igreg: Igreg, tmp_path: Path) -> None:
    one, two = register(tmp_path / "a", "Same", faulty=True), register(tmp_path / "b", "Same")
    other = register(tmp_path / "c", "Other", reviews=1)
    for form in ("table", "markdown", "html"):
        ran = igreg("estate", one, two, other, "--format", form, *DAY, columns=200)
        assert f"warning: Same ({one.as_posix()}): incomplete" in ran.err
        out = "".join(ran.out.replace("\\", "").split())
        assert f"Same({two.as_posix()})" in out and f"Same({one.as_posix()})(incomplete)" in out
        assert f"Other({other.as_posix()})" not in out
    rows = made(igreg, one, two, code=1)["registers"]
    assert [(row["name"], row["register"]) for row in rows] == [("Same", one.as_posix()), ("Same", two.as_posix())]


def test_an_empty_folder_is_no_register_of_an_estate(igreg: Igreg, tmp_path: Path) -> None:
    one = register(tmp_path / "a", "Ash House")
    (tmp_path / "b").mkdir()
    found = made(igreg, one, tmp_path / "b", code=1)
    assert found["summary"]["unreadable"] == 1
    assert [row["message"] for row in found["registers"] if not row["readable"]] == [
        f"there is nothing in {(tmp_path / 'b').as_posix()}; check the path of the register"
    ]


def test_registers_and_snapshots_stand_in_one_view(igreg: Igreg, tmp_path: Path) -> None:
    one = register(tmp_path / "a", "Ash House", reviews=2)
    snapshot(tmp_path / "1", name="Ash House", code=None, as_of="2026-10-22", error=4, overdue={"review": 5})
    snapshot(tmp_path / "2", name="Birch House", code="B1", as_of="2026-10-22", error=1)
    snapshot(tmp_path / "3", name="Birch House", code="B1", as_of="2026-11-22", overdue={"audit": 1})
    found = made(igreg, one, tmp_path / "1", tmp_path / "2", tmp_path / "3" / NAME)
    assert [(row["name"], row["source"], row["as_of"]) for row in found["registers"]] == [
        ("Ash House", "register", "2026-11-24"),
        ("Birch House", "snapshot", "2026-11-22"),
    ]
    assert found["trend"] == [
        {"name": "Ash House", "as_of": "2026-10-22", "error": 4, "overdue": 5},
        {"name": "Birch House", "as_of": "2026-10-22", "error": 1, "overdue": 0},
    ]
    assert found["late"] == [  # by name
        {"register": one.as_posix(), "what": "review", "overdue": 2},
        {"register": (tmp_path / "3" / NAME).as_posix(), "what": "audit", "overdue": 1},
    ]
    text = igreg("estate", one, *(tmp_path / str(n) for n in (1, 2, 3)), *DAY).out
    assert "The figures are as of 22 November 2026 to 24 November 2026." in text
    assert "Ash House     2026-10-22  4 → 12    5 → 2          1" in text


HOSTILE = "<script>alert(1)</script> | `x` \x1b[31m =cmd"


def test_a_name_is_text_wherever_it_lands(igreg: Igreg, tmp_path: Path) -> None:
    folder = snapshot(tmp_path / "s", name=f"={HOSTILE}", code=None, error=1, rules={f"={HOSTILE}": 1})
    html = igreg("estate", folder, *DAY, "--format", "html").out
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "\x1b" not in html
    assert "\x1b" not in igreg("estate", folder, *DAY).out
    markdown = igreg("estate", folder, *DAY, "--format", "markdown").out
    assert r"\<script\>" in markdown
    assert r"\|" in markdown
    [row] = csv.DictReader(io.StringIO(igreg("estate", folder, *DAY, "--format", "csv").out.lstrip("\ufeff")))
    assert row["name"].startswith("'=<script>")
    assert json.loads(igreg("estate", folder, *DAY, "--format", "json").out)["registers"][0]["name"] == f"={HOSTILE}"


def broken(path: Path, sql: str) -> None:
    duckdb.execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet)")


ROW = "1::INTEGER AS version, 0::INTEGER AS position, 'rule' AS part, 'x' AS item, 1.0::DOUBLE AS value, NULL::VARCHAR AS words"
HOSTILE_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "is not a Parquet file"),
    "text": (lambda path: path.write_text("name: Ash House\n" * 9), "is not a Parquet file"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-9]), "is not a Parquet file"),
    "garbled": (
        lambda path: path.write_bytes(b"PAR1" + os.urandom(900) + b"\xff\x03\x00\x00PAR1"),
        "cannot be read as a snapshot",
    ),
    "huge": (lambda path: path.write_bytes(b"PAR1" + bytes(2_000_000) + b"PAR1"), "2,000,008 bytes"),
    "other columns": (lambda path: broken(path, "SELECT 1 AS a, 2 AS b"), "cannot be read as a snapshot"),
    "other types": (
        lambda path: broken(path, f"SELECT * REPLACE ('1' AS version) FROM (SELECT {ROW})"),
        "its columns are not those of a snapshot",
    ),
    "no rows": (lambda path: broken(path, f"SELECT {ROW} WHERE 1 = 0"), "it has no rows"),
    "a bomb": (lambda path: broken(path, f"SELECT {ROW} FROM range(3000000)"), "more than 5,000 rows"),
    "a bomb of letters": (
        lambda path: duckdb.execute(
            f"COPY (SELECT * REPLACE (REPEAT('x', 40000000) AS item) FROM (SELECT {ROW})) TO '{path}'"
            " (FORMAT parquet, COMPRESSION zstd)"
        ),
        "rows are missing in it",
    ),
    "of a later version": (
        lambda path: broken(path, f"SELECT * REPLACE (2::INTEGER AS version) FROM (SELECT {ROW})"),
        "version 2, and this igreg reads up to version 1",
    ),
    "of one row": (lambda path: broken(path, f"SELECT {ROW}"), "rows are missing in it"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("how", HOSTILE_FILES)
def test_a_hostile_snapshot_is_told_and_hides_no_other(igreg: Igreg, tmp_path: Path, how: str) -> None:
    snapshot(tmp_path / "0", name="Bad House", code=None)
    make, message = HOSTILE_FILES[how]
    make(tmp_path / "0" / NAME)
    good = [snapshot(tmp_path / str(n), name=f"House {n}", code=None, error=n) for n in (1, 2, 3)]
    found = made(igreg, tmp_path / "0", *good, code=1)
    assert [row["name"] for row in found["registers"]] == [None, "House 1", "House 2", "House 3"]
    first = found["registers"][0]
    assert (first["source"], first["readable"]) == ("snapshot", False)
    assert message in first["message"]
    assert "\n" not in first["message"]
    assert found["summary"]["error"] == 6


def test_a_list_may_hold_what_is_no_path(igreg: Igreg, tmp_path: Path) -> None:
    good = snapshot(tmp_path / "a", name="Ash House", code=None)
    file = tmp_path / "list.txt"
    file.write_text(f"a\n{'x' * 5000}\nb\0c\n\x1b[31m\n", encoding="utf-8")
    found = made(igreg, good, "--from", file, code=1)
    assert [row["readable"] for row in found["registers"]].count(True) == 1
    text = igreg("estate", "--from", file, *DAY).out
    assert "\x1b" not in text
    assert "\0" not in text


@pytest.mark.parametrize("name", ["a[1]", "b [x", "it's", "~", "c#d", "é"])
def test_a_folder_may_be_called_anything(igreg: Igreg, tmp_path: Path, name: str) -> None:
    folder = snapshot(tmp_path / name, name="Ash House", code=None)
    other = snapshot(tmp_path / "other", name="Birch House", code=None)
    found = made(igreg, folder, other)
    assert [row["register"] for row in found["registers"]] == [folder.as_posix(), other.as_posix()]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_folder_may_be_called_what_is_a_pattern_of_names(igreg: Igreg, tmp_path: Path) -> None:
    folders = [snapshot(tmp_path / name, name=name, code=None) for name in ("*", "?", "a")]
    assert [row["name"] for row in made(igreg, *folders)["registers"]] == ["*", "?", "a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(igreg: Igreg, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a" / NAME)
    assert made(igreg, tmp_path / "a", code=1)["summary"]["unreadable"] == 1


def test_more_columns_do_no_harm(igreg: Igreg, tmp_path: Path) -> None:
    folder = snapshot(tmp_path / "a", name="Ash House", code=None)
    data = duckdb.read_parquet(str(folder / NAME)).fetchall()
    values = ", ".join(str((*row, "more")).replace("None", "NULL") for row in data)
    head = "version, position, part, item, value, words, more"
    types = (
        "version::INTEGER AS version, position::INTEGER AS position, value::DOUBLE AS value, words::VARCHAR AS words"
    )
    broken(folder / NAME, f"SELECT * REPLACE ({types}) FROM (VALUES {values}) AS t({head})")
    assert made(igreg, folder)["registers"][0]["name"] == "Ash House"


def test_shares_of_few_are_told_where_the_register_is_and_nowhere_else(igreg: Igreg, tmp_path: Path) -> None:
    folder = register(tmp_path / "a", "Ash House")
    staff = "".join(f"- {{id: s-{n}, name: S {n}, started: 2020-01-01}}\n" for n in range(2))
    (folder / "staff.yaml").write_text(staff, encoding="utf-8")
    (folder / "courses.yaml").write_text("- {id: DSA, title: Awareness, valid_for: 12 months}\n", encoding="utf-8")
    plan = "- {id: P, title: Plan, audience: [all-staff], courses: [{course: DSA}]}\n"
    (folder / "training-plans.yaml").write_text(plan, encoding="utf-8")
    (folder / "training-records.yaml").write_text(
        "- {staff: s-0, course: DSA, completed: 2026-06-01}\n", encoding="utf-8"
    )
    assert made(igreg, folder)["registers"][0]["training"] == [
        {"course": "DSA", "title": "Awareness", "audience": 2, "share": 50.0}
    ]
    assert igreg("estate", folder, *DAY, "--format", "parquet", "--out", tmp_path / "out").code == 0
    rows = duckdb.sql(
        f"SELECT item, value, words FROM '{tmp_path}/out/figures.parquet' WHERE part = 'share'"
    ).fetchall()
    assert rows == [("DSA", None, "<5")]


def test_parquet_is_a_table_a_view_and_the_same_bytes_each_time(igreg: Igreg, tmp_path: Path) -> None:
    folders = [register(tmp_path / name, f"{name} House", reviews=n) for n, name in enumerate("abc")]
    for out in ("one", "two"):
        ran = igreg("estate", *folders, *DAY, "--format", "parquet", "--out", tmp_path / out)
        assert (ran.code, ran.out) == (0, "")
    one = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert one == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert {"figures.parquet", "registers.parquet", "by_rule.parquet", "trend.parquet", "summary.parquet"} <= set(one)
    assert duckdb.sql(f"SELECT SUM(overdue) FROM '{tmp_path}/one/registers.parquet'").fetchall() == [(3.0,)]
    assert "is a file" in igreg("estate", *folders, "--format", "parquet", "--out", tmp_path / "one/late.parquet").err


@pytest.mark.parametrize("width", [60, 84, 120])
def test_no_line_is_wider_than_the_terminal(igreg: Igreg, tmp_path: Path, width: int) -> None:
    name = "The Very Long Name of a Group of Homes by the Sea"
    folders = [
        snapshot(
            tmp_path / str(n), name=f"{name} {n}", code=None, error=n * n, overdue={"starter-training": n}, share=90.0
        )
        for n in range(4)
    ]
    lines = igreg("estate", *folders, tmp_path / "none", *DAY, columns=width).out.splitlines()
    assert max(map(len, lines)) <= width
    assert any("Median %" not in line and "Trained" in line for line in lines) == (width > 60)


def test_of_many_the_worst_are_shown_and_how_many_more_there_are(igreg: Igreg, tmp_path: Path) -> None:
    folders = [snapshot(tmp_path / f"{n:02}", name=f"Home {n:02}", code=None, error=n) for n in range(28)]
    text = igreg("estate", *folders, *DAY).out
    assert text.startswith(
        "28 registers side by side\n24 November 2026: 378 errors, 0 warnings and 0 dates overdue in 28 "
    )
    assert text.index("Home 27") < text.index("Home 26") < text.index("Home 03")
    assert "Home 02" not in text
    assert "and 3 more: -v lists all\n" in text
    assert "Home 02" in igreg("estate", *folders, *DAY, "-v").out
    assert igreg("estate", *folders, *DAY, "--format", "markdown").out.count("| Home") >= 28


def test_a_snapshot_that_has_not_come_is_told(igreg: Igreg, tmp_path: Path) -> None:
    """After five weeks: 20 October is 35 days before 24 November."""
    snapshot(tmp_path / "a", name="Ash House", code=None, as_of="2026-10-20")
    snapshot(tmp_path / "b", name="Birch House", code=None, as_of="2026-10-19")
    text = igreg("estate", tmp_path / "a", tmp_path / "b", *DAY).out
    assert "To know: 1 register told nothing for more than 35 days: Birch House (2026-10-19).\n" in text


def test_who_stands_out_is_told_with_the_median(igreg: Igreg, tmp_path: Path) -> None:
    told = [(1, 90.0), (1, 91.0), (9, 92.0), (1, 60.0)]
    folders = [
        snapshot(tmp_path / str(n), name=f"Home {n}", code=None, error=error, share=share)
        for n, (error, share) in enumerate(told)
    ]
    assert made(igreg, *folders)["outliers"] == [
        {"register": folders[2].as_posix(), "measure": "findings.error", "value": 9, "median": 1},
        {"register": folders[3].as_posix(), "measure": "training.share", "value": 60, "median": 90.5},
    ]
    text = igreg("estate", *folders, *DAY).out
    squeezed = [" ".join(line.split()) for line in text.splitlines()]
    assert "Home 2 errors 9 1" in squeezed
    assert "Home 3 the lowest share trained 60 % 90.5 %" in squeezed


def test_a_page_names_a_hundred_who_are_late(igreg: Igreg, tmp_path: Path) -> None:
    folders = [
        snapshot(tmp_path / str(n), name=f"Home {n}", code=None, overdue=dict.fromkeys("abcdef", n))
        for n in range(1, 21)
    ]
    for format in ("markdown", "html"):
        text = igreg("estate", *folders, *DAY, "--format", format).out.replace("\\", "")
        assert "And 20 more: --format json has all of them." in text
    assert len(made(igreg, *folders)["late"]) == 120


def test_all_well_is_said_only_where_all_was_read(igreg: Igreg, tmp_path: Path) -> None:
    good = snapshot(tmp_path / "a", name="Ash House", code=None)
    assert "Nowhere is there an error" in igreg("estate", good, *DAY).out
    assert "Nowhere is there an error" not in igreg("estate", good, tmp_path / "none", *DAY).out
    bad = register(tmp_path / "b", "Birch House", faulty=True)
    assert "Nowhere is there an error" not in igreg("estate", good, bad, *DAY).out


def test_it_is_written_into_a_file(igreg: Igreg, tmp_path: Path) -> None:
    folder = register(tmp_path / "a", "Ash House")
    for format in ("table", "markdown", "csv", "json", "html"):
        out = tmp_path / f"view.{format}"
        ran = igreg("estate", folder, *DAY, "--format", format, "--out", out)
        assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {out.as_posix()}\n")
        assert "Ash House" in out.read_text(encoding="utf-8")
