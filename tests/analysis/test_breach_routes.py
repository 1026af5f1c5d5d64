"""The quickest ways of a report of a breach, by day, out of hours and with somebody away; and how long each takes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from igreg.analysis.audience import Audiences
from igreg.analysis.breach_routes import BreachRoutes, Routes, each_step, hours_until, key, slowest
from igreg.analysis.breach_times import BreachTimes
from igreg.analysis.flows import Step, Way
from igreg.analysis.tenure import Tenure
from tests.analysis.registers import day, register

FILES = {
    "staff": "- {id: ann, name: A}\n- {id: ben, name: B}",
    "roles": """
- {id: head, title: Head, holders: [{staff: ann, from: 2020-01-01}]}
- {id: dpo, title: DPO, function: dpo, holders: [{staff: ben, from: 2020-01-01}]}
- {id: siro, title: SIRO, function: siro}
- {id: clerk, title: Clerk}
""",
}
ALL = "from: all-staff, to: [head], within: 2 hours"
DPO = "from: head, to: [dpo], within: 3 hours"
SLOW = "from: all-staff, to: [dpo], within: 9 hours"
SIRO = "from: dpo, to: [siro], within: 1 hour"
CLERK = "from: clerk, to: [dpo], within: 7 hours"


def tenure(*flows: str) -> Tenure:
    lines = "\n".join(f"- {{id: f{n}, title: F, trigger: incident, {flow}}}" for n, flow in enumerate(flows))
    return Tenure(register(**FILES, flows=lines or "[]"), day("2026-11-22"))


def hours(found: BreachRoutes, *without: str) -> dict[str, dict[str, float]]:
    return {
        start: {target: way.hours for target, way in ways.items()}
        for start, ways in found.routes(without=without).items()
    }


@pytest.mark.parametrize(
    ("flows", "routes"),
    [
        pytest.param([ALL, DPO, SIRO], {"all-staff": {"dpo": 5, "siro": 6}}, id="one after another"),
        pytest.param([ALL, DPO, SLOW, SIRO], {"all-staff": {"dpo": 5, "siro": 6}}, id="the quickest of two"),
        pytest.param([ALL], {"all-staff": {}}, id="nobody is reached"),
        pytest.param([ALL, DPO, CLERK], {"all-staff": {"dpo": 5}, "clerk": {"dpo": 7}}, id="from each beginning"),
    ],
)
def test_the_quickest_way_to_each(flows: list[str], routes: dict[str, dict[str, float]]) -> None:
    assert hours(BreachRoutes(tenure(*flows))) == routes


@pytest.mark.parametrize(
    ("always", "besides", "routes"),
    [
        pytest.param([], ["head"], {"all-staff": {"dpo": 9, "siro": 10}, "clerk": {"dpo": 7, "siro": 8}}, id="another way"),
        pytest.param(["head"], [], {"all-staff": {"dpo": 9, "siro": 10}, "clerk": {"dpo": 7, "siro": 8}}, id="all the time"),
        pytest.param([], ["dpo"], {"all-staff": {}}, id="nobody is reached, and who can tell nobody begins nothing"),
        pytest.param(["clerk"], [], {"all-staff": {"dpo": 5, "siro": 6}}, id="who is away begins nothing"),
        pytest.param(["clerk"], ["head"], {"all-staff": {"dpo": 9, "siro": 10}}, id="both"),
    ],
)  # fmt: skip
def test_with_somebody_away(always: list[str], besides: list[str], routes: dict[str, dict[str, float]]) -> None:
    found = BreachRoutes(tenure(ALL, DPO, SLOW, SIRO, CLERK), frozenset(always))
    assert hours(found, *besides) == routes


def test_who_must_be_told_and_where_it_ends() -> None:
    found = BreachRoutes(tenure(ALL, SIRO, "from: all-staff, to: [clerk]"))
    assert (found.targets, found.starts) == (("dpo", "siro"), ("all-staff", "dpo"))
    assert sorted(found.ends) == ["clerk", "head"]


def test_from_where_one_is_told_last() -> None:
    both = BreachRoutes(tenure(ALL, DPO, CLERK)).routes()
    last = slowest(both, "dpo")
    assert last is not None and (last[0], last[1].hours) == ("clerk", 7)
    assert slowest(both, "siro") is None
    assert slowest({}, "dpo") is None
    assert slowest(both | {"elsewhere": {}}, "dpo") is None


def test_the_hours_to_each_who_must_be_told() -> None:
    times = BreachTimes(Audiences(tenure(ALL, DPO, CLERK)))
    assert [(one.subject, times.times(one)) for one in times.addressees] == [
        ("dpo", {"all-staff": 5, "clerk": 7}),
        ("siro", {"all-staff": None, "clerk": None}),
    ]


def made(start: str, end: str, hours: float) -> Step:
    flow: Any = SimpleNamespace(id=f"{start}-{end}")
    return Step(start, end, hours, flow)


A, B, C = made("staff", "lead", 1), made("lead", "dpo", 4), made("night", "lead", 6)
ROUTES: Routes = {
    "staff": {"lead": Way((A,), 1), "dpo": Way((A, B), 5)},
    "night": {"dpo": Way((C, B), 10)},
}


def test_a_step_is_done_when_the_slowest_report_has_come_by() -> None:
    found = hours_until(ROUTES)
    assert [(one.start, one.end, found[key(one)]) for one in each_step(ROUTES)] == [
        ("staff", "lead", 1),
        ("lead", "dpo", 10),
        ("night", "lead", 6),
    ]


class Counted(float):
    """Hours that count how often they are added."""

    added = 0

    def __radd__(self, other: float) -> float:
        """The sum."""
        Counted.added += 1
        return float(other) + float(self)


def test_hours_of_a_long_way_are_added_once() -> None:
    steps = tuple(made(f"r{number}", f"r{number + 1}", Counted(1)) for number in range(500))
    found = hours_until({"r0": {"r500": Way(steps, 500)}})
    assert found[key(steps[-1])] == 500
    assert Counted.added < 600
