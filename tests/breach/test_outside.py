"""Who outside must be told, by when, and how that stands (rulings E58 to E60, E63, E66 and E68)."""

from __future__ import annotations

import pytest

from igreg.facts.figures import Figures
from tests.breach.desks import AWARE, CARE, NO, NOW, TRUST, YES, desk, row

REGULATOR = [
    pytest.param(AWARE, "open", 48, id="nobody has decided or graded"),
    pytest.param(f"{AWARE}, likelihood: 3, impact: 2", "open", 48, id="graded at the line"),
    pytest.param(f"{AWARE}, likelihood: 2, impact: 5", "undecided", 48, id="graded below it by likelihood"),
    pytest.param(f"{AWARE}, likelihood: 5, impact: 1", "undecided", 48, id="graded below it by impact"),
    pytest.param(f"{AWARE}, likelihood: 2", "open", 48, id="half a grade is none"),
    pytest.param(f"{AWARE}, likelihood: 2, impact: 2, decision: {YES}", "open", 48, id="to be reported all the same"),
    pytest.param(f"{AWARE}, decision: {NO}", "not-needed", None, id="decided not to"),
    pytest.param(
        f"{AWARE}, decision: {YES}, notifications: [{{to: ico, at: 2026-11-21T11:00}}]", "done", None, id="done"
    ),
    pytest.param("aware: 2026-11-19T09:30", "open", 0, id="the last minute"),
    pytest.param("aware: 2026-11-19T09:29", "overdue", -1, id="the minute after"),
    pytest.param("aware: 2026-11-19T09:29, likelihood: 1, impact: 1", "undecided", -1, id="below the line, and past"),
    pytest.param("aware: 2026-11-20", "open", 14, id="a day counts from its first minute"),
    pytest.param("aware: 2026-11-23T09:30", "open", 96, id="aware after now"),
    pytest.param("status: open", "open", None, id="nobody knows since when"),
    pytest.param(f"{AWARE}, near_miss: true, effects: [confidentiality]", "open", 48, id="a near miss that was none"),
    pytest.param(f"{AWARE}, near_miss: true, decision: {YES}", "open", 48, id="a near miss to be reported"),
    pytest.param(f"{AWARE}, status: withdrawn", "not-needed", None, id="withdrawn"),
    pytest.param(f"{AWARE}, status: closed", "open", 48, id="closed and undecided"),
]


@pytest.mark.parametrize(("incident", "state", "hours"), REGULATOR)
def test_the_regulator(incident: str, state: str, hours: int | None) -> None:
    found = row(desk(incident), "ico")
    assert found is not None
    assert (found.state, found.hours) == (state, hours)


@pytest.mark.parametrize(
    "incident",
    [f"{AWARE}, personal_data: false", f"{AWARE}, near_miss: true", f"{AWARE}, near_miss: true, effects: [integrity]"],
)
def test_where_no_clock_runs_neither_the_regulator_nor_people_are_named(incident: str) -> None:
    found = desk(incident)
    assert (row(found, "ico"), row(found, "people")) == (None, None)
    assert found.clock
    assert found.sheet == ()


PEOPLE = [
    pytest.param(AWARE, "undecided", id="nobody has judged"),
    pytest.param(f"{AWARE}, likelihood: 4, impact: 4", "open", id="graded high"),
    pytest.param(f"{AWARE}, likelihood: 3, impact: 5", "undecided", id="graded high by harm alone"),
    pytest.param(f"{AWARE}, high_risk: {{answer: true}}", "open", id="judged high"),
    pytest.param(
        f"{AWARE}, likelihood: 5, impact: 5, high_risk: {{answer: false}}", "not-needed", id="judged not high"
    ),
    pytest.param(
        f"{AWARE}, likelihood: 4, impact: 4, people_told: {{not_told_reason: R}}", "not-needed", id="not told"
    ),
    pytest.param(f"{AWARE}, people_told: {{at: 2026-11-21T12:00}}", "done", id="told"),
    pytest.param(f"{AWARE}, status: withdrawn, likelihood: 4, impact: 4", "not-needed", id="withdrawn"),
]


@pytest.mark.parametrize(("incident", "state"), PEOPLE)
def test_those_concerned(incident: str, state: str) -> None:
    found = row(desk(incident), "people")
    assert found is not None
    assert (found.state, found.due, found.hours) == (state, None, None)


NETWORKS = [
    pytest.param(AWARE, TRUST, "open", id="effects are not given"),
    pytest.param(f"{AWARE}, effects: [availability]", TRUST, "open", id="the service was hit"),
    pytest.param(f"{AWARE}, effects: [availability], personal_data: false", TRUST, "open", id="no personal data"),
    pytest.param("aware: 2026-11-19T09:29, effects: [integrity]", TRUST, "overdue", id="past 72 hours"),
    pytest.param(f"{AWARE}, effects: [confidentiality]", TRUST, None, id="it was not"),
    pytest.param(f"{AWARE}, effects: [availability]", CARE, None, id="no essential service"),
    pytest.param(
        f"{AWARE}, decisions: [{{to: nis-authority, report: false}}]", TRUST, "not-needed", id="decided not to"
    ),
]


