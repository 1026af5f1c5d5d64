"""What is owed by a post that has ended goes up the line; its people and units are as on the day."""

from __future__ import annotations

import pytest

from igreg.analysis.as_of import AsOf
from igreg.due.due_list import Choice, due_list
from igreg.due.item import Row
from igreg.model.span import Span
from tests.analysis.registers import register
from tests.pages import moment

MADE = register(
    roles="""
- {id: top, title: Top, holders: [{staff: cy, from: 2020-01-01}]}
- {id: middle, title: Middle, accountable_to: top, end: 2026-11-21, holders: [{staff: bob, from: 2020-01-01}]}
- {id: itsec, title: IT security, accountable_to: middle, unit: lab, start: 2026-11-20, end: 2026-11-21, holders: [{staff: ann, from: 2020-01-01}]}
""",
    units="- {id: lab, name: Lab, end: 2026-11-21}",
    staff="- {id: ann, name: Ann, unit: lab}\n- {id: bob, name: Bob}\n- {id: cy, name: Cy}",
    policies="- {id: P, title: P, owner: itsec, status: in-force, review: {next: 2026-12-01}}",
    risks="- {id: R, title: R, owner: top, actions: [{id: A, what: W, owner: itsec, due: 2026-12-01}]}",
    courses="- {id: ig, title: IG, valid_for: 12 months}",
    training_records="- {staff: ann, course: ig, completed: 2025-12-01}",
)


def rows(today: str, **choice: object) -> dict[str, Row]:
    as_of = AsOf(MADE, moment(today, None))
    return {row.item.what: row for row in due_list(as_of, Choice(within=Span(60, "day"), **choice)).rows}  # type: ignore[arg-type]


@pytest.mark.parametrize("what", ["review", "action"])
@pytest.mark.parametrize(
    ("today", "people", "up"),
    [
        pytest.param("2026-11-19", (), "middle", id="before the first day"),
        pytest.param("2026-11-20", ("ann",), None, id="the first day"),
        pytest.param("2026-11-21", ("ann",), None, id="the last day"),
        pytest.param("2026-11-22", (), "top", id="the day after, past another post that has ended"),
    ],
)
def test_what_it_owes_goes_up_the_line(what: str, today: str, people: tuple[str, ...], up: str | None) -> None:
    row = rows(today)[what]
    assert (row.item.owner, row.people, row.escalates_to) == ("itsec", people, up)


@pytest.mark.parametrize(("today", "units"), [("2026-11-21", ("lab",)), ("2026-11-22", ())])
def test_a_unit_that_has_ended_has_nothing_due(today: str, units: tuple[str, ...]) -> None:
    assert rows(today)["review"].units == units
    assert rows(today)["training"].item.subject == (units[0] if units else None)
    assert ("review" in rows(today, unit="lab")) is bool(units)


@pytest.mark.parametrize("unit", ["division", "north"])
def test_what_names_a_unit_that_has_ended_is_in_the_list_of_its_parent(unit: str) -> None:
    made = register(
        units="- {id: division, name: Division}\n- {id: north, name: North, parent: division, end: 2026-11-21}",
        incidents="- {id: I, title: Letter, aware: 2026-11-20T10:00, unit: north}",
    )
    choice = Choice(within=Span(1, "day"), unit=unit)
    assert [row.item.record for row in due_list(AsOf(made, moment("2026-11-22", None)), choice).rows] == ["I"]
