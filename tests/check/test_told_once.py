"""A field that is there and wrong is one finding: rules that look for what is missing pass it over."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.register.read import read
from igreg.register.sources import Sources
from tests.pages import moment

INCIDENT = "- {id: X, title: T, aware: 2026-11-02T09:30, status: closed, lead: siro, likelihood: 2, impact: 2, "
LEARNT = (
    "root_cause: R, lessons: [{lesson: L}], decision: {report: false, by: siro, at: 2026-11-03T09:30, reason: R}}\n"
)
MEETING = (
    "- {id: X, group: g, date: 2026-10-01, status: held, agenda: [{title: A}], present: [siro], minutes: {url: u}}\n"
)
ASSET = "- {id: X, name: T, owner: siro, personal_data: true, lawful_basis: consent, review: {every: 12 months, next: 2027-01-01}}\n"
AUDIT = "- {id: X, title: T, performed: 2026-11-01, sample: {checked: 5, compliant: 5}, findings: [{id: F, what: W}]}\n"
PLAN = (
    "- {id: X, title: T, audience: [all-staff], courses: [{course: c}], approved_by: siro, approved_on: 2026-01-01}\n"
)


@pytest.mark.parametrize(
    ("kind", "record", "right", "wrong"),
    [
        pytest.param("incidents", INCIDENT + LEARNT, "likelihood: 2", "likelihood: 6", id="likelihood"),
        pytest.param("incidents", INCIDENT + LEARNT, "lead: siro", "lead: [siro]", id="lead"),
        pytest.param("incidents", INCIDENT + LEARNT, "root_cause: R", "root_cause: [R]", id="root cause"),
        pytest.param("incidents", INCIDENT + LEARNT, "[{lesson: L}]", "none", id="lessons"),
        pytest.param("incidents", INCIDENT + LEARNT, LEARNT.split("decision: ")[1], "no}\n", id="decision"),
        pytest.param("meetings", MEETING, "[siro]", "siro", id="present"),
        pytest.param("meetings", MEETING, "{url: u}", "u", id="minutes"),
        pytest.param("meetings", MEETING, "[{title: A}]", "A", id="agenda"),
        pytest.param("assets", ASSET, "lawful_basis: consent", "lawful_basis: [consent]", id="lawful basis"),
        pytest.param("audits", AUDIT, "compliant: 5", "compliant: 6", id="sample"),
        pytest.param("audits", AUDIT, "what: W", "what: W, severity: high, action: mend", id="action"),
        pytest.param("training-plans", PLAN, "2026-01-01", "2026-02-30", id="day of approval"),
    ],
)
def test_wrong_is_not_missing_too(kind: str, record: str, right: str, wrong: str) -> None:
    assert record.count(right) == 1
    assert [f.code for f in _of_record(kind, record)] == []
    assert [f.code for f in _of_record(kind, record.replace(right, wrong))] == ["IG103"]


@pytest.mark.parametrize("nothing", ["null", "''", "[]"])
def test_nothing_is_missing(nothing: str) -> None:
    record = (INCIDENT + LEARNT).replace("lead: siro", f"lead: {nothing}")
    assert [f.code for f in _of_record("incidents", record)] == ["IG607"]


def _of_record(kind: str, record: str) -> list:  # type: ignore[type-arg]
    texts = {
        "organisation": "name: E\ntype: other\n",
        "roles": "- {id: siro, title: S, holders: [{staff: a, from: 2020-01-01}]}\n",
        "staff": "- {id: a, name: A}\n",
        "groups": "- {id: g, title: G, quorum: 1}\n",
        "courses": "- {id: c, title: C}\n",
        kind: record,
    }
    register = read(Sources({f"register/{name}.yaml": text for name, text in texts.items()}))
    found = check(register, moment("2026-11-22"), Config()).findings
    return [f for f in found if f.record == "X" and f.code != "IG403"]
