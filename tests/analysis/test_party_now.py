"""Who a party is on a day, who of them is away, and why nobody can decide for it."""

from __future__ import annotations

import pytest

from igreg.analysis.party_now import Parties, when
from igreg.analysis.tenure import Tenure
from tests.analysis.registers import day, register

TODAY = day("2026-11-24")
STAFF = (
    "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n- {id: cat, name: Cat, left: 2026-11-23}\n"
    "- {id: dan, name: Dan, started: 2026-11-25}\n"
    "- {id: eve, name: Eve, absences: [{from: 2026-11-01, until: 2026-12-01, reason: leave}]}\n"
    "- {id: fay, name: Fay, absences: [{from: 2026-11-01, cover: ben, reason: leave}]}\n"
)
ROLES = (
    "- {id: one, title: One, unit: north, holders: [{staff: ann}, {staff: ben, as: deputy}]}\n"
    "- {id: two, title: Two, unit: ward, holders: [{staff: ann}, {staff: eve}]}\n"
    "- {id: away, title: Away, holders: [{staff: eve}, {staff: ben, as: deputy}]}\n"
    "- {id: alone, title: Alone, holders: [{staff: eve}]}\n"
    "- {id: left, title: Left, holders: [{staff: cat}, {staff: dan}]}\n"
    "- {id: shared, title: Shared, holders: [{staff: cat}, {staff: ben}]}\n"
    "- {id: empty, title: Empty}\n"
    "- {id: lost, title: Lost, holders: [{staff: ann, until: 2026-10-31}]}\n"
    "- {id: over, title: Over, end: 2026-11-23, holders: [{staff: ann}]}\n"
    "- {id: ahead, title: Ahead, start: 2026-11-25, holders: [{staff: ann}]}\n"
)
UNITS = "- {id: north, name: North}\n- {id: ward, name: Ward, parent: north}\n- {id: south, name: South}\n- {id: shut, name: Shut, end: 2026-01-31}\n"
GROUPS = (
    "- {id: board, title: Board, chair: two, members: [one, ben]}\n- {id: none, title: None}\n"
    "- {id: gone, title: Gone, end: 2026-01-31, members: [one]}\n"
)
PARTIES = Parties(Tenure(register(staff=STAFF, roles=ROLES, units=UNITS, groups=GROUPS), TODAY))


@pytest.mark.parametrize(
    ("party", "kind", "people", "away"),
    [
        ("one", "roles", ("ann",), ()),
        ("two", "roles", ("ann",), ("eve",)),
        ("shared", "roles", ("ben",), ()),
        ("away", "roles", ("ben",), ("eve",)),
        ("alone", "roles", ("eve",), ("eve",)),
        ("ann", "staff", ("ann",), ()),
        ("eve", "staff", ("eve",), ("eve",)),
        ("fay", "staff", ("ben",), ("fay",)),
        ("board", "groups", ("ann", "eve", "ben"), ()),
        ("north", "units", ("ann", "eve"), ()),
        ("ward", "units", ("ann", "eve"), ()),
    ],
)
def test_who_it_is(party: str, kind: str, people: tuple[str, ...], away: tuple[str, ...]) -> None:
    assert PARTIES.now(party, kind) == (people, away)


@pytest.mark.parametrize(
    ("party", "kind", "why"),
    [
        ("empty", "roles", "vacant"),
        ("left", "roles", "Cat left on 23 November 2026; Dan does not start until 25 November 2026"),
        ("lost", "roles", "vacant since 1 November 2026"),
        ("over", "roles", "Over ended on 23 November 2026"),
        ("ahead", "roles", "Ahead begins on 25 November 2026"),
        ("cat", "staff", "Cat left on 23 November 2026"),
        ("dan", "staff", "Dan does not start until 25 November 2026"),
        ("none", "groups", "nobody sits in it"),
        ("gone", "groups", "Gone ended on 31 January 2026"),
        ("south", "units", "nobody holds a role in it"),
        ("shut", "units", "Shut ended on 31 January 2026"),
    ],
)
def test_why_nobody_decides_for_it(party: str, kind: str, why: str) -> None:
    assert PARTIES.now(party, kind) == why


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-01-01", "2026-11-23", "ended on 23 November 2026"),
        ("2026-12-01", "2027-01-01", "begins on 1 December 2026"),
        (None, None, "is not there"),
        (None, "2026-11-24", "is not there"),
        ("2026-12-01", None, "begins on 1 December 2026"),
    ],
)
def test_why_something_is_not_there(start: str | None, end: str | None, said: str) -> None:
    assert when((start and day(start)) or None, (end and day(end)) or None, TODAY) == said
