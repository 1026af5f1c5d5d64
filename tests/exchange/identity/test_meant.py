"""Each row means a record that is there, a new one, or nobody that can be told."""

from __future__ import annotations

import pytest

from igreg.exchange.cells.read import Reader
from igreg.exchange.identity.meant import Identity, Meant
from tests.exchange.test_plan import NOW, register, row

UNITS = "- {id: U-001, name: Ash House}\n- {id: U-002, name: Oak Lodge}\n- {id: U-003, name: Oak Lodge}\n"


def meant(kind: str, *cells: dict[str, object], **files: str) -> list[Meant]:
    rows = [row(number, **one) for number, one in enumerate(cells, 2)]  # type: ignore[arg-type]
    return Identity(Reader(register(**files), kind, NOW)).of(rows)


def test_by_its_id_or_its_name_a_row_is_of_a_record_or_of_a_new_one() -> None:
    found = meant("staff", {"id": "p-lunn", "name": "Petra Lunn"}, {"name": "Pat Hollis"}, {"name": "Jane Osei"})
    assert [one.record and one.record.identity for one in found] == ["p-lunn", "p-hollis", None]
    assert [one.id for one in found] == [None, None, "j-osei"]


def test_a_name_that_two_have_is_refused() -> None:
    (found,) = meant("staff", {"name": "Pat Hollis"}, **{"staff/more": "- {id: p-hollis-2, name: Pat Hollis}\n"})
    assert found.refused is not None


RISKS = "- {id: RSK-001, title: Loss of power}\n- {id: RSK-2025-007, title: Flood}\n- {id: RSK-003, title: Flood}\n"
CASES = [
    ({"title": " loss  OF power"}, "RSK-001"),
    ({"title": "Loss of powers"}, "new RSK-004"),
    ({"id": "rsk-001", "title": "X"}, "RSK-001"),
    ({"id": "12", "title": "Loss of power"}, "RSK-001"),
    ({"id": "12", "title": "X"}, "new RSK-004"),
    ({"id": "AB 1", "title": "X"}, "new RSK-004"),
    ({"id": "HR-1", "title": "X"}, "new HR-1"),
    ({"id": "p-lunn", "title": "X"}, "refused id"),
    ({"title": "flood"}, "refused title"),
    ({}, "new RSK-004"),
]


@pytest.mark.parametrize(("cells", "wanted"), CASES)
def test_records_that_are_no_people(cells: dict[str, object], wanted: str) -> None:
    (found,) = meant("risks", cells, risks=RISKS)
    assert wanted == (
        f"refused {found.refused[0]}" if found.refused else found.record.identity if found.record else f"new {found.id}"
    )


def test_ids_are_counted_on_and_rows_that_say_the_same_count_once() -> None:
    found = meant("risks", {"title": "A"}, {"title": "B"}, {"title": "A"}, {"title": "C", "notes": "x"}, {"title": "c"})
    assert [one.id for one in found] == ["RSK-001", "RSK-002", None, None, None]
    assert [one.repeats for one in found] == [False, False, True, False, False]
    assert [one.refused is not None for one in found] == [False, False, False, True, True]


def test_a_number_of_another_system_is_told() -> None:
    (found,) = meant("risks", {"id": 12, "title": "X"})
    assert [one.what for one in found.notes] == ["id"]


MEETINGS = (
    "- {id: IGG-2026-10, group: igg, date: 2026-10-14}\n- {id: IGG-x, group: igg, date: 2026-09-01, status: cancelled}\n"
    "- {id: B-1, group: igg, date: 2026-08-01}\n- {id: B-2, group: igg, date: 2026-08-01}\n"
)
MET = [
    ({"group": "IG group", "date": "14/10/2026"}, "IGG-2026-10"),
    ({"group": "igg", "date": "14/11/2026"}, "new IGG-2026-11"),
    ({"group": "igg", "date": "1/9/2026"}, "new IGG-2026-09"),
    ({"group": "igg", "date": "1/8/2026"}, "refused date"),
    ({"group": "igg", "date": "someday"}, "new None"),
    ({"id": "IGG-9", "group": "igg", "date": "14/10/2026"}, "new IGG-9"),
]


@pytest.mark.parametrize(("cells", "wanted"), MET)
def test_a_meeting_is_found_by_its_group_and_its_day(cells: dict[str, object], wanted: str) -> None:
    (found,) = meant("meetings", cells, meetings=MEETINGS, groups="- {id: igg, title: IG group}\n")
    assert wanted == (
        f"refused {found.refused[0]}" if found.refused else found.record.identity if found.record else f"new {found.id}"
    )


def test_two_rows_of_one_meeting_that_say_the_same_count_once() -> None:
    row = {"group": "igg", "date": "1/12/2026"}
    found = meant("meetings", row, row, row | {"status": "held"}, groups="- {id: igg, title: IG group}\n")
    assert [one.refused is not None for one in found] == [True, True, True]
    assert [one.repeats for one in meant("meetings", row, row, groups="- {id: igg, title: IG group}\n")] == [
        False,
        True,
    ]
