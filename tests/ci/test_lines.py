"""The lines of the files of CI, run with a shell, an `igreg` and a `pip` that write down how they were called."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.ci.services import BRANCH, HOSTILE, HOSTS, Service, environment, event, service
from tests.ci.test_files import ACTION, READY, read

__all__ = ["service"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="lines of bash")
WRITES_DOWN = f"""#!{sys.executable}
import json, os, sys
with open(os.environ["CALLS"], "a") as calls:
    calls.write(json.dumps([os.path.basename(sys.argv[0]), *sys.argv[1:]]) + "\\n")
"""
IGREG = f"""{WRITES_DOWN}
if sys.argv[1] == "diff":
    print(os.environ.get("SAYS", "# What changed"))
    sys.stderr.write(os.environ.get("TELLS", ""))
else:
    for word in sys.argv:
        if word.startswith("markdown="):
            open(word.partition("=")[2], "w").write("# Check\\n")
sys.exit(int(os.environ.get(f"{{sys.argv[1]}}_ends", 0)))
"""
PYTHON = f"""#!/bin/sh
case "$2" in pip) shift 2; exec pip "$@" ;; esac
exec {sys.executable} "$@"
"""


@dataclass
class Runner:
    """A machine of CI: a folder, and what its programs were called with."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    said: str = ""

    def __post_init__(self) -> None:
        programs = self.folder / "bin"
        programs.mkdir()
        for name, text in {"igreg": IGREG, "pip": WRITES_DOWN, "python": PYTHON}.items():
            (programs / name).write_text(text, encoding="utf-8")
            (programs / name).chmod(0o755)
        self.env |= {"PATH": f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin", "CALLS": str(self.folder / "calls")}
        self.env |= {"RUNNER_TEMP": str(self.folder), "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md")}
        self.env |= {"GITHUB_ACTION_PATH": str(ACTION.parent)}

    @property
    def calls(self) -> list[list[str]]:
        path = self.folder / "calls"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    @property
    def summary(self) -> str:
        path = self.folder / "summary.md"
        return path.read_text() if path.exists() else ""

    def shell(self, lines: str, **more: str) -> int:
        """Run lines as GitHub does; the code in which they end. Nothing that was typed may have run."""
        place = self.folder / "repository"
        (place / "ci").mkdir(parents=True, exist_ok=True)
        (place / "ci" / "comment.py").write_bytes((ACTION.parent / "comment.py").read_bytes())
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines]
        env = self.env | more
        ran = subprocess.run(words, cwd=place, env=env, capture_output=True, encoding="utf-8", check=False)
        self.said += ran.stdout + ran.stderr
        assert list(self.folder.rglob("canary*")) == []
        return ran.returncode

    def action(self, github: dict[str, Any], **given: str) -> bool:
        """Run the action on an event with these inputs; whether it succeeds."""
        action = read(ACTION)
        inputs = {name: str(one["default"]) for name, one in action["inputs"].items()} | given
        known = {f"inputs.{name}": value for name, value in inputs.items()} | {"github.token": "word"} | github
        fine = True
        for step in action["runs"]["steps"]:
            condition = step.get("if")
            known |= {f"steps.{name}.outcome": was for name, was in self.outcomes.items()}
            if not (holds(condition, known) and (fine or "cancelled()" in str(condition))):
                outcome = "skipped"
            elif "uses" in step:
                outcome = "success"
            else:
                env = {name: filled(str(value), known) for name, value in step.get("env", {}).items()}
                outcome = "success" if self.shell(step["run"], **env) == 0 else "failure"
                fine &= outcome == "success"
            self.outcomes[step.get("id", step.get("name", step.get("uses")))] = outcome
        return fine


def filled(text: str, known: dict[str, Any]) -> str:
    """A text with what GitHub puts in for its expressions."""
    once = re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: str(known.get(found[1], "")), text)
    return once if once == text else filled(once, known)


def holds(condition: str | None, known: dict[str, Any]) -> bool:
    """Whether a condition of GitHub's holds, of the few forms that stand in the action."""
    if condition is None:
        return True
    text = condition.removeprefix("${{").removesuffix("}}").replace("!cancelled()", "True")
    text = text.replace("&&", " and ").replace("||", " or ")
    text = re.sub(r"\b(?:github|inputs|steps)(?:\.[\w-]+)+", lambda found: repr(known.get(found[0], "")), text)
    return bool(eval(text.strip(), {}))


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def asked(runner: Runner, service: Service, **more: Any) -> dict[str, Any]:
    """A pull request of GitHub, as the action sees it."""
    runner.env |= environment("github", service, runner.folder)
    del runner.env["IGREG_TOKEN"]
    return {"github.event_name": "pull_request", "github.event.repository.private": True} | more


def test_a_pull_request_is_checked_and_told_what_it_comes_to(runner: Runner, service: Service) -> None:
    assert runner.action(asked(runner, service))
    base = "--base=refs/remotes/origin/main"
    assert runner.calls == [
        ["pip", "install", "--quiet", "--disable-pip-version-check", "--", f"{ACTION.parent}/../../.."],
        [
            "igreg",
            "check",
            "--format",
            "github",
            "--output",
            f"markdown={runner.folder}/igreg-check.md",
            "--",
            "register",
        ],
        ["igreg", "diff", base, "--format", "markdown", "--", "register"],
    ]
    assert service.texts == ["<!-- igreg diff of register -->\n# What changed\n"]
    assert runner.summary == "# Check\n# What changed\n"


