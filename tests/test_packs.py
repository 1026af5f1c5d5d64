"""What the shipped packs hold: proofs of records and rules that there are, and drafts that say what a register shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from igreg.analysis.evidence.drafts import Drafter
from igreg.analysis.evidence.prover import Prover
from igreg.facts import pack_names
from igreg.facts.frameworks import shipped
from igreg.model.packs.pack import Pack
from igreg.model.packs.proofs import AllOf, AnyOf, Proof, Records
from igreg.model.packs.reading import proofs_of
from igreg.register.read import read
from igreg.rules._packs import faults_of
from igreg.rules._rule import Context
from tests.pages import moment, sources

HOME = Path(__file__).parent / "registers" / "care-home"
PAGE = Path(__file__).parents[1] / "docs" / "frameworks.md"
DAY = moment("2026-11-24")


def pack(name: str) -> Pack:
    found = shipped(name).sound
    assert found is not None
    return found


def context(**files: str) -> Context:
    """The register of the sample home, with some files in place of its own."""
    texts = {str(path.relative_to(HOME)): path.read_bytes() for path in HOME.rglob("*") if path.is_file()}
    texts |= {f"register/{name}.yaml": text.encode() for name, text in files.items()}
    return Context(read(sources(texts)), DAY)


def drafts(prover: Prover, name: str) -> dict[str, str | None]:
    drafter = Drafter(prover)
    return {item.id: drafter.draft(item, prover.item(item)) for item in pack(name).items}


def proofs(found: tuple[Proof, ...]) -> Iterator[Proof]:
    for one in found:
        yield one
        if isinstance(one, AnyOf | AllOf):
            yield from proofs(one.proofs)


@pytest.mark.parametrize("name", pack_names())
def test_every_name_in_a_shipped_pack_is_one(name: str) -> None:
    assert list(faults_of(context(), shipped(name))) == []


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("dspt-v8", 38),
        ("ndg-standards", 10),
        ("ig-toolkit-14.1", 30),
        ("caf-dspt-2025-26", 47),
        ("caf-dspt-2026-27", 49),
    ],
)
def test_so_many_items_can_be_shown(name: str, most: int) -> None:
    items = [item for item in pack(name).items if item.proofs]
    assert len(items) >= most
    assert all(
        proof.why or not isinstance(proof, Records) for item in items for proof in proofs(proofs_of(item.proofs))
    )


def test_what_is_drafted_for_the_sample_home() -> None:
    found = drafts(context().prover, "dspt-v8")
    assert {key: text for key, text in found.items() if text not in (None, "yes")} == {
        "1.1.1": "ZA000001",
        "1.1.3": "We have published 2 privacy notices. The latest for service users is “What we write down about you, "
        "and why”; the latest for staff is “What we keep about staff”.",
        "1.1.5": "Dean Lowry (Data security and protection lead) answers for data security and protection here and has "
        "been formally given the task. The group that looks after it met at least twice in the last twelve months, "
        "with minutes.",
        "3.4.1": "Roles here that say what training or skills they ask for: 1. Nobody who holds one of them lacks what "
        "it asks.",
        "6.3.5": "Of 3 incidents and near misses in the last twelve months, 0 repeated an earlier one.",
    }
    yes = {key for key, text in found.items() if text == "yes"}
    assert yes == {"1.3.1", "1.3.2", "1.3.7", "2.1.1", "3.2.1", "4.1.1", "5.1.1", "6.1.1"}


def test_a_tag_says_what_a_policy_covers() -> None:
    policies = (HOME / "register" / "policies.yaml").read_text(encoding="utf-8")
    tagged = policies.replace("- id: POL-2\n", "- id: POL-2\n  tags: [byod, passwords]\n")
    assert tagged != policies
    found = drafts(context(policies=tagged).prover, "dspt-v8")
    assert found["1.3.11"] == (
        "Our policy “Confidentiality: what we say, to whom, and where” says what staff may do with devices of their "
        "own. It is approved and in force."
    )
    assert found["4.5.4"] and found["1.3.14"] is None
    withdrawn = tagged.replace(
        "  category: policy\n  owner: guardian", "  status: withdrawn\n  category: policy\n  owner: guardian"
    )
    assert drafts(context(policies=withdrawn).prover, "dspt-v8")["1.3.11"] is None


def test_every_tag_that_is_looked_for_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    wanted: set[tuple[Any, str]] = set()
    for name in pack_names():
        for item in pack(name).items:
            for proof in proofs(proofs_of(item.proofs)):
                if isinstance(proof, Records):
                    wanted |= {
                        (tag, proof.kind) for one in proof.conditions if one.field == "tags" for tag in one.values
                    }
    assert wanted
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert [
        (tag, kind) for tag, kind in sorted(wanted) if not any(f"`{tag}`" in row and kind in row for row in rows)
    ] == []
