"""Leads, deputies and posts, day by day: what arises and what nearly does."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import Row, compare, mirrored, row, texts, told
from tests.analysis.registers import register

STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n- {id: cat, name: Cat, left: 2026-12-31}\n"
ANN = "{staff: ann, from: 2020-01-01}"


def roles(holders: str, more: str = "areas: [risk]", others: str = "", **files: str) -> Register:
    text = f"- {{id: r, title: R, {more}, holders: [{holders}]}}\n{others}"
    return register(roles=text, staff=STAFF, **files)


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        pytest.param(ANN, [], id="nothing"),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-12-31}",
            [
                ("lead-lost", "risk", "ann", "", "2027-01-01", None),
                ("role-vacant", "r", "ann", "", "2027-01-01", None),
            ],
            id="from the day after the last",
        ),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-11-24}",
            [
                ("lead-lost", "risk", "ann", "", "2026-11-25", None),
                ("role-vacant", "r", "ann", "", "2026-11-25", None),
            ],
            id="today is the last day",
        ),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-12-31}, {staff: ben, from: 2027-02-01}",
            [
                ("lead-lost", "risk", "ann", "", "2027-01-01", "2027-01-31"),
                ("role-vacant", "r", "ann", "", "2027-01-01", "2027-01-31"),
                ("lead-changed", "risk", "ann", "ben", "2027-02-01", None),
            ],
            id="a gap, and who comes then",
        ),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-12-31}, {staff: ben, from: 2027-01-01}",
            [("lead-changed", "risk", "ann", "ben", "2027-01-01", None)],
            id="no gap",
        ),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-12-31}, {staff: ann, from: 2027-01-01}",
            [],
            id="the same person anew",
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2026-01-01, as: deputy, until: 2026-11-24}}",
            [("deputy-gained", "risk", "", "ben", "2026-01-01", "2026-11-24")],
            id="a deputy until today",
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2026-01-01, as: deputy, until: 2026-11-23}}",
            [("deputy-gained", "risk", "", "ben", "2026-01-01", "2026-11-23")],
            id="the past is told too",
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2027-01-01}}",
            [("lead-changed", "risk", "ann", "ann ben", "2027-01-01", None)],
            id="one more",
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2027-01-01, as: acting}}",
            [("lead-changed", "risk", "ann", "ann ben", "2027-01-01", None)],
            id="who acts leads",
        ),
    ],
)
def test_days_of_holders(after: str, rows: list[Row]) -> None:
    assert told(roles(ANN), roles(after)) == rows


def test_the_past_comes_last_and_is_said_to_be_past() -> None:
    after = "{staff: ben, from: 2020-01-01, until: 2020-12-31}, {staff: ann, from: 2021-01-01}, {staff: ben, from: 2027-01-01}"
    found = compare(roles(ANN), roles(after))
    assert [row(one) for one in found] == [
        ("lead-changed", "risk", "ann", "ann ben", "2027-01-01", None),
        ("lead-changed", "risk", "ann", "ben", "2020-01-01", "2020-12-31"),
    ]
    assert [one.past for one in found] == [False, True]
    assert [one.text for one in found] == [
        "from 1 January 2027: Ben leads risk too",
        "the past is written anew, from 1 January 2020 until 31 December 2020: Ben led risk in place of Ann",
    ]


@pytest.mark.parametrize(
    ("until", "past", "begins"),
    [
        ("2026-11-23", True, "the past is written anew, from 1 January 2020 until 23 November 2026: nobody led risk"),
        ("2026-11-24", False, "as now written, from 1 January 2020 until 24 November 2026: nobody leads risk"),
    ],
)
def test_a_run_is_past_when_its_last_day_is(until: str, past: bool, begins: str) -> None:
    first = "2026-11-24" if past else "2026-11-25"
    found = [one for one in compare(roles(ANN), roles(f"{{staff: ann, from: {first}}}")) if one.what == "lead-lost"]
    assert [(one.past, str(one.on), str(one.until)) for one in found] == [(past, "2020-01-01", until)]
    assert found[0].text == f"{begins}; it was Ann"


def test_two_roles_of_one_person_are_one() -> None:
    other = f"- {{id: s, title: S, areas: [risk], holders: [{ANN}]}}\n"
    assert told(roles(ANN, others=other), roles(ANN)) == []
    assert told(roles(ANN, others=other), roles("", others=other)) == [
        ("role-vacant", "r", "ann", "", "2020-01-01", None)
    ]


def test_an_area_of_one_state_alone_has_no_lead_to_lose() -> None:
    own = "{name: E, type: other, areas: [{id: archive, title: the archive}]}\n"
    leads = roles(ANN, "areas: [risk, archive]", organisation=own)
    assert told(leads, roles(ANN)) == []
    assert told(roles(ANN), leads) == []
    assert told(roles(ANN, organisation=own), leads) == [("lead-gained", "archive", "", "ann", "2020-01-01", None)]


def test_an_area_that_moves_to_another_post() -> None:
    other = "- {{id: s, title: S, {} holders: [{{staff: ben, from: 2021-01-01}}]}}\n"
    before = roles(ANN, "areas: [risk]", other.format(""))
    after = roles(ANN, "level: board", other.format("areas: [risk],"))
    assert told(before, after) == [
        ("lead-changed", "risk", "ann", "ben", "2021-01-01", None),
        ("lead-lost", "risk", "ann", "", "2020-01-01", "2020-12-31"),
    ]
    assert texts(before, after) == [
        "as now written, since 1 January 2021: Ben leads risk in place of Ann",
        "the past is written anew, from 1 January 2020 until 31 December 2020: nobody led risk; it was Ann",
    ]


def test_a_role_that_leads_nothing() -> None:
    before = roles(ANN, "level: board")
    after = roles("{staff: ben, from: 2020-01-01}", "level: board")
    assert told(before, after) == [("role-changed", "r", "ann", "ben", "2020-01-01", None)]
    assert told(roles("", "level: board"), before) == [("role-filled", "r", "", "ann", "2020-01-01", None)]
    assert told(before, roles("", "level: board")) == [("role-vacant", "r", "ann", "", "2020-01-01", None)]


def test_who_takes_over_a_post_that_leads_an_area_is_told_of_the_area() -> None:
    after = "{staff: ben, from: 2020-01-01}"
    assert told(roles(ANN), roles(after)) == [("lead-changed", "risk", "ann", "ben", "2020-01-01", None)]


DEPUTY = f"{ANN}, {{staff: ben, from: 2020-01-01, as: deputy}}"
OTHER_DEPUTY = f"{ANN}, {{staff: cat, from: 2020-01-01, as: deputy}}"


@pytest.mark.parametrize(
    ("more", "subjects"), [("areas: [risk, security]", ["risk", "security"]), ("level: board", ["r"])]
)
def test_deputies(more: str, subjects: list[str]) -> None:
    """Of each area that the post leads, else of the post; a swap is no consequence."""
    assert told(roles(DEPUTY, more), roles(OTHER_DEPUTY, more)) == []
    assert told(roles(DEPUTY, more), roles(ANN, more)) == [
        ("deputy-lost", subject, "ben", "", "2020-01-01", None) for subject in subjects
    ]
    assert told(roles(ANN, more), roles(DEPUTY, more)) == [
        ("deputy-gained", subject, "", "ben", "2020-01-01", None) for subject in subjects
    ]


def test_a_post_that_is_not_there_is_not_vacant() -> None:
    after = roles("{staff: ann, from: 2020-01-01, until: 2026-12-31}", "areas: [risk], end: 2026-12-31")
    assert told(roles(ANN), after) == [("lead-lost", "risk", "ann", "", "2027-01-01", None)]
    later = roles("{staff: ann, from: 2020-01-01, until: 2026-12-30}", "areas: [risk], end: 2026-12-31")
    assert told(roles(ANN), later)[1:] == [("role-vacant", "r", "ann", "", "2026-12-31", "2026-12-31")]
    assert [one[0] for one in told(roles(ANN), register(roles="- {id: s, title: S}\n", staff=STAFF))] == ["lead-lost"]


def test_an_appointment_without_a_first_day() -> None:
    """It has a finding of its own; the day that is told is one on which it is so."""
    assert told(roles(""), roles("{staff: ann}")) == [
        ("role-filled", "r", "", "ann", "2026-11-24", None),
        ("lead-gained", "risk", "", "ann", "2026-11-24", None),
    ]


def test_who_is_renamed_holds_what_they_held() -> None:
    after = register(
        roles="- {id: q, title: R, areas: [risk], holders: [{staff: anna, from: 2020-01-01}]}\n",
        staff=STAFF.replace("{id: ann,", "{id: anna,"),
    )
    assert compare(roles(ANN), after, renamed={"r": "q", "ann": "anna"}) == []
    assert [one.what for one in compare(roles(ANN), after)] == ["lead-changed"]


@pytest.mark.parametrize("broken", ["roles", "staff"])
def test_nothing_is_said_of_what_a_broken_file_could_hold(broken: str) -> None:
    files = {"roles": f"- {{id: r, title: R, areas: [risk], holders: [{ANN}]}}\n", "staff": STAFF}
    files |= {"policies": "- {id: P, title: P, owner: r}\n"}
    whole, part = register(**files), register(**files | {broken: "- {id: x\n"})
    assert told(whole, part) == []
    assert told(part, whole) == []


def test_the_words() -> None:
    before, after = roles(ANN), roles("{staff: ann, from: 2020-01-01, until: 2026-12-31}")
    assert texts(before, after) == [
        "from 1 January 2027: nobody leads risk; it was Ann",
        "from 1 January 2027: nobody holds the post R; it was Ann",
    ]
    more = roles(f"{ANN}, {{staff: ben, from: 2027-01-01}}")
    assert texts(before, more) == ["from 1 January 2027: Ben leads risk too"]
    assert texts(more, before) == ["from 1 January 2027: Ben no longer leads risk; Ann still does"]
    deputy = roles(f"{ANN}, {{staff: ben, from: 2026-11-24, as: deputy, until: 2026-11-24}}")
    assert texts(before, deputy) == ["on 24 November 2026: Ben deputises for risk, for which nobody did"]
    assert texts(deputy, before) == ["on 24 November 2026: nobody deputises for risk; it was Ben"]


@pytest.mark.parametrize("more", ["areas: [risk]", "level: board"])
def test_the_other_way_round(more: str) -> None:
    states = [
        roles(holders, more)
        for holders in (
            "",
            ANN,
            DEPUTY,
            "{staff: ben, from: 2026-11-24}",
            "{staff: ann, from: 2020-01-01, until: 2026-11-23}",
        )
    ]
    for one in states:
        assert told(one, one) == []
        for other in states:
            assert sorted(told(other, one), key=str) == mirrored(told(one, other))


def test_an_area_that_is_called_as_a_post_is() -> None:
    files = {"organisation": "{name: E, type: other, areas: [{id: r, title: the archive}]}\n"}
    before, after = roles(DEPUTY, "areas: [r]", **files), roles("", "areas: [r]", **files)
    assert texts(before, after) == [
        "as now written, since 1 January 2020: nobody leads the archive; it was Ann",
        "as now written, since 1 January 2020: nobody holds the post R; it was Ann",
        "as now written, since 1 January 2020: nobody deputises for the archive; it was Ben",
    ]
