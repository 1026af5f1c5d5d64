"""The files of CI: each fits the schema of its service, and holds to what keeps a pull request from giving orders."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from igreg import __version__
from igreg.source.reading.document import parse

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github" / "actions" / "igreg" / "action.yml"
READY = ROOT / "templates" / "ci"
SCHEMAS = {
    ACTION: ("vendor.github-actions",),
    READY / "github-pull-request.yml": ("vendor.github-workflows",),
    READY / "gitlab-merge-request.yml": ("vendor.gitlab-ci",),
    READY / "azure-pull-request.yml": ("vendor.azure-pipelines", "--regex-variant", "nonunicode"),
}
FILES = pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")


def read(path: Path) -> Any:
    """What stands in a file."""
    found = parse(path.name, path.read_text(encoding="utf-8"))
    assert found.faults == ()
    return found.value[0] if found.single and found.value else found.value


def everything(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every value in a file, with the key that it stands under."""
    yield key, value
    if isinstance(value, dict):
        for name, each in value.items():
            yield from everything(each, str(name))
    elif isinstance(value, list):
        for each in value:
            yield from everything(each, key)


def lines(path: Path) -> list[str]:
    """The lines of shell in a file."""
    keys = {"run", "bash", "script", "after_script", "before_script"}
    return [value for key, value in everything(read(path)) if key in keys and isinstance(value, str)]


@FILES
def test_a_file_fits_its_schema(path: Path) -> None:
    run_it = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *SCHEMAS[path], str(path)]
    checked = subprocess.run(run_it, capture_output=True, encoding="utf-8", check=False)
    assert checked.returncode == 0, checked.stdout


@FILES
def test_nothing_is_put_into_the_text_of_a_line(path: Path) -> None:
    found = [line for line in lines(path) if re.search(r"\$\{\{|\$\([A-Za-z][\w.]*\)|\beval\b", line)]
    assert lines(path) or path.name == "github-pull-request.yml"
    assert found == [], "a value comes in through the environment: the runner would paste it in before the shell reads"


@FILES
def test_what_stands_in_quotation_marks_is_one_word(path: Path) -> None:
    """Every variable is in quotation marks; those with an array or an alternative are so inside."""
    bare = [
        line
        for text in lines(path)
        for line in text.splitlines()
        if re.search(r"\$\w", re.sub(r'"[^"]*"|^\s*\w+=\$\(.*\)$', "", line))
    ]
    assert bare == []


def test_what_is_used_is_pinned() -> None:
    paths = [ACTION, READY / "github-pull-request.yml", *(ROOT / ".github" / "workflows").glob("*.yml")]
    used = {value for path in paths for key, value in everything(read(path)) if key == "uses"}
    assert len(used) == 3
    assert [name for name in used if not PINNED.fullmatch(str(name))] == ["./.github/actions/igreg"]


def test_the_action_may_do_little() -> None:
    workflow = read(READY / "github-pull-request.yml")
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "pull_request_target" not in workflow["on"]
    checkout = job["steps"][0]["with"]
    assert checkout == {"fetch-depth": 0, "persist-credentials": False}


def test_the_token_is_known_to_one_step_alone() -> None:
    steps = read(ACTION)["runs"]["steps"]
    with_it = [step["name"] for step in steps if "token" in str(step).lower() and "comment.py" in str(step)]
    assert with_it == ["Say so on the pull request"]
    assert sum("inputs.token" in str(step) for step in steps) == 1
    azure = [step for step in read(READY / "azure-pull-request.yml")["steps"] if "AccessToken" in str(step)]
    assert len(azure) == 1


def test_the_whole_history_is_there() -> None:
    for path in (READY / "gitlab-merge-request.yml", READY / "azure-pull-request.yml"):
        depth = {str(value) for key, value in everything(read(path)) if key in ("GIT_DEPTH", "fetchDepth")}
        assert depth == {"0"}, path.name


@FILES
def test_the_wheel_is_that_of_this_version(path: Path) -> None:
    named = set(re.findall(r"igreg-[\w.]+-py3-none-any\.whl", path.read_text(encoding="utf-8")))
    assert named <= {f"igreg-{__version__}-py3-none-any.whl"}
    assert named or path == ACTION


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize("target", ["setup", "browser", "site"])
def test_what_make_installs_is_not_cut_at_a_comma(target: str) -> None:
    told = subprocess.run(
        ["make", "--dry-run", "--always-make", target], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [line for line in told.stdout.splitlines() if "uv pip install" in line]
    assert lines
    for line in lines:
        by_uv, by_pip = line.split(" || ")
        assert by_uv.count('"') == by_pip.count('"') == 2
        assert by_uv.rpartition(" -e ")[2] == by_pip.rpartition(" -e ")[2]
