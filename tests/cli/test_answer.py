"""igreg answer: what it writes, what it keeps, what it refuses, and that nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
PACK = """id: ours
title: Ours
edition: 2026-27
opens: 2026-07-01
deadline: 2027-06-30
statuses: [{id: met, title: Met, needs: mandatory}]
groups: [{id: "1", title: People}]
items:
- {id: "1.1", title: Who leads, group: "1", input: text, need: mandatory, proofs: [{held: siro}], answer: "{{ held('siro') }} leads."}
- {id: "1.2", title: Is somebody there, group: "1", input: yes-no, need: mandatory, proofs: [{held: siro}], replaces: ["0.9"]}
- {id: "1.10", title: A document, group: "1", input: document, need: mandatory}
- {id: "2.1", title: A level, group: "1", input: level, need: mandatory}
- {id: "2.2", title: In words, group: "1", input: text, need: mandatory}
- {id: "2.3", title: Yes or no, group: "1", input: yes-no, need: {category-1: mandatory}}
"""
FILES = {
    "organisation.yaml": "name: Home\ntype: care-provider\n",
    "staff.yaml": "- {id: ada, name: Ada Byre}\n",
    "roles.yaml": "- {id: siro, title: SIRO, function: siro, holders: [{staff: ada, from: 2024-01-01}]}\n",
    "assessments.yaml": """# the return of the year
- id: ret
  framework: ours
  owner: siro
  answers:
    - item: "1.1"
      answer: Ada leads, and nobody else.  # drafted by igreg
      evidence: [siro]
      owner: siro
      notes: ask her
    - {item: "2.2", not_applicable: nobody drives, by: siro, on: 2026-07-01}
    - {item: "2.3", answer: true, by: siro, on: 2026-07-01}
- id: old
  framework: ours
  owner: siro
  status: published
  published: 2026-10-01
  approved_by: siro
  approved_on: 2026-09-30
""",
}


@pytest.fixture
def home(write: Write) -> Path:
    """A home's register with a return against a framework of its own."""
    folder = write(FILES)
    (folder.parent / "frameworks").mkdir()
    (folder.parent / "frameworks/ours.yaml").write_text(PACK, encoding="utf-8")
    return folder


def lines(folder: Path) -> list[str]:
    """The lines of the return that were not there before."""
    before = FILES["assessments.yaml"].split("\n")
    return [
        line for line in (folder / "assessments.yaml").read_text(encoding="utf-8").split("\n") if line not in before
    ]


def test_a_draft_is_signed_and_all_else_stays(home: Path, igreg: Igreg) -> None:
    ran = igreg("answer", "ret", "1.1", "--by", "siro", "--register", home, *DAY)
    assert (ran.code, ran.out) == (0, "Answered: 1.1 of ret, by siro on 2026-11-24\n"), ran.err
    text = (home / "assessments.yaml").read_text(encoding="utf-8")
    signed = "      notes: ask her\n      by: siro\n      on: 2026-11-24\n"
    assert text == FILES["assessments.yaml"].replace("      notes: ask her\n", signed)
    assert "+      by: siro" in ran.err


def test_another_answer_takes_the_place_of_the_draft(home: Path, igreg: Igreg) -> None:
    words = ("--as", "Ada Byre leads.", "--by", "Ada Byre", "--on", "2026-11-20")
    ran = igreg("answer", "ret", "1.1", *words, "--register", home, *DAY)
    assert ran.code == 0, ran.err
    assert lines(home) == ["      answer: Ada Byre leads.  # drafted by igreg", "      by: ada", "      on: 2026-11-20"]


