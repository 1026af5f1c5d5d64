"""Odd histories, each worked out by hand: what log, blame, diff and stale have to make of them."""

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
ORGANISATION = "name: E\ntype: other\n"
DRAFT = "- {id: P-1, title: One, status: draft}\n"
FORCE = "- {id: P-1, title: One, status: in-force}\n"
TWO = "- {id: P-2, title: Two}\n"
DAY = ("--today", "2026-11-24")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A policy that is a draft on 5 January and in force on 5 February."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT)
    made.commit("2026-02-05", policies=FORCE)
    return made


def asked(igreg: Igreg, *words: object) -> Any:
    """The JSON of an answer."""
    ran = igreg(*words, "--format", "json", *DAY)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def life(igreg: Igreg, register: Path, id: str = "P-1") -> list[tuple[str, str]]:
    """What became of a record: day and change."""
    return [(one["date"], one["change"]) for one in asked(igreg, "log", id, register)["commits"]]


LIFE = [("2026-01-05", "added"), ("2026-02-05", "changed")]


def put(repository: Repository, path: str, mode: str, id: str, day: str) -> None:
    """Commit an entry of any mode in place of a file."""
    repository.git("update-index", "--add", "--cacheinfo", f"{mode},{id},{path}")
    repository.git("commit", "--quiet", "-m", "x", day=day)


@pytest.mark.parametrize("mode", ["120000", "160000"])
def test_a_link_or_submodule_for_a_while(igreg: Igreg, repository: Repository, mode: str) -> None:
    """What cannot be followed is passed over, as a file that cannot be read is."""
    target = repository.head() if mode == "160000" else repository.git("hash-object", "-w", "--stdin", given=b"x.yaml")
    put(repository, "register/policies.yaml", mode, target, "2026-03-05")
    repository.git("rm", "--quiet", "--cached", "register/policies.yaml")
    repository.commit("2026-04-05", policies=FORCE + TWO)
    found = asked(igreg, "log", "P-1", repository.register)
    assert [(one["date"], one["change"]) for one in found["commits"]] == LIFE
    assert [one["file"] for one in found["incomplete"]] == ["register/policies.yaml"]


def test_a_working_tree_of_its_own(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "--quiet", "-b", "other", "../beside")
    beside = Repository(tmp_path / "beside")
    beside.commit("2026-03-05", policies=FORCE.replace("One", "First"))
    assert life(igreg, beside.register) == [*LIFE, ("2026-03-05", "changed")]
    assert life(igreg, repository.register) == LIFE
    assert asked(igreg, "diff", "main", "other", beside.register)["summary"]["changed"] == 1


def test_grafts_are_not_believed(igreg: Igreg, repository: Repository) -> None:
    (repository.root / ".git" / "info").mkdir(exist_ok=True)
    (repository.root / ".git" / "info" / "grafts").write_text(f"{repository.head()}\n", encoding="ascii")
    assert life(igreg, repository.register) == LIFE


