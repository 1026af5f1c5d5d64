"""Repositories that mean harm: nothing that they name is run, followed, fetched or believed. Canaries stay alive."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from igreg.git.run import COMMANDS, Git
from igreg.source.reading.limits import MOST_BYTES
from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git
from tests.git.test_who_history import ANN, ANN_LEFT, BEN, ORGANISATION, STAFF, roles

Igreg = Callable[..., Ran]
pytestmark = [needs_git, pytest.mark.skipif(sys.platform == "win32", reason="canaries are shell scripts")]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN))
    made.commit("2026-04-14", roles=roles(ANN_LEFT, BEN))
    return made


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves a file behind when it is run: `canary.dead`."""
    program = tmp_path / "canary"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/canary.dead\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def lives(canary: Path) -> bool:
    return not canary.with_name("canary.dead").exists()


def both(igreg: Igreg, repository: Repository) -> list[tuple[int, Any, str]]:
    """The question by default, and as known."""
    out = []
    for words in ((), ("--as-known",)):
        ran = igreg(
            *("who", "risk", repository.register, "--on", "2026-04-05", "--today", "2026-11-24"),
            *("--format", "json", *words),
        )
        out.append((ran.code, json.loads(ran.out) if ran.out else None, ran.err))
    return out


def answered(igreg: Igreg, repository: Repository) -> None:
    """The right answers: Ann had been written down, and Ben is held to have been."""
    (code, found, _), (known_code, known, _) = both(igreg, repository)
    assert (code, known_code) == (0, 0)
    assert [one["staff"] for one in found["roles"][0]["people"]] == ["ben"]
    assert [one["staff"] for one in found["differences"]] == ["ann", "ben"]
    assert [one["staff"] for one in known["roles"][0]["people"]] == ["ann"]
    ran = compared(igreg, repository, "2026-01-05", "2026-04-14")
    assert ran.code == 0
    assert [(one["record"], one["change"]) for one in json.loads(ran.out)["records"]] == [("siro", "changed")]


def compared(igreg: Igreg, repository: Repository, *words: str) -> Ran:
    """What the states of two days come to."""
    return igreg("diff", *words, repository.register, "--today", "2026-11-24", "--format", "json")


SETTINGS = (
    *("core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.pager", "core.editor", "core.askPass"),
    *("diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge", "filter.x.process"),
    *("gpg.program", "credential.helper", "uploadpack.packObjectsHook", "core.alternateRefsCommand"),
    *("alias.rev-list", "alias.cat-file", "pager.rev-list", "pager.cat-file", "remote.origin.uploadpack", "remote.origin.vcs"),
)  # fmt: skip


def test_no_setting_runs_a_program(igreg: Igreg, repository: Repository, canary: Path) -> None:
    for name in SETTINGS:
        repository.git("config", name, str(canary))
    repository.git("config", "log.showSignature", "true")
    hooks = repository.root / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (hooks / name).symlink_to(canary)
        (repository.root / ".git" / "hooks" / name).symlink_to(canary)
    repository.git("config", "core.hooksPath", str(hooks))
    (repository.root / ".gitattributes").write_text("* filter=x diff=x textconv=x\n", encoding="utf-8")
    more = repository.root / "more"
    more.write_text(f"[core]\n\tfsmonitor = {canary}\n", encoding="utf-8")
    repository.git("config", "include.path", str(more))
    answered(igreg, repository)
    assert lives(canary)


