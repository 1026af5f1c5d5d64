"""A register that cannot all be read (ruling E69)."""

from __future__ import annotations

from tests.analysis.evidence.proving import outcome, shown

ROLES = "- {id: siro, title: SIRO, function: siro, holders: [{staff: una, from: 2024-01-01}]}\n"
BROKEN = "- {id: [\n"


def test_what_reads_a_broken_file_is_for_a_person_to_say() -> None:
    found = shown([{"records": "policies"}, {"held": "siro"}], roles=ROLES, policies=BROKEN)
    assert (found.register, found.unknown, found.opposite) == ("ask", True, False)


def test_what_does_not_read_it_is_as_ever() -> None:
    assert shown([{"held": "siro"}], roles=ROLES, policies=BROKEN).register == "shown"


def test_findings_of_rules_may_come_of_it() -> None:
    assets = "- {id: A1, title: Care records, personal_data: true}\n"
    found = outcome({"silent": ["IG804"]}, assets=assets, contracts=BROKEN)
    assert (found.unknown, found.opposite) == (True, False)
    found = outcome({"silent": ["IG804"]}, assets=assets, policies=BROKEN)
    assert (found.unknown, found.opposite) == (False, True)


def test_one_of_several_is_enough() -> None:
    proof = {"any": [{"records": "policies"}, {"held": "siro"}]}
    assert outcome(proof, roles=ROLES, policies=BROKEN).holds
    assert outcome({"all": proof["any"]}, roles=ROLES, policies=BROKEN).unknown
