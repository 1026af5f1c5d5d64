"""Whatever stands in the texts of a register comes out as text in the papers of the IG group and of leading."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.publish.report import report_bytes
from igreg.register.register import Register
from igreg.report.catalogue import reports
from tests.report.asking import asked
from tests.report.hostile import HOSTILE, filled, spoilt, tags

OF = {"handover": "ann"}
NAMES = (
    "group-agenda", "group-minutes", "policies", "processing", "data-flows", "assets", "delegation", "competence",
    "capacity", "participation", "handover",
)  # fmt: skip
TEXT = """
# file: organisation.yaml
{name: @, type: other, website: @, areas: [{id: own, title: @}], ico_registration: {number: @}}
# file: units.yaml
- {id: ward, name: @}
# file: bodies.yaml
- {id: acme, name: @, contact: @}
# file: staff.yaml
- {id: ann, name: @, manager: ben, hours_per_week: 30, skills: [{skill: law, level: 1}]}
- {id: ben, name: @, hours_per_week: 30, skills: [{skill: law, level: 3}]}
# file: roles.yaml
- {id: siro, title: @, function: siro, areas: [risk, own], decides: [@], registrations: [{with: @}], hours_per_week: 1, holders: [{staff: ann, from: 2020-01-01}], requires: {courses: [course], skills: [{skill: law, level: 2}, {skill: @, level: 1}]}}
- {id: dpo, title: @, function: dpo, public_contact: @, unit: ward, areas: [security]}
# file: groups.yaml
- {id: ig, title: @, ig_group: true, chair: siro, secretary: dpo, members: [siro, dpo, acme], quorum: 2, quorum_roles: [dpo], standing_items: [@, @], elected: [{seat: @, by: carers, term: 3 years, last_election: 2024-01-01}]}
# file: meetings.yaml
- {id: M-1, group: ig, date: 2026-09-01, status: held, present: [siro], apologies: [dpo], decisions: [@], minutes: {path: "docs/x.md", title: @}, actions: [{id: X-1, what: @, owner: siro, due: 2026-09-02}], agenda: [{title: @, presenter: ann, records: [P-1], document: {url: @, title: @}}]}
- {id: M-2, group: ig, date: 2026-12-01, status: planned, agenda: [{title: @, records: [E-1, M-1]}]}
# file: policies.yaml
- {id: P-1, title: @, owner: siro, approver: ig, version: @, areas: [risk], in_force_from: 2020-01-01, review: {next: 2026-10-01}, document: {url: @}}
- {id: P-2, title: @, owner: siro, status: draft}
# file: courses.yaml
- {id: course, title: @}
# file: skills.yaml
- {id: law, title: @, courses: [course], group: leadership}
# file: contracts.yaml
- {id: C-1, title: @, with: acme, owner: dpo, start: 2020-01-01, document: {url: @}}
# file: dpias.yaml
- {id: D-1, title: @, owner: dpo, assets: [A-1], decision: proceed, document: {url: @}}
# file: assets.yaml
- {id: A-1, name: @, owner: siro, administrator: dpo, unit: ward, personal_data: true, purposes: [@], subjects: [@], categories: [@], recipients: [acme], lawful_basis: @, condition: @, retention: @, location: @, outside_uk: true, safeguards: @, security: [@], supplier: acme}
# file: processing.yaml
- {id: R-1, title: @, owner: siro, our_role: joint-controller, controllers: [acme], purposes: [@], lawful_basis: [@], condition: [@], subjects: [@], categories: [@], recipients: [acme], recipient_categories: [@], transfers: [{country: @, to: @, safeguard: @}], retention: @, security: [@], processors: [acme], dpia: D-1, source: @, automated_decisions: @}
- {id: R-2, title: @, owner: siro, our_role: processor, controllers: [acme]}
# file: data-flows.yaml
- {id: F-1, title: @, from: A-1, to: [acme, ward], what: @, personal_data: true, by: [@], every: 1 month, volume: @, safeguards: [@], owner: siro}
# file: incidents.yaml
- {id: I-1, title: @, aware: 2026-10-01, lead: ann, assets: [A-1], lessons: [{lesson: @}], actions: [{id: X-2, what: @, owner: ann, due: 2026-10-02}]}
# file: exceptions.yaml
- {id: E-1, rule: vacant-role, record: dpo, reason: @, approved_by: ig, until: 2026-11-30}
# file: delegations.yaml
- {id: G-1, title: @, from: siro, to: dpo, tasks: [@], areas: [own], limits: @, limit: 10, start: 2026-01-01}
- {id: G-2, title: @, from: siro, to: ward, tasks: [Accept all risk], end: 2026-10-01}
# file: decisions.yaml
- {id: B-1, title: @, asked: 2026-06-01, by: dpo, decided: 2026-06-01, under: G-1, value: 11, outcome: @}
- {id: B-2, title: @, asked: 2026-06-01, by: siro, decided: 2026-06-01, category: delegated}
- {id: B-3, title: @, asked: 2026-06-01, by: ig, decided: 2026-06-01, ballot: {entitled: 2, voted: 1}, outcome: @}
# file: budgets.yaml
- {id: Y-1, title: @, year: 2026-27, owner: siro, variance_reason: @, lines: [{what: @, planned: 1, spent: 2}]}
# file: communications.yaml
- {id: K-1, title: @, date: 2026-06-01}
# file: engagements.yaml
- {id: N-1, title: @, date: 2026-06-01, with: [carers, @], form: survey, areas: [own], people: 2, heard: [@], accessible: [@], changed: [{what: @, by: siro}], told_back_by: K-1}
- {id: N-2, title: @, date: 2027-06-01, with: [@], owner: siro}
"""


@cache
def _made(turn: int | None) -> Register:
    return spoilt(TEXT, turn)


def _written(name: str, made: Register, format: str) -> str:
    return report_bytes(name, reports()[name], asked(made, of=OF.get(name)), format).decode()


def test_the_register_is_read_whole() -> None:
    assert not _made(None).unread and not _made(0).unread


@pytest.mark.parametrize("turn", [0, 6])
@pytest.mark.parametrize("name", NAMES)
def test_page_and_markdown_have_the_same_tags_whatever_is_written(name: str, turn: int) -> None:
    """As many tags of each sort as with plain words, so that no text became one."""
    for format in ("html", "markdown"):
        spoilt_tags, plain = (tags(_written(name, made, format), format) for made in (_made(turn), _made(None)))
        assert _outside_charts(spoilt_tags) == _outside_charts(plain)


def _outside_charts(found: list[str]) -> list[str]:
    """The tags but those of charts, whose lines and words are laid out by their length."""
    return [tag for tag in found if tag not in ("text", "tspan", "path", "rect", "g", "polygon", "line", "title")]


@pytest.mark.parametrize("name", NAMES)
def test_json_gives_the_texts_themselves(name: str) -> None:
    found = json.loads(_written(name, _made(0), "json"))
    assert found["report"] == name
    texts = set(_texts(found))
    assert any(text in one for one in texts for text in HOSTILE), "none of them is in it"


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


@settings(max_examples=4)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12))
def test_any_text_at_all(text: str) -> None:
    made, plain = (filled(TEXT, [one] * TEXT.count("@")) for one in (f"a{text}b", "word"))
    for format in ("html", "markdown"):
        assert tags(_written("participation", made, format), format) == tags(
            _written("participation", plain, format), format
        )
