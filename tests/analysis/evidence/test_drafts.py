"""Drafts: what a template may say of a register, and when there is none (ruling E36)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from igreg.analysis.evidence.drafts import MOST, Drafter, value
from igreg.model.packs.pack import Item
from tests.analysis.evidence.proving import prover

FILES = {
    "organisation": "name: Rowan House\ntype: care-provider\nods_code: VM1\n",
    "staff": "- {id: una, name: Una Whitlow}\n- {id: ben, name: Ben Ode}\n",
    "roles": "- {id: siro, title: Senior Information Risk Owner, function: siro, areas: [risk], holders: [{staff: una, from: 2024-02-01}, {staff: ben, from: 2024-02-01}]}\n",
    "policies": (
        "- {id: P1, title: Old policy, areas: [risk], in_force_from: 2020-01-01, status: in-force}\n"
        "- {id: P2, title: New policy, areas: [risk], in_force_from: 2026-04-01, status: in-force}\n"
        "- {id: P3, title: Draft, areas: [risk], status: draft}\n"
    ),
    "courses": "- {id: ds, title: Data security}\n",
    "training_records": "- {staff: una, course: ds, completed: 2026-10-01}\n",
}


def draft(answer: str | None, input: str = "text", held: str = "siro") -> str | None:
    item = Item.model_validate(
        {
            "id": "1",
            "title": "t",
            "group": "1",
            "input": input,
            "need": "mandatory",
            "answer": answer,
            "proofs": [{"held": held}],
        }
    )
    asked = prover(FILES)
    return Drafter(asked).draft(item, asked.item(item))


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("{{ held('siro') }} answers for information risk.", "Una Whitlow and Ben Ode answers for information risk."),
        ("{{ held('siro') | join('; ') }}", "Una Whitlow; Ben Ode"),
        (
            "{{ role('siro') }} of {{ organisation }} ({{ organisation.ods_code }})",
            "Senior Information Risk Owner of Rowan House (VM1)",
        ),
        ("{{ share('ds') }} %", "50 %"),
        ("{{ count('policies', areas='risk') }}, {{ count('policies', status='draft') }}", "2, 1"),
        ("{{ last('policies', areas=['risk']) }} of {{ last('policies').day }}", "New policy of 1 April 2026"),
        ("{{ last('policies').in_force_from }}", "1 April 2026"),
    ],
)
def test_what_a_template_may_say(answer: str, text: str) -> None:
    assert draft(answer) == text


@pytest.mark.parametrize(
    "answer",
    [
        "{{ held('dpo') }}",
        "{{ role('dpo') }}",
        "{{ last('audits') }}",
        "{{ share('none') }}",
        "{{ organisation.website }}",
        "{{ count('nothing') }}",
    ],
)
def test_a_draft_has_no_holes(answer: str) -> None:
    assert draft(answer) is None


def test_without_a_template_only_a_yes_can_be_drafted() -> None:
    assert draft(None, "yes-no") == "yes"
    assert draft(None, "text") is None
    assert draft(None, "document") is None


def test_nothing_is_drafted_that_is_not_shown() -> None:
    assert draft(None, "yes-no", held="dpo") is None


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (None, None),
        (True, True),
        (0, 0),
        (2.5, 2.5),
        (Decimal("10.00"), Decimal("10.00")),
        ("a word", "a word"),
        (dt.date(2026, 4, 1), "1 April 2026"),
        (["a", "b"], ["a", "b"]),
        ([1, None], [1, None]),
        (list(range(MOST + 1)), list(range(MOST))),
    ],
)
def test_a_value_as_a_template_sees_it(given: Any, seen: Any) -> None:
    """A number stays one, so that a template can compare it; what is not there is not the word `None`."""
    found = value(given)
    assert (found, type(found) in (type(seen), type(value(["a"])))) == (seen, True)


def test_a_list_of_words_reads_as_a_sentence_does_and_one_of_anything_else_does_not() -> None:
    assert (str(value(["a", "b", "c"])), str(value([1, 2]))) == ("a, b and c", "[1, 2]")
