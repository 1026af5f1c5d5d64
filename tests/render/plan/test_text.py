"""The plan as text: every part with its places, folded to the terminal, and nothing in it obeyed."""

from __future__ import annotations

from igreg.exchange.brought import (
    Brought,
    ChangedRecord,
    Column,
    FieldChange,
    Gone,
    LeftOut,
    NewRecord,
    Note,
    Refused,
)
from igreg.exchange.nameless import UNTOLD, nameless
from igreg.render.escape.colour import Style
from igreg.render.plan.text import plan_text

BROUGHT = Brought(
    "import",
    "staff",
    new=[
        NewRecord(
            "j-osei",
            "register/staff.yaml",
            {
                "id": "j-osei",
                "name": "Jane Osei",
                "job_title": "Registered nurse",
                "unit": "ash-house",
                "started": "2026-11-02",
            },
            "staff",
            2,
        )
    ],
    changed=[
        ChangedRecord(
            "p-lunn",
            "staff",
            3,
            [FieldChange(("job_title",), None, "Head of IT"), FieldChange(("hours_per_week",), 37.5, 30)],
            "Petra Lunn",
        )
    ],
    unchanged=["p-hollis", "g-mensah"],
    gone=[Gone("p-tranter", "staff", "told", ["champion-ash"], "Pam Tranter"), Gone("a-b", "staff", "ended", [])],
    refused=[
        Refused(
            "started",
            "31/02/2026",
            "February 2026 has no day 31",
            "type a day that there is",
            "Staff list",
            7,
            "C7",
            "Latest Start Date",
        ),
        Refused(
            "owner",
            None,
            "no column says `owner`, which every new record of policies must have",
            "say it for all of them, with --set owner=... or under [defaults] in the map",
        ),
        Refused(
            "notes",
            "…",
            "that holds an NHS number",
            "leave it out: no number of a person belongs into a register",
            "Staff list",
            8,
            "H8",
            "Remarks",
        ),
    ],
    left_out=[LeftOut(9, "a line of totals", "Staff list")],
    notes=[
        Note("two-digit-year", "read as 2026-02-01", "Staff list", 5, "Started", "1/2/26"),
        Note(
            "other-course",
            "is no course of this register; the nearest is fire-safety",
            value="NHS|CSTF|Fire Safety - 2 Years|",
            rows=[3, 4],
        ),
        Note("hidden-row", "the row is hidden, and read all the same", "Staff list", 5),
        Note("hidden-row", "the row is hidden, and read all the same", "Staff list", 6),
    ],
    columns=[
        Column("A", "Employee Number", "key", "synonym"),
        Column("B", "Full Name", "name", "synonym"),
        Column("D", "NI Number", None, "dropped", "National Insurance number"),
        Column("E", "Foo", None, "unmatched"),
        Column("F", "Position Title", None, "unmatched", "Job Title says it already"),
    ],
    file="staff.xlsx",
    sheet="Staff list",
    map="imports/staff.toml",
    rows=12,
)

AT_60 = """\
staff.xlsx, sheet Staff list: 12 rows; 1 new, 1 changed, 2
unchanged, 2 no longer there, 3 cells refused, 1 row left
out

Columns (5)
  A 'Employee Number': key, by which the same one is found
    again
  B 'Full Name': name
  D 'NI Number': never read (National Insurance number)
  E 'Foo': left out (no field is called that)
  F 'Position Title': left out (Job Title says it already)

New (1)
  row 2: j-osei: name Jane Osei, job_title Registered nurse,
    unit ash-house, started 2026-11-02

Changed (1)
  row 3: p-lunn (Petra Lunn)
    job_title: nothing -> Head of IT
    hours_per_week: 37.5 -> 30

Unchanged (2)
  p-hollis, g-mensah

No longer in the file (2)
  p-tranter (Pam Tranter): told only, nothing changes; holds
    champion-ash
  a-b: ends today

Refused (3)
  Staff list, cell C7, 'Latest Start Date': '31/02/2026':
    February 2026 has no day 31; type a day that there is
  owner: no column says `owner`, which every new record of
    policies must have; say it for all of them, with --set
    owner=... or under [defaults] in the map
  Staff list, cell H8, 'Remarks': '…': that holds an NHS
    number; leave it out: no number of a person belongs into
    a register

Left out (1)
  Staff list, row 9: a line of totals

To know (3)
  Staff list, row 5, 'Started', '1/2/26': read as 2026-02-01
  rows 3 and 4, 'NHS|CSTF|Fire Safety - 2 Years|': is no
    course of this register; the nearest is fire-safety
  Staff list, rows 5 and 6: the row is hidden, and read all
    the same
"""


