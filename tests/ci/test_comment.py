"""One comment on a pull request, made once and changed after, whatever else stands there."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import pytest

from tests.ci.services import HOSTS, OTHER, OWNER, Service, environment, event, service

__all__ = ["service"]
SCRIPT = Path(__file__).parents[2] / ".github" / "actions" / "igreg" / "comment.py"
MARKER = "<!-- igreg diff of register -->"


class Job:
    """A job of CI in this process, with an environment of its own."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, said: pytest.CaptureFixture[str]) -> None:
        self.folder, self.patch, self.said = folder, patch, said
        for name in os.environ:
            if name.startswith(("GITHUB_", "CI_", "GITLAB_", "SYSTEM_", "TF_", "BUILD_", "IGREG_")):
                patch.delenv(name)

    def runs(self, text: str, *words: str, code: int = 0, **env: str) -> str:
        """What the script says of a text, with the code that it ends in."""
        for name, value in env.items():
            self.patch.setenv(name, value)
        page = self.folder / "difference.md"
        page.write_text(text, encoding="utf-8")
        self.patch.setattr(sys, "argv", ["comment.py", str(page), *words])
        try:
            runpy.run_path(str(SCRIPT), run_name="__main__")
            ended: object = 0
        except SystemExit as end:
            ended = end.code
        said = self.said.readouterr()
        assert ended == code, said
        return said.out + said.err


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Job:
    return Job(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("host", HOSTS)
def test_one_comment_is_made_and_then_changed(host: str, job: Job, service: Service) -> None:
    service.add(OTHER, "What is this?")
    assert "made" in job.runs("first", **environment(host, service, job.folder))
    assert "changed" in job.runs("second")
    assert service.texts == ["What is this?", f"{MARKER}\nsecond"]
    assert {token for _, _, token in service.asked} == {"word" if host == "gitlab" else "Bearer word"}


@pytest.mark.parametrize("host", HOSTS)
def test_a_marker_in_the_comment_of_somebody_else_is_not_ours(host: str, job: Job, service: Service) -> None:
    service.add(OTHER, f"{MARKER}\ntheirs")
    service.add(OWNER, f"I quote: {MARKER}")
    job.runs("ours", **environment(host, service, job.folder))
    assert service.texts == [f"{MARKER}\ntheirs", f"I quote: {MARKER}", f"{MARKER}\nours"]


@pytest.mark.parametrize("host", HOSTS)
def test_each_register_has_a_comment_of_its_own(host: str, job: Job, service: Service) -> None:
    job.runs("one", "sites/north register-->x", **environment(host, service, job.folder))
    job.runs("two", "sites/south")
    job.runs("three", "sites/south")
    assert service.texts == [
        "<!-- igreg diff of sites/north_register___x -->\none",
        "<!-- igreg diff of sites/south -->\nthree",
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_nothing_changed_makes_no_comment_but_changes_one(host: str, job: Job, service: Service) -> None:
    nothing = "<!-- igreg diff: unchanged -->\nNothing changed."
    assert "nothing changed" in job.runs(nothing, **environment(host, service, job.folder))
    assert service.texts == []
    job.runs("something")
    job.runs(nothing)
    assert service.texts == [f"{MARKER}\n{nothing}"]


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_it_is_found_on_the_third_page(host: str, job: Job, service: Service) -> None:
    for number in range(230):
        service.add(OTHER, f"remark {number}")
    service.add(OWNER, f"{MARKER}\nold")
    job.runs("new", **environment(host, service, job.folder))
    assert service.texts[230:] == [f"{MARKER}\nnew"]


@pytest.mark.parametrize("host", HOSTS)
def test_no_line_is_an_order_to_gitlab(host: str, job: Job, service: Service) -> None:
    job.runs("fine\n/merge\n  /close\na /merge", **environment(host, service, job.folder))
    assert service.texts == [f"{MARKER}\nfine\n\\/merge\n  \\/close\na /merge"]


FORKS = {
    "github": {},
    "gitlab": {"CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "6"},
    "azure": {"SYSTEM_PULLREQUEST_ISFORK": "True"},
}


@pytest.mark.parametrize("host", HOSTS)
def test_a_fork_is_sent_nothing_and_its_job_goes_on(host: str, job: Job, service: Service) -> None:
    names = environment(host, service, job.folder) | FORKS[host]
    for head in ("mallory/register", None):
        event(job.folder, head=head)
        assert "fork" in job.runs("text", **names)
    assert service.asked == []


def test_a_fork_in_whose_project_the_job_runs_is_sent_nothing(job: Job, service: Service) -> None:
    assert "fork" in job.runs("text", **environment("gitlab", service, job.folder) | {"CI_PROJECT_ID": "6"})
    assert service.asked == []


@pytest.mark.parametrize("host", HOSTS)
def test_in_public_nothing_is_said_unless_that_is_wanted(host: str, job: Job, service: Service) -> None:
    service.visibility = "public"
    names = environment(host, service, job.folder) | {"CI_PROJECT_VISIBILITY": "public"}
    event(job.folder, private=False)
    assert "public" in job.runs("text", **names)
    assert service.texts == []
    assert "made" in job.runs("text", IGREG_PUBLIC="yes")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("word", ["", "  ", "two\nlines"])
def test_without_a_token_nothing_is_asked(host: str, word: str, job: Job, service: Service) -> None:
    assert "IGREG_TOKEN" in job.runs("text", **environment(host, service, job.folder) | {"IGREG_TOKEN": word})
    assert service.asked == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_service_that_refuses_is_told_on_a_line_that_orders_nothing(host: str, job: Job, service: Service) -> None:
    service.fails = 403
    said = job.runs("text", code=1, **environment(host, service, job.folder))
    assert said.count("\n") == 1
    assert "403" in said
    assert not said.startswith("::")
    assert "##[" not in said
    assert "word" not in said.split()


@pytest.mark.parametrize("code", [301, 307])
def test_a_redirection_does_not_get_the_token(code: int, job: Job, service: Service) -> None:
    service.fails = code
    job.runs("text", code=1, **environment("gitlab", service, job.folder))
    assert not [path for _, path, _ in service.asked if "elsewhere" in path]


def test_a_service_that_is_not_there_is_told(job: Job, service: Service) -> None:
    said = job.runs(
        "text", code=1, **environment("gitlab", service, job.folder) | {"CI_API_V4_URL": "http://127.0.0.1:1"}
    )
    assert "could not be written" in said


def test_the_token_of_a_job_may_not_ask_who_it_is(job: Job, service: Service) -> None:
    service.visibility = "nobody"
    service.add(OWNER, f"{MARKER}\nold")
    assert "changed" in job.runs("new", **environment("github", service, job.folder))


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"GITHUB_EVENT_NAME": "pull_request_target"},
        {"GITHUB_EVENT_NAME": "push"},
        {"GITHUB_ACTIONS": "", "GITLAB_CI": "true"},
    ],
)
def test_a_job_for_something_else_says_nothing(names: dict[str, str], job: Job, service: Service) -> None:
    given = environment("github", service, job.folder) | names if names else {"IGREG_TOKEN": "word"}
    if "GITLAB_CI" in names:
        del given["GITHUB_ACTIONS"]
    assert "does not run for" in job.runs("text", **given)
    assert service.asked == []


def test_a_service_that_answers_something_else_is_told(job: Job, service: Service) -> None:
    service.visibility = "nobody"
    assert "could not be written" in job.runs("text", code=1, **environment("azure", service, job.folder))
