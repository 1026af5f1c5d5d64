"""`igreg assess --draft`: what is drafted and what is left alone, and that nothing drafted counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.source.reading.document import parse
from tests.assess.returns import ANSWERED, DAY, FILES, PACK, RETURN, Igreg, Write, found


def text_of(folder: Path, name: str = "assessments/ours-2026-27.yaml") -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_a_pack_begins_a_return_of_its_own(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg("assess", "ours", folder, *DAY, "--draft")
    assert ran.code == 0, ran.err
    assert ran.out == "Draft 2 answers of ours-2026-27\n"
    value = parse("a.yaml", text_of(folder)).value
    assert value is not None
    assert value[0] == {
        "id": "ours-2026-27",
        "title": "What our commissioner asks, 2026-27",
        "framework": "ours",
        "owner": "lead",
        "status": "in-progress",
        "answers": [
            {"item": "1.1", "answer": "Ann Ash answers for information risk.", "evidence": ["siro"]},
            {"item": "1.2", "answer": True, "evidence": ["P1"]},
        ],
    }
    assert found(igreg, folder)["assessment"] == "ours-2026-27"
    assert {one["state"] for one in found(igreg, folder)["items"]} == {"unanswered"}


def test_twice_changes_nothing(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    igreg("assess", "ours", folder, *DAY, "--draft")
    before = text_of(folder)
    for words in (("ours",), ()):
        ran = igreg("assess", *words, folder, *DAY, "--draft")
        assert (ran.code, ran.out) == (0, "")
        assert "nothing to draft" in ran.err
    assert text_of(folder) == before
    assert len(list((folder / "assessments").iterdir())) == 1


def test_what_has_any_answer_is_left_alone(igreg: Igreg, write: Write) -> None:
    """An entry with an owner or notes only is filled; comments and order stay."""
    mine = (
        "# ours\n- id: ret\n  framework: ours\n  owner: lead\n  answers:\n"
        '    - {item: "1.2", not_applicable: none of that here}\n'
        '    - item: "1.1"  # the board asks\n      owner: siro\n      notes: ask Ann\n'
    )
    folder = write(FILES | {"assessments.yaml": mine})
    assert igreg("assess", folder, *DAY, "--draft").code == 0
    after = text_of(folder, "assessments.yaml")
    assert after.startswith(mine.rstrip("\n"))
    assert after[len(mine) :] == ("      answer: Ann Ash answers for information risk.\n      evidence: [siro]\n")


@pytest.mark.parametrize(
    ("words", "drafted"),
    [
        (("--item", "1.2"), ["1.2"]),
        (("--group", "1"), ["1.1"]),
        (("--owner", "lead"), ["1.1", "1.2"]),
        ((), ["1.1", "1.2"]),
    ],
)
def test_what_is_drafted_can_be_chosen(igreg: Igreg, write: Write, words: tuple[str, ...], drafted: list[str]) -> None:
    folder = write(FILES)
    igreg("assess", "ours", folder, *DAY, "--draft", *words)
    value = parse("a.yaml", text_of(folder)).value
    assert value is not None
    assert [one["item"] for one in value[0]["answers"]] == drafted


def test_a_dry_run_writes_nothing(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg("assess", "ours", folder, *DAY, "--draft", "--dry-run")
    assert ran.code == 0
    assert "+id: ours-2026-27" in ran.out
    assert not (folder / "assessments").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"courses.yaml": "- id: C\n  title T\n"}, "could not be read in full"),
        ({"assessments.yaml": RETURN.replace("framework", "status: published\n  framework")}, "is published"),
        ({"roles.yaml": "- {id: siro, title: S, function: siro, holders: [{staff: ann}]}\n"}, "function: ig-lead"),
    ],
)
def test_when_nothing_is_drafted(igreg: Igreg, write: Write, more: dict[str, str], said: str) -> None:
    folder = write(FILES | more)
    ran = igreg("assess", "ret" if "assessments.yaml" in more else "ours", folder, *DAY, "--draft")
    assert ran.code == 2
    assert said in ran.err
    assert not (folder / "assessments").exists()


def test_documents_of_the_evidence_are_drafted_too(igreg: Igreg, write: Write) -> None:
    pack = FILES["../frameworks/ours.yaml"].replace(
        "input: document, need: optional, proofs: [{records: notices}]",
        "input: document, need: optional, proofs: [{records: policies}], answer: See the policy.",
    )
    folder = write(FILES | {"../frameworks/ours.yaml": pack})
    igreg("assess", "ours", folder, *DAY, "--draft", "--item", "1.10")
    value = parse("a.yaml", text_of(folder)).value
    assert value is not None
    assert value[0]["answers"] == [
        {"item": "1.10", "answer": "See the policy.", "evidence": ["P1"], "documents": [{"path": "docs/p1.pdf"}]}
    ]


def test_quiet_says_the_result_only(igreg: Igreg, write: Write) -> None:
    ran = igreg("assess", write(ANSWERED), *DAY, "-q")
    assert ran.out.startswith("Item ")
    assert ran.err == ""


def test_a_draft_that_still_lacks_a_document_is_named(igreg: Igreg, write: Write) -> None:
    """An item that is answered by a document has words drafted; whoever signs it names the paper."""
    pack = PACK.replace(
        "need: optional, proofs: [{records: notices}]", "need: optional, proofs: [{held: siro}], answer: Words alone"
    )
    folder = write(FILES | {"../frameworks/ours.yaml": pack})
    ran = igreg("assess", "ours", folder, *DAY, "--draft")
    assert "a document is still to be named for 1.10: --document PATH" in ran.err
    signed = ("answer", "ours-2026-27", "1.10", "--register", folder, *DAY, "--by", "ann")
    assert igreg(*signed).code == 2
    assert igreg(*signed, "--document", "docs/letter.pdf").code == 0


def test_a_return_that_is_begun_does_not_drown_its_user(igreg: Igreg, write: Write) -> None:
    """Of each rule ten new findings are told, and how many more there are."""
    more = "".join(
        f'  - {{id: "9.{n}", title: No {n}, group: "2", input: yes-no, need: mandatory}}\n' for n in range(7)
    )
    folder = write(FILES | {"../frameworks/ours.yaml": PACK + more})
    ran = igreg("assess", "ours", folder, "--today", "2027-06-01", "--draft")
    assert ran.code == 0, ran.err
    lines = [line for line in ran.err.splitlines() if line.startswith("now: ")]
    assert len([line for line in lines if line.startswith("now: unanswered-item (IG520)")]) == 10
    assert "now: 1 more of IG520: igreg check --select IG520" in lines
