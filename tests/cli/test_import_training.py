"""Training as e-learning systems export it: a row a record, or a column a course."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.test_import import FILES, Igreg, Place
from tests.conftest import Write

STAFF = (
    "- {id: p-lunn, name: Petra Lunn}\n- {id: p-hollis, name: Pat Hollis}\n"
    "- {id: o-ody, name: Omar Ody, left: 2026-01-31}\n- {id: j-osei, name: Jane Osei}\n"
    "- {id: j-osei-2, name: Jane Osei}\n"
)
COURSES = "- {id: DSA, title: Data Security Awareness, valid_for: 12 months}\n- {id: FS, title: Fire Safety}\n"
THERE = "- {staff: p-lunn, course: DSA, completed: 2026-01-05}\n"


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    files = FILES | {"staff.yaml": STAFF, "courses.yaml": COURSES, "training-records.yaml": THERE}
    return Place(igreg, write, files)


def plan(place: Place, table: str, *words: object) -> dict[str, Any]:
    return place.plan("--dry-run", *words, table=table, kind="training-records")


def sorts(plan: dict[str, Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {
        "new": [
            (one["row"], *(one["values"].get(key) for key in ("staff", "course", "completed", "expires")))
            for one in plan["new"]
        ],
        "changed": [one["id"] for one in plan["changed"]],
        "unchanged": plan["unchanged"],
        "refused": [(one["row"], one["field"]) for one in plan["refused"]],
        "left_out": [one["row"] for one in plan["left_out"]],
    }
    return {sort: rows for sort, rows in found.items() if rows}


HEAD = "Name,Competence Name,Achieved Date,Expiry Date,Compliance\n"
NEW = (2, "p-hollis", "DSA", "2026-02-03", None)
CASES: list[tuple[str, dict[str, list[Any]]]] = [
    (f"{HEAD}Pat Hollis,NHS|CSTF|Data Security Awareness - 1 Year|,3/2/2026,,Achieved\n", {"new": [NEW]}),
    (f"{HEAD}Pat Hollis,457|LOCAL|data security awareness|,3/2/2026,No Expiry,Compliant\n", {"new": [NEW]}),
    (f"{HEAD}p-hollis,DSA,3/2/2026,3/2/2027,Completed\n", {"new": [(*NEW[:4], "2027-02-03")]}),
    (f"{HEAD}Petra Lunn,DSA,5/1/2026,,\n", {"unchanged": ["p-lunn/DSA/2026-01-05"]}),
    (f"{HEAD}Petra Lunn,DSA,5/1/2026,5/1/2028,\n", {"changed": ["p-lunn/DSA/2026-01-05"]}),
    (f"{HEAD}Pat Hollis,DSA,3/2/2026,,Failed\n", {"left_out": [2]}),
    (f"{HEAD}Pat Hollis,DSA,,,Enrolled\n", {"left_out": [2]}),
    (f"{HEAD}Pat Hollis,DSA,,,\n", {"left_out": [2]}),
    (f"{HEAD}Pat Hollis,DSA,31/2/2026,,\n", {"refused": [(2, "completed")]}),
    (f"{HEAD}Pat Hollis,DSA,,3/2/2027,\n", {"refused": [(2, "expires")]}),
    (f"{HEAD}Pat Hollis,Manual Handling,3/2/2026,,\n", {"left_out": [2]}),
    (f"{HEAD}Omar Ody,DSA,3/1/2026,,\n", {"new": [(2, "o-ody", "DSA", "2026-01-03", None)]}),
    (f"{HEAD}Nora New,DSA,3/1/2026,,\n", {"refused": [(2, "staff")]}),
    (f"{HEAD}Jane Osei,DSA,3/1/2026,,\n", {"refused": [(2, "staff")]}),
    (f'{HEAD}Pat Hollis,DSA,3/2/2026,,\n"Hollis, Pat",DSA,3/2/2026,,\n', {"new": [NEW]}),
    (
        f"{HEAD}Pat Hollis,DSA,3/2/2026,,\nPat Hollis,DSA,3/2/2026,3/2/2028,\n",
        {"refused": [(2, "expires"), (3, "expires")]},
    ),
    # the wide form
    (
        "Name,Data Security Awareness,Fire Safety\nPat Hollis,3/2/2026,N/A\nPetra Lunn,Booked,4/2/2026\n",
        {"new": [NEW, (3, "p-lunn", "FS", "2026-02-04", None)]},
    ),
    (
        "Name,Fire Safety Completed,Fire Safety Expires\nPat Hollis,3/2/2026,3/2/2027\n",
        {"new": [(2, "p-hollis", "FS", "2026-02-03", "2027-02-03")]},
    ),
    ("Name,Fire Safety Expiry,DSA\nPat Hollis,3/2/2027,3/2/2026\n", {"new": [NEW], "refused": [(2, "expires")]}),
    ("Name,DSA,FS\nPat Hollis,Yes,50%\n", {"refused": [(2, "completed"), (2, "completed")]}),
    ("Name,DSA,FS\nPat Hollis,In progress,Not required\n", {"left_out": [2]}),
    ("Name,DSA,FS\nPat Hollis,Expired,\n", {"refused": [(2, "completed")]}),
]


@pytest.mark.parametrize(("table", "wanted"), CASES)
def test_what_a_row_comes_to(place: Place, table: str, wanted: dict[str, list[Any]]) -> None:
    assert sorts(plan(place, table)) == wanted


def test_courses_that_are_not_here_have_one_note_each_with_rows_and_the_nearest(place: Place) -> None:
    rows = "Pat Hollis,NHS|CSTF|Fire Safty - 2 Years|,3/2/2026,,\n"
    found = plan(place, f"{HEAD}{rows}Petra Lunn,DSA,5/1/2026,,\n{rows}")
    (note,) = found["notes"]
    assert (note["what"], note["rows"], note["value"]) == ("other-course", [2, 4], "NHS|CSTF|Fire Safty - 2 Years|")
    assert "FS" in note["message"]


def test_people_who_are_not_here_are_left_out_where_the_map_says_so(place: Place) -> None:
    path = place.root / "imports" / "staff.toml"
    path.parent.mkdir()
    path.write_text("version = 1\nkind = 'training-records'\nunknown_people = 'leave-out'\n", encoding="utf-8")
    found = plan(place, f"{HEAD}Nora New,DSA,3/1/2026,,\nPat Hollis,DSA,3/2/2026,,\n")
    assert sorts(found) == {"new": [(3, *NEW[1:])], "left_out": [2]}
    assert [(one["what"], one["rows"]) for one in found["notes"]] == [("unknown-people", [2])]


def test_the_day_of_expiry_less_how_long_a_course_counts_where_the_map_says_so(place: Place) -> None:
    path = place.root / "imports" / "staff.toml"
    path.parent.mkdir()
    text = "version = 1\nkind = 'training-records'\ncompleted = 'expires - valid_for'\n[columns]\nDSA = 'expires'\n"
    path.write_text(text, encoding="utf-8")
    found = plan(place, "Name,DSA,FS Expires\nPat Hollis,3/2/2027,\nPetra Lunn,,3/2/2027\n")
    assert sorts(found) == {"new": [(*NEW[:4], "2027-02-03")], "refused": [(3, "expires")]}


def test_a_wide_table_tells_which_course_a_column_is(place: Place) -> None:
    found = plan(place, "Name,Data Security Awareness,Fire Safety Expiry,Foo\nPat Hollis,3/2/2026,,x\n")
    assert [(one["header"], one["field"], one["how"]) for one in found["columns"]] == [
        ("Name", "staff", "synonym"),
        ("Data Security Awareness", "completed", "course"),
        ("Fire Safety Expiry", "expires", "course"),
        ("Foo", None, "unmatched"),
    ]


@pytest.mark.parametrize("table", [CASES[0][0], CASES[-6][0]])
def test_twice_is_no_byte_more(place: Place, table: str) -> None:
    assert place.run("--yes", table=table, kind="training-records").code == 0
    before = {path: path.read_bytes() for path in place.root.rglob("*") if path.is_file()}
    assert place.run("--yes", table=table, kind="training-records").code == 0
    assert {path: path.read_bytes() for path in place.root.rglob("*") if path.is_file()} == before


def test_the_keys_of_the_map_of_staff_tell_who_it_was(place: Place) -> None:
    table = "Employee Number,Name\n11,Jane Osei\n12,Pat Hollis\n"
    ids = "Id,Employee Number,Name\nj-osei-2,11,Jane Osei\np-hollis,12,Pat Hollis\n"
    assert place.run("--yes", table=ids).code == 0, table
    map = place.root / "imports" / "staff.toml"
    table = "Employee Number,Name,Course,Completed\n11,Jane Osei,FS,3/2/2026\n"
    file = place.file(table, "training.csv")
    ran = place.igreg(
        "import", "training-records", file, "--register", place.register, "--map", map, "--yes", "--today", "2026-11-22"
    )
    assert ran.code == 0, ran.out + ran.err
    assert "j-osei-2" in (place.register / "training-records.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "cell", "value"),
    [
        (f"{HEAD}Pat Hollis,DSA,1/2/2027,,\n", "C2", "1/2/2027"),
        (f"{HEAD}\nPat Hollis,DSA,1 Feb 2027,,\n", "C3", "1 Feb 2027"),
        ("Name,Fire Safety\nPat Hollis,1/2/2027\n", "B2", "1/2/2027"),
    ],
)
def test_what_check_refuses_is_told_as_it_stands_in_the_cell(place: Place, table: str, cell: str, value: str) -> None:
    found = plan(place, table)
    assert [(one["cell"], one["value"], "IG108" in one["message"]) for one in found["refused"]] == [(cell, value, True)]


@pytest.mark.parametrize("head", ["Staff name", "Staff Member", "Employee"])
def test_people_are_found_under_the_heads_that_a_home_writes(place: Place, head: str) -> None:
    assert sorts(plan(place, f"{head},Course,Completed\nPat Hollis,DSA,3/2/2026\n")) == {"new": [NEW]}


def test_of_a_row_with_a_refused_cell_nothing_is_written(place: Place) -> None:
    """With a column for each course as without: the other people's rows are, and it is said which row is not."""
    table = "Name,DSA,FS\nPat Hollis,3/2/2026,Yes\nPetra Lunn,4/2/2026,5/2/2026\n"
    found = plan(place, table, "--accept-partly")
    assert sorts(found) == {
        "new": [(3, "p-lunn", "DSA", "2026-02-04", None), (3, "p-lunn", "FS", "2026-02-05", None)],
        "refused": [(2, "completed")],
        "left_out": [2],
    }
    assert found["left_out"][0]["why"] == "another course of its row is refused"
    assert [one[:2] for one in sorts(plan(place, table))["new"]] == [(2, "p-hollis"), (3, "p-lunn"), (3, "p-lunn")]