def test_every_part_stands_below_the_other_at_60_columns() -> None:
    assert plan_text(BROUGHT, Style(False, 60)) == AT_60


def test_no_line_is_longer_than_the_terminal_or_120() -> None:
    for width in (60, 120, None, 300):
        assert max(map(len, plan_text(BROUGHT, Style(False, width)).splitlines())) <= min(width or 120, 120)


def test_without_names_no_value_and_no_sentence_is_left() -> None:
    text = plan_text(nameless(BROUGHT), Style())
    for word in ("Osei", "nurse", "Head of IT", "37.5", "31/02", "NHS number", "Lunn", "Tranter", "Fire", "totals"):
        assert word not in text.replace("champion", ""), word
    for word in ("j-osei", "p-lunn", "job_title", "cell C7", UNTOLD):
        assert word in text


def test_an_empty_plan_is_one_line() -> None:
    assert plan_text(Brought("import", "staff", file="a.csv", rows=0), Style()) == (
        "a.csv: 0 rows; 0 new, 0 changed, 0 unchanged\n"
    )


def test_nothing_that_a_table_holds_is_obeyed() -> None:
    bad = "\x1b[31mred\x07"
    one = Brought(
        "import",
        "staff",
        new=[NewRecord("a", "f", {"name": bad, "tags": [bad], "review": {"by": bad}, "near_miss": True})],
        refused=[Refused("name", bad, bad, bad, bad, 3, None, bad)],
        notes=[Note("x", bad, bad, 3, bad, bad)],
        left_out=[LeftOut(3, bad, bad)],
        columns=[Column("A", bad, None, "unmatched")],
        unchanged=[bad],
    )
    text = plan_text(one, Style())
    assert "\x1b" not in text and "\x07" not in text


def test_many_ids_and_rows_are_told_as_some() -> None:
    many = Brought(
        "import",
        "staff",
        unchanged=[f"p{at}" for at in range(500)],
        notes=[Note("hidden-row", "hidden", row=at) for at in range(40)],
    )
    text = plan_text(many, Style())
    assert "Unchanged (500)" in text and "p399 ..." in text
    assert "9, 10, 11 and 28 more: hidden" in text


def test_of_very_many_new_records_the_first_are_shown_and_all_counted() -> None:
    new = [NewRecord(f"p{at}", "staff.yaml", {"id": f"p{at}", "name": "Jo"}) for at in range(1_500)]
    lines = plan_text(Brought("import", "staff", new=new), Style()).splitlines()
    assert "New (1500)" in lines
    assert lines[-2:] == ["  p999: name Jo", "  ... and 500 more: --format json has all of them"]


def test_the_same_of_several_cells_is_said_once_and_a_course_is_named() -> None:
    same = [Refused("unit", "Ash", "'Ash' is no unit", "add it", None, row, f"G{row}", "Location") for row in (2, 3, 5)]
    other = Refused("unit", "Oak", "'Oak' is no unit", "add it", None, 4, "G4", "Location")
    text = plan_text(
        Brought(
            "import",
            "training-records",
            refused=[*same, other],
            columns=[
                Column("B", "Data security", "completed", "course", "DSA"),
                Column("C", "Fire", None, "unmatched"),
            ],
            notes=[Note("other-course", "'Fire' is no course of this register; left out", value="Fire", rows=[4])],
        ),
        Style(False),
    )
    assert (
        "Refused (4)\n  cells G2, G3 and G5, 'Location': 'Ash' is no unit; add it\n  cell G4, 'Location': 'Oak' is"
        in text
    )
    assert (
        "  B 'Data security': completed, of the course DSA\n  C 'Fire': left out (no field or course is called that)\n"
        in text
    )
    assert "  row 4: 'Fire' is no course of this register; left out\n" in text
