"""Keep one comment of a pull request up to date: python comment.py difference.md [REGISTER]

It runs in a job of GitHub, GitLab or Azure Pipelines, and writes what `igreg diff --format markdown` said, under a
marker that nobody sees: the first run makes the comment, later ones change it. Where nothing changed none is made.
The token is in IGREG_TOKEN.

Nothing is written for a pull request from a fork, whose job may not have a token that writes; nor in a public project,
where everybody would read the names of staff, unless IGREG_PUBLIC is `yes`. It says so, and ends in 0; in 1 when a
comment could not be written. Python alone is needed.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

UNCHANGED = "<!-- igreg diff: unchanged -->"
"""With this `igreg diff` begins where nothing changed."""
MOST_PAGES = 100
"""So many pages of comments are looked through; nobody reads a longer thread."""


class NotWritten(Exception):
    """Why a comment is not written, in a sentence."""


class Api:
    """One service, asked over HTTP with a token; a redirection is never followed, since the token would go with it."""

    def __init__(self, top: str, headers: dict[str, str]) -> None:
        self.top, self.headers = top.rstrip("/"), headers
        self.open = urllib.request.build_opener(Unmoved()).open

    def ask(self, method: str, path: str, value: object = None) -> Any:
        """What the service answers. Raises OSError where it refuses."""
        body = None if value is None else json.dumps(value).encode()
        headers = self.headers | {"Content-Type": "application/json", "User-Agent": "igreg"}
        with self.open(urllib.request.Request(self.top + path, body, headers, method=method), timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def pages(self, path: str) -> Iterator[Any]:
        """Every entry of a list, page by page."""
        for page in range(1, MOST_PAGES + 1):
            entries = self.ask("GET", f"{path}?per_page=100&page={page}")
            yield from entries
            if len(entries) < 100:
                return


class Unmoved(urllib.request.HTTPRedirectHandler):
    """Follows no redirection."""

    def redirect_request(self, *_: Any) -> None:
        return None


def main() -> None:
    """Write the comment, or say why not."""
    register = sys.argv[2] if len(sys.argv) > 2 else "register"
    marker = f"<!-- igreg diff of {re.sub(r'[^A-Za-z0-9._/]', '_', register)} -->"
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    try:
        print(written(marker, text))
    except NotWritten as why:
        print(f"no comment: {why}")
    except (OSError, ValueError, LookupError, TypeError, http.client.HTTPException) as error:
        told = error.read(300).decode(errors="replace") if isinstance(error, urllib.error.HTTPError) else ""
        print(
            " ".join(printable(f"the comment could not be written: {type(error).__name__} {error} {told}").split()),
            file=sys.stderr,
        )
        sys.exit(1)


def written(marker: str, text: str) -> str:
    """Make or change the comment, and say which. Raises NotWritten where none is wanted."""
    host = GitHub() if "GITHUB_ACTIONS" in os.environ else GitLab() if "GITLAB_CI" in os.environ else Azure()
    body = f"{marker}\n{unmoved(text)}"
    found = next((at for at, there in host.comments() if there.startswith(marker)), None)
    if found is not None:
        host.change(found, body)
        return "the comment was changed"
    if text.startswith(UNCHANGED):
        raise NotWritten("nothing changed")
    host.make(body)
    return "the comment was made"


def unmoved(text: str) -> str:
    """The text with no line that GitLab would take for an order, such as /merge."""
    return re.sub(r"^(\s*)/", r"\1\\/", text, flags=re.MULTILINE)


def printable(text: str) -> str:
    """An answer of a service on a line of the log, in which it is no order to the runner."""
    return "".join(one if one.isprintable() else " " for one in text).replace("##[", "## [")


def token() -> str:
    """The token. Raises NotWritten where there is none, or one with a line break, which a header cannot have."""
    found = os.environ.get("IGREG_TOKEN", "").strip()
    if not found or not found.isprintable():
        raise NotWritten("IGREG_TOKEN holds no token")
    return found


def must_not_be_public(public: bool) -> None:
    """Raise NotWritten where everybody reads a comment, unless that is wanted."""
    if public and os.environ.get("IGREG_PUBLIC") != "yes":
        raise NotWritten("the project is public, and it would name people to everybody; IGREG_PUBLIC=yes writes it")


class GitHub:
    """A pull request on GitHub."""

    def __init__(self) -> None:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        asked = event.get("pull_request")
        if not asked or os.environ.get("GITHUB_EVENT_NAME") != "pull_request":
            raise NotWritten("this job does not run for a pull request")
        if (asked["head"]["repo"] or {}).get("full_name") != event["repository"]["full_name"]:
            raise NotWritten("the pull request comes from a fork; the difference is in the summary of this job")
        must_not_be_public(not event["repository"]["private"])
        headers = {"Authorization": f"Bearer {token()}", "Accept": "application/vnd.github+json"}
        self.api = Api(os.environ.get("GITHUB_API_URL", "https://api.github.com"), headers)
        self.top = f"/repos/{urllib.parse.quote(event['repository']['full_name'])}/issues"
        self.number = int(asked["number"])

    def comments(self) -> Iterator[tuple[str, str]]:
        """The comments by whoever the token is; somebody else's with a marker in it is left alone."""
        try:
            who = self.api.ask("GET", "/user")["login"]
        except OSError:  # the token of a job is nobody's
            who = "github-actions[bot]"
        for one in self.api.pages(f"{self.top}/{self.number}/comments"):
            if one["user"] and one["user"]["login"] == who:
                yield str(one["id"]), one["body"] or ""

    def make(self, body: str) -> None:
        self.api.ask("POST", f"{self.top}/{self.number}/comments", {"body": body})

    def change(self, at: str, body: str) -> None:
        self.api.ask("PATCH", f"{self.top}/comments/{at}", {"body": body})


