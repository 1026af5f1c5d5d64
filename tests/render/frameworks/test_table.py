"""A pack in words: what shows an item."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.model.packs.reading import proofs_of
from igreg.model.packs.words import in_words


@pytest.mark.parametrize(
    ("proof", "words"),
    [
        (
            {"held": "siro", "assigned": True, "deputy": True},
            "a role with the function siro that is held, formally assigned, with a deputy",
        ),
        ({"held": {"area": "data-protection"}}, "a lead for data protection that is held"),
        (
            {"records": "policies", "areas": ["risk", "security"], "reviewed_within": "36 months"},
            "policies, areas risk or security, reviewed within 36 months",
        ),
        (
            {"records": "audits", "at_least": 2, "approved": False},
            "audits, at least 2, not approved",
        ),
        (
            {"records": "audits", "why": "two spot checks, in the pack's own words", "at_least": 2},
            "two spot checks, in the pack's own words",
        ),
        (
            {
                "records": "meetings",
                "approved": True,
                "in_force": True,
                "dated_within": "1 year",
                "minutes": {"present": True},
            },
            "meetings, with minutes, in force, approved, of the last 1 year",
        ),
        (
            {"share": "training", "area": "risk", "at_least": 95, "within": "12 months"},
            "95 % trained in a course about risk in the last 12 months",
        ),
        ({"meets": 2, "within": "12 months"}, "the IG group has met 2 times, with minutes in the last 12 months"),
        ({"told": "all-staff", "area": "risk"}, "all staff were sent something about risk"),
        ({"silent": ["no-dpia", "IG804"]}, "the rules no-dpia and IG804 find nothing"),
        ({"field": "ico_registration"}, "ico registration in organisation.yaml, not expired"),
        (
            {"any": [{"held": "siro"}, {"all": [{"held": "dpo"}, {"meets": 1}]}]},
            "a role with the function siro that is held or a role with the function dpo that is held and the IG group has met once, with minutes",
        ),
    ],
)
def test_a_proof_in_words(proof: dict[str, Any], words: str) -> None:
    (one,) = proofs_of([proof])
    assert in_words(one) == words