def test_a_second_push_changes_the_comment(runner: Runner, service: Service) -> None:
    for text in ("one", "two"):
        assert runner.action(asked(runner, service), comment="summary")
        runner.env["SAYS"] = text
    runner.action(asked(runner, service))
    assert service.texts == ["<!-- igreg diff of register -->\ntwo\n"]
    assert ["--summary" in call for call in runner.calls if call[1] == "diff"] == [True, True, False]


def test_what_is_typed_is_never_an_order(runner: Runner, service: Service) -> None:
    there = asked(runner, service)
    runner.env |= {"GITHUB_BASE_REF": BRANCH, "SAYS": HOSTILE, "TELLS": "::error::x\n##[add-mask]x"}
    runner.action(there, igreg=f"--index-url={BRANCH}", register=f"-{HOSTILE}", **{"fail-on": BRANCH})
    pip, check, diff = runner.calls
    assert pip[-2:] == ["--", f"--index-url={BRANCH}"]
    assert check[-3:] == [f"--fail-on={BRANCH}", "--", f"-{HOSTILE}"]
    assert diff[2] == f"--base=refs/remotes/origin/{BRANCH}"
    assert service.texts[0].endswith(f"{HOSTILE}\n")
    lines = runner.said.splitlines()
    stop = next(line for line in lines if line.startswith("::stop-commands::")).removeprefix("::stop-commands::")
    assert len(stop) == 32
    assert f"::{stop}::" in lines


def test_a_check_that_fails_is_told_of_what_changed_all_the_same(runner: Runner, service: Service) -> None:
    runner.env["check_ends"] = "1"
    assert not runner.action(asked(runner, service))
    assert len(service.texts) == 1
    assert runner.summary == "# Check\n# What changed\n"


def test_a_difference_that_cannot_be_had_fails_and_writes_nothing(runner: Runner, service: Service) -> None:
    runner.env["diff_ends"] = "2"
    assert not runner.action(asked(runner, service))
    assert service.texts == []
    assert runner.summary == "# Check\n"


@pytest.mark.parametrize("name", ["pull_request_target", "workflow_run"])
def test_where_the_token_may_write_and_a_stranger_wrote_nothing_is_read(
    name: str, runner: Runner, service: Service
) -> None:
    there = asked(runner, service, **{"github.event_name": name})
    runner.env["GITHUB_EVENT_NAME"] = name
    assert not runner.action(there)
    assert runner.calls == []
    assert runner.said.startswith("::error::igreg reads the files of a pull request")


@pytest.mark.parametrize(
    ("there", "given"),
    [
        ({"github.event_name": "push"}, {}),
        ({"github.event_name": "schedule"}, {}),
        ({"github.event.repository.private": False}, {}),
        ({}, {"comment": "none"}),
    ],
)
def test_elsewhere_it_is_checked_alone(
    there: dict[str, Any], given: dict[str, str], runner: Runner, service: Service
) -> None:
    assert runner.action(asked(runner, service, **there), **given)
    assert [call[1] for call in runner.calls] == ["install", "check"]
    assert service.asked == []


def test_in_public_it_is_told_where_that_is_wanted(runner: Runner, service: Service) -> None:
    there = asked(runner, service, **{"github.event.repository.private": False})
    event(runner.folder, private=False)
    assert runner.action(there, public="yes")
    assert len(service.texts) == 1


def test_a_fork_has_the_difference_in_the_summary_of_its_job(runner: Runner, service: Service) -> None:
    there = asked(runner, service)
    event(runner.folder, head="mallory/register")
    assert runner.action(there)
    assert service.asked == []
    assert "from a fork" in runner.said
    assert "# What changed" in runner.summary


def script(host: str) -> list[str]:
    """The lines of a ready file, in their order; those that run whatever became of the others last."""
    if host == "gitlab":
        job = read(READY / "gitlab-merge-request.yml")["register"]
        return [*job["script"], *job["after_script"]]
    return [step["bash"] for step in read(READY / "azure-pull-request.yml")["steps"] if "bash" in step]


@pytest.mark.parametrize("host", [host for host in HOSTS if host != "github"])
def test_the_ready_files_check_and_tell(host: str, runner: Runner, service: Service) -> None:
    runner.env |= environment(host, service, runner.folder) | {"IGREG": "./igreg.whl", "SAYS": HOSTILE}
    for _ in range(2):
        assert [runner.shell(lines) for lines in script(host)] == [0] * len(script(host))
    assert [call[1] for call in runner.calls] == ["install", "check", "diff"] * 2
    assert runner.calls[0][-1] == "./igreg.whl"
    assert runner.calls[2][2:] == ["--base=refs/remotes/origin/main", "--format", "markdown"]
    assert service.texts == [f"<!-- igreg diff of register -->\n{HOSTILE}\n"]


@pytest.mark.parametrize("host", [host for host in HOSTS if host != "github"])
def test_a_branch_is_a_word_and_no_order(host: str, runner: Runner, service: Service) -> None:
    runner.env |= environment(host, service, runner.folder) | {"IGREG": BRANCH}
    runner.env |= {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": BRANCH,
        "SYSTEM_PULLREQUEST_TARGETBRANCH": f"refs/heads/{BRANCH}",
    }
    for lines in script(host):
        runner.shell(lines)
    assert f"--base=refs/remotes/origin/{BRANCH}" in runner.calls[-1]
    assert BRANCH in runner.calls[0]


@pytest.mark.parametrize("host", [host for host in HOSTS if host != "github"])
def test_a_difference_that_cannot_be_had_is_not_told(host: str, runner: Runner, service: Service) -> None:
    runner.env |= environment(host, service, runner.folder) | {"IGREG": "x", "diff_ends": "2"}
    assert runner.shell(script(host)[-1]) == 2 if host == "azure" else runner.shell(script(host)[-1]) != 0
    assert service.asked == []
