"""Proofs as they are written: what is taken, and what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.model.packs.reading import Reading


@pytest.mark.parametrize(
    ("proof", "message"),
    [
        ("held", "'held' is no proof"),
        ({}, "a proof without a name"),
        ({"hold": "siro"}, "a proof without a name"),
        ({"held": "siroo"}, "no function is called 'siroo'"),
        ({"held": "siro", "colour": "red"}, "this proof has no 'colour'"),
        ({"held": "siro", "assigned": "yes"}, "'yes' is not true or false"),
        ({"records": "polices"}, "no kind is called 'polices'"),
        ({"records": "policies", "colour": "red"}, "policies have no field 'colour'"),
        ({"records": "policies", "status": "inforce"}, "'inforce' is not one of the words for `status`"),
        ({"records": "policies", "review": "x"}, "`review` has parts"),
        ({"records": "staff", "dated_within": "12 months"}, "staff have no date of their own"),
        ({"records": "staff", "approved": True}, "staff are not approved by anybody"),
        ({"records": "policies", "at_least": 0}, "0 is no number from 1 to 1e+06"),
        ({"records": "policies", "reviewed_within": "long"}, "'long' is no length of time"),
        ({"share": "training", "area": "risk", "at_least": 101}, "101 is no number from 0 to 100"),
        ({"share": "training"}, "a share of neither a course nor an area, or of both"),
        ({"meets": "twice"}, "'twice' is no number from 1 to 1e+06"),
        ({"silent": [3]}, "3 is no rule"),
        ({"field": "colour"}, "the organisation has no field 'colour'"),
        ({"field": "name", "colour": "red"}, "this proof has no 'colour'"),
        ({"any": []}, "a list is no list of proofs"),
        ({"any": [{"all": [{"held": "x"}]}]}, "no function is called 'x'"),
    ],
)
def test_what_is_wrong_in_a_proof(proof: Any, message: str) -> None:
    reading = Reading()
    reading.proof(proof, ())
    assert [one.message for one in reading.amiss] == [message]


def test_proofs_are_not_nested_without_end() -> None:
    proof: dict[str, Any] = {"held": "siro"}
    for _ in range(20):
        proof = {"any": [proof]}
    reading = Reading()
    reading.proof(proof, ())
    assert [one.message for one in reading.amiss] == ["proofs more than 8 deep in one another"]
