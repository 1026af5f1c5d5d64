"""Who may have to be told of an incident, and whom of the register that means."""

from __future__ import annotations

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.recipients import Recipients
from igreg.facts.notices import notices
from igreg.model.kinds.incidents import Incident
from tests.analysis.registers import register
from tests.pages import moment

TRUST = "{name: E, type: nhs-trust, essential_service: true}\n"
ALL = ["regulator", "people", "nis-authority", "national-body", "cqc", "police"]


def _asked(incident: str, organisation: str = TRUST, **files: str) -> tuple[Recipients, Incident]:
    made = register(organisation=organisation, incidents=f"- {{id: a, title: A, {incident}}}", **files)
    (one,) = made.of(Incident)
    return Recipients(AsOf(made, moment("2026-11-22"))), one


@pytest.mark.parametrize(
    ("incident", "organisation", "duties"),
    [
        pytest.param("status: open", TRUST, ALL, id="what is not written down may apply"),
        pytest.param("personal_data: false", TRUST, ["nis-authority", "cqc", "police"], id="no personal data"),
        pytest.param("near_miss: true", TRUST, ["cqc", "police"], id="a near miss"),
        pytest.param("near_miss: true, contained: {how: H}", TRUST, ALL, id="a near miss that was none"),
        pytest.param(
            "near_miss: true, decision: {report: true}",
            TRUST,
            ["regulator", "people", "national-body", "commissioner", "cqc", "police"],
            id="a near miss to be reported",
        ),
        pytest.param(
            "effects: [confidentiality], likelihood: 2, impact: 2",
            TRUST,
            ["regulator", "people", "cqc", "police"],
            id="graded low, and no service hit",
        ),
        pytest.param(
            "status: open",
            "{name: E, type: it-supplier}\n",
            ["regulator", "people", "national-body", "police"],
            id="no care",
        ),
        pytest.param(
            "status: open",
            "{name: E, type: nhs-trust, nation: scotland}\n",
            ["regulator", "people", "police"],
            id="Scotland",
        ),
        pytest.param(
            "decision: {report: true}",
            "{name: E, type: care-provider, nhs_contract: short}\n",
            ["regulator", "people", "national-body", "commissioner", "cqc", "police"],
            id="the shorter contract",
        ),
        pytest.param(
            "decision: {report: true}",
            "{name: E, type: care-provider}\n",
            ["regulator", "people", "national-body", "cqc", "police"],
            id="no contract that is known of",
        ),
    ],
)
def test_which_duties_may_apply(incident: str, organisation: str, duties: list[str]) -> None:
    recipients, one = _asked(incident, organisation)
    assert [duty.notice.duty for duty in recipients.of(one)] == duties


def test_a_body_is_known_by_what_it_acts_as_else_by_its_id_or_category() -> None:
    bodies = """
- {id: a, name: A, category: commissioner}
- {id: b, name: B, acts_as: [commissioner, police]}
- {id: cqc, name: C, acts_as: [police]}
- {id: police, name: D, category: other}
"""
    recipients, _ = _asked("status: open", bodies=bodies)
    assert recipients.bodies["commissioner"] == (("a", "b"), ("b",))
    assert recipients.bodies["police"] == (("b", "cqc", "police"), ("b", "cqc", "police"))
    assert recipients.bodies["cqc"] == ((), ())


@pytest.mark.parametrize(
    ("incident", "decided", "told"),
    [
        ("status: open", [], []),
        ("decision: {report: true}", ["ico"], []),
        ("notifications: [{to: ico, at: '2026-11-20 10:00'}]", [], ["ico"]),
        ("decision: {report: true}, notifications: [{to: ico, at: '2026-11-20 10:00'}, {to: cqc, at: '2026-11-20 10:00'}]", ["ico"], ["ico"]),
    ],
)  # fmt: skip
def test_what_was_decided_and_sent_to_the_regulator(incident: str, decided: list[str], told: list[str]) -> None:
    recipients, one = _asked(incident)
    (duty,) = (duty for duty in recipients.of(one) if duty.notice.duty == "regulator")
    assert (duty.parties, [to for to, _ in duty.decisions], [to for to, _ in duty.notifications]) == (
        ("ico",),
        decided,
        told,
    )


def test_every_row_has_its_source_and_is_no_surer_than_it() -> None:
    for row in notices():
        assert row.source and row.says and row.how and row.within, row.key
        assert row.confidence in ("medium", "low") or row.first_hand, row.key
        assert not (row.hours and row.limit), row.key


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland"])
def test_the_regulator_and_the_people_are_known_in_every_nation(nation: str) -> None:
    assert [row.duty for row in notices() if row.in_nation(nation)].count("regulator") == 1
    assert [row.duty for row in notices() if row.in_nation(nation)].count("people") == 1
