"""Who holds what on a day, at the edges of the days."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.tenure import Tenure, covers
from igreg.model.kinds.roles import Role
from igreg.register.register import Register
from tests.analysis.registers import day, register

STAFF = """
- {id: ann, name: Ann, started: 2020-01-01, left: 2026-06-30}
- {id: ben, name: Ben}
- {id: cat, name: Cat, absences: [{from: 2026-03-01, until: 2026-03-31}, {from: 2026-03-10, until: 2026-03-20, cover: ben}]}
"""
ROLES = """
- id: dpo
  title: DPO
  function: dpo
  areas: [governance, governance, unheard-of]
  holders:
    - {staff: ann, from: 2020-01-01, until: 2026-06-30}
    - {staff: ben, from: 2026-07-01, as: acting}
    - {staff: cat, from: 2020-01-01, as: deputy}
- {id: siro, title: SIRO, function: siro, holders: [{staff: ben}, {staff: ben, from: 2020-01-01}]}
"""
MADE = register(staff=STAFF, roles=ROLES)


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [
        pytest.param(None, None, True, id="always"),
        pytest.param("2026-01-02", None, True, id="from the day on"),
        pytest.param("2026-01-03", None, False, id="from the day after"),
        pytest.param(None, "2026-01-02", True, id="the last day still counts"),
        pytest.param(None, "2026-01-01", False, id="the day before was the last"),
        pytest.param("2026-01-02", "2026-01-02", True, id="one day"),
    ],
)
def test_first_and_last_day_are_in(start: str | None, end: str | None, covered: bool) -> None:
    assert covers(start and day(start), end and day(end), day("2026-01-02")) is covered  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "holders", "deputies"),
    [
        pytest.param("2019-12-31", [], [], id="the day before anybody"),
        pytest.param("2020-01-01", ["ann"], ["cat"], id="the first day"),
        pytest.param("2026-06-30", ["ann"], ["cat"], id="the last day of one"),
        pytest.param("2026-07-01", ["ben"], ["cat"], id="the first day of the next, who is acting"),
    ],
)
def test_holders_and_deputies(on: str, holders: list[str], deputies: list[str]) -> None:
    tenure, role = Tenure(MADE, day(on)), _role(MADE, "dpo")
    assert [item.holder.staff for item in tenure.holders(role)] == holders
    assert [item.holder.staff for item in tenure.deputies(role)] == deputies
    assert tenure.is_held(role) is bool(holders)
    assert tenure.people("dpo") == holders
    assert tenure.people("dpo", deputies=True) == [*holders, *deputies]


def _role(made: Register, id: str) -> Role:
    role = made.get(Role, id)
    assert role is not None
    return role


def test_parties_and_people() -> None:
    tenure = Tenure(MADE, day("2026-07-01"))
    assert tenure.people("siro") == ["ben"]  # twice in the list, once a person
    tenure.people("siro").append("cat")
    assert tenure.people("siro") == ["ben"]  # whoever asks again is given a list of their own
    assert tenure.people(None) == tenure.people("ann") == tenure.members(None) == tenure.members("nobody") == []
    assert tenure.members("ann") == ["ann"]
    assert tenure.members("siro") == ["ben"]
    assert [role.id for role in tenure.roles_of("ben")] == ["dpo", "siro"]
    assert tenure.roles_of("cat") == []  # deputies fill nothing
    assert [item.path for item in tenure.held_by["cat"]] == [("holders", 2)]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [("dpo", "siro", ["ben"]), ("dpo", "ben", ["ben"]), ("dpo", "ann", []), ("cat", "cat", ["cat"]), ("x", "y", [])],
)
def test_in_common(one: str, other: str, both: list[str]) -> None:
    assert Tenure(MADE, day("2026-07-01")).in_common(one, other) == both


def test_holders_of_a_function_have_each_role_once() -> None:
    held = Tenure(MADE, day("2026-07-01")).holders_of("siro")
    assert {staff: [item.index for item in items] for staff, items in held.items()} == {"ben": [0]}
    assert Tenure(MADE, day("2026-07-01")).holders_of("caldicott-guardian") == {}


def test_only_areas_of_the_register_have_leads() -> None:
    leads = Tenure(MADE, day("2026-07-01")).leads
    assert [role.id for role in leads["governance"]] == ["dpo"]
    assert leads.keys() == MADE.areas.keys()


@pytest.mark.parametrize(
    ("on", "people"),
    [
        ("2019-12-31", "ben cat"),
        ("2020-01-01", "ann ben cat"),
        ("2026-06-30", "ann ben cat"),
        ("2026-07-01", "ben cat"),
    ],
)
def test_employed(on: str, people: str) -> None:
    assert " ".join(Tenure(MADE, day(on)).employed) == people


@pytest.mark.parametrize(
    ("on", "cover"),
    [
        pytest.param("2026-02-28", "here", id="not away yet"),
        pytest.param("2026-03-01", None, id="away without cover"),
        pytest.param("2026-03-15", "ben", id="of two absences the one with a cover"),
        pytest.param("2026-03-31", None, id="the last day away"),
        pytest.param("2026-04-01", "here", id="back"),
    ],
)
def test_absence(on: str, cover: str | None) -> None:
    absence = Tenure(MADE, day(on)).absence("cat")
    assert (absence.cover if absence is not None else "here") == cover


def test_an_absence_without_days_is_none() -> None:
    made = register(staff="- {id: a, name: A, absences: [{reason: leave}]}")
    assert Tenure(made, dt.date(2026, 1, 1)).absence("a") is None
    assert Tenure(made, dt.date(2026, 1, 1)).absence(None) is None


def test_who_asks_again_is_told_the_same_whatever_became_of_the_first_answer() -> None:
    tenure, dpo = Tenure(MADE, day("2026-06-01")), MADE.of(Role)[0]
    first = tenure.named_in(dpo)
    told = [item.holder.staff for item in first]
    first.clear()
    assert [item.holder.staff for item in tenure.named_in(dpo)] == told == ["ann", "cat"]


@pytest.mark.parametrize(("on", "deputising"), [("2026-06-30", ["ann", "none"]), ("2026-07-01", ["none"])])
def test_who_has_left_deputises_no_more_from_the_day_after(on: str, deputising: list[str]) -> None:
    """Dates alone say who is a deputy (ruling A51); that somebody deputises is said of those who have not left."""
    role = "- {id: dpo, title: DPO, holders: [{staff: ann, as: deputy}, {staff: none, as: deputy}]}\n"
    made = register(staff=STAFF, roles=role)
    tenure = Tenure(made, day(on))
    found = made.get(Role, "dpo")
    assert found is not None
    assert [one.holder.staff for one in tenure.deputies(found)] == ["ann", "none"]
    assert [one.holder.staff for one in tenure.deputising(found)] == deputising
    assert tenure.not_employed("ann") == ("has left" if deputising == ["none"] else "")
    assert not tenure.not_employed("none")


@pytest.mark.parametrize(
    ("on", "why"), [("2019-12-31", "has not begun"), ("2020-01-01", ""), ("2026-07-01", "has left")]
)
def test_why_somebody_is_not_employed(on: str, why: str) -> None:
    assert Tenure(MADE, day(on)).not_employed("ann") == why


@pytest.mark.parametrize(
    ("holders", "indexes"),
    [
        pytest.param("{staff: ann}, {staff: ben}", [0, 1], id="two people"),
        pytest.param("{staff: ann, from: 2026-01-01}, {staff: ann, from: 2026-02-01}", [1], id="the later of two"),
        pytest.param("{staff: ann, from: 2026-02-01}, {staff: ann}", [0], id="one without a day began first"),
        pytest.param("{staff: ann, as: acting, from: 2026-01-01}, {staff: ben}, {staff: ann, from: 2026-02-01}", [2, 1], id="acting, then for good"),
        pytest.param("{staff: ann, as: deputy}, {staff: ann}", [1], id="a deputy is another thing"),
    ],
)  # fmt: skip
def test_a_person_holds_a_role_once(holders: str, indexes: list[int]) -> None:
    made = register(
        staff="- {id: ann, name: Ann}\n- {id: ben, name: Ben}", roles=f"- {{id: r, title: R, holders: [{holders}]}}"
    )
    (role,) = made.of(Role)
    assert [one.index for one in Tenure(made, day("2026-11-22")).holders(role)] == indexes


def test_a_person_deputises_for_a_role_once() -> None:
    made = register(
        roles="- {id: r, title: R, holders: [{staff: a, as: deputy}, {staff: a, as: deputy, from: 2026-01-01}]}"
    )
    (role,) = made.of(Role)
    assert [one.index for one in Tenure(made, day("2026-11-22")).deputies(role)] == [1]
