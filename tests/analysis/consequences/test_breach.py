"""The hours of a breach report, growing and shrinking, and no way at all."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import Row, compare, mirrored, row, texts, told
from tests.analysis.registers import register

ROLES = (
    "- {id: dpo, title: DPO, function: dpo, holders: [{staff: ann, from: 2020-01-01}]}\n"
    "- {id: siro, title: SIRO, function: siro, holders: [{staff: ben, from: 2020-01-01}]}\n"
)
STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n"
BODIES = "- {id: ico, name: Information Commissioner, category: regulator}\n"
ORGANISATION = "{name: E, type: other, breach_report_to: ico}\n"


def state(dpo: str = "1 hour", siro: str = "2 hours", ico: str = "2 hours", **more: str) -> Register:
    flows = (
        f"- {{id: F-1, title: Tell, from: all-staff, to: [dpo], trigger: incident, within: {dpo}}}\n"
        f"- {{id: F-2, title: Tell on, from: dpo, to: [siro], trigger: incident, within: {siro}}}\n"
        f"- {{id: F-3, title: Notify, from: dpo, to: [ico], trigger: incident, within: {ico}}}\n"
    )
    files = {"organisation": ORGANISATION, "roles": ROLES, "staff": STAFF, "bodies": BODIES, "flows": flows}
    return register(**files | more)


NOW = ("2026-11-24", None)


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        pytest.param(state(), [], id="nothing"),
        pytest.param(
            state(siro="8 hours"), [("breach-path", "siro", 3, 9, *NOW)], id="one step takes longer, for one of them"
        ),
        pytest.param(
            state(dpo="2 days"),
            [
                ("breach-path", "dpo", 1, 48, *NOW),
                ("breach-path", "ico", 3, 50, *NOW),
                ("breach-path", "siro", 3, 50, *NOW),
            ],
            id="the first step takes longer, for all",
        ),
        pytest.param(
            state(flows="- {id: F-1, title: Tell, from: all-staff, to: [dpo], trigger: incident, within: 1 hour}\n"),
            [("breach-path", "ico", 3, None, *NOW), ("breach-path", "siro", 3, None, *NOW)],
            id="no way any more",
        ),
    ],
)
def test_hours(after: Register, rows: list[Row]) -> None:
    assert told(state(), after) == rows
    assert sorted(told(after, state()), key=str) == mirrored(rows)


def test_the_slowest_beginning_counts() -> None:
    """Another place from which it takes longer; one from which it takes no longer changes nothing."""
    units = {"units": "- {id: north, name: North}\n- {id: south, name: South}\n"}
    staff = STAFF.replace("Ann}", "Ann, unit: north}").replace("Ben}", "Ben, unit: south}")
    flow = "- {{id: F-{n}, title: T, from: {unit}, to: [dpo], trigger: incident, within: {hours} hours}}\n"

    def of_units(north: int, south: int) -> Register:
        rest = "".join(
            f"- {{id: F-{n}, title: T, from: dpo, to: [{to}], trigger: incident}}\n"
            for n, to in ((3, "siro"), (4, "ico"))
        )
        flows = flow.format(n=1, unit="north", hours=north) + flow.format(n=2, unit="south", hours=south) + rest
        return state(staff=staff, flows=flows, **units)

    assert told(of_units(1, 5), of_units(4, 5)) == []
    assert told(of_units(1, 5), of_units(6, 5)) == [
        ("breach-path", subject, 5, 6, *NOW) for subject in ("dpo", "ico", "siro")
    ]


def test_a_way_that_ends_on_a_day_to_come() -> None:
    flows = state().sources.texts["register/flows.yaml"].replace("id: F-2,", "id: F-2, end: 2026-12-31,")
    ended = state(flows=flows)
    assert told(state(), ended) == [("breach-path", "siro", 3, None, "2027-01-01", None)]
    assert told(ended, state()) == [("breach-path", "siro", None, 3, "2027-01-01", None)]
    for last, first in (("2026-11-23", "2026-11-24"), ("2026-11-24", "2026-11-25")):
        assert told(state(), state(flows=flows.replace("2026-12-31", last))) == [
            ("breach-path", "siro", 3, None, first, None)
        ]


def test_nobody_is_there_to_be_told() -> None:
    after = state(roles=ROLES.replace("function: siro, ", ""))
    assert told(state(), after) == [("breach-path", "siro", 3, None, *NOW)]
    assert texts(state(), after) == [
        "as on 24 November 2026: there is no senior information risk owner any more to whom a breach could be reported; "
        "it took up to 3 hours"
    ]


def test_reports_that_go_to_another_body_have_another_way() -> None:
    bodies = BODIES + "- {id: cqc, name: CQC, category: regulator}\n"
    after = state(organisation=ORGANISATION.replace("ico", "cqc"), bodies=bodies)
    assert told(state(bodies=bodies), after) == []


def test_a_body_that_is_called_otherwise_is_the_same() -> None:
    def called(ico: str, takes: str) -> Register:
        made = state(ico=takes)
        return register(
            **{
                name: made.sources.texts[f"register/{name}.yaml"].replace("ico", ico)
                for name in ("organisation", "roles", "staff", "bodies", "flows")
            }
        )

    old, same, slower = called("ico", "2 hours"), called("commission", "2 hours"), called("commission", "8 hours")
    renamed = {"ico": "commission"}
    assert compare(old, same, renamed=renamed) == []
    assert [row(one) for one in compare(old, slower, renamed=renamed)] == [("breach-path", "commission", 3, 9, *NOW)]


@pytest.mark.parametrize("broken", ["flows", "roles", "groups", "units"])
def test_nothing_is_said_of_what_a_broken_file_could_hold(broken: str) -> None:
    assert told(state(), state(siro="8 hours", **{broken: "- {id: x\n"})) == []


def test_the_words() -> None:
    assert texts(state(), state(siro="8 hours")) == [
        "as on 24 November 2026: a report of a breach takes up to 9 hours to get to the senior information risk owner; "
        "it took 3 hours"
    ]
    assert texts(state(), state(siro="4 days"))[0].endswith(
        "it took 3 hours; the regulator must be told within 72 hours"
    )
    one = state(flows="- {id: F-1, title: Tell, from: all-staff, to: [dpo], trigger: incident, within: 1 hour}\n")
    assert texts(state(), one) == [
        "as on 24 November 2026: no report of a breach gets to Information Commissioner from all staff any more; it took up to 3 hours",
        "as on 24 November 2026: no report of a breach gets to the senior information risk owner from all staff any more; "
        "it took up to 3 hours",
    ]
    assert texts(one, state())[1] == (
        "as on 24 November 2026: a report of a breach takes up to 3 hours to get to the senior information risk owner; "
        "there was no way from all staff"
    )


WAY = (
    "- {id: F-1, title: Tell, from: all-staff, to: [g], trigger: incident, within: 1 hour}\n"
    "- {id: F-2, title: Tell on, from: clerk, to: [dpo], trigger: incident, within: 1 hour}\n"
)
POSTS = (
    ROLES.splitlines()[0]
    + "\n- {id: clerk, title: Clerk, holders: [{staff: ben, from: 2020-01-01}]}\n- {id: porter, title: P}\n"
)


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        pytest.param("", ", end: 2026-12-31", ["2027-01-01"], id="a group on the way ends"),
        pytest.param(", end: 2026-12-31", ", end: 2027-01-31", ["2027-01-01"], id="or ends later"),
        pytest.param("", ", notes: more", [], id="or says more"),
    ],
)
def test_the_day_on_which_a_group_on_the_way_ends(before: str, after: str, days: list[str]) -> None:
    was, now = (
        state(flows=WAY, roles=POSTS, groups=f"- {{id: g, title: G, chair: clerk, members: [clerk]{text}}}\n")
        for text in (before, after)
    )
    assert [row[4] for row in told(was, now) if row[0] == "breach-path" and row[1] == "dpo"] == days
