"""Whose name: the commit's author and day beside `by` and `on` (ruling E75)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.assess.returns import DAY, FILES, Igreg, Write
from tests.git.repositories import Repository, needs_git

HEAD = "- id: ret\n  title: Our return\n  framework: ours\n  owner: lead\n  answers:\n"
ANN = '  - {item: "1.1", answer: Ann answers, by: ann, on: 2026-09-01}\n'
LEAD = '  - {item: "1.2", answer: true, by: lead, on: 2026-09-02}\n'
DRAFT = '  - {item: "1.3", answer: true}\n'


@pytest.fixture
def there(write: Write) -> Repository:
    repository = Repository(write(FILES).parent)
    repository.git("init", "-q", "-b", "main")
    return repository


def commit(there: Repository, day: str, author: str, **files: str) -> str:
    there.write(**files)
    there.git("add", "-A")
    there.git("commit", "-q", "-m", "x", f"--author={author}", day=day)
    return there.git("rev-parse", "HEAD")[:12]


def told(igreg: Igreg, there: Repository, tmp_path: Path, *more: str) -> dict[str, str]:
    """What the page says of each item's commit."""
    ran = igreg("evidence", "ret", there.register, *DAY, "--out", tmp_path / "pack", *more)
    assert ran.code == 0, ran.err
    page = (tmp_path / "pack" / "index.html").read_text(encoding="utf-8")
    items = re.split(r'<h3 id="item-\d+">', page)[1:]
    found = ((one.split(" ", 1)[0], re.search("<dt>Answer committed by</dt>\n<dd>(.*)</dd>", one)) for one in items)
    return {item: match[1] for item, match in found if match is not None}


@needs_git
def test_author_and_day_and_where_they_differ(igreg: Igreg, there: Repository, tmp_path: Path) -> None:
    first = commit(there, "2026-09-01", "Dr ann  ash <a@x>", assessments=HEAD + ANN)
    second = commit(there, "2026-09-03", "Ben <b@x>", assessments=HEAD + ANN + LEAD + DRAFT)
    # notes, evidence and the order of keys make no other answer
    noted = ANN.replace('{item: "1.1", ', '{notes: seen, item: "1.1", ')
    commit(there, "2026-10-01", "Zoe <z@x>", assessments=HEAD + LEAD + DRAFT + noted)
    assert told(igreg, there, tmp_path) == {
        "1.1": f"Dr ann  ash on 1 September 2026, commit {first}",
        "1.2": f"Ben on 3 September 2026, commit {second}; but the answer says 2 September 2026",
    }
    assert told(igreg, there, tmp_path, "--no-names") == {}


@needs_git
def test_somebody_else_committed_it(igreg: Igreg, there: Repository, tmp_path: Path) -> None:
    at = commit(there, "2026-09-02", "Zoe & Co <z@x>", assessments=HEAD + ANN + LEAD)
    assert told(igreg, there, tmp_path) == {
        "1.1": f"Zoe &amp; Co on 2 September 2026, commit {at}; but the answer names Ann Ash and the answer says "
        "1 September 2026",
        "1.2": f"Zoe &amp; Co on 2 September 2026, commit {at}; but the answer names IG lead",
    }


@needs_git
def test_not_committed_and_signed_anew(igreg: Igreg, there: Repository, tmp_path: Path) -> None:
    commit(there, "2026-09-01", "Zoe <z@x>", assessments=HEAD + ANN.replace("answers,", "answered,"))
    at = commit(there, "2026-09-01", "Ann Ash <a@x>", assessments=HEAD + ANN)
    there.write(assessments=HEAD + ANN + LEAD)
    assert told(igreg, there, tmp_path) == {
        "1.1": f"Ann Ash on 1 September 2026, commit {at}",
        "1.2": "not committed as it stands here",
    }


@needs_git
def test_a_branch_counts_itself_and_a_renamed_file_is_followed(igreg: Igreg, there: Repository, tmp_path: Path) -> None:
    commit(there, "2026-08-01", "Zoe <z@x>", assessments=HEAD + DRAFT)
    there.git("checkout", "-q", "-b", "answers")
    at = commit(there, "2026-09-01", "Ann Ash <a@x>", assessments=HEAD + ANN + DRAFT)
    there.git("checkout", "-q", "main")
    commit(there, "2026-09-02", "Zoe <z@x>", staff=FILES["staff.yaml"] + "- {id: cy, name: Cy}\n")
    there.git("merge", "-q", "--no-ff", "-m", "merged", "answers", day="2026-09-04")
    (there.register / "assessments").mkdir()
    (there.register / "assessments.yaml").rename(there.register / "assessments" / "ret.yaml")
    commit(there, "2026-10-01", "Zoe <z@x>")
    assert told(igreg, there, tmp_path) == {"1.1": f"Ann Ash on 1 September 2026, commit {at}"}


def test_without_git_nothing_is_said(igreg: Igreg, there: Repository, tmp_path: Path) -> None:
    there.write(assessments=HEAD + ANN)
    assert told(igreg, there, tmp_path) == {}
