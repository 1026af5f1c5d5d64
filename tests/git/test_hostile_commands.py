"""Every command of the history on repositories that mean harm: the right answer or one clear line, and nothing is run.

A row is one way to mean harm, a column one command. What a repository names as a program is a canary, which leaves a
file behind when it is run.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git
from tests.git.test_hostile import SETTINGS
from tests.git.test_who_history import ANN, ANN_LEFT, BEN, ORGANISATION, STAFF, roles

Igreg = Callable[..., Ran]
pytestmark = [needs_git, pytest.mark.skipif(sys.platform == "win32", reason="canaries are shell scripts")]
DAY = ("--today", "2026-11-24", "--format", "json")
POLICY = (
    "- {id: P-1, title: T, owner: siro, document: {path: docs/P.md}, review: {every: 12 months, last: 2026-01-05}}\n"
)

COMMANDS: dict[str, tuple[str, ...]] = {
    "who": ("who", "risk", "REGISTER", "--on", "2026-04-05", *DAY),
    "who --as-known": ("who", "risk", "REGISTER", "--on", "2026-04-05", "--as-known", *DAY),
    "timeline": ("timeline", "REGISTER", *DAY),
    "stale": ("stale", "REGISTER", *DAY),
    "check": ("check", "REGISTER", "--select", "IG310,IG311", *DAY),
    "diff": ("diff", "2026-01-31", "HEAD", "REGISTER", *DAY),
    "log": ("log", "siro", "REGISTER", *DAY),
    "blame": ("blame", "siro", "REGISTER", *DAY),
}
NEEDS_HISTORY = ("who --as-known", "diff", "log", "blame")
"""These end with 2 where there is no history; the others answer without it (ruling H39)."""


def there(name: str) -> bool:
    return importlib.util.find_spec(f"igreg.cli.{name.split()[0]}") is not None


@dataclass
class Place:
    """Where a row may do its harm."""

    repository: Repository
    folder: Path
    patch: pytest.MonkeyPatch
    canary: Path = field(init=False)

    def __post_init__(self) -> None:
        self.canary = self.program("canary")

    def program(self, name: str) -> Path:
        """A program that leaves a file behind when it is run."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch {self.folder}/dead\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    @property
    def git_dir(self) -> Path:
        return self.repository.root / ".git"

    def elsewhere(self, *words: str) -> Repository:
        """Another repository, made of this one by a command of Git that ends with its folder."""
        made = Repository(self.folder / "elsewhere")
        self.repository.git(*words, str(made.root))
        return made


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository without harm: an appointment written down late, a document changed after its review."""
    made = begin(tmp_path_factory.mktemp("sound") / "r")
    paper = made.root / "docs" / "P.md"
    paper.parent.mkdir()
    paper.write_text("One.\n", encoding="utf-8")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN), policies=POLICY)
    made.commit("2026-04-14", roles=roles(ANN_LEFT, BEN))
    paper.write_text("Two.\n", encoding="utf-8")
    made.commit("2026-05-01")
    return made.root


@pytest.fixture(scope="module")
def answers(sound: Path) -> dict[str, tuple[int, Any]]:
    """What the commands say of the sound one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "100")
        return {name: answer(asked(Repository(sound), name)) for name in COMMANDS if there(name)}


def asked(repository: Repository, name: str, format: str = "json") -> Ran:
    from typer.testing import CliRunner

    from igreg.cli import app as cli
    from igreg.errors import OWN_FAULT, IgregError

    words = [str(repository.register) if word == "REGISTER" else word for word in COMMANDS[name]]
    words[words.index("json")] = format
    result = CliRunner().invoke(cli.app, words)
    error = result.exception
    if isinstance(error, IgregError) and error.code != OWN_FAULT:
        return Ran(error.code, result.stdout, f"{result.stderr}igreg: {error.sentence}\nhelp: {error.hint}\n")
    if error is not None and not isinstance(error, SystemExit):
        raise error
    return Ran(result.exit_code, result.stdout, result.stderr)


def answer(ran: Ran) -> tuple[int, Any]:
    """Exit code and JSON; remarks on how a word is taken are no part of it."""
    assert ran.code in (0, 1), ran.err
    return ran.code, {key: value for key, value in json.loads(ran.out).items() if key != "remarks"}


# Harm that changes nothing: the answers are those of the sound one.


