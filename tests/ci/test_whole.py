"""A merge request from end to end: a branch, this igreg, and the note that comes of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.services import BRANCH, Service, environment, service
from tests.ci.test_files import ACTION, READY, read
from tests.git.repositories import Repository, begin, needs_git

__all__ = ["service"]
pytestmark = [needs_git, pytest.mark.thorough, pytest.mark.skipif(sys.platform == "win32", reason="lines of sh")]
ORGANISATION = "name: Willow Court\ntype: care-provider\n"
STAFF = "- {id: n-rahman, name: Nadia Rahman}\n- {id: j-whitlock, name: Jo Whitlock}\n"
ROLES = "- {id: siro, title: SIRO, function: siro, areas: [risk], holders: [{staff: %s, from: 2024-05-01}]}\n"
SECRET = "999 000 0018"


@pytest.fixture
def checkout(tmp_path: Path) -> Repository:
    """A repository as a runner has it: the branch checked out, the target known as that of its origin, all commits there."""
    origin = begin(tmp_path / "origin")
    risk = f"- {{id: R-1, title: Letter of {SECRET}, owner: siro}}\n"
    origin.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=ROLES % "n-rahman", risks=risk)
    origin.git("checkout", "--quiet", "-b", BRANCH)
    origin.commit("2026-02-01", roles=ROLES % "j-whitlock", risks="- {id: R-1, title: Letter, owner: siro}\n")
    origin.git("checkout", "--quiet", "main")
    origin.commit("2026-02-02", organisation=f"{ORGANISATION}fiscal_year_start: 04-01\n")
    made = begin(tmp_path / "work")
    made.git("remote", "add", "origin", str(origin.root))
    made.git("fetch", "--quiet", "origin")
    made.git("checkout", "--quiet", "--detach", f"refs/remotes/origin/{BRANCH}")
    (made.root / "ci").mkdir()
    (made.root / "ci" / "comment.py").write_bytes((ACTION.parent / "comment.py").read_bytes())
    return made


def after_script(place: Repository, folder: Path, service: Service, **more: str) -> subprocess.CompletedProcess[str]:
    (lines,) = read(READY / "gitlab-merge-request.yml")["register"]["after_script"]
    programs = Path(sys.executable).parent
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CI_", "GITHUB_"))}
    env |= environment("gitlab", service, folder) | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"} | more
    return subprocess.run(
        ["sh", "-c", lines], cwd=place.root, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_a_merge_request_is_told_what_the_branch_changes(
    checkout: Repository, tmp_path: Path, service: Service
) -> None:
    for _ in range(2):
        ran = after_script(checkout, tmp_path, service)
        assert ran.returncode == 0, ran.stderr
    (note,) = service.texts
    assert note.startswith("<!-- igreg diff of register -->\n## What changed in the register of Willow Court\n")
    assert "Jo Whitlock leads risk in place of Nadia Rahman" in note
    assert "fiscal" not in note, "what came to the target meanwhile is no part of the branch"
    assert SECRET not in note
    assert "(not shown: IG801)" in note
    assert list(tmp_path.rglob("canary*")) == []


def test_a_target_that_is_not_there_is_told_in_the_log_alone(
    checkout: Repository, tmp_path: Path, service: Service
) -> None:
    ran = after_script(checkout, tmp_path, service, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="nowhere")
    assert ran.returncode != 0
    assert "nowhere" in ran.stderr
    assert service.asked == []
