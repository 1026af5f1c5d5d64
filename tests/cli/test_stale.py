"""`igreg stale` on repositories: what was committed with a review, against what stands now (rulings H35 to H38)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from igreg.analysis.since_review import judged
from igreg.cli._since_review import since_reviews_of
from igreg.cli.session import Session
from tests.conftest import Ran, Write
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = needs_git
ORGANISATION = "name: Example\ntype: other\n"
TODAY = ("--today", "2026-11-22")
FOUND = ("IG310", "IG311")


def policy(last: str, more: str = "", owner: str = "ig-lead", id: str = "P-1") -> str:
    return (
        f"- id: {id}\n  title: Policy {id}\n  owner: {owner}\n  document: {{path: docs/P.md}}\n"
        f"  review: {{every: 12 months, last: {last}{more}}}\n"
    )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = begin(tmp_path / "r")
    document(made, "Keep it to yourself.\n")
    made.commit("2026-02-03", organisation=ORGANISATION, policies=policy("2026-02-02"))
    return made


def document(repository: Repository, text: str, name: str = "P.md") -> None:
    path = repository.root / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())


def asked(igreg: Igreg, repository: Repository, *words: str) -> Any:
    ran = igreg("stale", repository.register, *TODAY, "--format", "json", *words)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def codes(igreg: Igreg, repository: Repository) -> list[tuple[str, str]]:
    return [(one["code"], one["record"]) for one in asked(igreg, repository)["items"]]


def test_the_json(igreg: Igreg, repository: Repository) -> None:
    reviewed = repository.git("rev-parse", "HEAD")
    owner = repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"))
    document(repository, "Keep it to yourself, unless asked.\n")
    text = repository.commit("2026-07-01")
    assert asked(igreg, repository) == {
        "version": 1,
        "today": "2026-11-22",
        "items": [
            {
                "rule": "changed-since-review",
                "code": "IG310",
                "kind": "policies",
                "record": "P-1",
                "title": "Policy P-1",
                "last": "2026-02-02",
                "reviewed": {"rev": reviewed, "date": "2026-02-03"},
                "changed": [
                    {
                        "rev": owner,
                        "date": "2026-06-01",
                        "author": "(address)",
                        "fields": [["owner"]],
                        "document": None,
                    },
                    {"rev": text, "date": "2026-07-01", "author": "(address)", "fields": [], "document": "docs/P.md"},
                ],
                "file": "register/policies.yaml",
                "line": 5,
            }
        ],
        "unknown": [],
        "summary": {"IG310": 1, "IG311": 0},
        "incomplete": [],
    }


@pytest.mark.parametrize("width", [60, 120])
def test_the_text(igreg: Igreg, repository: Repository, width: int) -> None:
    repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"))
    ran = igreg("stale", repository.register, *TODAY, columns=width)
    assert ran.code == 0
    assert all(len(line) <= width for line in ran.out.splitlines())
    assert "Changed since the review was written down (IG310, 1 record):" in " ".join(ran.out.split())
    assert ran.out.endswith("Of 1 reviewed record, 0 stand as reviewed.\n")


def test_exit_codes(igreg: Igreg, repository: Repository) -> None:
    fail = ("stale", repository.register, *TODAY, "--fail-on-stale")
    assert igreg(*fail).code == 0
    repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"))
    assert igreg(*fail).code == 1
    assert igreg(*fail[:-1]).code == 0
    assert igreg(*fail, "--format", "xml").code == 2


def test_a_file_that_cannot_be_read_is_no_all_clear(igreg: Igreg, repository: Repository) -> None:
    repository.write(policies=policy("2026-02-02") + "- id: [\n")
    assert asked(igreg, repository)["incomplete"] == ["register/policies.yaml"]
    assert igreg("stale", repository.register, *TODAY, "--fail-on-stale").code == 1


def test_check_runs_the_two_only_by_name(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"))
    check = ("check", repository.register, *TODAY, "--format", "json")

    def found(*words: str) -> list[str]:
        return [one["code"] for one in json.loads(igreg(*check, *words).out)["findings"] if one["code"] in FOUND]

    for words in ((), ("--select", "IG3"), ("--select", "ALL"), ("--extend-select", "IG31"), ("--select", "IG311")):
        assert found(*words) == []
    for words in (
        ("--select", "IG310"),
        ("--select", "changed-since-review"),
        ("--extend-select", "ig310"),
        ("--select", "IG3,IG310"),
    ):
        assert found(*words) == ["IG310"]
    assert found("--select", "IG310", "--ignore", "IG3") == []
    (repository.root / "igreg.toml").write_text('extend-select = ["changed-since-review"]\n', encoding="utf-8")
    assert found() == ["IG310"]


def test_an_exception_is_not_unused_for_want_of_a_look(igreg: Igreg, repository: Repository) -> None:
    exception = (
        "- {id: E-1, rule: changed-since-review, record: P-1, reason: R, approved_by: siro, approved_on: 2026-06-01,"
        " until: 2026-12-31}\n"
    )
    repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"), exceptions=exception)
    check = ("check", repository.register, *TODAY, "--format", "json")
    assert "IG902" not in igreg(*check).out
    assert json.loads(igreg(*check, "--select", "IG310").out)["findings"] == []


def test_line_ends_of_a_checkout_are_no_change(igreg: Igreg, repository: Repository) -> None:
    """On Windows, with autocrlf: the bytes on disk are others than those committed."""
    for path in (repository.root / "docs" / "P.md", repository.register / "policies.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert codes(igreg, repository) == []


def test_a_document_that_is_not_committed_is_not_compared(igreg: Igreg, repository: Repository) -> None:
    document(repository, "Something else.\n")
    assert codes(igreg, repository) == []


def test_pointers_of_large_files_count(igreg: Igreg, repository: Repository) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 3\n"
    document(repository, pointer.format("1" * 64))
    repository.commit("2026-03-03", policies=policy("2026-03-02"))
    assert codes(igreg, repository) == []
    document(repository, pointer.format("2" * 64))
    repository.commit("2026-03-04")
    assert codes(igreg, repository) == [("IG310", "P-1")]


def test_documents_that_are_missing_or_elsewhere_are_passed_over(igreg: Igreg, repository: Repository) -> None:
    (repository.root / "docs" / "P.md").unlink()
    repository.commit("2026-03-01")
    assert codes(igreg, repository) == []
    text = policy("2026-04-01").replace("path: docs/P.md", "url: https://example.org/P")
    repository.commit("2026-04-01", policies=text)
    assert codes(igreg, repository) == []
    repository.commit("2026-05-01", policies=text.replace("url: https://example.org/P", "path: ../../etc/passwd"))
    assert codes(igreg, repository) == [("IG310", "P-1")]


def test_a_review_that_is_not_committed_says_nothing(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"))
    repository.write(policies=policy("2026-11-20", ", outcome: changed", owner="siro"))
    assert codes(igreg, repository) == []


def test_drafts_and_withdrawn_ones_are_not_judged(igreg: Igreg, repository: Repository) -> None:
    for status in ("draft", "withdrawn"):
        text = policy("2026-02-02", owner="siro") + f"  status: {status}\n"
        repository.write(policies=text)
        assert codes(igreg, repository) == []
    repository.write(policies=policy("2026-02-02", ", outcome: withdrawn", owner="siro"))
    assert codes(igreg, repository) == []


def test_renamed_and_moved_is_no_change(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-03-01", policies=policy("2026-02-02", id="P-9").replace("Policy P-9", "Policy P-1"))
    (repository.register / "policies.yaml").unlink()
    one = policy("2026-02-02", id="P-9").replace("Policy P-9", "Policy P-1")
    lines = "\n".join(line[2:] for line in one.splitlines()) + "\n"
    repository.commit("2026-03-02", **{"policies/P-9": lines})
    assert codes(igreg, repository) == []
    repository.commit("2026-03-03", **{"policies/P-9": lines.replace("ig-lead", "siro")})
    assert codes(igreg, repository) == [("IG310", "P-9")]


def test_another_id_of_what_a_record_names_is_no_change(igreg: Igreg, repository: Repository) -> None:
    post = "- {id: %s, title: Lead, areas: [governance]}\n- {id: siro, title: SIRO, areas: [risk]}\n"
    repository.commit("2026-02-20", roles=post % "ig-lead")
    repository.commit("2026-03-01", roles=post % "head-of-ig", policies=policy("2026-02-02", owner="head-of-ig"))
    assert codes(igreg, repository) == []
    repository.commit("2026-03-02", policies=policy("2026-02-02", owner="siro"))
    assert codes(igreg, repository) == [("IG310", "P-1")]


def test_a_new_date_alone(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-10-01", policies=policy("2026-09-30", ", outcome: changed"))
    (item,) = asked(igreg, repository)["items"]
    assert (item["code"], item["last"], item["changed"]) == ("IG311", "2026-09-30", [])
    assert item["reviewed"]["date"] == "2026-10-01"
    repository.write(policies=policy("2026-09-30", ", outcome: changed", owner="siro"))
    assert codes(igreg, repository) == [("IG310", "P-1")]
    repository.write(policies=policy("2026-09-30", ", outcome: unchanged"))
    assert codes(igreg, repository) == []


def test_changed_with_the_review_and_back_again_is_the_first_rule_alone(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-09-30", policies=policy("2026-09-30", ", outcome: changed", owner="siro"))
    assert codes(igreg, repository) == []
    repository.commit("2026-10-01", policies=policy("2026-09-30", ", outcome: changed"))
    assert codes(igreg, repository) == [("IG310", "P-1")]


def test_a_review_on_a_branch_counts_from_its_own_commit(igreg: Igreg, repository: Repository) -> None:
    """The text was changed on the branch, after the review there; the merge brought both."""
    repository.git("checkout", "--quiet", "-b", "branch")
    reviewed = repository.commit("2026-03-01", policies=policy("2026-03-01"))
    document(repository, "Otherwise.\n")
    text = repository.commit("2026-03-02")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-03-03", organisation=f"{ORGANISATION}website: https://example.org\n")
    repository.git("merge", "--quiet", "--no-ff", "-m", "x", "branch", day="2026-03-04")
    (item,) = asked(igreg, repository)["items"]
    assert item["reviewed"]["rev"] == reviewed
    assert [one["rev"] for one in item["changed"]] == [text]


def test_a_change_from_an_older_branch_counts(igreg: Igreg, repository: Repository) -> None:
    """Written before the review, merged after it: whoever reviewed did not see it."""
    repository.git("checkout", "--quiet", "-b", "branch")
    document(repository, "Otherwise.\n")
    text = repository.commit("2026-03-01")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-03-02", policies=policy("2026-03-02"))
    repository.git("merge", "--quiet", "--no-ff", "-m", "x", "branch", day="2026-03-04")
    (item,) = asked(igreg, repository)["items"]
    assert [one["rev"] for one in item["changed"]] == [text]


def test_a_shallow_clone_does_not_know(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-06-01", policies=policy("2026-02-02", owner="siro"))
    known = policy("2026-02-02", owner="siro")
    repository.commit("2026-07-01", policies=known + policy("2026-07-01", id="P-2"))
    repository.commit("2026-08-01", policies=known + policy("2026-07-01", id="P-2", owner="siro"))
    clone = Repository(tmp_path / "c")
    repository.git("clone", "--quiet", "--depth", "3", f"file://{repository.root}", str(clone.root))
    found = asked(igreg, clone)
    assert found["unknown"] == [{"record": "P-1", "why": "shallow"}]
    assert [(one["code"], one["record"]) for one in found["items"]] == [("IG310", "P-2")]
    ran = igreg("stale", clone.register, *TODAY)
    assert ran.err.count("\n") == 1
    assert "shallow" in ran.err


def test_an_earlier_review_at_the_boundary_says_nothing(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-09-01", policies=policy("2026-02-02"))
    repository.commit("2026-10-01", policies=policy("2026-09-30", ", outcome: changed"))
    repository.git("commit", "--quiet", "--allow-empty", "-m", "x", day="2026-10-02")
    clone = Repository(tmp_path / "c")
    repository.git("clone", "--quiet", "--depth", "2", f"file://{repository.root}", str(clone.root))
    assert asked(igreg, clone)["items"] == []


def test_without_a_history_nothing_is_said(
    igreg: Igreg, write: Write, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = write({"organisation.yaml": ORGANISATION, "policies.yaml": policy("2026-02-02", ", outcome: changed")})
    ran = igreg("stale", register, *TODAY, "--fail-on-stale", "--format", "json")
    assert (ran.code, json.loads(ran.out)["items"]) == (0, [])
    assert ran.err.count("\n") == 1
    assert igreg("stale", register, *TODAY, "-q").err == ""
    ran = igreg("check", register, *TODAY, "--select", "IG310,IG311")
    assert (ran.code, ran.err) == (0, "")
    empty = begin(register.parent)
    assert igreg("stale", empty.register, *TODAY).code == 0
    monkeypatch.setenv("PATH", "/nowhere")
    repository.write(policies=policy("2026-02-02", owner="siro"))
    assert igreg("stale", repository.register, *TODAY, "--fail-on-stale").code == 0


def test_a_bare_repository_has_no_register(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    repository.git("clone", "--quiet", "--bare", str(repository.root), str(tmp_path / "b"))
    assert igreg("stale", tmp_path / "b", *TODAY).code == 3


@pytest.mark.thorough
def test_the_demonstration_shows_both(igreg: Igreg, demo_history: Path) -> None:
    found = json.loads(igreg("stale", demo_history / "register", "--today", "2026-11-24", "--format", "json").out)
    assert sorted((one["code"], one["record"]) for one in found["items"]) == [
        ("IG310", "POL-009"),
        ("IG310", "POL-013"),
        ("IG310", "dpo"),
        ("IG310", "siro"),
        ("IG311", "AST-SURVEY"),
        ("IG311", "POL-006"),
    ]


def test_every_reviewed_record_is_compared(demo_history: Path) -> None:
    """Of whatever kind: of each the commit of its review is found."""
    at = Session("stale", demo_history / "register", today="2026-11-24")
    register = at.open().register
    today = dt.date(2026, 11, 24)
    known = since_reviews_of(at, register, today)
    expected = {(record.kind, record.identity) for record, _ in judged(register, today)}
    assert set(known.of) == expected
    assert len({kind for kind, _ in expected}) >= 14


def test_what_one_commit_brought_is_compared_by_its_documents_too(igreg: Igreg, tmp_path: Path) -> None:
    """Most records were never touched again: their documents may have been, and one that is there twice is not plain."""
    made = begin(tmp_path / "r")
    paper = "- {id: P-1, title: T, document: {path: p.txt}, review: {every: 12 months, last: 2026-02-02}}\n"
    other = "- {id: P-2, title: U, review: {every: 12 months, last: 2026-02-02, outcome: changed}}\n"
    (made.root / "p.txt").write_text("one", encoding="utf-8")
    made.commit("2026-02-02", organisation="name: E\ntype: other\n", policies=paper + other)
    words = ("stale", made.register, "--today", "2026-11-24", "--format", "json")
    assert json.loads(igreg(*words).out)["items"] == []
    (made.root / "p.txt").write_text("two", encoding="utf-8")
    made.commit("2026-06-01")
    found = json.loads(igreg(*words).out)["items"]
    assert [(one["record"], one["changed"][0]["document"]) for one in found] == [("P-1", "p.txt")]