@pytest.mark.parametrize(("incident", "organisation", "state"), NETWORKS)
def test_the_authority_for_networks(incident: str, organisation: str, state: str | None) -> None:
    found = row(desk(incident, organisation), "nis-authority")
    assert (found.state if found else None) == state


def test_the_department_is_never_a_must() -> None:
    found = row(desk("aware: 2026-11-01T09:30, likelihood: 5, impact: 5", TRUST), "dhsc")
    assert found is not None
    assert (found.state, found.hours, found.confidence) == ("undecided", None, "low")
    assert row(desk(f"{AWARE}, likelihood: 2, impact: 5", TRUST), "dhsc") is None
    assert row(desk(AWARE, "{name: E, type: nhs-trust, nation: wales}\n"), "dhsc") is None


@pytest.mark.parametrize(
    ("organisation", "there"),
    [
        (CARE, True),
        (TRUST, True),
        ("{name: E, type: it-supplier}\n", False),
        ("{name: E, type: care-provider, nation: scotland}\n", False),
    ],
)
def test_whether_anybody_was_harmed_is_always_asked_of_care_in_england(organisation: str, there: bool) -> None:
    found = row(desk(f"{AWARE}, personal_data: false", organisation), "cqc")
    assert (found is not None) is there
    if found is not None:
        assert (found.state, found.due, found.hours) == ("undecided", None, None)
        assert "was anybody harmed?" in found.why
        assert "10 working days" in found.why


BODIES = """
- {id: icb, name: The ICB, category: commissioner, contact: ig@icb.example}
- {id: council, name: The Council, category: commissioner}
- {id: england, name: NHS England, category: national-body}
- {id: ndg, name: National Data Guardian, category: national-body}
- {id: insurer, name: The Insurer, category: other}
- {id: force, name: The Force, acts_as: [police]}
"""


def test_each_commissioner_has_a_contract_of_its_own() -> None:
    found = desk(
        f"{AWARE}, decision: {YES}, notifications: [{{to: council, at: 2026-11-21T11:00, reference: C-1}}]",
        TRUST,
        bodies=BODIES,
    )
    icb, council = row(found, "icb"), row(found, "council")
    assert icb is not None and council is not None
    assert (icb.name, icb.state) == ("The ICB", "open")
    assert icb.how == "As the contract says, to the contact that it names. Contact in the register: ig@icb.example"
    assert (council.state, council.reference) == ("done", "C-1")
    assert row(desk(f"{AWARE}, decision: {YES}", TRUST), "commissioner") is not None
    assert row(desk(AWARE, TRUST, bodies=BODIES), "icb") is None


def test_of_several_national_bodies_none_is_guessed() -> None:
    assert row(desk(AWARE, bodies=BODIES), "dhsc") is not None
    told = desk(f"{AWARE}, notifications: [{{to: england, at: 2026-11-21T11:00}}]", bodies=BODIES)
    assert (row(told, "dhsc"), row(told, "ndg")) == (None, None)
    assert row(told, "england") is not None


def test_whom_the_record_names_beside_the_facts() -> None:
    found = desk(
        f"{AWARE}, decisions: [{{to: force, report: true, by: siro, at: 2026-11-21T12:00, reason: Theft}}], "
        "notifications: [{to: insurer, at: 2026-11-21T13:00}, {to: siro, at: 2026-11-21T10:00}, {to: carers, at: 2026-11-21T14:00}]",
        bodies=BODIES,
        roles="- {id: siro, title: SIRO, function: siro}",
    )
    force, insurer, carers = row(found, "force"), row(found, "insurer"), row(found, "carers")
    assert force is not None and insurer is not None and carers is not None
    assert (force.state, force.decision.name if force.decision else None) == ("open", "SIRO")
    assert (insurer.state, carers.state, carers.name) == ("done", "done", "Carers")
    assert row(found, "siro") is None


def test_the_police_wait_where_nobody_is_in_the_register_for_them() -> None:
    assert row(desk(AWARE), "police") is None
    assert [text for text in desk(AWARE).may_wait if text.startswith("The police")]
    assert row(desk(AWARE, bodies=BODIES), "force") is not None
    assert not [text for text in desk(AWARE, bodies=BODIES).may_wait if text.startswith("The police")]
    named = row(desk(f"{AWARE}, decisions: [{{to: police, report: true}}]"), "police")
    assert named is not None
    assert (named.name, named.state) == ("The police", "open")


def test_a_decision_against_the_grade_is_said_beside_it() -> None:
    found = row(desk(f"{AWARE}, likelihood: 4, impact: 3, decision: {NO}"), "ico")
    assert found is not None and found.decision is not None
    assert found.state == "not-needed"
    assert "against the grade (likelihood 4, impact 3)" in found.remark
    assert (found.decision.report, found.decision.by, found.decision.reason) == (False, "dpo", "R")
    assert row(desk(f"{AWARE}, decision: {NO}"), "ico").remark == ""  # type: ignore[union-attr]


