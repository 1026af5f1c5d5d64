"""What the shipped packs hold: proofs of records and rules that there are, and drafts that say what a register shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from igreg.analysis.evidence.drafts import Drafter
from igreg.analysis.evidence.prover import Prover
from igreg.analysis.returns.framework_return import whom
from igreg.facts import pack_names
from igreg.facts.frameworks import shipped
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.model.packs.pack import Pack
from igreg.model.packs.proofs import AllOf, AnyOf, Proof, Records
from igreg.model.packs.reading import proofs_of
from igreg.register.read import read
from igreg.rules._packs import faults_of
from igreg.rules._rule import Context
from igreg.store.read import read_sources
from tests.pages import moment, sources

ROOT = Path(__file__).parents[1]
HOME = ROOT / "tests" / "registers" / "care-home"
PAGE = ROOT / "docs" / "frameworks.md"
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


OTHERS = {
    ("gp-practice", "dspt-v8"): {
        "1.1.1": "ZB900871",
        "1.1.3": "We have published 3 privacy notices. The latest for service users is “Your records and you (for young "
        "people)”; the latest for staff is “Privacy notice for staff”.",
        "1.1.5": "Lorna Costello (Information governance lead) answers for data security and protection here and has been "
        "formally given the task. The group that looks after it met at least twice in the last twelve months, with "
        "minutes.",
        "6.3.5": "Of 5 incidents and near misses in the last twelve months, 0 repeated an earlier one.",
        "yes": "1.3.1 1.3.2 2.1.1 3.2.1 4.1.1 5.1.1 6.1.1",
    },
    ("council", "dspt-v8"): {
        "1.1.1": "Z9999999",
        "1.1.5": "Jon Pell (Information Governance Manager) answers for data security and protection here and has been "
        "formally given the task. The group that looks after it met at least twice in the last twelve months, with "
        "minutes.",
        "3.4.1": "Roles here that say what training or skills they ask for: 1. Nobody who holds one of them lacks what it "
        "asks.",
        "6.3.5": "Of 4 incidents and near misses in the last twelve months, 0 repeated an earlier one.",
        "yes": "1.3.1 1.3.2 1.3.7 2.1.1 3.2.1 4.1.1 5.1.1 6.1.1",
    },
    ("mutual", "dspt-v8"): {
        "1.1.1": "ZB000002",
        "1.1.2": "Our register holds 3 information assets and 3 records of processing. Assets looked at in the last "
        "twelve months: 3; records of processing: 3.",
        "1.1.5": "Hugh Moss (Information Governance Lead) answers for data security and protection here and has been "
        "formally given the task. The group that looks after it met at least twice in the last twelve months, with "
        "minutes.",
        "3.4.1": "Roles here that say what training or skills they ask for: 2. Nobody who holds one of them lacks what it "
        "asks.",
        "6.3.5": "Of 3 incidents and near misses in the last twelve months, 0 repeated an earlier one.",
        "yes": "1.3.1 1.3.2 1.3.7 2.1.1 3.2.1 4.1.1 5.1.1 5.2.1 6.1.1 10.2.2",
    },
    ("mutual", "ndg-standards"): {"yes": "ndg-1 ndg-2 ndg-3 ndg-5 ndg-6 ndg-10"},
    ("trust", "ndg-standards"): {"yes": "ndg-1 ndg-2 ndg-5 ndg-6 ndg-9 ndg-10"},
    ("trust", "caf-dspt-2026-27"): {"yes": ""},
}
"""Each sentence was held against the sample's files alone. That systems are supported was in none of them: one asset
with a last day of support says nothing of the others. Levels are for people, and are not drafted."""


@pytest.mark.parametrize(("of", "name"), OTHERS)
def test_what_is_drafted_for_the_other_samples(of: str, name: str) -> None:
    """Word by word, of the items that are asked of each."""
    root = ROOT if of == "trust" else ROOT / "tests" / "registers" / of
    register = root / "register" if (root / "register").is_dir() else root
    ctx = Context(read(read_sources(register)), DAY)
    drafter = Drafter(ctx.prover)
    asked = pack(name).asked_of(whom(ctx.standing))
    found = {item.id or "": drafter.draft(item, ctx.prover.item(item)) for item in asked}
    wanted = OTHERS[of, name]
    assert {key: text for key, text in found.items() if text not in (None, "yes")} == {
        key: text for key, text in wanted.items() if key != "yes"
    }
    assert " ".join(key for key, text in found.items() if text == "yes") == wanted["yes"]


def test_systems_are_supported_where_somebody_looked() -> None:
    """An audit of the last year, or a risk looked at in it; one day of support alone shows nothing."""
    assets = (HOME / "register" / "assets.yaml").read_text(encoding="utf-8")
    dated = assets + "- {id: AST-TAB, title: Tablets, category: device, owner: manager, support_ends: 2028-01-01}\n"
    assert drafts(context(assets=dated).prover, "dspt-v8")["8.1.4"] is None
    audits = (HOME / "register" / "audits.yaml").read_text(encoding="utf-8")
    looked = (
        audits + "- {id: AUD-S, title: Support, category: audit, performed: 2026-05-01, tags: [unsupported-systems]}\n"
    )
    assert drafts(context(assets=dated, audits=looked).prover, "dspt-v8")["8.1.4"] == "yes"
    assert drafts(context(assets=dated, audits=looked).prover, "ndg-standards")["ndg-8"] == "yes"


def test_induction_is_shown_by_the_plan_that_asks_starters_for_the_course() -> None:
    """A plan that asks them for another subject is none, though some are trained in security."""
    plans = (HOME / "register" / "training-plans.yaml").read_text(encoding="utf-8")
    courses = (HOME / "register" / "courses.yaml").read_text(encoding="utf-8")
    first = context().register.of(TrainingPlan)[0]
    within = next(one.course or "" for one in first.courses if one.within)
    other = context(
        courses=courses + "- {id: fire, title: Fire, areas: [governance]}\n",
        **{"training-plans": plans.replace(f"course: {within}", "course: fire", 1)},
    )
    assert drafts(context().prover, "dspt-v8")["2.1.1"] == "yes"
    assert drafts(other.prover, "dspt-v8")["2.1.1"] is None
