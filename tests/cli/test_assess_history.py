"""The whole story of an item tells what became of its answer, commit by commit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.assess.returns import DAY, FILES, PACK, Igreg, Write
from tests.cli.test_evidence_signed import ANN, DRAFT, HEAD, LEAD, commit
from tests.git.repositories import Repository, needs_git

FIRST = DRAFT.replace("1.3", "1.1").replace("true", "Nobody yet")


@pytest.fixture
def there(write: Write) -> Repository:
    repository = Repository(write(FILES).parent)
    repository.git("init", "-q", "-b", "main")
    return repository


def history(igreg: Igreg, folder: Path, *items: str) -> list[str]:
    """The lines under the heading of the first of the items."""
    ran = igreg(
        "assess", "ret", folder, *DAY, *(word for item in items for word in ("--item", item)), "--format", "markdown"
    )
    assert ran.code == 0, ran.err
    found = re.search(r"\*\*History of the answer\*\*\n\n((?:- .*\n)*)", ran.out)
    return [line[2:].replace("\\", "") for line in found[1].splitlines()] if found is not None else []


@needs_git
def test_each_commit_that_made_it_another_answer(igreg: Igreg, there: Repository) -> None:
    first = commit(there, "2026-08-01", "Zoe <z@x>", assessments=HEAD + FIRST)
    second = commit(there, "2026-09-01", "Ann <a@x>", assessments=HEAD + ANN)
    commit(there, "2026-09-02", "Zoe <z@x>", assessments=HEAD + ANN + LEAD)
    (there.register / "assessments").mkdir()
    (there.register / "assessments.yaml").rename(there.register / "assessments" / "ret.yaml")
    commit(there, "2026-09-03", "Zoe <z@x>")
    assert history(igreg, there.register, "1.1", "1.3") == [
        f"1 September 2026: Ann answers, by Ann Ash, on 2026-09-01 (Ann, commit {second})",
        f"1 August 2026: Nobody yet, a draft, with nobody's name to it (Zoe, commit {first})",
    ]


@needs_git
def test_what_was_taken_out_and_what_looks_like_somebody(igreg: Igreg, there: Repository) -> None:
    number = ANN.replace("Ann answers", "see 943 476 5919")
    first = commit(there, "2026-08-01", "Zoe <z@x>", assessments=HEAD + number + LEAD)
    second = commit(there, "2026-09-01", "Zoe <z@x>", assessments=HEAD + LEAD)
    assert history(igreg, there.register, "1.1") == [
        f"1 September 2026: taken out (Zoe, commit {second})",
        f"1 August 2026: (not shown: IG801) (Zoe, commit {first})",
    ]


def test_without_a_history_nothing_is_said(igreg: Igreg, write: Write) -> None:
    assert history(igreg, write(FILES | {"assessments.yaml": HEAD + ANN}), "1.1") == []


def test_an_own_pack_in_place_of_one_that_igreg_brings_is_said(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    (folder.parent / "frameworks").mkdir(exist_ok=True)
    own = folder.parent / "frameworks" / "ndg-standards.yaml"
    own.write_text(PACK.replace("id: ours\n", "id: ndg-standards\n", 1), encoding="utf-8")
    ran = igreg("assess", "ndg-standards", folder, *DAY)
    assert "frameworks/ndg-standards.yaml, and not the one of this name that igreg brings" in " ".join(ran.out.split())
    assert "and not the one" not in igreg("assess", "ours", folder, *DAY).out