def test_a_shallow_clone(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-03-05", policies=FORCE.replace("One", "First"))
    repository.git("clone", "--quiet", "--depth", "2", repository.root.as_uri(), str(tmp_path / "s"))
    found = asked(igreg, "log", "P-1", tmp_path / "s" / "register")
    assert found["shallow"] is True
    assert [one["date"] for one in found["commits"]] == ["2026-02-05", "2026-03-05"]
    blame = asked(igreg, "blame", "P-1", tmp_path / "s" / "register")
    assert {one["path"][0]: one["date"] for one in blame["fields"]} == {
        "id": "2026-02-05",
        "title": "2026-03-05",
        "status": "2026-02-05",
    }
    ran = igreg("diff", "2026-01-31", tmp_path / "s" / "register", *DAY)
    assert (ran.code, "shallow" in ran.err) == (2, True)


def branch(repository: Repository, name: str, day: str, text: str) -> None:
    """A branch from where HEAD is, with one commit; HEAD is then where it was."""
    repository.git("checkout", "--quiet", "-b", name)
    repository.commit(day, policies=text)
    repository.git("checkout", "--quiet", "main")


def test_a_merge_that_says_something_of_its_own(igreg: Igreg, repository: Repository) -> None:
    branch(repository, "side", "2026-03-01", FORCE.replace("One", "Side"))
    repository.commit("2026-03-02", policies=FORCE.replace("One", "Main"))
    repository.git("merge", "--quiet", "-s", "ours", "--no-commit", "side")
    repository.commit("2026-03-03", policies=FORCE.replace("One", "Both"))
    assert life(igreg, repository.register) == [*LIFE, *((f"2026-03-0{n}", "changed") for n in (1, 2, 3))]
    blame = asked(igreg, "blame", "P-1", repository.register)["fields"]
    assert next(one["date"] for one in blame if one["path"] == ["title"]) == "2026-03-03"


def test_three_branches_in_one_merge(igreg: Igreg, repository: Repository) -> None:
    tree = "{id: P-%s, title: Of %s}\n"
    for name, day in (("a", "2026-03-01"), ("b", "2026-03-02")):
        repository.git("checkout", "--quiet", "-b", name, "main")
        (repository.register / "policies").mkdir(exist_ok=True)
        (repository.register / "policies" / f"{name}.yaml").write_text(tree % (name, name), encoding="utf-8")
        repository.commit(day)
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "x", "a", "b", day="2026-03-03")
    assert life(igreg, repository.register, "P-a") == [("2026-03-01", "added")]
    assert life(igreg, repository.register, "P-b") == [("2026-03-02", "added")]
    assert life(igreg, repository.register) == LIFE


def test_one_change_on_two_branches(igreg: Igreg, repository: Repository) -> None:
    """The same value from both sides: it counts from the line of first parents."""
    branch(repository, "side", "2026-03-02", FORCE.replace("One", "New"))
    repository.commit("2026-03-04", policies=FORCE.replace("One", "New"))
    repository.git("merge", "--quiet", "--no-ff", "-m", "x", "side", day="2026-03-05")
    fields = asked(igreg, "blame", "P-1", repository.register)["fields"]
    assert next(one["date"] for one in fields if one["path"] == ["title"]) == "2026-03-04"
    assert [day for day, _ in life(igreg, repository.register)][2:] == ["2026-03-02", "2026-03-04"]


def changed_by(repository: Repository, name: bytes, message: bytes, *head: bytes) -> None:
    """A commit by whoever, with a change of the policy in it."""
    repository.write(policies=FORCE.replace("One", "Other"))
    repository.git("add", "-A")
    tree = repository.git("write-tree")
    parent = repository.head()
    data = b"\n".join(
        [
            f"tree {tree}\nparent {parent}".encode(),
            b"author " + name + b" <a@b> 1772668800 +0000",
            b"committer " + name + b" <a@b> 1772668800 +0000",
            *head,
        ]
    )
    made = repository.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=data + b"\n\n" + message)
    repository.git("reset", "--quiet", "--hard", made)


@pytest.mark.parametrize(
    "name",
    ["\x1b[31mRed\x1b[0m", "a\u202eb", "x --> <b>y</b> `z` @team #1", "|x|[l](http://h)"],
)
def test_names_that_want_to_be_more(igreg: Igreg, repository: Repository, name: str) -> None:
    changed_by(repository, name.encode(), name.encode())
    for command in (("log", "P-1"), ("blame", "P-1"), ("stale",), ("diff", "HEAD~1", "HEAD")):
        ran = igreg(*command, repository.register, *DAY)
        assert ran.code == 0, ran.err
        assert not set(ran.out) & {"\x1b", "\u202e"}
    found = asked(igreg, "log", "P-1", repository.register)["commits"][-1]
    assert found["message"] == name
    markdown = igreg("log", "P-1", repository.register, "--format", "markdown", *DAY).out
    for live in ("<b>", "[l](http", " @team", "\x1b", "\u202e"):
        assert live not in markdown


