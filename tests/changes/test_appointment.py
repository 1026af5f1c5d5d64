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


SHARED = "{staff: b, from: 2020-01-01}, {staff: d, from: 2020-01-01%s}"


def shared(until: str, instead_of: str | None = None, today: str = "2026-11-24", more: str = "") -> list[str]:
    """Who of a job share goes on after somebody has joined, each with the last day where there is one."""
    holders = SHARED % (f", until: {until}" if until else "")
    found = register(staff=f"{STAFF}\n- {{id: d, name: D}}", roles=f"- {{id: r, title: R, holders: [{holders}{more}]}}")
    plan = assign(found, "r", "a", day(START), "substantive", None, instead_of=instead_of, today=day(today))
    (line,) = new_lines(plan, found)["roles"]
    return [text.split(",")[0] + text.partition(" until")[2].partition("}")[0] for text in line.split("{staff: ")[1:]]


@pytest.mark.parametrize(
    ("until", "instead_of", "after"),
    [
        pytest.param("2026-11-30", None, ["b", "d: 2026-11-30", "a}"], id="one has an end on the day before"),
        pytest.param("2026-11-26", None, ["b", "d: 2026-11-26", "a}"], id="one has an end before it"),
        pytest.param("", "d", ["b", "d: 2026-11-30", "a}"], id="it is said who"),
        pytest.param("2026-12-31", "d", ["b", "d: 2026-11-30", "a}"], id="it is said who, and that end comes sooner"),
        pytest.param("2026-11-30", "b", ["b: 2026-11-30", "d: 2026-11-30", "a}"], id="it is said that it is the other"),
        pytest.param("2026-11-30", "d", ["b", "d: 2026-11-30", "a}"], id="it is said, and written down already"),
        pytest.param("2026-11-23", None, ["b: 2026-11-30", "d: 2026-11-23", "a}"], id="ended yesterday: one is left"),
    ],
)
def test_of_a_job_share_one_is_followed(until: str, instead_of: str | None, after: list[str]) -> None:
    assert [one.removesuffix("}") for one in shared(until, instead_of)] == [one.removesuffix("}") for one in after]


@pytest.mark.parametrize(
    ("until", "more"),
    [
        pytest.param("", "", id="neither has an end"),
        pytest.param("2026-12-01", "", id="an end on the first day of the new one"),
        pytest.param("2026-11-30", ", {staff: e, from: 2020-01-01, until: 2026-11-30}", id="two have an end"),
    ],
)
def test_where_nobody_can_tell_who_of_a_job_share_is_followed_it_is_asked(until: str, more: str) -> None:
    with pytest.raises(IgregError, match=r"b,? (d )?and [de] share r, and it is not said whom a follows") as raised:
        shared(until, more=more)
    assert "--instead-of" in str(raised.value.hint)


def test_whoever_is_not_in_the_role_is_not_followed() -> None:
    with pytest.raises(IgregError, match="--instead-of: c is not one who holds r"):
        shared("", "c")


def test_a_job_share_of_today_is_one_on_the_day_before_the_new_one_begins_too() -> None:
    assert shared("2026-11-26", today="2026-11-26")[0] == "b"
    assert shared("2026-11-26", today="2026-11-27")[0] == "b: 2026-11-30"


def test_a_deputy_may_follow_another_deputy() -> None:
    deputies = "{staff: b, as: deputy}, {staff: d, as: deputy}"
    found = register(staff=STAFF, roles=f"- {{id: r, title: R, holders: [{deputies}]}}")
    plan = assign(found, "r", "a", day(START), "deputy", None, instead_of="b")
    (line,) = new_lines(plan, found)["roles"]
    assert f"[{{staff: b, as: deputy, until: 2026-11-30}}, {{staff: d, as: deputy}}, {DEPUTY}]" in line


@pytest.mark.parametrize(
    ("days", "said"),
    [
        pytest.param("end: 2026-11-30", "r ends on 2026-11-30 and is not there on 2026-12-01", id="over by then"),
        pytest.param("start: 2026-12-02", "r begins on 2026-12-02 and is not there on 2026-12-01", id="not yet"),
    ],
)
def test_nobody_takes_on_a_post_that_is_not_there(days: str, said: str) -> None:
    found = register(staff=STAFF, roles=f"- {{id: r, title: R, {days}}}")
    with pytest.raises(IgregError, match=said):
        assign(found, "r", "a", day(START), "substantive", None)


@pytest.mark.parametrize(
    ("holders", "capacity", "after", "remarks"),
    [
        pytest.param("{staff: b}", "substantive", f"[{{staff: b}}, {A}]", ["b shares r with a"], id="a partner"),
        pytest.param(
            "{staff: b}, {staff: c}",
            "substantive",
            f"[{{staff: b}}, {{staff: c}}, {A}]",
            ["b shares r with a", "c shares r with a"],
            id="a third partner",
        ),
        pytest.param(
            "{staff: b}, {staff: a, as: deputy}",
            "substantive",
            f"[{{staff: b}}, {{staff: a, as: deputy, until: 2026-11-30}}, {A}]",
            ["b shares r with a"],
            id="one who deputised does no more",
        ),
        pytest.param("{staff: b, as: acting}", "acting", f"[{{staff: b, as: acting}}, {ACTING}]", [], id="two who act"),
        pytest.param(
            "{staff: b, until: 2026-11-30}",
            "substantive",
            f"[{{staff: b, until: 2026-11-30}}, {A}]",
            [],
            id="beside one whose time is over",
        ),
    ],
)
def test_beside_those_who_are_there_nobody_ends(holders: str, capacity: str, after: str, remarks: list[str]) -> None:
    found = register(staff=STAFF, roles=f"- {{id: r, title: R, holders: [{holders}]}}")
    plan = assign(found, "r", "a", day(START), capacity, None, beside=True)
    (line,) = new_lines(plan, found)["roles"]
    assert (line.partition("holders: ")[2].removesuffix("}"), plan.remarks) == (after, remarks)


def test_beside_and_instead_of_exclude_each_other() -> None:
    found = register(staff=STAFF, roles="- {id: r, title: R, holders: [{staff: b}]}")
    with pytest.raises(IgregError, match="--beside: nobody ends where a partner is added, and --instead-of ends b"):
        assign(found, "r", "a", day(START), "substantive", None, instead_of="b", beside=True)


def test_who_only_comes_after_the_new_one_shares_nothing_yet() -> None:
    with pytest.raises(IgregError) as told:
        assigned("{staff: b, from: 2020-01-01}, {staff: d, from: 2026-12-02}")
    assert told.value.sentence == "d is down for r from 2026-12-02, which is not before 2026-12-01"
