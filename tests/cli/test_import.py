"""igreg import: a table's rows, seen before they are written, and whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from igreg.cli import console
from tests.conftest import Ran, Write
from tests.sheets.made import workbook

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
STAFF = "# people\n- {id: p-hollis, name: Pat Hollis, job_title: Porter}\n- id: p-lunn\n  name: Petra Lunn  # she\n  job_title: Clerk\n"
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "units.yaml": "- {id: ash-house, name: Ash House}\n",
    "staff.yaml": STAFF,
}
TABLE = "Name,Job Title,Start Date\nPat Hollis,Porter,\nPetra Lunn,Head of IT,\nJane Osei,Nurse,2/11/2026\n"
AFTER = (
    STAFF.replace("Clerk", "Head of IT")
    + "- id: j-osei\n  name: Jane Osei\n  job_title: Nurse\n  started: 2026-11-02\n"
)


class Place:
    """A register and a file beside it."""

    def __init__(self, igreg: Igreg, write: Write, files: dict[str, str]) -> None:
        self.igreg, self.register = igreg, write(files)
        self.root = self.register.parent

    def file(self, text: str | bytes, name: str = "staff.csv") -> Path:
        path = self.root / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *words: object, table: str | bytes | None = None, kind: str = "staff", columns: int = 100) -> Ran:
        file = self.file(TABLE if table is None else table)
        return self.igreg("import", kind, file, "--register", self.register, *DAY, *words, columns=columns)

    def plan(self, *words: object, **given: Any) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.run("--format", "json", *words, **given).out)
        return found

    @property
    def staff(self) -> str:
        return (self.register / "staff.yaml").read_text(encoding="utf-8")


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    return Place(igreg, write, FILES)


# The plan, and what is written


def test_the_plan_is_shown_and_written(place: Place) -> None:
    ran = place.run("--yes")
    assert ran.code == 0, ran.err
    assert "staff.csv: 3 rows; 1 new, 1 changed, 1 unchanged" in ran.out
    assert "job_title: Clerk -> Head of IT" in ran.out
    assert ran.out.endswith("Imported: staff from staff.csv\n")
    assert place.staff == AFTER


def test_a_dry_run_shows_the_difference_and_goes_before_yes(place: Place) -> None:
    ran = place.run("--yes", "--dry-run")
    assert ran.code == 0, ran.err
    assert "+  job_title: Head of IT\n" in ran.out
    assert place.staff == STAFF


def test_json_is_the_same_plan_whether_it_is_written_or_not(place: Place) -> None:
    dry = place.plan("--dry-run")
    assert (dry["written"], dry["summary"]) == (
        False,
        {"rows": 3, "new": 1, "changed": 1, "unchanged": 1, "gone": 0, "refused": 0, "left_out": 0},
    )
    assert dry["new"][0]["values"] == {
        "name": "Jane Osei",
        "job_title": "Nurse",
        "started": "2026-11-02",
    }
    assert place.plan("--yes") | {"written": False} == dry
    assert place.staff == AFTER


# Exit codes (X02)


def test_nobody_to_ask_is_wrong_usage_and_the_plan_is_shown_first(place: Place) -> None:
    ran = place.run()
    assert (ran.code, place.staff) == (2, STAFF)
    assert "j-osei" in ran.out


def test_json_never_asks(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    ran = place.run("--format", "json")
    assert (ran.code, place.staff) == (2, STAFF)
    assert json.loads(ran.out)["written"] is False


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 2), (None, 2)])
def test_on_a_terminal_it_is_asked(
    place: Place, monkeypatch: pytest.MonkeyPatch, answer: str | None, code: int
) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr(console, "ask", lambda prompt, words=(): answer)
    ran = place.run()
    assert (ran.code, place.staff) == (code, AFTER if code == 0 else STAFF)


BAD = TABLE + "Bad One,Nurse,31/02/2026\n"


@pytest.mark.parametrize("words", [(), ("--yes",), ("--dry-run",), ("--dry-run", "--yes")])
def test_something_refused_is_1_and_nothing_is_written(place: Place, words: tuple[str, ...]) -> None:
    ran = place.run(*words, table=BAD)
    assert (ran.code, place.staff) == (1, STAFF)
    assert "cell C5, 'Start Date': '31/02/2026': February 2026 has no day 31" in ran.out
    assert place.plan(*words, table=BAD)["refused"][0] | {"help": ""} == {
        "sheet": None,
        "row": 5,
        "cell": "C5",
        "column": "Start Date",
        "field": "started",
        "value": "31/02/2026",
        "message": "February 2026 has no day 31",
        "help": "",
    }


def test_an_import_that_changes_nothing_writes_nothing_and_asks_nobody(place: Place) -> None:
    ran = place.run(table="Name\nPat Hollis\n")
    assert (ran.code, place.staff) == (0, STAFF)
    assert not (place.root / "imports").exists()


@pytest.mark.parametrize("table", ["Foo,Bar\n1,2\n", ""])
def test_a_file_of_which_no_column_means_anything_is_wrong_usage(place: Place, table: str) -> None:
    assert place.run(table=table).code == 2


def test_a_file_that_is_not_there_is_wrong_usage(place: Place) -> None:
    assert place.igreg("import", "staff", place.root / "none.csv", "--register", place.register).code == 2


# The kind (X04)


@pytest.mark.parametrize("kind", ["staff", "Staff", "training_records", "training-record"])
def test_a_kind_in_the_singular_or_plural(place: Place, kind: str) -> None:
    table = TABLE if kind.casefold() == "staff" else "Name,Course,Completed\n"
    assert place.run("--dry-run", kind=kind, table=table).code == 0


def test_no_kind_is_wrong_usage(place: Place) -> None:
    assert place.run(kind="stuff").code == 2


# Who is missing (X11, X47)

UNITS = "- {id: p-hollis, name: Pat Hollis, unit: ash-house, started: 2020-01-01}\n- {id: p-lunn, name: Petra Lunn, unit: ash-house, started: 2020-01-01}\n"
ONE = "Name,Unit\nPat Hollis,Ash House\n"


def test_who_is_missing_is_told_and_ended_where_that_is_asked_for(igreg: Igreg, write: Write) -> None:
    place = Place(igreg, write, FILES | {"staff.yaml": UNITS})
    told = place.plan("--yes", table=ONE)
    assert [(one["id"], one["what"]) for one in told["gone"]] == [("p-lunn", "told")]
    assert (told["written"], place.staff) == (False, UNITS)
    assert place.plan("--yes", "--missing", "keep", table=ONE)["gone"] == []
    ended = place.plan("--yes", "--missing", "end", table=ONE)
    assert [(one["id"], one["what"]) for one in ended["gone"]] == [("p-lunn", "ended")]
    assert (ended["written"], ended["changed"], ended["summary"]["gone"]) == (True, [], 1)
    assert place.staff == UNITS.replace("2020-01-01}\n", "2020-01-01, left: 2026-11-22}\n").replace(
        "left: 2026-11-22", "", 1
    ).replace("2020-01-01, }", "2020-01-01}")


@pytest.mark.parametrize("row", ["Petra Lunn,\n", "Petra Lunn,nowhere,beyond\n"])
def test_who_is_in_a_row_that_is_not_taken_is_not_ended(igreg: Igreg, write: Write, row: str) -> None:
    place = Place(igreg, write, FILES | {"staff.yaml": UNITS})
    place.run("--yes", "--missing", "end", "--accept-partly", table=ONE + row)
    assert place.staff == UNITS


def test_only_some_kinds_can_be_ended(place: Place) -> None:
    assert place.run("--missing", "end", "--dry-run", kind="policies", table="Title\nX\n").code == 2


# Only some of it (X44), and the others where some are refused


def test_what_is_left_out_is_shown_and_refused_rows_of_the_other_sort_do_not_refuse(place: Place) -> None:
    table = BAD.replace("Head of IT,", "Head of IT,31/02/2026")
    plan = place.plan("--only", "new", "--dry-run", table=TABLE.replace("Porter,", "Porter,31/02/2026"))
    assert plan["summary"]["refused"] == 1
    assert place.run("--only", "new", "--dry-run", table=TABLE.replace("Head of IT,", "Head,31/02/2026")).code == 0
    assert place.run("--only", "changed", "--dry-run", table=TABLE.replace("Head of IT,", "Head,31/02/2026")).code == 1
    assert place.run("--only", "changed", "--dry-run", table=BAD).code == 0
    assert place.run("--only", "new", "--dry-run", table=table).code == 1
    plan = place.plan("--only", "changed", "--yes")
    assert (plan["summary"]["new"], plan["summary"]["changed"], plan["written"]) == (1, 1, True)
    assert place.staff == STAFF.replace("Clerk", "Head of IT")


def test_the_other_rows_are_written_where_that_is_asked_for(place: Place) -> None:
    ran = place.run("--accept-partly", "--yes", table=BAD)
    assert (ran.code, place.staff) == (0, AFTER)
    ran = place.run("--accept-partly", "--yes", table=BAD)
    assert (ran.code, place.staff) == (1, AFTER)


def test_what_check_refuses_is_refused_at_its_cell(place: Place) -> None:
    table = "Id,Name,Manager\nj-osei,Jane Osei,p-lunn\np-lunn,Petra Lunn,p-lunn\nj-ody,Joan Ody,\n"
    plan = place.plan("--dry-run", table=table)
    assert [(one["row"], one["cell"], one["field"], one["value"]) for one in plan["refused"]] == [
        (3, "C3", "manager", "p-lunn")
    ]
    assert "IG110" in plan["refused"][0]["message"]
    plan = place.plan("--yes", "--accept-partly", table=table)
    assert ([one["id"] for one in plan["new"]], plan["changed"]) == (["j-osei", "j-ody"], [])
    assert plan["written"] and len(plan["refused"]) == 1


# The order of a day's parts


@pytest.mark.parametrize(
    ("words", "started"),
    [
        pytest.param((), "2026-11-02", id="the day first, as here"),
        pytest.param(("--date-order", "dmy"), "2026-11-02", id="the day first"),
        pytest.param(("--date-order", "mdy"), "2026-02-11", id="the month first"),
    ],
)
def test_days_are_read_in_the_order_that_is_given(place: Place, words: tuple[str, ...], started: str) -> None:
    assert place.run(*words, "--yes").code == 0
    assert f"  name: Jane Osei\n  job_title: Nurse\n  started: {started}\n" in place.staff


# A workbook of several sheets


def test_of_several_sheets_the_one_that_is_named_is_brought_in(place: Place) -> None:
    def fill(book: Any) -> None:
        book.active.title = "Now"
        for sheet, name in ((book.active, "Jane Osei"), (book.create_sheet("Before"), "Olu Adeyemi")):
            sheet.append(["Name", "Job title"])
            sheet.append([name, "Nurse"])

    file = place.file(workbook(fill), "staff.xlsx")
    for sheet, id in (("Now", "j-osei"), ("Before", "o-adeyemi")):
        words = ("import", "staff", file, "--sheet", sheet, "--register", place.register, *DAY)
        plan = json.loads(place.igreg(*words, "--dry-run", "--format", "json").out)
        assert [one["id"] for one in plan["new"]] == [id]
    words = ("import", "staff", file, "--sheet", "Later", "--register", place.register, *DAY, "--yes")
    ran = place.igreg(*words)
    assert (ran.code, place.staff) == (2, STAFF)
    assert "staff.xlsx has no sheet 'Later'\nhelp: one of: 'Now', 'Before'" in ran.err


# What others may read (X55)


def test_a_plan_without_names_has_ids_and_counts(place: Place) -> None:
    table = BAD + "Pat Hollis,Doorman,\n"
    for words in (("--format", "json"), ()):
        ran = place.run("--no-names", "--dry-run", *words, table=table)
        assert "j-osei" in ran.out
        for text in ("Jane", 'Osei"', "Head of IT", "31/02", "Doorman", "Clerk"):
            assert text not in ran.out, ran.out
            assert text not in ran.err


# A register with faults (X56)


@pytest.mark.parametrize(
    ("name", "code"), [("staff.yaml", 2), ("organisation.yaml", 3), ("units.yaml", 0), ("staff/more.yaml", 2)]
)
def test_into_a_register_with_faults(igreg: Igreg, write: Write, name: str, code: int) -> None:
    place = Place(igreg, write, FILES | {name: "- {id: [\n"})
    ran = place.run("--dry-run", "--format", "json")
    assert ran.code == code, ran.err
    assert (code == 0) == bool(ran.out)