def test_no_setting_of_the_machine_counts(
    igreg: Igreg, repository: Repository, canary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(f"[core]\n\tfsmonitor = {canary}\n\tpager = {canary}\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.setenv("GIT_PAGER", str(canary))
    answered(igreg, repository)
    assert lives(canary)


def test_variables_of_a_hook_are_dropped(
    igreg: Igreg, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begin(tmp_path / "other")
    other.commit("2026-01-01")
    for name, value in {
        "GIT_DIR": f"{other.root}/.git",
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": "/nowhere",
        "GIT_OBJECT_DIRECTORY": "/nowhere",
        "GIT_CONFIG_PARAMETERS": "'core.bare=true'",
        "GIT_NAMESPACE": "x",
    }.items():
        monkeypatch.setenv(name, value)
    answered(igreg, repository)


@pytest.mark.parametrize("allow", ["always", "never"])
def test_a_partial_clone_fetches_nothing(
    igreg: Igreg, repository: Repository, canary: Path, tmp_path: Path, allow: str
) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    partial = Repository(tmp_path / "p")
    words = ("--filter=blob:none", "--no-checkout", f"file://{repository.root}", str(partial.root))
    repository.git("clone", "--quiet", *words)
    for setting in ("protocol.ext.allow", "protocol.file.allow", "protocol.allow"):
        partial.git("config", setting, allow)
    partial.git("config", "remote.origin.uploadpack", str(canary))
    partial.git("config", "remote.origin.url", f"ext::{canary}")
    partial.write(organisation=ORGANISATION, staff=STAFF, roles=roles(ANN_LEFT, BEN))
    (code, found, err), (known_code, known, known_err) = both(igreg, partial)
    assert (code, found["differences"]) == (0, [])
    assert "the history is not compared" in err
    assert (known_code, known) == (2, None)
    assert known_err.count("\n") == 2
    ran = compared(igreg, partial)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 2)
    assert lives(canary)


def test_a_missing_object_is_one_line(igreg: Igreg, repository: Repository) -> None:
    blob = repository.git("rev-parse", "HEAD~1:register/roles.yaml")
    path = repository.root / ".git" / "objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    path.unlink()
    (code, _, _), (known_code, _, err) = both(igreg, repository)
    assert (code, known_code) == (0, 2)
    assert err.count("\n") == 2
    ran = compared(igreg, repository, "HEAD~1")
    assert (ran.code, ran.err.count("\n")) == (2, 2)


def test_a_git_file_is_followed_as_git_does(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    tree = Repository(tmp_path / "tree")
    repository.git("worktree", "add", "--quiet", str(tree.root), "-b", "other")
    answered(igreg, tree)
    (tree.root / ".git").write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")
    (code, found, _), (known_code, _, err) = both(igreg, tree)
    assert (code, found["differences"], known_code) == (0, [], 2)
    assert err.count("\n") == 2


def test_another_work_tree_and_a_bare_one_are_overridden(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    config = repository.root / ".git" / "config"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}[core]\n\tworktree = {tmp_path}\n", encoding="utf-8")
    answered(igreg, repository)
    config.write_text(f"{text}[core]\n\tbare = true\n", encoding="utf-8")
    answered(igreg, repository)


def test_what_replaces_a_commit_is_not_believed(igreg: Igreg, repository: Repository) -> None:
    """Another history than the one that is hashed (ruling H42)."""
    first = repository.git("rev-parse", "HEAD~1")
    repository.git("checkout", "--quiet", "--orphan", "x")
    other = repository.commit("2026-01-05", roles=roles(BEN.replace("2026-04-01", "2020-01-01")))
    repository.git("checkout", "--quiet", "main")
    repository.git("replace", first, other)
    answered(igreg, repository)
    repository.git("replace", "-d", first)
    head = repository.git("rev-parse", "HEAD")
    (repository.root / ".git" / "info" / "grafts").write_text(f"{head} {other}\n", encoding="utf-8")
    answered(igreg, repository)


def test_links_and_submodules_in_a_commit_are_not_followed(
    igreg: Igreg, repository: Repository, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(roles(BEN.replace("2026-04-01", "2020-01-01")), encoding="utf-8")
    target = repository.git("hash-object", "-w", "--stdin", given=str(secret).encode())
    head = repository.git("rev-parse", "HEAD")
    for mode, rev in (("120000", target), ("160000", head)):
        repository.git("update-index", "--add", "--cacheinfo", f"{mode},{rev},register/roles.yaml")
        repository.git("commit", "--quiet", "-m", "x", day="2026-04-20")
        repository.git("checkout", "--quiet", "HEAD~1", "--", "register/roles.yaml")
        ran = igreg("who", "role:siro", repository.register, "--on", "2026-04-20", "--as-known", "--format", "json")
        assert ran.code == 3, ran.err
        assert "ben" not in ran.out
        repository.git("reset", "--quiet", "--hard", head)


def test_a_register_that_was_a_link(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    made = begin(tmp_path / "l")
    (made.root / "register").symlink_to(repository.register)
    made.commit("2026-01-01")
    (made.root / "register").unlink()
    made.write(organisation=ORGANISATION, staff=STAFF, roles=roles(ANN_LEFT, BEN))
    ran = igreg("who", "role:siro", made.register, "--on", "2026-01-02", "--as-known")
    assert ran.code == 2
    assert "register is a link or a submodule in the commit" in ran.err


def test_names_that_are_no_words(igreg: Igreg, repository: Repository) -> None:
    for name in (b"\xff\xfe.yaml", b"\x1b[31m.yaml", b"-x.yaml", b":(glob)*.yaml", b"a\nb.yaml"):
        path = os.fsencode(repository.register) + b"/roles/" + name
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  # a name that is no text
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(b"# nothing\n")
    repository.commit("2026-04-15")
    repository.git("checkout", "--quiet", "-b", "a$(id);`x`&&--upload-pack=y")
    answered(igreg, repository)
    code = igreg("who", "risk", repository.register, "--as-known", "--today", "2026-11-24").code
    assert code == 0


def test_a_file_that_is_too_large_is_not_read(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-04-20", roles="#" * (MOST_BYTES + 1))
    repository.write(roles=roles(ANN))
    ran = igreg("who", "role:siro", repository.register, "--on", "2026-04-20", "--as-known", "--format", "json")
    assert ran.code == 3


def test_a_git_of_the_folder_is_not_run(
    igreg: Igreg, repository: Repository, canary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.root / "git").symlink_to(canary)
    monkeypatch.chdir(repository.root)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    answered(igreg, repository)
    assert lives(canary)


def test_one_that_hangs_is_3_and_named(
    igreg: Igreg, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
    ran = igreg("who", "risk", repository.register, "--as-known", "--git-timeout", "0.2")
    assert ran.code == 3
    assert "git rev-parse took longer than 0.2 seconds" in ran.err


def test_only_commands_that_read(repository: Repository) -> None:
    assert COMMANDS.isdisjoint(["log", "diff", "status", "blame", "show", "fetch", "checkout", "config"])
    with pytest.raises(ValueError, match="log"):
        Git(repository.root).run("log")


def test_nothing_is_written(igreg: Igreg, repository: Repository) -> None:
    def content() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in repository.root.rglob("*") if path.is_file()}

    before = content()
    answered(igreg, repository)
    assert content() == before
