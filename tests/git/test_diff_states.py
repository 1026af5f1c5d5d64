"""`igreg diff` on histories: what belongs to a state of a commit, and states that are not as one would like."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = needs_git
ORGANISATION = "name: Example Trust\ntype: other\nnotes: A text by which it is known again.\n"
VACANT = "- {id: siro, title: SIRO, function: siro, areas: [risk]}\n"
STAFF = "- {id: ann, name: Ann}\n"
HELD = VACANT.replace("}", ", holders: [{staff: ann, from: 2020-01-01, assigned_by: m}]}")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Nobody is SIRO, and then Ann."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=VACANT)
    made.commit("2026-04-14", roles=HELD)
    return made


def diff(igreg: Igreg, repository: Repository, *words: str, today: str = "2026-11-24") -> tuple[int, Any, str]:
    ran = igreg("diff", *words, repository.register, "--today", today, "--format", "json")
    return ran.code, json.loads(ran.out) if ran.out else None, ran.err


def rules(found: Any, word: str) -> list[str]:
    return [one["rule"] for one in found["findings"][word]]


def changes(found: Any) -> list[tuple[str, str | None, str]]:
    return [(one["kind"], one["record"], one["change"]) for one in found["records"]]


def test_a_commit_without_the_register_is_empty(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "e")
    (made.root / "README").write_text("x", encoding="utf-8")
    first = made.commit("2026-01-01")
    last = made.commit("2026-02-01", organisation=ORGANISATION, staff=STAFF, roles=HELD)
    code, found, err = diff(igreg, made, first, last)
    assert (code, found["consequences"]) == (0, [])
    assert changes(found) == [
        ("organisation", "organisation", "added"),
        ("roles", "siro", "added"),
        ("staff", "ann", "added"),
    ]
    assert rules(found, "gone") == []
    assert err == f"2026-01-01 ({first[:7]}): the commit has no register in this folder\n"
    back = diff(igreg, made, last, first)[1]
    assert {one[2] for one in changes(back)} == {"gone"}
    assert (back["findings"]["new"], back["consequences"]) == ([], [])


def test_settings_are_those_of_the_commit(igreg: Igreg, repository: Repository) -> None:
    config = repository.root / "igreg.toml"
    config.write_text('ignore = ["vacant-role"]\n', encoding="utf-8")
    off = repository.commit("2026-05-01", roles=VACANT)
    config.unlink()
    on = repository.commit("2026-06-01")
    _, found, _ = diff(igreg, repository, "HEAD~2", off)
    assert found["settings"] == [{"rule": "vacant-role", "code": "IG203", "change": "off"}]
    assert "vacant-role" not in rules(found, "new")
    assert "vacant-role" in rules(diff(igreg, repository, off, on)[1], "new")
    own = repository.root.parent / "own.toml"
    own.write_text('select = ["IG203"]\n', encoding="utf-8")
    code, found, _ = diff(igreg, repository, "HEAD~2", off, "--config", str(own))
    assert (code, found["settings"], rules(found, "new")) == (0, [], ["vacant-role"])


def test_settings_that_cannot_be_read(igreg: Igreg, repository: Repository) -> None:
    (repository.root / "igreg.toml").write_text("ignore = [\n", encoding="utf-8")
    bad = repository.commit("2026-05-01")
    (repository.root / "igreg.toml").unlink()
    code, found, err = diff(igreg, repository, bad)
    assert (code, found["settings"]) == (0, [])
    assert "its settings are not used: igreg.toml: this is not valid TOML" in err


def test_documents_are_looked_for_in_the_commit(igreg: Igreg, repository: Repository) -> None:
    policy = "- {id: P-1, title: One, document: {path: docs/one.md}}\n"
    without = repository.commit("2026-05-01", policies=policy)
    (repository.root / "docs").mkdir()
    (repository.root / "docs" / "one.md").write_text("x", encoding="utf-8")
    there = repository.commit("2026-06-01")
    assert rules(diff(igreg, repository, without, there)[1], "gone") == ["missing-document"]
    (repository.root / "docs" / "one.md").unlink()
    assert rules(diff(igreg, repository, there)[1], "new") == ["missing-document"]
    assert diff(igreg, repository, without, there)[1]["findings"]["new"] == []


def test_own_packs_are_those_of_the_commit(igreg: Igreg, repository: Repository) -> None:
    folder = repository.root / "frameworks"
    folder.mkdir()
    (folder / "own.yaml").write_text("name: [\n", encoding="utf-8")
    bad = repository.commit("2026-05-01")
    (folder / "own.yaml").unlink()
    good = repository.commit("2026-06-01")
    found = diff(igreg, repository, bad, good)[1]
    assert [(one["rule"], one["file"]) for one in found["findings"]["gone"]] == [
        ("invalid-yaml", "frameworks/own.yaml")
    ]


def test_a_folder_that_has_moved(igreg: Igreg, repository: Repository) -> None:
    (repository.register).rename(repository.root / "ig")
    repository.commit("2026-05-01")
    ran = igreg("diff", "HEAD~1", repository.root / "ig", "--today", "2026-11-24", "--format", "json")
    found = json.loads(ran.out)
    assert (changes(found), found["findings"]) == ([], {"new": [], "gone": []})
    assert "the register was in register then" in ran.err


def test_time_alone_makes_no_difference(igreg: Igreg, repository: Repository) -> None:
    policy = "- {id: P-1, title: One, review: {every: 12 months, last: 2025-06-01}}\n"
    repository.commit("2026-05-01", policies=policy)
    repository.commit("2026-08-01", staff=f"{STAFF}# a remark\n")
    for today in ("2026-04-30", "2027-12-31"):
        _, found, _ = diff(igreg, repository, "2026-05-01", "2026-08-01", today=today)
        empty = {key: found[key] for key in ("consequences", "records", "findings", "due")}
        assert empty == {
            "consequences": [],
            "records": [],
            "findings": {"new": [], "gone": []},
            "due": {"new": [], "gone": []},
        }


def test_a_day_with_a_branch_of_that_name(igreg: Igreg, repository: Repository) -> None:
    repository.git("branch", "2026-04-13", "HEAD")
    _, found, err = diff(igreg, repository, "2026-04-13")
    assert found["from"]["date"] == "2026-01-05"
    assert err == "2026-04-13 is taken as a day; what is called so is written refs/heads/2026-04-13\n"
    assert diff(igreg, repository, "refs/heads/2026-04-13")[1]["from"]["date"] == "2026-04-14"


def test_a_branch_named_as_the_folder(igreg: Igreg, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("branch", "register", "HEAD~1")
    monkeypatch.chdir(repository.root)
    found = json.loads(igreg("diff", "register", "--format", "json").out)
    assert (found["from"]["asked"], found["records"]) == (None, [])
    found = json.loads(igreg("diff", "refs/heads/register", "--format", "json").out)
    assert (found["from"]["asked"], len(found["records"])) == ("refs/heads/register", 1)
    found = json.loads(igreg("diff", "refs/heads/register", "main", "register", "--format", "json").out)
    assert found["to"]["asked"] == "main"


@pytest.mark.parametrize("word", ["-x", "--output=x"])
def test_a_word_that_begins_with_a_hyphen(igreg: Igreg, repository: Repository, word: str) -> None:
    ran = igreg("diff", "--", word, repository.register)
    assert ran.code == 2
    assert "begins with a hyphen" in ran.err


def test_a_broken_file_is_told(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-05-01", roles="- {id: siro, title: [\n")
    code, found, err = diff(igreg, repository, "HEAD~1", "HEAD")
    assert (code, changes(found), rules(found, "new"), rules(found, "gone")) == (0, [], ["invalid-yaml"], [])
    assert (found["consequences"], found["incomplete"]) == ([], {"from": [], "to": ["register/roles.yaml"]})
    assert "register/roles.yaml of 2026-05-01" in err
    assert diff(igreg, repository, "HEAD~1", "HEAD", "--fail-on", "error")[0] == 1


def test_what_is_encrypted_is_one_line(igreg: Igreg, repository: Repository) -> None:
    path = repository.register / "roles.yaml"
    path.write_bytes(b"\0GITCRYPT\0" + bytes(range(256)))
    repository.commit("2026-05-01")
    path.write_text(HELD, encoding="utf-8")
    code, found, err = diff(igreg, repository)
    assert (code, changes(found), found["findings"]) == (0, [], {"new": [], "gone": []})
    assert found["incomplete"] == {"from": ["register/roles.yaml"], "to": []}
    assert err.startswith("2026-05-01") and "register/roles.yaml is encrypted in the commit" in err


def test_links_in_a_commit_are_not_followed(igreg: Igreg, repository: Repository) -> None:
    target = repository.git("hash-object", "-w", "--stdin", given=b"/etc/passwd")
    for path, mode in (("register/risks.yaml", "120000"), ("register/README.md", "120000")):
        repository.git("update-index", "--add", "--cacheinfo", f"{mode},{target},{path}")
    repository.git("commit", "--quiet", "-m", "x", day="2026-05-01")
    code, found, err = diff(igreg, repository, "HEAD~1", "HEAD")
    assert (code, rules(found, "new")) == (0, ["invalid-yaml"])
    assert "register/risks.yaml is a link or submodule in the commit, which is not followed" in err
    assert "README" not in err


def test_a_shallow_clone(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    shallow = Repository(tmp_path / "s")
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.root}", str(shallow.root))
    assert diff(igreg, shallow)[0] == 0
    for words in (("2026-02-01",), ("HEAD~1",), ("--base", "main")):
        code, _, err = diff(igreg, shallow, *words)
        assert (code, err.count("\n")) == (2, 2)
    assert "fetch depth of 0" in diff(igreg, shallow, "--base", "main")[2]


def test_no_commit_in_common(igreg: Igreg, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "alone")
    repository.commit("2026-06-01")
    code, _, err = diff(igreg, repository, "--base", "main")
    assert code == 2
    assert "'main' and HEAD have no commit in common" in err
    assert "fetch depth" in err


@pytest.mark.parametrize("what", ["nothing", "no commit"])
def test_no_history(igreg: Igreg, tmp_path: Path, what: str) -> None:
    made = begin(tmp_path / "n") if what == "no commit" else Repository(tmp_path / "n")
    made.write(organisation=ORGANISATION)
    code, found, err = diff(igreg, made)
    assert (code, found, err.count("\n")) == (2, None, 2)


def test_no_register_here(igreg: Igreg, tmp_path: Path) -> None:
    assert igreg("diff", "HEAD", "HEAD", tmp_path / "none").code == 3


def test_a_register_that_is_a_repository_of_its_own(igreg: Igreg, tmp_path: Path) -> None:
    outer = begin(tmp_path / "o")
    inner = begin(outer.root / "register")
    (inner.root / "organisation.yaml").write_text(ORGANISATION, encoding="utf-8")
    (inner.root / "roles.yaml").write_text(VACANT, encoding="utf-8")
    inner.git("add", "-A")
    inner.git("commit", "--quiet", "-m", "x", day="2026-03-01")
    (inner.root / "roles.yaml").write_text(VACANT.replace("SIRO,", "Other,"), encoding="utf-8")
    code, found, err = diff(igreg, outer)
    assert (code, changes(found), err) == (0, [("roles", "siro", "changed")], "")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Git is a shell script")
def test_one_that_hangs(igreg: Igreg, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
    code, _, err = diff(igreg, repository, "--git-timeout", "0.2")
    assert code == 3
    assert "took longer than 0.2 seconds" in err


def test_renamed_and_moved_to_another_form(igreg: Igreg, repository: Repository) -> None:
    (repository.register / "roles.yaml").unlink()
    path = repository.register / "roles" / "senior.yaml"
    path.parent.mkdir()
    path.write_text(HELD.removeprefix("- ").replace("id: siro", "id: risk-owner"), encoding="utf-8")
    repository.commit("2026-05-01")
    _, found, _ = diff(igreg, repository, "HEAD~1", "HEAD")
    assert found["summary"] == {"added": 0, "gone": 0, "renamed": 1, "changed": 0}
    assert found["records"] == [
        {"kind": "roles", "record": "risk-owner", "change": "renamed", "was": "siro", "fields": []}
    ]
    assert found["findings"] == {"new": [], "gone": []}
    assert found["consequences"] == []


def test_days_of_commits(igreg: Igreg, repository: Repository) -> None:
    """A commit that is dated before its parent, one ahead of now, and one of another line."""
    back = repository.commit("2026-02-02", roles=VACANT)
    ahead = repository.commit("2027-08-01", roles=HELD)
    _, found, err = diff(igreg, repository, back, ahead)
    assert (found["from"]["date"], found["to"]["date"], err) == ("2026-04-14", "2027-08-01", "")
    _, found, err = diff(igreg, repository, "2026-11-24")
    assert found["from"]["rev"] == ahead
    assert "1 commit dated after now: each counts from the one before it" in err
    repository.git("checkout", "--quiet", "-b", "side", "HEAD~3")
    side = repository.commit("2026-03-03", roles=HELD)
    repository.git("checkout", "--quiet", "main")
    assert diff(igreg, repository, side)[1]["from"]["date"] == "2026-03-03"
    assert "1 December 2026 is still to come" in diff(igreg, repository, "2026-12-01")[2]


def test_the_zone_is_the_organisations(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-06-01 23:30 +0000", organisation=f"{ORGANISATION}timezone: Europe/London\n")
    assert diff(igreg, repository)[1]["from"]["date"] == "2026-06-02"


def test_a_state_without_a_register_switches_no_rule(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "e")
    first = made.commit("2026-01-01")
    (made.root / "igreg.toml").write_text('ignore = ["no-deputy"]\n', encoding="utf-8")
    last = made.commit("2026-02-01", organisation=ORGANISATION, notes="x\n")
    code, found, err = diff(igreg, made, first, last)
    assert (code, found["settings"]) == (0, [])
    assert "register/notes.yaml of 2026-02-01" in err
    assert "warning: register/notes.yaml could" not in err


def test_a_register_that_lacked_its_organisation(igreg: Igreg, repository: Repository) -> None:
    path = repository.register / "organisation.yaml"
    path.unlink()
    without = repository.commit("2026-05-01")
    path.write_text(ORGANISATION, encoding="utf-8")
    code, found, err = diff(igreg, repository, without)
    assert (code, changes(found), err) == (0, [("organisation", "organisation", "added")], "")
    assert "no-organisation" in rules(found, "gone")


ODD = (
    *("", " ", "@", "@{0}", "@{-1}", "^HEAD", "HEAD^{tree}", "HEAD^0", ":/x", ":/", "a b", "\n", "main@{0}", "é", "~1"),
    *(
        "2026-13-01",
        "2026-1-1",
        "20260101",
        "0" * 5000,
        "HEAD:",
        "HEAD:register",
        "..",
        "../x",
        "...",
        "HEAD..",
        "..HEAD",
    ),
    *(
        "@{yesterday}",
        "main@{upstream}",
        "$(touch x)",
        "refs/heads/",
        "HEAD~99999999999999999999",
        "\x1b[31m",
        "*",
        "?",
    ),
)


@pytest.mark.parametrize("word", ODD)
def test_odd_words(igreg: Igreg, repository: Repository, word: str) -> None:
    """The right answer, or one line and what to do."""
    code, found, err = diff(igreg, repository, word)
    assert (code, found is None) in ((0, False), (2, True)), err
    if code == 2:
        assert err.startswith("igreg: ") and len(err) < 12_000
    assert "\x1b" not in err


def test_a_folder_with_blanks_and_letters_of_any_kind(igreg: Igreg, repository: Repository) -> None:
    target = repository.root / "Ünïts & co" / "[ig]"
    target.parent.mkdir()
    repository.register.rename(target)
    repository.commit("2026-05-01")
    (target / "roles.yaml").write_text(VACANT, encoding="utf-8")
    ran = igreg("diff", target, "--today", "2026-11-24", "--format", "json")
    assert changes(json.loads(ran.out)) == [("roles", "siro", "changed")]
    assert ran.err == ""


def test_line_ends_are_no_change(igreg: Igreg, repository: Repository) -> None:
    for path in repository.register.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    _, found, _ = diff(igreg, repository)
    assert (found["records"], found["findings"]) == ([], {"new": [], "gone": []})


def test_packs_that_are_no_plain_files(igreg: Igreg, repository: Repository) -> None:
    target = repository.git("hash-object", "-w", "--stdin", given=b"/etc/passwd")
    garbled = repository.git("hash-object", "-w", "--stdin", given=b"\xff\xfe\x00")
    for path, mode, rev in (
        ("frameworks/a.yaml", "120000", target),
        ("frameworks/b.yaml", "100644", garbled),
        ("frameworks/deep/c.yaml", "100644", garbled),
        ("frameworks/_d.yaml", "100644", garbled),
        ("register/.hidden.yaml", "120000", target),
    ):
        repository.git("update-index", "--add", "--cacheinfo", f"{mode},{rev},{path}")
    repository.git("commit", "--quiet", "-m", "x", day="2026-05-01")
    _, found, _ = diff(igreg, repository, "HEAD~1", "HEAD")
    assert [(one["rule"], one["file"]) for one in found["findings"]["new"]] == [
        ("invalid-yaml", "frameworks/a.yaml"),
        ("not-utf8", "frameworks/b.yaml"),
    ]


@pytest.mark.parametrize(
    ("path", "there"),
    [
        *(("docs/one.md", True), ("docs/../docs/one.md", True), ("docs", True), ("./docs/one.md", True)),
        *(("docs/two.md", False), ("docs/one.md/x", False), ("Docs/one.md", False)),
    ],
)
def test_which_documents_are_there(igreg: Igreg, repository: Repository, path: str, there: bool) -> None:
    (repository.root / "docs").mkdir()
    (repository.root / "docs" / "one.md").write_text("x", encoding="utf-8")
    repository.commit("2026-05-01")
    repository.commit("2026-06-01", policies=f"- {{id: P-1, title: One, document: {{path: '{path}'}}}}\n")
    assert ("missing-document" not in rules(diff(igreg, repository, "HEAD~1", "HEAD")[1], "new")) is there


def test_an_old_folder_of_the_register(igreg: Igreg, repository: Repository) -> None:
    """Two folders that are alike are none that is meant."""
    (repository.root / "a").mkdir()
    for name in ("a", "b"):
        folder = repository.root / name
        folder.mkdir(exist_ok=True)
        (folder / "organisation.yaml").write_text(ORGANISATION, encoding="utf-8")
    for path in repository.register.iterdir():
        path.rename(repository.root / "a" / path.name)
    two = repository.commit("2026-05-01")
    repository.write(organisation=ORGANISATION, staff=STAFF, roles=HELD)
    _, found, err = diff(igreg, repository, two)
    assert found["summary"]["added"] == 3
    assert "the commit has no register in this folder" in err
