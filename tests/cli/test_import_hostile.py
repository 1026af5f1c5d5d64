"""igreg import and what nobody should give it: private numbers, signs that a terminal obeys, broken and empty files."""

from __future__ import annotations

import pytest

from tests.cli.test_import import FILES, STAFF, TABLE, Igreg, Place
from tests.conftest import Write


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    return Place(igreg, write, FILES)


@pytest.mark.parametrize("number", ["943 476 5919", "AB123456C", "QQ123456C"])
@pytest.mark.parametrize("column", ["Job Title", "Name"])
def test_a_number_of_a_person_is_refused_and_not_repeated(place: Place, number: str, column: str) -> None:
    cells = {"Name": "Jane Osei", "Job Title": "Nurse"} | {column: f"Jane {number}"}
    table = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    for words in ((), ("--format", "json")):
        ran = place.run("--yes", *words, table=table)
        assert (ran.code, place.staff) == (1, STAFF)
        assert number not in ran.out + ran.err
        assert "\u2026" in ran.out


def test_signs_that_a_terminal_obeys_are_not_obeyed(place: Place) -> None:
    ran = place.run("--dry-run", table="Name,Job \x1b[31mTitle,Job Title\nJane \x1b[2JOsei,x,a\x07b\n")
    assert "\x1b" not in ran.out + ran.err and "\x07" not in ran.out + ran.err


@pytest.mark.parametrize(
    "table", [b"", b"\n\n\n", b"\0\0\0", b"Name\n", b"PK\x03\x04x", b"\xff\xfe", b'Name,Unit\n"open,\n', b"%PDF-1.4"]
)
def test_what_is_no_table_writes_nothing_and_is_no_fault_of_ours(place: Place, table: bytes) -> None:
    ran = place.run("--yes", table=table)
    assert ran.code in (0, 1, 2)
    assert (place.staff, "fault of igreg" in ran.err) == (STAFF, False)


def test_a_record_of_the_register_that_is_faulty_is_changed_all_the_same(igreg: Igreg, write: Write) -> None:
    faulty = STAFF.replace("job_title: Clerk", "job_title: [Clerk]\n  unit: 7")
    place = Place(igreg, write, FILES | {"staff.yaml": faulty})
    ran = place.run("--yes", table="Name,Unit\nPetra Lunn,Ash House\n")
    assert ran.code == 0, ran.err
    assert place.staff == faulty.replace("unit: 7", "unit: ash-house")


def test_line_ends_and_the_mark_of_a_file_stay(igreg: Igreg, write: Write) -> None:
    place = Place(igreg, write, FILES)
    path = place.register / "staff.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + STAFF.replace("\n", "\r\n").encode())
    assert place.run("--yes").code == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#") and data.count(b"\n") == data.count(b"\r\n") and b"j-osei" in data


def test_a_table_of_many_rows_is_refused_cell_by_cell(place: Place) -> None:
    rows = "".join(f"Person {number},Nurse,31/02/2026\n" for number in range(500))
    plan = place.plan("--dry-run", table=TABLE.splitlines()[0] + "\n" + rows)
    assert (plan["summary"]["refused"], len({one["cell"] for one in plan["refused"]})) == (500, 500)
