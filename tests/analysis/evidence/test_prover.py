"""Proofs together: any, all, in the words of the pack, and unknown where a file cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.model.packs.reading import proofs_of
from tests.analysis.evidence.proving import outcome, prover, shown

FILES = {
    "staff": "- {id: ann, name: Ann A}\n",
    "roles": "- {id: siro, title: SIRO, function: siro, holders: [{staff: ann, from: 2020-01-01}]}\n- {id: dpo, title: DPO, function: dpo}\n",
}
SIRO, DPO, AUDIT = {"held": "siro"}, {"held": "dpo"}, {"records": "audits"}


def words(proof: dict[str, Any]) -> tuple[str, ...]:
    found = outcome(proof, **FILES)
    return (*(one.record for one in found.evidence), found.missing)


VACANT, NO_AUDIT = words(DPO)[-1], words(AUDIT)[-1]


@pytest.mark.parametrize(
    ("proof", "holds", "opposite", "missing"),
    [
        pytest.param({"any": [SIRO, DPO]}, True, False, "", id="one of two"),
        pytest.param(
            {"any": [DPO, AUDIT]}, False, False, f"{VACANT}, or {NO_AUDIT}", id="neither, and one is not known"
        ),
        pytest.param({"any": [DPO, DPO]}, False, True, VACANT, id="the same is told once"),
        pytest.param({"all": [SIRO, SIRO]}, True, False, "", id="both"),
        pytest.param({"all": [SIRO, DPO]}, False, True, VACANT, id="one is missing"),
        pytest.param({"all": [DPO, AUDIT]}, False, True, f"{VACANT}, and {NO_AUDIT}", id="both are missing"),
        pytest.param({"all": [SIRO, AUDIT]}, False, False, NO_AUDIT, id="one is not known"),
    ],
)
def test_proofs_together(proof: dict[str, Any], holds: bool, opposite: bool, missing: str) -> None:
    found = outcome(proof, **FILES)
    assert (found.holds, found.opposite, found.missing, found.unknown) == (holds, opposite, missing, False)
    assert {one.record for one in found.evidence} == ({"siro"} if holds else set())


def test_in_the_words_of_the_pack() -> None:
    plain, said = outcome(SIRO, **FILES), outcome(SIRO | {"why": "Somebody leads"}, **FILES)
    assert [one.why for one in said.evidence] == [f"Somebody leads: {one.why}" for one in plain.evidence]
    assert outcome(DPO | {"why": "Somebody asks"}, **FILES).missing == f"Somebody asks: {VACANT}"


@pytest.mark.parametrize(
    ("proofs", "register", "missing", "opposite"),
    [
        ([], "ask", (), False),
        ([SIRO], "shown", (), False),
        ([SIRO, DPO], "partly", (VACANT,), True),
        ([SIRO, AUDIT], "partly", (NO_AUDIT,), False),
        ([DPO, AUDIT], "not-shown", (VACANT, NO_AUDIT), True),
    ],
)
def test_what_an_items_proofs_come_to(
    proofs: list[dict[str, Any]], register: str, missing: tuple[str, ...], opposite: bool
) -> None:
    found = shown(proofs, **FILES)
    assert (found.register, found.missing, found.opposite, found.unknown) == (register, missing, opposite, False)


@pytest.mark.parametrize(
    ("broken", "proof", "unknown"),
    [
        ("roles", SIRO, True),
        ("staff", SIRO, False),
        ("courses", SIRO, False),
        ("audits", {"any": [AUDIT, SIRO]}, False),
        ("audits", {"any": [AUDIT, DPO]}, True),
        ("audits", {"all": [AUDIT, SIRO]}, True),
    ],
)
def test_nothing_can_be_said_of_what_cannot_be_read(broken: str, proof: dict[str, Any], unknown: bool) -> None:
    found = outcome(proof, **FILES | {broken: FILES.get(broken, "") + "- {id: x, title: [}\n"})
    assert (found.unknown, found.opposite) == (unknown, False)


@pytest.mark.parametrize(
    ("proof", "kinds"),
    [
        (SIRO, {"roles"}),
        (AUDIT, {"audits"}),
        ({"any": [AUDIT, {"all": [{"meets": 1}]}]}, {"audits", "meetings", "groups"}),
        ({"told": "all-staff"}, {"communications", "units", "staff"}),
    ],
)
def test_on_which_kinds_it_rests(proof: dict[str, Any], kinds: set[str]) -> None:
    (one,) = proofs_of([proof])
    assert prover(FILES).reads(one) == kinds
