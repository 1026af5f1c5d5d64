"""Somebody takes on a role: who ends the day before, who stays, and what is refused."""

from __future__ import annotations

import pytest

from igreg.changes.appointment import assign
from igreg.errors import IgregError
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines

STAFF = "- {id: a, name: A}\n- {id: b, name: B}\n- {id: c, name: C, started: 2026-12-01, left: 2027-01-31}"
START = "2026-12-01"


def assigned(
    holders: str, capacity: str = "substantive", staff: str = "a", by: str | None = None
) -> tuple[str, list[str]]:
    """The holders afterwards, and what is told besides."""
    found = register(staff=STAFF, roles=f"- {{id: r, title: R, holders: [{holders}]}}")
    plan = assign(found, "r", staff, day(START), capacity, by)
    (line,) = new_lines(plan, found)["roles"]
    return line.partition("holders: ")[2].removesuffix("}"), plan.remarks


A = "{staff: a, from: 2026-12-01}"
ACTING, DEPUTY = "{staff: a, from: 2026-12-01, as: acting}", "{staff: a, from: 2026-12-01, as: deputy}"


@pytest.mark.parametrize(
    ("holders", "capacity", "after", "remarks"),
    [
        pytest.param("", "substantive", f"[{A}]", [], id="nobody before"),
        pytest.param(
            "{staff: b}", "substantive", f"[{{staff: b, until: 2026-11-30}}, {A}]", [], id="ends the day before"
        ),
        pytest.param(
            "{staff: b, until: 2026-11-30}",
            "substantive",
            f"[{{staff: b, until: 2026-11-30}}, {A}]",
            [],
            id="ended the day before anyway",
        ),
        pytest.param(
            "{staff: b, until: 2026-12-01}",
            "substantive",
            f"[{{staff: b, until: 2026-11-30}}, {A}]",
            [],
            id="would have gone on for a day",
        ),
        pytest.param(
            "{staff: b, from: 2026-11-30}",
            "substantive",
            f"[{{staff: b, from: 2026-11-30, until: 2026-11-30}}, {A}]",
            [],
            id="held it for one day",
        ),
        pytest.param(
            "{staff: b}, {staff: b, as: acting}",
            "acting",
            f"[{{staff: b}}, {{staff: b, as: acting, until: 2026-11-30}}, {ACTING}]",
            ["b stays the substantive holder of r"],
            id="acting ends acting only",
        ),
        pytest.param(
            "{staff: b, as: acting}",
            "substantive",
            f"[{{staff: b, as: acting, until: 2026-11-30}}, {A}]",
            [],
            id="substantive ends acting",
        ),
        pytest.param(
            "{staff: b}, {staff: b, as: acting}, {staff: b, as: deputy}",
            "deputy",
            f"[{{staff: b}}, {{staff: b, as: acting}}, {{staff: b, as: deputy}}, {DEPUTY}]",
            [],
            id="a deputy ends nobody",
        ),
        pytest.param(
            "{staff: a, as: deputy}, {staff: b, as: deputy}",
            "acting",
            f"[{{staff: a, as: deputy, until: 2026-11-30}}, {{staff: b, as: deputy}}, {ACTING}]",
            [],
            id="whoever acts deputises no more",
        ),
        pytest.param(
            "{staff: a, as: acting}",
            "substantive",
            f"[{{staff: a, as: acting, until: 2026-11-30}}, {A}]",
            [],
            id="from acting to substantive",
        ),
    ],
)
def test_who_is_followed(holders: str, capacity: str, after: str, remarks: list[str]) -> None:
    assert assigned(holders, capacity) == (after, remarks)


def test_the_message_and_who_decided_it() -> None:
    found = register(staff=STAFF, roles="- {id: r, title: R}")
    assert assign(found, "r", "a", day(START), "substantive", None).message == "Assign r to a from 2026-12-01"
    assert assign(found, "r", "a", day(START), "acting", None).message == "Assign r to a from 2026-12-01 (acting)"
    assert (
        assigned("", by="the chief executive")[0] == "[{staff: a, from: 2026-12-01, assigned_by: the chief executive}]"
    )


@pytest.mark.parametrize(
    ("holders", "capacity", "said"),
    [
        ("{staff: a}", "substantive", "a holds r already (substantive)"),
        ("{staff: a}", "deputy", "a holds r already (substantive)"),
        ("{staff: a, as: deputy}", "deputy", "a holds r already (deputy)"),
        ("{staff: a, until: 2026-12-01}", "substantive", "a holds r already (substantive)"),
        (
            "{staff: b, from: 2026-12-01}",
            "substantive",
            "b is down for r from 2026-12-01, which is not before 2026-12-01",
        ),
        (
            "{staff: b, from: 2026-12-02}",
            "substantive",
            "b is down for r from 2026-12-02, which is not before 2026-12-01",
        ),
    ],
)
def test_what_is_refused(holders: str, capacity: str, said: str) -> None:
    with pytest.raises(IgregError) as told:
        assigned(holders, capacity)
    assert told.value.sentence == said


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2026-11-30", "c starts on 2026-12-01 and is not employed on 2026-11-30"),
        ("2026-12-01", None),
        ("2027-01-31", None),
        ("2027-02-01", "c leaves on 2027-01-31 and is not employed on 2027-02-01"),
    ],
)
def test_whoever_takes_it_on_is_employed_then(start: str, said: str | None) -> None:
    found = register(staff=STAFF, roles="- {id: r, title: R}")
    if said is None:
        assert assign(found, "r", "c", day(start), "substantive", None).changes
        return
    with pytest.raises(IgregError) as told:
        assign(found, "r", "c", day(start), "substantive", None)
    assert told.value.sentence == said
