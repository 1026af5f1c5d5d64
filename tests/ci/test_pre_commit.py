"""The hooks for pre-commit, run by the real one, in a repository with a register: `make installs`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.git.repositories import Repository, begin, needs_git
from tests.test_install import FOLDER, INDEX, ROOT

pytestmark = [needs_git, pytest.mark.skipif(not INDEX, reason="takes its time: make installs")]
HOOKS = ("igreg-check", "igreg-fix", "igreg-tidy", "igreg-chart")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that igreg is had from, with a tag."""
    made = begin(tmp_path_factory.mktemp("hooks"))
    for name in (*FOLDER, ".pre-commit-hooks.yaml"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, made.root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, made.root)
    made.git("add", "-A")
    made.git("commit", "--quiet", "-m", "x")
    made.git("tag", "v0.1.0")
    return made.root


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it made, so that igreg is installed once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """A repository in which a register of a few lines is committed, and nothing is amiss."""
    made = begin(tmp_path / "work")
    made.write(
        organisation="name: Willow Court\ntype: care-provider\nfiscal_year_start: 04-01\n",
        policies="- {id: P-1, title: Use of e-mail, status: draft}\n",
    )
    (made.root / "notes.md").write_text("x\n", encoding="utf-8")
    made.git("add", "-A")
    made.git("commit", "--quiet", "-m", "x")
    return made


def commit(place: Repository, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run pre-commit on what is staged. What igreg stands on is at hand already; igreg itself is built from its repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_"))}
    env = kept | {"PRE_COMMIT_HOME": str(home), "PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    env |= {"PYTHONPATH": sysconfig.get_path("purelib"), "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "100"}
    run_it = [sys.executable, "-m", "pre_commit", *words]
    return subprocess.run(run_it, cwd=place.root, env=env, capture_output=True, encoding="utf-8", check=False)


def configured(place: Repository, source: Path, *hooks: str, args: str = "") -> None:
    """Have hooks run in the repository, as the page on CI shows it."""
    lines = [f"repos:\n  - repo: {source}\n    rev: v0.1.0\n    hooks:\n"]
    lines += [f"      - id: {hook}\n{args}" for hook in hooks]
    (place.root / ".pre-commit-config.yaml").write_text("".join(lines), encoding="utf-8")
    place.git("add", "-A")


def test_every_hook_of_the_page_is_one_that_there_is(source: Path, place: Repository, home: Path) -> None:
    checked = commit(place, home, "validate-manifest", str(source / ".pre-commit-hooks.yaml"))
    assert checked.returncode == 0, checked.stdout
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    text = (source / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    for hook in HOOKS:
        assert f"- id: {hook}" in page
        assert f"- id: {hook}\n" in text
    assert text.count("- id: ") == len(HOOKS)


def test_hooks_run_where_a_commit_touches_the_register(source: Path, place: Repository, home: Path) -> None:
    configured(place, source, "igreg-check", "igreg-fix", "igreg-tidy", args="        verbose: true\n")
    (place.root / "notes.md").write_text("y\n", encoding="utf-8")
    place.git("add", "-A")
    elsewhere = commit(place, home, "run")
    assert elsewhere.stdout.count("Skipped") == 3, elsewhere.stdout + elsewhere.stderr
    place.write(policies="- {id: P-1, title: Use of e-mail, status: drafted}\n")
    place.git("add", "-A")
    touched = commit(place, home, "run")
    assert touched.returncode == 1
    assert "unknown-value" in touched.stdout or "drafted" in touched.stdout


def test_what_is_put_right_stops_the_commit_once(source: Path, place: Repository, home: Path) -> None:
    configured(place, source, "igreg-fix")
    place.write(policies="- {id: P-1, title: Use of e-mail, status: draft, review: {last: 30/11/2025}}\n")
    place.git("add", "-A")
    stopped = commit(place, home, "run")
    assert stopped.returncode == 1, stopped.stdout
    assert "files were modified by this hook" in stopped.stdout
    assert "last: 2025-11-30" in (place.register / "policies.yaml").read_text()
    place.git("add", "-A")
    again = commit(place, home, "run")
    assert again.returncode == 0, again.stdout


def test_it_can_be_tried_without_being_set_up(source: Path, place: Repository, home: Path) -> None:
    tried = commit(place, home, "try-repo", str(source), "igreg-check", "--ref", "v0.1.0", "--all-files", "--verbose")
    assert "igreg check" in tried.stdout, tried.stderr
    assert "records in" in tried.stdout
