"""`igreg diff`: which states its words mean, what it refuses, its exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = needs_git
ORGANISATION = "name: E\ntype: other\n"


def policy(status: str) -> str:
    return f"- {{id: P-1, title: One, status: {status}, areas: [risk]}}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A policy that is a draft, and in force from April."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=policy("draft"))
    made.commit("2026-04-14", policies=policy("in-force"))
    return made


def diff(igreg: Igreg, repository: Repository, *words: str) -> tuple[int, Any, str]:
    ran = igreg("diff", *words, repository.register, "--today", "2026-11-24", "--format", "json")
    return ran.code, json.loads(ran.out) if ran.out else None, ran.err


def test_two_commits(igreg: Igreg, repository: Repository) -> None:
    code, found, err = diff(igreg, repository, "HEAD~1", "main")
    assert (code, err) == (0, "")
    first, last = repository.git("rev-parse", "HEAD~1"), repository.git("rev-parse", "HEAD")
    assert found["from"] == {"rev": first, "date": "2026-01-05", "asked": "HEAD~1"}
    assert found["to"] == {"rev": last, "date": "2026-04-14", "asked": "main"}
    assert found["records"][0]["fields"] == [{"path": ["status"], "before": "draft", "after": "in-force"}]


def test_the_last_commit_against_what_stands_here(igreg: Igreg, repository: Repository) -> None:
    code, found, _ = diff(igreg, repository)
    assert (code, found["records"]) == (0, [])
    assert found["from"]["asked"] is None and found["from"]["rev"] == repository.git("rev-parse", "HEAD")
    assert found["to"] == {"rev": None, "date": "2026-11-24", "asked": None}
    repository.write(policies=policy("withdrawn"))
    assert diff(igreg, repository)[1]["summary"]["changed"] == 1


def test_a_day_means_its_end(igreg: Igreg, repository: Repository) -> None:
    _, found, _ = diff(igreg, repository, "2026-04-13", "2026-04-14")
    assert (found["from"]["date"], found["to"]["date"]) == ("2026-01-05", "2026-04-14")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("HEAD~1..main", "'HEAD~1..main' is a range, and two states are two words\nhelp: write igreg diff HEAD~1 main"),
        ("nope", "no commit, tag, branch or day is called 'nope'"),
        ("2025-12-31", "nothing had been committed on 31 December 2025"),
        ("2026-02-30", "'2026-02-30' is not"),
    ],
)
def test_words_that_are_no_state(igreg: Igreg, repository: Repository, word: str, said: str) -> None:
    code, _, err = diff(igreg, repository, word)
    assert code == 2
    assert said in err


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_what_is_new(igreg: Igreg, repository: Repository, fail_on: str, code: int) -> None:
    repository.write(policies=policy("in-froce"))
    assert diff(igreg, repository, "--fail-on", fail_on)[0] == code
    assert diff(igreg, repository, "HEAD~1", "HEAD~1", "--fail-on", fail_on)[0] == 0


def test_with_base_where_the_branch_was_left(igreg: Igreg, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "mine", "HEAD~1")
    repository.commit("2026-05-01", policies=policy("withdrawn"))
    code, found, _ = diff(igreg, repository, "--base", "main")
    assert (code, found["from"]["rev"]) == (0, repository.git("rev-parse", "main~1"))
    assert found["from"]["asked"] == "main"
    assert diff(igreg, repository, "HEAD", "--base", "main")[0] == 2


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
def test_a_summary_is_without_records(igreg: Igreg, repository: Repository, format: str) -> None:
    words = ("diff", "HEAD~1", "HEAD", repository.register, "--today", "2026-11-24", "--format", format)
    assert ["draft" in igreg(*words, *more).out for more in ((), ("--summary",))] == [True, False]