def _settings(at: Place) -> None:
    for name in SETTINGS:
        at.repository.git("config", name, str(at.canary))
    at.repository.git("config", "log.showSignature", "true")
    (at.repository.root / ".gitattributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
    more = at.folder / "more"
    more.write_text(f"[core]\n\tfsmonitor = {at.canary}\n\tpager = {at.canary}\n", encoding="utf-8")
    at.repository.git("config", "include.path", str(more))


def _hooks(at: Place) -> None:
    for name in ("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        path = at.git_dir / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(at.canary)


def _settings_of_the_machine(at: Place) -> None:
    home = at.folder / "home" / ".gitconfig"
    home.parent.mkdir()
    home.write_text(f"[core]\n\tfsmonitor = {at.canary}\n\tpager = {at.canary}\n", encoding="utf-8")
    at.patch.setenv("HOME", str(home.parent))
    at.patch.setenv("XDG_CONFIG_HOME", str(home.parent))


def _variables_of_a_hook(at: Place) -> None:
    other = begin(at.folder / "other")
    other.commit("2026-01-01")
    for name, value in {
        "GIT_DIR": f"{other.root}/.git",
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": "/nowhere",
        "GIT_OBJECT_DIRECTORY": "/nowhere",
        "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor={at.canary}'",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.pager",
        "GIT_CONFIG_VALUE_0": str(at.canary),
        "GIT_EXTERNAL_DIFF": str(at.canary),
        "GIT_PAGER": str(at.canary),
        "GIT_EXEC_PATH": str(at.folder),
        "GIT_NAMESPACE": "x",
        "GIT_CEILING_DIRECTORIES": "/",
    }.items():
        at.patch.setenv(name, value)


def _another_work_tree(at: Place) -> None:
    at.repository.git("config", "core.worktree", str(at.folder))


def _bare_by_its_settings(at: Place) -> None:
    at.repository.git("config", "core.bare", "true")


def _replaced(at: Place) -> None:
    first, head = at.repository.git("rev-parse", "HEAD~2"), at.repository.git("rev-parse", "HEAD")
    at.repository.git("replace", head, first)
    at.repository.git("replace", f"{head}:register/roles.yaml", f"{first}:register/roles.yaml")


def _grafted(at: Place) -> None:
    head = at.repository.git("rev-parse", "HEAD")
    (at.git_dir / "info").mkdir(exist_ok=True)
    (at.git_dir / "info" / "grafts").write_text(f"{head}\n", encoding="utf-8")


def _names_of_branches(at: Place) -> None:
    at.repository.git("checkout", "--quiet", "-b", "a$(id);`x`&&--upload-pack=y")
    head = at.repository.git("rev-parse", "HEAD~2")
    for name in (
        "refs/heads/register",
        "refs/heads/2026-01-31",
        "refs/tags/HEAD",
        "refs/heads/--all",
        "refs/heads/siro",
    ):
        at.repository.git("update-ref", name, head)


def _not_on_a_branch(at: Place) -> None:
    at.repository.git("checkout", "--quiet", "--detach")


def _another_owner(at: Place) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    for path in (at.repository.root, at.git_dir, *at.git_dir.rglob("*")):
        os.chown(path, 12345, 12345, follow_symlinks=False)


def _beside_a_program_called_git(at: Place) -> None:
    at.program("here/git")
    at.patch.chdir(at.folder / "here")
    at.patch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")


def _a_linked_work_tree(at: Place) -> Repository:
    return at.elsewhere("worktree", "add", "--quiet", "-b", "other")


def _a_folder_of_git_elsewhere(at: Place) -> None:
    at.git_dir.rename(at.folder / "store")
    at.git_dir.write_text(f"gitdir: {at.folder / 'store'}\n", encoding="utf-8")


def _a_link_to_git(at: Place) -> None:
    at.git_dir.rename(at.folder / "store")
    at.git_dir.symlink_to(at.folder / "store")


def _objects_of_another(at: Place) -> Repository:
    made = at.elsewhere("clone", "--quiet", "--shared", str(at.repository.root))
    made.git("config", "core.alternateRefsCommand", str(at.canary))
    return made


def _objects_of_nobody(at: Place) -> None:
    (at.git_dir / "objects" / "info" / "alternates").write_text(
        f"/nowhere\n{at.folder}\n../../../../../etc\n\x1b[31m\n", encoding="utf-8"
    )


def _a_submodule(at: Place) -> Repository:
    outer = begin(at.folder / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(at.repository.root), "inner")
    outer.git("config", "-f", ".gitmodules", "submodule.inner.update", f"!{at.canary}")
    outer.commit("2026-05-02")
    return Repository(outer.root / "inner")


SAME = (
    _settings,
    _hooks,
    _settings_of_the_machine,
    _variables_of_a_hook,
    _another_work_tree,
    _bare_by_its_settings,
    _replaced,
    _grafted,
    _names_of_branches,
    _not_on_a_branch,
    _another_owner,
    _beside_a_program_called_git,
    _a_linked_work_tree,
    _a_folder_of_git_elsewhere,
    _a_link_to_git,
    _objects_of_another,
    _objects_of_nobody,
    _a_submodule,
)


# Harm that takes the history away: one clear line, and what needs no history still answers.


def _no_git(at: Place) -> None:
    at.patch.setenv("PATH", str(at.folder / "nowhere"))


def _nothing_committed(at: Place) -> None:
    shutil.rmtree(at.git_dir)
    begin(at.repository.root)


def _no_repository(at: Place) -> None:
    shutil.rmtree(at.git_dir)


def _leads_nowhere(at: Place) -> None:
    shutil.rmtree(at.git_dir)
    at.git_dir.write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")


def _leads_in_a_circle(at: Place) -> None:
    shutil.rmtree(at.git_dir)
    at.git_dir.write_text("gitdir: .git\n", encoding="utf-8")


def _no_head(at: Place) -> None:
    (at.git_dir / "HEAD").write_text("ref: refs/heads/\x1b[31mnone\n", encoding="utf-8")


def _broken_objects(at: Place) -> None:
    for path in (at.git_dir / "objects").glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(b"nothing")


def _a_partial_clone(at: Place) -> Repository:
    at.repository.git("config", "uploadpack.allowFilter", "true")
    made = at.elsewhere("clone", "--quiet", "--filter=blob:none", "--no-checkout", f"file://{at.repository.root}")
    for name in ("register", "docs"):
        shutil.copytree(at.repository.root / name, made.root / name)
    for setting in ("protocol.ext.allow", "protocol.file.allow", "protocol.allow"):
        made.git("config", setting, "always")
    made.git("config", "remote.origin.uploadpack", str(at.canary))
    made.git("config", "remote.origin.url", f"ext::{at.canary}")
    return made


REFUSED = (
    _no_git,
    _nothing_committed,
    _no_repository,
    _leads_nowhere,
    _leads_in_a_circle,
    _no_head,
    _broken_objects,
    _a_partial_clone,
)


# Harm that changes the history itself: whatever is answered is answered in order.


def _odd_dates(at: Place) -> None:
    for day in ("2037-01-01", "1971-01-01", "2026-05-03"):
        at.repository.commit(day, roles=roles(ANN_LEFT, BEN) + f"# {day}\n")


def _dates_of_no_calendar(at: Place) -> None:
    tree, head = at.repository.git("rev-parse", "HEAD^{tree}"), at.repository.git("rev-parse", "HEAD")
    text = (
        f"tree {tree}\nparent {head}\nauthor \x1b[31mx <y> 99999999999999999999 +9999\n"
        f"committer <<>> -99999999999999 -0000\nencoding no-such\n\n\x1b]0;x\x07 <script>\n"
    )
    made = at.repository.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=text.encode())
    at.repository.git("update-ref", "HEAD", made)


def _odd_names(at: Place) -> None:
    folder = os.fsencode(at.repository.register) + b"/policies/"
    os.makedirs(folder)  # noqa: PTH103  # names that are no text
    for name in (b"\xff\xfe.yaml", b"\x1b[31m.yaml", b"-x.yaml", b":(glob)*.yaml", b"a\nb.yaml", b'"q".yaml'):
        with open(folder + name, "wb") as file:  # noqa: PTH123
            file.write(b"# nothing\n")
    at.repository.commit("2026-05-02")


def _a_shallow_clone(at: Place) -> Repository:
    return at.elsewhere("clone", "--quiet", "--depth", "1", f"file://{at.repository.root}")


def _links_and_submodules_in_a_commit(at: Place) -> None:
    secret = at.folder / "secret"
    secret.write_text(roles(BEN.replace("2026-04-01", "2020-01-01")), encoding="utf-8")
    target = at.repository.git("hash-object", "-w", "--stdin", given=str(secret).encode())
    head = at.repository.git("rev-parse", "HEAD")
    for entry in (f"120000,{target},register/roles.yaml", f"160000,{head},docs/P.md"):
        at.repository.git("update-index", "--add", "--cacheinfo", entry)
    at.repository.git("commit", "--quiet", "-m", "x", day="2026-05-02")
    at.repository.git("checkout", "--quiet", "HEAD~1", "--", ".")
    at.repository.commit("2026-05-03")


def _half_of_the_objects(at: Place) -> None:
    blob = at.repository.git("rev-parse", "HEAD~2:register/roles.yaml")
    (at.git_dir / "objects" / blob[:2] / blob[2:]).unlink()


IN_ORDER = (
    _odd_dates,
    _dates_of_no_calendar,
    _odd_names,
    _a_shallow_clone,
    _links_and_submodules_in_a_commit,
    _half_of_the_objects,
)
Harm = Callable[[Place], Repository | None]


@pytest.fixture
def place(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    shutil.copytree(sound, tmp_path / "r", symlinks=True)
    return Place(Repository(tmp_path / "r"), tmp_path, monkeypatch)


def named(harm: Harm) -> str:
    return harm.__name__.strip("_")


def done(place: Place, harm: Harm) -> dict[str, Ran]:
    """What each command says after the harm; the canary must live, and nobody's terminal is written to."""
    asked_of = harm(place) or place.repository
    out = {name: asked(asked_of, name) for name in COMMANDS if there(name)}
    assert not (place.folder / "dead").exists(), "a program was run"
    for ran in out.values():
        assert "\x1b" not in ran.out + ran.err
        assert ran.code in (0, 1, 2, 3)
    return out


def test_the_sound_one_has_something_to_tell(answers: dict[str, tuple[int, Any]]) -> None:
    assert len(answers["who"][1]["differences"]) == 2
    assert [one["code"] for one in answers["stale"][1]["items"]] == ["IG310"]
    assert [one["code"] for one in answers["check"][1]["findings"]] == ["IG310"]


@pytest.mark.thorough
@pytest.mark.parametrize("harm", SAME, ids=named)
def test_what_changes_nothing(place: Place, answers: dict[str, tuple[int, Any]], harm: Harm) -> None:
    assert {name: answer(ran) for name, ran in done(place, harm).items()} == answers


@pytest.mark.parametrize("harm", REFUSED, ids=named)
def test_what_takes_the_history_away(place: Place, harm: Harm) -> None:
    found = done(place, harm)
    assert {name: ran.code for name, ran in found.items()} == {name: 2 * (name in NEEDS_HISTORY) for name in found}
    assert {name: len(ran.err.splitlines()) <= 2 for name, ran in found.items()} == dict.fromkeys(found, True)
    assert json.loads(found["stale"].out)["items"] == []


@pytest.mark.parametrize("harm", IN_ORDER, ids=named)
def test_what_changes_the_history(place: Place, harm: Harm) -> None:
    for ran in done(place, harm).values():
        assert ran.out or ran.err
        assert len(ran.err.splitlines()) <= 4


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_what_is_hostile_is_shown_as_text(place: Place, format: str) -> None:
    """Authors, messages and file names with control characters and markup."""
    _odd_names(place)
    _dates_of_no_calendar(place)
    text = roles(ANN_LEFT, BEN).replace("title: SIRO", 'title: "<script>x</script>\\e[31m @all"')
    place.repository.commit("2026-05-04", roles=text)
    for name in COMMANDS:
        if there(name):
            ran = asked(place.repository, name, format)
            assert not set(ran.out + ran.err) & {"\x1b", "\x07"}, name
            if format != "text":
                assert "<script>x" not in ran.out, name


def test_a_bare_repository_has_no_register(place: Place) -> None:
    """A register is what stands on the disk; `--rev` is not offered (ruling H39)."""
    place.repository.git("clone", "--quiet", "--bare", str(place.repository.root), str(place.folder / "bare"))
    for name in COMMANDS:
        if there(name):
            assert asked(Repository(place.folder / "bare"), name).code in (2, 3)