class GitLab:
    """A merge request on GitLab."""

    def __init__(self) -> None:
        number, project = os.environ.get("CI_MERGE_REQUEST_IID"), os.environ.get("CI_MERGE_REQUEST_PROJECT_ID")
        if not number or not project:
            raise NotWritten("this job does not run for a merge request")
        if not os.environ.get("CI_PROJECT_ID") == project == os.environ.get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID"):
            raise NotWritten("the merge request comes from a fork; the difference is among the artifacts of this job")
        must_not_be_public(os.environ.get("CI_PROJECT_VISIBILITY") == "public")
        self.api = Api(os.environ["CI_API_V4_URL"], {"PRIVATE-TOKEN": token()})
        self.notes = f"/projects/{int(project)}/merge_requests/{int(number)}/notes"

    def comments(self) -> Iterator[tuple[str, str]]:
        """The notes by whoever the token is."""
        who = self.api.ask("GET", "/user")["id"]
        for one in self.api.pages(self.notes):
            if one["author"]["id"] == who:
                yield str(one["id"]), one["body"]

    def make(self, body: str) -> None:
        self.api.ask("POST", self.notes, {"body": body})

    def change(self, at: str, body: str) -> None:
        self.api.ask("PUT", f"{self.notes}/{at}", {"body": body})


class Azure:
    """A pull request in Azure Repos."""

    def __init__(self) -> None:
        number = os.environ.get("SYSTEM_PULLREQUEST_PULLREQUESTID")
        if "TF_BUILD" not in os.environ or not number or os.environ.get("BUILD_REPOSITORY_PROVIDER") != "TfsGit":
            raise NotWritten("this job does not run for a pull request of GitHub, GitLab or Azure Repos")
        if os.environ.get("SYSTEM_PULLREQUEST_ISFORK", "False").lower() != "false":
            raise NotWritten("the pull request comes from a fork; the difference is in the log of this job")
        self.api = Api(os.environ["SYSTEM_COLLECTIONURI"], {"Authorization": f"Bearer {token()}"})
        project = urllib.parse.quote(os.environ["SYSTEM_TEAMPROJECTID"])
        must_not_be_public(self.api.ask("GET", f"/_apis/projects/{project}?api-version=7.1")["visibility"] == "public")
        repository = urllib.parse.quote(os.environ["BUILD_REPOSITORY_ID"])
        self.threads = f"/{project}/_apis/git/repositories/{repository}/pullRequests/{int(number)}/threads"

    def comments(self) -> Iterator[tuple[str, str]]:
        """The first comment of each thread, by whoever the token is."""
        who = self.api.ask("GET", "/_apis/connectionData")["authenticatedUser"]["id"]
        for thread in self.api.ask("GET", f"{self.threads}?api-version=7.1")["value"]:
            first = (thread["comments"] or [{}])[0]
            if not thread.get("isDeleted") and not first.get("isDeleted") and first.get("author", {}).get("id") == who:
                yield f"{thread['id']}/comments/{first['id']}", first.get("content") or ""

    def make(self, body: str) -> None:
        comment = {"parentCommentId": 0, "content": body, "commentType": "text"}
        self.api.ask("POST", f"{self.threads}?api-version=7.1", {"comments": [comment], "status": "closed"})

    def change(self, at: str, body: str) -> None:
        self.api.ask("PATCH", f"{self.threads}/{at}?api-version=7.1", {"content": body})


if __name__ == "__main__":
    main()
