"""Rules that are an error here and a warning there: how bad each case is."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Severity
from tests.analysis.registers import register
from tests.pages import moment

POSTS = "- {id: dpo, title: DPO, function: dpo}\n- {id: siro, title: SIRO, function: siro}"
AGAINST = "likelihood: {}, impact: {}, decision: {{report: false, by: {}, at: 2026-11-03T10:00, reason: R}}"
PROCESSOR = "occurred: 2026-11-01T09:00, processor: {{body: x, {}told_us: 2026-11-02T09:01}}"

CASES = [
    pytest.param("IG604", AGAINST.format(4, 4, "siro"), Severity.ERROR, id="16, and no advice"),
    pytest.param("IG604", AGAINST.format(4, 4, "dpo"), Severity.WARNING, id="16, and the DPO decided"),
    pytest.param("IG604", AGAINST.format(3, 5, "siro"), Severity.WARNING, id="15"),
    pytest.param("IG604", AGAINST.format(5, 4, "nobody-known"), Severity.ERROR, id="20, by nobody known"),
    pytest.param(
        "IG604",
        AGAINST.format(5, 5, "siro") + ", timeline: [{at: 2026-11-02T10:00, what: Advice, by: dpo}]",
        Severity.WARNING,
        id="25, and the advice is written down",
    ),
    pytest.param("IG618", PROCESSOR.format("aware: 2026-11-01T09:00, "), Severity.WARNING, id="since it knew"),
    pytest.param("IG618", PROCESSOR.format(""), Severity.INFO, id="since it happened"),
    pytest.param("IG608", "lead: siro, involved: [siro]", Severity.WARNING, id="the investigator is involved"),
    pytest.param("IG607", "near_miss: true", Severity.ERROR, id="nobody investigates"),
]


@pytest.mark.parametrize(("code", "fields", "severity"), CASES)
def test_how_bad(code: str, fields: str, severity: Severity) -> None:
    made = register(roles=POSTS, incidents=f"- {{id: a, title: A, aware: 2026-11-02T09:30, {fields}}}")
    found = check(made, moment("2026-11-22"), Config(select=(code,))).findings
    assert [one.severity for one in found] == [severity]


def test_a_body_that_investigates_is_not_looked_into() -> None:
    made = register(
        bodies="- {id: supplier, name: S}",
        incidents="- {id: a, title: A, aware: 2026-11-02T09:30, lead: supplier, involved: [supplier]}",
    )
    assert check(made, moment("2026-11-22"), Config(select=("IG607", "IG608", "IG103"))).findings == ()


@pytest.mark.parametrize(
    ("type", "course", "severity"),
    [
        pytest.param("other", "notes: none", Severity.ERROR, id="the yearly training of all staff"),
        pytest.param("other", "target: 80", Severity.ERROR, id="with a target of its own"),
        pytest.param("other", "target: 80, valid_for: 2 years", Severity.WARNING, id="a course of two years"),
        pytest.param("other", "target: 80, applies_window: false", Severity.WARNING, id="one that is not yearly"),
        pytest.param("nhs-trust", "target: 80", Severity.WARNING, id="no share is asked of a trust"),
    ],
)
def test_how_bad_too_few_trained_are(type: str, course: str, severity: Severity) -> None:
    made = register(
        organisation=f"name: Example\ntype: {type}\n",
        staff="- {id: ann, name: Ann}",
        courses=f"- {{id: c, title: C, {course}}}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: c}]}",
    )
    found = check(made, moment("2026-11-22"), Config(select=("IG403",))).findings
    assert [one.severity for one in found] == [severity]


@pytest.mark.parametrize(
    ("type", "fields", "severity"),
    [
        pytest.param("nhs-trust", "", Severity.WARNING, id="large by its type"),
        pytest.param("other", "", Severity.INFO, id="nobody has said"),
        pytest.param("other", ", large_scale: true", Severity.WARNING, id="the asset says so"),
    ],
)
def test_how_bad_it_is_without_a_dpia(type: str, fields: str, severity: Severity) -> None:
    made = register(
        organisation=f"name: O\ntype: {type}",
        assets=f"- {{id: a, name: A, owner: r, special_category: true{fields}}}",
    )
    assert [one.severity for one in check(made, moment("2026-11-22"), Config(select=("IG805",))).findings] == [severity]


@pytest.mark.parametrize(
    ("nation", "function", "severity"),
    [
        ("england", "dpo", Severity.WARNING),
        ("england", "caldicott-guardian", Severity.WARNING),
        ("wales", "dpo", Severity.WARNING),
        ("wales", "caldicott-guardian", Severity.INFO),
    ],
)
def test_how_bad_it_is_that_nobody_outside_can_reach_a_post(nation: str, function: str, severity: Severity) -> None:
    made = register(
        organisation=f"name: O\ntype: other\nnation: {nation}",
        roles=f"- {{id: a, title: A, function: {function}}}",
    )
    assert [one.severity for one in check(made, moment("2026-11-22"), Config(select=("IG810",))).findings] == [severity]


SUBJECTS = "- {{id: a, title: A, owner: x, subjects: [{}]}}"
MOST = "data-protection, data-quality, record-keeping, data-security"

OF_ORGANISATIONS = [
    pytest.param("IG312", "type: gp-practice", SUBJECTS.format(MOST), [Severity.WARNING], id="network of a practice"),
    pytest.param("IG312", "type: hospice", SUBJECTS.format(MOST), [Severity.INFO], id="network of a hospice"),
    pytest.param("IG312", "type: mutual", SUBJECTS.format(MOST), [Severity.WARNING], id="network of a mutual"),
    pytest.param("IG312", "type: pharmacy", "- {id: a, title: A, owner: x}", [Severity.INFO], id="no subjects"),
    pytest.param("IG809", "type: gp-practice, ico_registration: {}", "", [Severity.WARNING], id="a practice"),
    pytest.param("IG809", "type: mutual, ico_registration: {}", "", [Severity.INFO], id="a mutual"),
    pytest.param("IG809", "type: mutual, nhs_contract: short", "", [Severity.WARNING] * 2, id="by contract, no ICO"),
    pytest.param("IG809", "type: mutual, nhs_contract: none, ico_registration: {}", "", [Severity.INFO], id="none"),
    pytest.param(
        "IG202", "type: care-provider, staff_count: 249", "", [Severity.ERROR] + [Severity.INFO] * 3, id="249"
    ),
    pytest.param(
        "IG202",
        "type: care-provider, staff_count: 250",
        "",
        [Severity.INFO, Severity.ERROR, Severity.ERROR, Severity.INFO],
        id="250",
    ),
]


@pytest.mark.parametrize(("code", "fields", "policies", "severities"), OF_ORGANISATIONS)
def test_how_bad_of_an_organisation(code: str, fields: str, policies: str, severities: list[Severity]) -> None:
    made = register(organisation=f"{{name: E, {fields}}}", policies=policies)
    found = check(made, moment("2026-11-22"), Config(select=(code,))).findings
    assert sorted(one.severity for one in found) == sorted(severities)


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ("type: nhs-trust", Severity.WARNING),
        ("type: hospice, nhs_contract: full", Severity.WARNING),
        ("type: hospice, nhs_contract: short", Severity.INFO),
        ("type: nhs-trust, nhs_contract: none", Severity.INFO),
        ("type: care-provider", Severity.INFO),
        ("type: nhs-trust, nation: wales", Severity.INFO),
    ],
)
def test_how_bad_a_lead_off_the_board_is(fields: str, severity: Severity) -> None:
    made = register(organisation=f"{{name: O, {fields}}}", roles="- {id: a, title: A, function: siro}")
    assert [one.severity for one in check(made, moment("2026-11-22"), Config(select=("IG228",))).findings] == [severity]


def test_elsewhere_the_register_of_guardians_is_good_practice_and_the_regulator_is_law() -> None:
    made = register(
        organisation="{name: O, type: other, nation: wales}",
        roles="- {id: a, title: A, function: caldicott-guardian}\n- {id: b, title: B, function: dpo}",
    )
    found = check(made, moment("2026-11-22"), Config(select=("IG213",))).findings
    assert [(one.record, one.severity) for one in found] == [("a", Severity.INFO), ("b", Severity.WARNING)]


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        pytest.param("received: 2026-10-22", Severity.ERROR, id="not acknowledged"),
        pytest.param("received: 2026-08-23, acknowledged: 2026-08-24", Severity.INFO, id="open for 91 days"),
    ],
)
def test_how_bad_a_complaint_is(fields: str, severity: Severity) -> None:
    made = register(requests=f"- {{id: a, title: A, category: complaint, {fields}}}")
    assert [one.severity for one in check(made, moment("2026-11-22"), Config(select=("IG620",))).findings] == [severity]


@pytest.mark.parametrize(
    ("engagements", "severities"),
    [
        pytest.param("[]", [Severity.INFO], id="none at all"),
        pytest.param(
            "- {id: a, title: A, date: 2027-01-01, with: [carers]}", [Severity.WARNING], id="one that is planned"
        ),
        pytest.param("- {id: a, title: A, date: 2026-01-01, with: [carers]}", [], id="one"),
    ],
)
def test_how_bad_it_is_that_nobody_takes_part(engagements: str, severities: list[Severity]) -> None:
    made = register(organisation="name: Example\ntype: hospice\n", engagements=engagements)
    assert [one.severity for one in check(made, moment("2026-11-22"), Config(select=("IG720",))).findings] == severities


GUARDIAN_AND_SIRO = (
    "- {id: g, title: G, function: caldicott-guardian, holders: [{staff: p, from: 2026-01-01}]}\n"
    "- {id: s, title: S, function: siro, holders: [{staff: p, from: 2026-01-01}]}"
)
WARNING, INFO, ERROR = Severity.WARNING, Severity.INFO, Severity.ERROR


@pytest.mark.parametrize(
    ("rule", "england", "wales", "files"),
    [
        pytest.param(
            "IG206", [WARNING], [INFO], {"roles": GUARDIAN_AND_SIRO, "staff": "- {id: p, name: P}"}, id="a pair"
        ),
        pytest.param(
            "IG218",
            [ERROR],
            [],
            {"roles": GUARDIAN_AND_SIRO, "delegations": "- {id: d, from: g, to: s, tasks: [keeps the log]}"},
            id="what is handed to the other of a pair",
        ),
        pytest.param(
            "IG604",
            [WARNING],
            [INFO],
            {
                "roles": POSTS,
                "incidents": f"- {{id: a, title: A, aware: 2026-11-02T09:30, {AGAINST.format(3, 2, 'siro')}}}",
            },
            id="a grade of the English guide",
        ),
        pytest.param(
            "IG604",
            [ERROR],
            [ERROR],
            {
                "roles": POSTS,
                "incidents": f"- {{id: a, title: A, aware: 2026-11-02T09:30, {AGAINST.format(4, 4, 'siro')}}}",
            },
            id="no advice of the officer is law everywhere",
        ),
    ],
)
def test_what_england_asks_is_good_practice_elsewhere(
    rule: str, england: list[Severity], wales: list[Severity], files: dict[str, str]
) -> None:
    for nation, wanted in (("england", england), ("wales", wales)):
        made = register(organisation=f"{{name: O, type: other, nation: {nation}}}", **files)
        found = check(made, moment("2026-11-22"), Config(select=(rule,))).findings
        assert [one.severity for one in found] == wanted, nation
        assert all("good practice, no rule here for Wales yet" in one.message for one in found if one.severity == INFO)


def test_good_practice_is_not_told_as_a_must() -> None:
    made = register(organisation="{name: O, type: care-provider, nation: scotland}")
    found = check(made, moment("2026-11-22"), Config(select=("IG202",))).findings
    (lead,) = [one for one in found if one.subject == "ig-lead"]
    assert lead.message.startswith("a care provider does well to have an information governance lead")