@pytest.mark.parametrize(
    ("item", "words", "line"),
    [
        ("1.2", (), '    - {item: "1.2", answer: true, by: siro, on: 2026-11-24, evidence: [siro]}'),
        ("1.2", ("--as", "No"), '    - {item: "1.2", answer: false, by: siro, on: 2026-11-24}'),
        ("1.10", ("--as", "docs\\a.pdf"), '    - {item: "1.10", answer: docs/a.pdf, by: siro, on: 2026-11-24}'),
        (
            "1.10",
            ("--document", "https://example.org/a", "--evidence", "SIRO"),
            '    - {item: "1.10", by: siro, on: 2026-11-24, evidence: [siro], documents: [{url: "https://example.org/a"}]}',
        ),
        ("1.10", ("--as", "false"), '    - {item: "1.10", answer: false, by: siro, on: 2026-11-24}'),
        ("2.1", ("--as", "achieved"), '    - {item: "2.1", answer: achieved, by: siro, on: 2026-11-24}'),
        (
            "2.1",
            ("--not-applicable", "no computers"),
            '    - {item: "2.1", not_applicable: no computers, by: siro, on: 2026-11-24}',
        ),
        ("2.2", ("--as", "yes"), '    - {item: "2.2", by: siro, on: 2026-11-24, answer: yes}'),
        ("2.2", (), '    - {item: "2.2", not_applicable: nobody drives, by: siro, on: 2026-11-24}'),
        (
            "2.3",
            ("--not-applicable", "none"),
            '    - {item: "2.3", by: siro, on: 2026-11-24, not_applicable: none}',
        ),
        (
            "2.3",
            ("--evidence", "siro", "--evidence", "ada"),
            '    - {item: "2.3", answer: true, by: siro, on: 2026-11-24, evidence: [siro, ada]}',
        ),
    ],
)
def test_what_is_written(home: Path, igreg: Igreg, item: str, words: tuple[str, ...], line: str) -> None:
    ran = igreg("answer", "ret", item, *words, "--by", "siro", "--register", home, *DAY)
    assert ran.code == 0, ran.err
    assert [written.replace("'", '"') for written in lines(home)] == [line]
    again = igreg("answer", "ret", item, *words, "--by", "siro", "--register", home, *DAY)
    assert (again.code, again.out) == (0, ""), again.err
    assert "written down already" in again.err


def test_more_evidence_stands_beside_what_is_there(home: Path, igreg: Igreg) -> None:
    ran = igreg(
        "answer", "ret", "1.1", "--evidence", "ada", "--evidence", "siro", "--by", "siro", "--register", home, *DAY
    )
    assert ran.code == 0, ran.err
    assert "      evidence: [siro, ada]" in lines(home)


def test_a_dry_run_writes_nothing(home: Path, igreg: Igreg) -> None:
    ran = igreg("answer", "ret", "1.1", "--by", "siro", "--dry-run", "--register", home, *DAY)
    assert ran.code == 0
    assert "+      on: 2026-11-24" in ran.out
    assert lines(home) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ret", "1.1", "--as", "a", "--not-applicable", "b"), 2, "--as and --not-applicable do not go together"),
        (("ret", "2.1", "--as", "yes"), 2, "--as: there is no level 'yes'"),
        (("ret", "2.1", "--as", "partly-achieved"), 2, "did you mean 'partially-achieved'?"),
        (("ret", "1.2", "--as", "achieved"), 2, "one of: yes, no"),
        (("ret", "1.10", "--as", "yes"), 2, "is no path and no address"),
        (("ret", "1.10"), 2, "--as PATH"),
        (("ret", "2.1"), 2, "--as not-achieved, partially-achieved or achieved"),
        (("ret", "1.20"), 2, "did you mean"),
        (("ret", "0.9"), 2, "it is 1.2 now"),
        (("old", "1.2"), 2, "old is published"),
        (("rett", "1.2"), 2, "did you mean 'ret'?"),
        (("ours", "1.2"), 2, "ours is a pack"),
        (("ret", "1.2", "--evidence", "nothing"), 2, "no record has the id 'nothing'"),
        (("ret", "1.2", "--on", "2026-11-25"), 1, "still to come"),
        (("ret", "2.2", "--as", " "), 2, "nothing is said"),
        (("ret", "2.2", "--not-applicable", " "), 2, "no reason is given"),
        (("ret", "2.2", "--as", "NHS number 943 476 5919"), 1, "person-identifier"),
    ],
)
def test_what_is_refused(home: Path, igreg: Igreg, words: tuple[str, ...], code: int, said: str) -> None:
    ran = igreg("answer", *words, "--by", "siro", "--register", home, *DAY)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert lines(home) == []


def test_nobody_of_that_name(home: Path, igreg: Igreg) -> None:
    assert igreg("answer", "ret", "1.2", "--by", "nobody", "--register", home, *DAY).code == 2


def test_a_document_that_is_not_there_is_told(home: Path, igreg: Igreg) -> None:
    ran = igreg("answer", "ret", "1.2", "--document", "docs/gone.pdf", "--by", "siro", "--register", home, *DAY)
    assert ran.code == 0, ran.err
    assert "now: missing-document (IG109)" in ran.err


def test_a_contradiction_is_told_and_not_refused(home: Path, igreg: Igreg) -> None:
    (home / "roles.yaml").write_text("- {id: siro, title: SIRO, function: siro}\n", encoding="utf-8")
    ran = igreg("answer", "ret", "1.2", "--as", "yes", "--by", "siro", "--register", home, *DAY)
    assert ran.code == 0, ran.err
    assert "now: contradicted-answer (IG522)" in ran.err


def test_an_item_that_is_not_asked_here(home: Path, igreg: Igreg) -> None:
    ran = igreg("answer", "ret", "2.3", "--as", "no", "--by", "siro", "--register", home, *DAY)
    assert ran.code == 0
    assert "2.3 is not asked of this organisation" in ran.err


