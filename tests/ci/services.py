"""As much of GitHub, GitLab and Azure Repos as one comment needs, on this machine; and what is typed by whoever means harm."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

HOSTILE = (
    "`touch canary`$(touch${IFS}canary);touch${IFS}canary|'touch canary'\"&&touch canary\n::add-mask::x ##[error]x"
)
"""As a title, a name of a person or a message may be."""
BRANCH = "a;touch${IFS}canary;$(touch${IFS}canary)`touch${IFS}canary`&'|\"<b>"
"""As a branch may be called: no blank, colon, tilde, caret, question mark, asterisk, bracket or backslash."""
OWNER, OTHER = 7, 8
NAMES = {OWNER: "github-actions[bot]", OTHER: "p-mallory"}


@dataclass
class Service:
    """What was asked, and the comments that there are: id to author and text."""

    port: int = 0
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    comments: dict[int, tuple[int, str]] = field(default_factory=dict)
    fails: int = 0
    """With this code everything that writes is answered, unless it is nothing."""
    visibility: str = "private"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def add(self, author: int, text: str) -> int:
        self.comments[len(self.comments) + 1] = (author, text)
        return len(self.comments)

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.comments.values()]


def answered(service: Service, method: str, path: str, value: Any) -> Any:
    """What is said to one request, in the shape of whichever service its path belongs to."""
    parts = urlsplit(path)
    where, page = parts.path, int(parse_qs(parts.query).get("page", ["1"])[0])
    if where == "/user":
        return None if service.visibility == "nobody" else {"id": OWNER, "login": NAMES[OWNER]}
    if where.startswith("/_apis/projects/"):
        return {"name": "p"} if service.visibility == "nobody" else {"visibility": service.visibility}
    if where == "/_apis/connectionData":
        return {"authenticatedUser": {"id": OWNER}}
    if method == "GET":
        every = [shaped(number, *one) for number, one in sorted(service.comments.items())]
        return {"value": every} if "threads" in where else every[(page - 1) * 100 : page * 100]
    text = value["comments"][0]["content"] if "comments" in value else value.get("body", value.get("content"))
    if method == "POST":
        return {"id": service.add(OWNER, text)}
    number = int(where.rpartition("threads/")[2].split("/")[0] if "threads/" in where else where.rpartition("/")[2])
    assert number in service.comments
    service.comments[number] = (service.comments[number][0], text)
    return {"id": number}


def shaped(number: int, author: int, text: str) -> dict[str, Any]:
    """A comment in the shapes of all three."""
    first = {"id": 1, "content": text, "author": {"id": author}}
    user = {"login": NAMES[author]}
    return {"id": number, "body": text, "user": user, "author": {"id": author}, "comments": [first]}


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
            made.asked.append((self.command, self.path, token))
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            writes = self.command != "GET"
            said = (
                None if made.fails and writes else answered(made, self.command, self.path, json.loads(body or b"null"))
            )
            code = made.fails if made.fails and writes else 403 if said is None else 200
            self.send_response(code)
            if code in (301, 307):
                self.send_header("Location", f"{made.address}/elsewhere")
            self.end_headers()
            self.wfile.write(json.dumps(said if code == 200 else {"message": "no\n::error::##[error]"}).encode())

        do_POST = do_PATCH = do_PUT = do_GET

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    server.server_close()


def event(folder: Path, *, private: bool = True, head: str | None = "trust/register") -> Path:
    """The file in which GitHub says what a job runs for, with a title and a branch that mean harm."""
    repository = {"full_name": "trust/register", "private": private}
    pull = {
        "number": 12,
        "title": HOSTILE,
        "body": HOSTILE,
        "head": {"ref": BRANCH, "repo": head and {"full_name": head}},
    }
    path = folder / "event.json"
    path.write_text(json.dumps({"repository": repository, "pull_request": pull}), encoding="utf-8")
    return path


def environment(host: str, service: Service, folder: Path) -> dict[str, str]:
    """What a job knows of the pull request that it runs for."""
    if host == "github":
        names = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_API_URL": service.address}
        names |= {"GITHUB_EVENT_PATH": str(event(folder)), "GITHUB_HEAD_REF": BRANCH, "GITHUB_BASE_REF": "main"}
    elif host == "gitlab":
        names = {"GITLAB_CI": "true", "CI_API_V4_URL": service.address, "CI_MERGE_REQUEST_IID": "12"}
        names |= {"CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_PROJECT_ID": "5", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "5"}
        names |= {"CI_MERGE_REQUEST_TITLE": HOSTILE, "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": BRANCH}
        names |= {"CI_PROJECT_VISIBILITY": "private", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    else:
        names = {"TF_BUILD": "True", "SYSTEM_COLLECTIONURI": f"{service.address}/", "SYSTEM_TEAMPROJECTID": "p"}
        names |= {
            "BUILD_REPOSITORY_ID": "r",
            "BUILD_REPOSITORY_PROVIDER": "TfsGit",
            "SYSTEM_PULLREQUEST_ISFORK": "False",
        }
        names |= {"SYSTEM_PULLREQUEST_PULLREQUESTID": "12", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
        names |= {"SYSTEM_PULLREQUEST_SOURCEBRANCH": f"refs/heads/{BRANCH}", "BUILD_SOURCEVERSIONMESSAGE": HOSTILE}
    return names | {"IGREG_TOKEN": "word"}


HOSTS = ("github", "gitlab", "azure")