def test_a_signed_commit_starts_no_program(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    script = tmp_path / "gpg"
    script.write_text(f"#!/bin/sh\ntouch {canary}\n", encoding="utf-8")
    script.chmod(0o755)
    (repository.root / ".gitattributes").write_text("*.yaml diff=x\n", encoding="utf-8")
    signature = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n not one\n -----END PGP SIGNATURE-----"
    changed_by(repository, b"Ann", b"Signed, and said so\n\nmore", signature)
    for name, value in (
        ("log.showSignature", "true"),
        ("gpg.program", str(script)),
        ("gpg.format", "openpgp"),
        ("alias.rev-list", f"!{script}"),
        ("alias.cat-file", f"!{script}"),
        ("core.pager", str(script)),
        ("pager.rev-list", str(script)),
        ("core.fsmonitor", str(script)),
        ("diff.external", str(script)),
        ("diff.x.textconv", str(script)),
        ("core.sshCommand", str(script)),
        ("uploadpack.packObjectsHook", str(script)),
    ):
        repository.git("config", name, value)
    found = asked(igreg, "log", "P-1", repository.register)["commits"][-1]
    assert (found["message"], found["author"]) == ("Signed, and said so", "Ann")
    for command in (("blame", "P-1"), ("stale",), ("diff", "HEAD~1"), ("timeline",)):
        assert igreg(*command, repository.register, *DAY).code == 0
    assert not canary.exists()


def test_an_encoding_of_its_own(igreg: Igreg, repository: Repository) -> None:
    changed_by(
        repository, "Zoë Łuk".encode("iso-8859-2", "replace"), "Größe".encode("iso-8859-2"), b"encoding ISO-8859-2"
    )
    found = asked(igreg, "log", "P-1", repository.register)["commits"][-1]
    assert (found["author"], found["message"]) == ("Zoë Łuk", "Größe")


def test_an_encoding_that_is_wrong(igreg: Igreg, repository: Repository) -> None:
    changed_by(repository, "Zoë".encode("latin-1"), "Größe".encode("latin-1"), b"encoding no-such")
    found = asked(igreg, "log", "P-1", repository.register)["commits"][-1]
    assert (found["author"], found["message"]) == ("Zoë", "Größe")


@pytest.mark.skipif(sys.platform == "win32", reason="such a name cannot be written here")
@pytest.mark.parametrize(
    "name", [b"a\x1b[31mb.yaml", b"a\nb.yaml", b"a\xe2\x80\xaeb.yaml", b"-->.yaml", b"$(touch x).yaml", b'a"b.yaml']
)
def test_names_of_files(igreg: Igreg, repository: Repository, name: bytes) -> None:
    folder = os.fsencode(repository.register / "policies")
    os.makedirs(folder)  # noqa: PTH103
    with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123
        file.write(b"id: P-7\ntitle: Seven\n")
    repository.commit("2026-03-05")
    text = igreg("log", "P-7", repository.register, *DAY)
    assert text.code == 0, text.err
    assert not set(text.out) & {"\x1b", "\u202e"}
    assert text.out.count("added in register/policies/") == 1
    found = asked(igreg, "log", "P-7", repository.register)["commits"]
    assert [one["file"] for one in found] == [f"register/policies/{name.decode()}"]


def test_days_that_run_backwards_do_not_turn_the_order(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2019-01-01", policies=FORCE.replace("One", "Old"))
    repository.commit("2038-01-20", policies=FORCE.replace("One", "New"))
    repository.commit("1970-01-02", policies=FORCE.replace("One", "Last"))
    assert life(igreg, repository.register) == [
        *LIFE,
        ("2019-01-01", "changed"),
        ("2038-01-20", "changed"),
        ("1970-01-02", "changed"),
    ]
    fields = asked(igreg, "blame", "P-1", repository.register)["fields"]
    assert next(one["date"] for one in fields if one["path"] == ["title"]) == "1970-01-02"


def test_a_value_that_changed_behind_a_broken_file(igreg: Igreg, repository: Repository) -> None:
    """It came with the commit in which it can be read again; nothing is gone meanwhile."""
    repository.commit("2026-03-01", policies="- {id: P-1, title: [One\n")
    repository.commit("2026-03-02", policies=FORCE.replace("One", "Mended"))
    found = asked(igreg, "log", "P-1", repository.register)
    assert [(one["date"], one["change"]) for one in found["commits"]] == [*LIFE, ("2026-03-02", "changed")]
    assert [one["file"] for one in found["incomplete"]] == ["register/policies.yaml"]
    fields = asked(igreg, "blame", "P-1", repository.register)["fields"]
    assert {one["path"][0]: one["date"] for one in fields} == {
        "id": "2026-01-05",
        "title": "2026-03-02",
        "status": "2026-02-05",
    }


def test_a_chain_of_new_ids(igreg: Igreg, repository: Repository) -> None:
    for day, id in (("2026-03-01", "P-10"), ("2026-03-02", "P-20")):
        repository.commit(day, policies=FORCE.replace("P-1,", f"{id},"))
    answers = [life(igreg, repository.register, id) for id in ("P-1", "P-10", "P-20")]
    assert answers == [[*LIFE, ("2026-03-01", "renamed"), ("2026-03-02", "renamed")]] * 3
    found = asked(igreg, "log", "P-1", repository.register)
    assert found["record"] == "P-20"
    assert [(one["was"], one["now"]) for one in found["commits"][2:]] == [("P-1", "P-10"), ("P-10", "P-20")]


def test_two_that_change_their_ids_with_one_another(igreg: Igreg, repository: Repository) -> None:
    """Both ids are there before and after: each record says something else (ruling H22)."""
    repository.commit("2026-03-01", policies=FORCE + TWO)
    repository.commit("2026-03-02", policies=FORCE.replace("P-1", "P-2") + TWO.replace("P-2", "P-1"))
    assert life(igreg, repository.register)[-1] == ("2026-03-02", "changed")
    found = asked(igreg, "diff", "HEAD~1", "HEAD", repository.register)
    assert found["summary"] == {"added": 0, "gone": 0, "renamed": 0, "changed": 2}


def test_moved_and_changed_at_once(igreg: Igreg, repository: Repository) -> None:
    (repository.register / "policies.yaml").unlink()
    (repository.register / "policies").mkdir()
    (repository.register / "policies" / "P-1.yaml").write_text(
        "id: P-1\ntitle: One\nstatus: withdrawn\n", encoding="utf-8"
    )
    repository.commit("2026-03-01")
    last = asked(igreg, "log", "P-1", repository.register)["commits"][-1]
    assert (last["change"], last["file"]) == ("changed", "register/policies/P-1.yaml")
    assert last["fields"] == [{"path": ["status"], "before": "in-force", "after": "withdrawn"}]
    fields = asked(igreg, "blame", "P-1", repository.register)["fields"]
    assert next(one["date"] for one in fields if one["path"] == ["title"]) == "2026-01-05"


@pytest.mark.parametrize(
    "text",
    [
        FORCE.replace("\n", "\r\n"),
        "\ufeff" + FORCE,
        f"# x\n\n{FORCE}",
        "- id: 'P-1'\n  status: in-force\n  title: |-\n    One\n",
    ],
)
def test_how_it_is_written_is_no_change(igreg: Igreg, repository: Repository, text: str) -> None:
    (repository.register / "policies.yaml").write_bytes(text.encode())
    repository.commit("2026-03-01")
    assert life(igreg, repository.register) == LIFE
    assert asked(igreg, "diff", "HEAD~1", "HEAD", repository.register)["records"] == []


def test_an_id_that_goes_to_another_kind(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-03-01", policies=TWO, guidance="- {id: P-1, title: One}\n")
    assert life(igreg, repository.register)[2:] == [("2026-03-01", "gone"), ("2026-03-01", "added")]


def test_a_state_and_itself(igreg: Igreg, repository: Repository) -> None:
    found = asked(igreg, "diff", "HEAD", "HEAD", repository.register)
    assert (found["records"], found["consequences"], found["findings"]) == ([], [], {"new": [], "gone": []})
    assert "Nothing changed." in igreg("diff", "HEAD", "HEAD", repository.register, *DAY).out


@pytest.mark.parametrize(
    "word",
    ["HEAD~1..HEAD", "HEAD^{tree}", "HEAD:register", "no-such", "2026-01-04", "2026-13-01", "$(touch x)", "HEAD~9"],
)
def test_words_that_are_no_state(igreg: Igreg, repository: Repository, word: str) -> None:
    ran = igreg("diff", word, repository.register, *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 2


@pytest.mark.parametrize("name", ["feature/x;y", "$(touch)", "Grüße", "a&b|c", "#1"])
def test_names_of_branches(igreg: Igreg, repository: Repository, name: str) -> None:
    repository.git("branch", name, "HEAD~1")
    found = asked(igreg, "diff", name, repository.register)
    assert found["from"]["asked"] == name
    assert [one["fields"][0]["before"] for one in found["records"]] == ["draft"]


def test_a_tag_with_a_message(igreg: Igreg, repository: Repository) -> None:
    repository.git("tag", "-a", "-m", "x", "v1", "HEAD~1")
    found = asked(igreg, "diff", "v1", repository.register)
    assert found["from"]["rev"] == repository.git("rev-parse", "HEAD~1")


def test_a_day_to_come(igreg: Igreg, repository: Repository) -> None:
    found = asked(igreg, "diff", "2026-01-31", "2027-06-01", repository.register)
    assert found["to"]["rev"] == repository.head()
    assert found["summary"]["changed"] == 1


def test_what_stands_here_counts_whatever_the_index_says(igreg: Igreg, repository: Repository) -> None:
    repository.write(policies=FORCE.replace("One", "Staged"))
    repository.git("add", "-A")
    repository.write(policies=FORCE.replace("One", "Here"))
    repository.git("update-index", "--assume-unchanged", "register/policies.yaml")
    (repository.root / ".gitignore").write_text("risks.yaml\n", encoding="utf-8")
    repository.write(risks="- {id: R-1, title: Not followed}\n")
    found = asked(igreg, "diff", repository.register)
    assert {(one["record"], one["change"]) for one in found["records"]} == {("P-1", "changed"), ("R-1", "added")}
    assert next(one for one in found["records"] if one["record"] == "P-1")["fields"][0]["after"] == "Here"
    assert asked(igreg, "log", "P-1", repository.register)["uncommitted"]["fields"][0]["after"] == "Here"


def test_a_file_that_was_taken_away_here(igreg: Igreg, repository: Repository) -> None:
    (repository.register / "policies.yaml").unlink()
    assert [one["change"] for one in asked(igreg, "diff", repository.register)["records"]] == ["gone"]
    assert asked(igreg, "log", "P-1", repository.register)["uncommitted"]["change"] == "gone"


def test_a_checkout_with_other_line_ends(igreg: Igreg, repository: Repository) -> None:
    repository.git("config", "core.autocrlf", "true")
    (repository.register / "policies.yaml").write_bytes(FORCE.replace("\n", "\r\n").encode())
    assert asked(igreg, "diff", repository.register)["records"] == []
    assert asked(igreg, "log", "P-1", repository.register)["uncommitted"] is None


def test_a_branch_that_has_merged_what_it_began_from(igreg: Igreg, repository: Repository) -> None:
    """Only what the branch itself changed: the base is where both were last one."""
    repository.git("checkout", "--quiet", "-b", "mine")
    repository.commit("2026-03-01", policies=FORCE.replace("One", "Mine"))
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-03-02", risks="- {id: R-1, title: Of main}\n")
    repository.git("checkout", "--quiet", "mine")
    repository.git("merge", "--quiet", "-m", "x", "main", day="2026-03-03")
    found = asked(igreg, "diff", "--base", "main", repository.register)
    assert [(one["record"], one["change"]) for one in found["records"]] == [("P-1", "changed")]
    assert found["from"]["rev"] == repository.git("rev-parse", "main")


def test_a_bare_repository(
    igreg: Igreg, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("clone", "--quiet", "--bare", ".", str(tmp_path / "b.git"))
    monkeypatch.chdir(tmp_path / "b.git")
    for command in (("diff",), ("log", "P-1"), ("blame", "P-1"), ("stale",), ("who", "siro"), ("timeline",)):
        assert igreg(*command, *DAY).code == 3


REVIEWED = (
    "- {id: P-1, title: %s, status: in-force, document: {path: docs/p.md}, review: {every: 12 months, last: %s}}\n"
)


@pytest.fixture
def reviewed(tmp_path: Path) -> Repository:
    """A policy and its document, reviewed on 1 March and committed on the 2nd."""
    made = begin(tmp_path / "r")
    (made.root / "docs").mkdir()
    (made.root / "docs" / "p.md").write_text("One\n", encoding="utf-8")
    made.commit("2026-03-02", organisation=ORGANISATION, policies=REVIEWED % ("One", "2026-03-01"))
    return made


def stale(igreg: Igreg, repository: Repository) -> list[tuple[str, list[Any]]]:
    """What is found: the code and the commits with which it changed."""
    found = asked(igreg, "stale", repository.register)
    return [
        (one["code"], [(by["date"], by["fields"], by["document"]) for by in one["changed"]]) for one in found["items"]
    ]


def test_a_document_that_was_changed_and_put_back(igreg: Igreg, reviewed: Repository) -> None:
    for day, text in (("2026-04-01", "Two\n"), ("2026-04-02", "One\n")):
        (reviewed.root / "docs" / "p.md").write_text(text, encoding="utf-8")
        reviewed.commit(day)
    assert stale(igreg, reviewed) == []
    (reviewed.root / "docs" / "p.md").write_text("Three\n", encoding="utf-8")
    reviewed.commit("2026-04-03")
    assert [code for code, _ in stale(igreg, reviewed)] == ["IG310"]


def test_a_review_that_is_dated_back(igreg: Igreg, reviewed: Repository) -> None:
    """The last commit that changed the day counts, whichever day it wrote."""
    reviewed.commit("2026-04-01", policies=REVIEWED % ("Two", "2026-03-01"))
    assert stale(igreg, reviewed) == [("IG310", [("2026-04-01", [["title"]], None)])]
    reviewed.commit("2026-05-01", policies=REVIEWED % ("Two", "2026-02-01"))
    assert stale(igreg, reviewed) == []


def test_a_change_with_a_date_of_before_the_review(igreg: Igreg, reviewed: Repository) -> None:
    """Commits follow one another, whatever their clocks said."""
    reviewed.commit("2020-01-01", policies=REVIEWED % ("Two", "2026-03-01"))
    assert stale(igreg, reviewed) == [("IG310", [("2020-01-01", [["title"]], None)])]


def test_a_review_behind_a_broken_file(igreg: Igreg, reviewed: Repository) -> None:
    reviewed.commit("2026-04-01", policies="- {id: P-1, title: [\n")
    reviewed.commit("2026-04-02", policies=REVIEWED % ("Two", "2026-04-01"))
    assert stale(igreg, reviewed) == []
    reviewed.commit("2026-04-03", policies=REVIEWED % ("Three", "2026-04-01"))
    assert stale(igreg, reviewed) == [("IG310", [("2026-04-03", [["title"]], None)])]


def test_a_document_under_another_name_with_the_same_bytes(igreg: Igreg, reviewed: Repository) -> None:
    """The record says another path, so that it is another: a field changed, and no document did."""
    (reviewed.root / "docs" / "p.md").rename(reviewed.root / "docs" / "q.md")
    reviewed.commit("2026-04-01", policies=(REVIEWED % ("One", "2026-03-01")).replace("p.md", "q.md"))
    assert stale(igreg, reviewed) == [("IG310", [("2026-04-01", [["document", "path"]], None)])]


def test_a_record_in_a_shallow_clone_is_not_known_of(igreg: Igreg, reviewed: Repository, tmp_path: Path) -> None:
    reviewed.commit("2026-04-01", policies=REVIEWED % ("Two", "2026-03-01"))
    reviewed.git("clone", "--quiet", "--depth", "1", reviewed.root.as_uri(), str(tmp_path / "s"))
    found = asked(igreg, "stale", tmp_path / "s" / "register")
    assert (found["items"], found["unknown"]) == ([], [{"record": "P-1", "why": "shallow"}])