def test_a_broken_pack_is_not_answered(home: Path, igreg: Igreg) -> None:
    (home.parent / "frameworks/ours.yaml").write_text("id: ours\n", encoding="utf-8")
    ran = igreg("answer", "ret", "1.2", "--as", "yes", "--by", "siro", "--register", home, *DAY)
    assert ran.code == 2
    assert "the pack ours is broken" in ran.err


def test_with_a_broken_file_nothing_is_drafted(home: Path, igreg: Igreg) -> None:
    (home / "audits.yaml").write_text("- {id: [\n", encoding="utf-8")
    assert igreg("answer", "ret", "1.2", "--by", "siro", "--register", home, *DAY).code == 2
    assert igreg("answer", "ret", "1.2", "--as", "yes", "--by", "siro", "--register", home, *DAY).code == 0


def test_words_that_name_no_document_are_not_signed(home: Path, igreg: Igreg) -> None:
    path = home / "assessments.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '- item: "1.1"', '- {item: "1.10", answer: We have one}\n    - item: "1.1"'
        ),
        encoding="utf-8",
    )
    ran = igreg("answer", "ret", "1.10", "--by", "siro", "--register", home, *DAY)
    assert ran.code == 2
    assert "names no document" in ran.err


def test_drafts_of_a_closed_edition_are_written_and_what_is_overdue_is_told(home: Path, igreg: Igreg) -> None:
    (home / "assessments.yaml").unlink()
    (home / "roles.yaml").write_text(FILES["roles.yaml"].replace("function: siro", "functions: [siro, ig-lead]"))
    ran = igreg("assess", "ours", home, "--draft", "--today", "2027-07-01")
    assert ran.code == 0, ran.err
    assert "now: assessment-overdue (IG524)" in ran.err
    assert (home / "assessments/ours-2026-27.yaml").is_file()


SEVERAL = """- id: ret
  framework: ours
  owner: siro
  status: planned
  answers:
    - item: "1.1"
      answer: |  # by igreg
        Ada leads,
          and nobody else.

        So it was said.
      # ask her
      notes: >-
        folded
        words
"""


def test_an_answer_of_several_lines_gives_way_to_another(home: Path, igreg: Igreg) -> None:
    """Its own lines alone change; the comment behind it, those after it and other texts of several lines stay."""
    file = home / "assessments.yaml"
    file.write_bytes(SEVERAL.encode())
    ran = igreg("answer", "ret", "1.1", "--register", home, *DAY, "--by", "siro", "--as", "One.\n\n  Two # 2")
    assert ran.code == 0, ran.err
    signed = SEVERAL + "      by: siro\n      on: 2026-11-24\n"
    old = "|  # by igreg\n        Ada leads,\n          and nobody else.\n\n        So it was said.\n"
    assert file.read_text(encoding="utf-8") == signed.replace(
        old, "|-  # by igreg\n        One.\n\n          Two # 2\n"
    )
    assert igreg("answer", "ret", "1.1", "--register", home, *DAY, "--by", "siro", "--as", "Ada does").code == 0
    assert file.read_text(encoding="utf-8") == signed.replace(old, "Ada does  # by igreg\n")


def test_an_answer_of_a_planned_return_counts_and_its_status_is_told(home: Path, igreg: Igreg) -> None:
    """It is open, as all are that are not published (ruling E02); nobody changes its status but who says so."""
    (home / "assessments.yaml").write_bytes(SEVERAL.encode())
    ran = igreg("answer", "ret", "1.1", "--register", home, *DAY, "--by", "siro")
    assert ran.code == 0
    assert "ret is still `status: planned`" in ran.err
    assert "  status: planned\n" in (home / "assessments.yaml").read_text(encoding="utf-8")


def test_a_pack_with_unknown_names_alone_is_broken_too(home: Path, igreg: Igreg) -> None:
    """Rules and the screen say nothing of a return to it, as `answer` and `assess` refuse it (ruling E17)."""
    pack = home.parent / "frameworks" / "ours.yaml"
    pack.write_text(
        PACK.replace("proofs: [{held: siro}], re", "proofs: [{share: training, course: no-such}], re"), encoding="utf-8"
    )
    (home / "assessments.yaml").write_bytes(SEVERAL.encode())
    ran = igreg("check", home, "--today", "2027-06-30", "--select", "IG52,IG010", "--format", "json")
    assert "IG010" in ran.out
    assert "IG52" not in ran.out.replace("IG52,", "")
    assert "its pack ours cannot be used" in igreg("status", home, *DAY).out
    assert igreg("answer", "ret", "1.2", "--register", home, *DAY, "--by", "siro", "--as", "yes").code == 2