def test_what_is_contained_may_take_the_high_risk_away() -> None:
    found = row(desk(f"{AWARE}, likelihood: 4, impact: 4, contained: {{how: H}}"), "people")
    assert found is not None and found.state == "open"
    assert "not_told_reason" in found.remark


def test_the_regulator_is_called_as_the_register_calls_it_else_as_the_facts_did_on_their_day() -> None:
    named = row(desk(AWARE, bodies="- {id: ico, name: The Commission, contact: By telephone}"), "ico")
    assert named is not None
    assert named.name == "The Commission"
    assert named.how.startswith("Through the incident tool of the Data Security and Protection Toolkit")
    assert named.how.endswith(". Contact in the register: By telephone")
    known = row(desk(AWARE), "ico")
    assert known is not None and known.name.endswith("as the facts had it on 28 November 2026")
    own = "{name: E, type: other, breach_report_to: guernsey}\n"
    other = row(desk(AWARE, own), "guernsey")
    assert other is not None and other.name == "guernsey"


def test_moments_are_in_the_zone_of_the_organisation() -> None:
    found = desk(
        "aware: 2026-11-21T09:30+00:00", "{name: E, type: other, timezone: Pacific/Auckland}\n", f"{NOW}+00:00"
    )
    ico = row(found, "ico")
    assert ico is not None and ico.due is not None
    assert ico.due.isoformat(timespec="minutes") == "2026-11-24T22:30+13:00"
    assert ico.hours == 48


def test_the_clocks_go_back() -> None:
    ico = row(desk("aware: 2026-10-24T12:00", now="2026-10-25T12:00"), "ico")
    assert ico is not None and ico.due is not None
    assert (ico.hours, ico.due.isoformat(timespec="minutes")) == (47, "2026-10-27T11:00+00:00")


def test_the_own_figure_of_the_organisation() -> None:
    ico = row(desk(AWARE, figures=Figures({"breach-notice": 24})), "ico")
    assert ico is not None and (ico.state, ico.hours) == ("open", 0)


def test_of_a_withdrawn_incident_nobody_need_be_told() -> None:
    found = desk(f"{AWARE}, status: withdrawn, decision: {YES}, likelihood: 5, impact: 5", TRUST, bodies=BODIES)
    assert {one.state for one in found.recipients} == {"not-needed"}
    assert (found.steps, found.sheet, found.may_wait, found.missing) == ((), (), (), ())


CONTRACTS = """
- {id: C1, title: Community nursing, with: icb, our_part: provider, breach_within: 24 hours}
- {id: C2, title: Wards, with: icb, our_part: commissioned, breach_within: 2 days}
- {id: C3, title: Meals, with: insurer, our_part: buyer, breach_within: 1 hour}
- {id: C4, title: Old, with: council, our_part: partner, breach_within: 1 hour, end: 2026-11-21}
- {id: C5, title: No word of breaches, with: england, our_part: grant-holder}
"""


@pytest.mark.parametrize(
    ("incident", "state", "hours"),
    [
        pytest.param("aware: 2026-11-21T09:30", "open", 0, id="the last minute of the shortest"),
        pytest.param("aware: 2026-11-21T09:29", "overdue", -1, id="the minute after"),
        pytest.param(f"{AWARE}, decisions: [{{to: icb, report: false}}]", "not-needed", None, id="decided not to"),
        pytest.param(f"{AWARE}, notifications: [{{to: icb, at: 2026-11-21T10:00}}]", "done", None, id="told"),
        pytest.param(f"{AWARE}, decision: {YES}", "open", 0, id="instead of what the condition of the NHS says"),
    ],
)
def test_whom_a_contract_makes_us_tell(incident: str, state: str, hours: int | None) -> None:
    found = desk(incident, TRUST, bodies=BODIES, contracts=CONTRACTS)
    icb = row(found, "icb")
    assert icb is not None
    assert (icb.state, icb.hours, icb.source) == (state, hours, "Contract C1")
    assert {one.to for one in found.recipients}.isdisjoint({"insurer", "england"})


@pytest.mark.parametrize("more", ["status: investigating", "status: closed", "personal_data: false"])
def test_a_contract_is_asked_of_an_open_breach_only(more: str) -> None:
    assert row(desk(f"{AWARE}, {more}", bodies=BODIES, contracts=CONTRACTS), "icb") is None


def test_what_the_law_asks_stands_beside_a_contract_with_the_same_body() -> None:
    """Else ten days of a contract would hide the 72 hours of the law."""
    contracts = "- {id: C1, title: Specialised services, with: icb, our_part: provider, breach_within: 10 days}"
    found = desk(
        AWARE, "{name: Ash House, type: care-provider, breach_report_to: icb}", bodies=BODIES, contracts=contracts
    )
    rows = [one for one in found.recipients if one.to == "icb"]
    assert [(one.hours, one.source == "Contract C1") for one in rows] == [(48, False), (216, True)]
