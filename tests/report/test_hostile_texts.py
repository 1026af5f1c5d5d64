"""Whatever stands in the texts of a register comes out as text in each report and format that is read."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.publish.report import report_bytes
from igreg.register.register import Register
from igreg.report.catalogue import reports
from tests.report.hostile import filled, spoilt, tags
from tests.report.quarter import asked

NAMES = ("board", "annual", "incidents", "training", "risks", "audits", "departures", "requests")
TEXT = """
# file: organisation.yaml
{name: @, type: nhs-trust, top: board, areas: [{id: own, title: @}], dspt: [{edition: @, status: @, published: 2026-06-01}]}
# file: groups.yaml
- {id: board, title: @, level: board, ig_group: true}
# file: units.yaml
- {id: north, name: @}
# file: staff.yaml
- {id: ann, name: @, unit: north}
# file: roles.yaml
- {id: siro, title: @, function: siro, areas: [risk, own], requires: {courses: [ig]}, holders: [{staff: ann, from: 2020-01-01}]}
- {id: dpo, title: @, areas: [security]}
# file: incidents.yaml
- id: I1
  title: @
  aware: 2026-07-01T09:00
  unit: north
  summary: @
  root_cause: @
  data_categories: [@]
  consequences: @
  measures: @
  contained: {how: @}
  actions: [{id: AC1, what: @}]
  people_told: {at: 2026-07-01T11:30, how: @}
  lessons: [{lesson: @, changed: [POL-1]}]
  decision: {report: true, by: siro, at: 2026-07-01T12:00, reason: @}
  decisions: [{to: board, report: false, by: siro, at: 2026-07-01T12:30, reason: @}]
  notifications: [{to: ico, at: 2026-07-05T09:01, late_reason: @, reference: @}]
- {id: I2, title: @, aware: 2026-07-02}
# file: courses.yaml
- {id: ig, title: @, target: 95}
# file: training-plans.yaml
- {id: p, title: @, audience: [all-staff], courses: [{course: ig}]}
# file: policies.yaml
- {id: POL-1, title: @, owner: siro, approver: board, in_force_from: 2020-01-01, review: {next: 2026-01-01}}
- {id: POL-2, title: @, owner: siro, approver: board, status: draft}
# file: audits.yaml
- {id: A1, title: @, performed: 2026-08-01, rating: @, findings: [{id: F1, what: @, action: {id: AC2, what: @, owner: siro, due: 2026-01-01}}]}
- {id: A2, title: @, planned: 2026-08-01, lead: siro}
# file: risks.yaml
- {id: R1, title: @, owner: siro, cause: @, effect: @, likelihood: 2, impact: 3, target_score: 1, controls: [@], actions: [{id: AC3, what: @, due: 2026-01-01}]}
# file: exceptions.yaml
- {id: E1, rule: vacant-role, record: dpo, reason: @, approved_by: board, until: 2026-12-01, compensating: @}
- {id: E2, rule: @, record: @, reason: @, approved_by: board, until: 2026-01-01}
# file: decisions.yaml
- {id: D1, title: @, asked: 2026-11-01, by: board, question: @}
# file: requests.yaml
- {id: Q1, title: @, category: freedom-of-information, received: 2026-07-01, responded: 2026-09-01, exemptions: [@], late_reason: @}
- {id: Q2, title: @, category: subject-access, received: 2026-07-01}
# file: assessments.yaml
- {id: T1, title: @, framework: caf-dspt, owner: siro, due: 2026-12-01}
# file: budgets.yaml
- {id: B1, title: @, year: 2026-27, owner: siro, variance_reason: @, lines: [{what: @, planned: 1, spent: 2}]}
"""


@cache
def _made(turn: int | None) -> Register:
    return spoilt(TEXT, turn)


def _with(texts: list[str]) -> Register:
    return filled(TEXT, texts)


def _tags(name: str, made: Register, format: str) -> list[str]:
    return tags(report_bytes(name, reports()[name], asked(made), format).decode(), format)


@pytest.mark.parametrize("turn", [0, 5, 9])
@pytest.mark.parametrize("name", NAMES)
def test_page_and_markdown_have_the_same_tags_whatever_is_written(name: str, turn: int) -> None:
    """As many tags of each sort as with plain words, so that no text became one."""
    for format in ("html", "markdown"):
        assert _tags(name, _made(turn), format) == _tags(name, _made(None), format)


@pytest.mark.parametrize("name", NAMES)
def test_json_gives_the_texts_themselves(name: str) -> None:
    found = report_bytes(name, reports()[name], asked(_made(0)), "json").decode()
    assert json.loads(found)["report"] == name


@settings(max_examples=4)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12))
def test_any_text_at_all(text: str) -> None:
    made, plain = _with([f"a{text}b"] * TEXT.count("@")), _with(["word"] * TEXT.count("@"))
    for format in ("html", "markdown"):
        assert _tags("departures", made, format) == _tags("departures", plain, format)
