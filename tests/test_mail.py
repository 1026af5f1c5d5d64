"""The weekly list by e-mail: the ready files fit their schemas, and the lines of the page and of the files send what they should."""

from __future__ import annotations

import base64
import http.server
import json
import os
import re
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from igreg.source.reading.document import parse

ROOT = Path(__file__).parents[1]
READY = ROOT / "templates" / "mail"
PAGE = (ROOT / "docs" / "mail.md").read_text(encoding="utf-8")
LINES = dict(re.findall(r"<!-- run: sh (\w+) -->\n```sh\n(.*?)```", PAGE, re.DOTALL))
pytestmark = [pytest.mark.thorough, pytest.mark.skipif(sys.platform == "win32", reason="lines of sh")]


class Post(list[bytes]):
    """What arrived, and the paths and headers it came by."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def recipients(self) -> list[str]:
        return sorted(str(message_from_bytes(one, policy=policy.default)["To"]) for one in self)


@pytest.fixture
def server() -> Iterator[tuple[int, Post]]:
    """A mail server of a few words, on this machine."""
    post = Post()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 ready\r\n")
            while line := self.rfile.readline():
                word = line[:4].upper()
                if word == b"DATA":
                    self.wfile.write(b"354 go on\r\n")
                    text = b""
                    while (part := self.rfile.readline()) != b".\r\n":
                        text += part[1:] if part.startswith(b"..") else part
                    post.append(text)
                self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 fine\r\n")
                if word == b"QUIT":
                    return

    yield from serve(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk), post)


@pytest.fixture
def microsoft() -> Iterator[tuple[int, Post]]:
    """As much of Microsoft 365 as sending needs."""
    post = Post()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            post.asked.append((self.path, str(self.headers["Content-Type"])))
            if self.path.endswith("sendMail"):
                assert self.headers["Authorization"] == "Bearer word"
                post.append(base64.b64decode(body, validate=True))
                self.send_response(202)
                self.end_headers()
            else:
                assert b"grant_type=client_credentials" in body
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps({"access_token": "word"}).encode())

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    yield from serve(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer), post)


def serve(one: socketserver.BaseServer, post: Post) -> Iterator[tuple[int, Post]]:
    thread = threading.Thread(target=one.serve_forever, daemon=True)
    thread.start()
    yield one.server_address[1], post
    one.shutdown()
    one.server_close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with a register and send.py where the page says."""
    shutil.copytree(ROOT / "tests" / "registers" / "care-home", tmp_path, dirs_exist_ok=True)
    (tmp_path / "mail").mkdir()
    shutil.copy(READY / "send.py", tmp_path / "mail")
    return tmp_path


def run(lines: str, place: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run lines with this igreg, on a day with something due."""
    programs = str(Path(sys.executable).parent)
    lines = lines.replace("igreg due", "igreg due --today 2026-11-24 --within '1 year'")
    env = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **more}
    return subprocess.run(["sh", "-ec", lines], cwd=place, env=env, capture_output=True, encoding="utf-8", check=False)


def to_here(lines: str, port: int) -> tuple[str, dict[str, str]]:
    """The lines, with the server of the test instead of that of the example."""
    return lines.replace("smtp.example.org", "127.0.0.1"), {"SMTP_PORT": str(port), "SMTP_PLAIN": "yes"}


def test_the_first_lines_send_nothing_and_name_everybody(place: Path) -> None:
    ran = run(LINES["dry"], place)
    assert ran.returncode == 0, ran.stderr
    named = [line for line in ran.stdout.splitlines() if line.startswith("would send")]
    assert len(named) == len(list((place / "messages").glob("*.eml"))) > 0


def test_a_mail_server_is_sent_every_message(place: Path, server: tuple[int, Post]) -> None:
    port, post = server
    lines, more = to_here(LINES["smtp"], port)
    ran = run(lines, place, **more)
    assert ran.returncode == 0, ran.stderr
    assert len(post) == len(list((place / "messages").glob("*.eml"))) > 0
    for text in post:
        message = message_from_bytes(text, policy=policy.default)
        assert message["From"] == "ig@example.org"
        assert message["Date"]
        assert message["X-Unsent"] is None
        assert message.get_body(("plain",)).get_content().startswith("Dear ")  # type: ignore[union-attr]


def test_what_has_no_address_goes_to_the_sender(place: Path, server: tuple[int, Post]) -> None:
    port, post = server
    staff = place / "register" / "staff.yaml"
    staff.write_text(re.sub(r",? *email: [^,}\n]+", "", staff.read_text(encoding="utf-8")), encoding="utf-8")
    lines, more = to_here(LINES["smtp"], port)
    assert run(lines, place, **more).returncode == 0
    assert set(post.recipients()) == {"ig@example.org"}


def test_a_server_that_is_not_there_is_told_message_by_message(place: Path) -> None:
    lines, more = to_here(LINES["smtp"], 1)
    ran = run(lines, place, **more)
    assert ran.returncode == 1
    assert ran.stderr.count("NOT sent") == len(list((place / "messages").glob("*.eml")))
    assert "Traceback" not in ran.stderr


def test_microsoft_is_sent_every_message_as_it_is(place: Path, microsoft: tuple[int, Post]) -> None:
    port, post = microsoft
    here = f"http://127.0.0.1:{port}"
    ran = run(LINES["graph"], place, MS_LOGIN=here, MS_GRAPH=here)
    assert ran.returncode == 0, ran.stderr
    assert len(post) == len(list((place / "messages").glob("*.eml"))) > 0
    assert post.asked[0][0] == "/your-tenant-id/oauth2/v2.0/token"
    assert set(post.asked[1:]) == {("/v1.0/users/ig%40example.org/sendMail", "text/plain")}


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_ready_file_fits_its_schema_and_its_lines_send(name: str, place: Path, server: tuple[int, Post]) -> None:
    file = READY / f"{name}-weekly.yml"
    schema = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}[name]
    run_it = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    checked = subprocess.run(run_it, capture_output=True, encoding="utf-8", check=False)
    assert checked.returncode == 0, checked.stdout
    ((written,),) = [parse(file.name, file.read_text(encoding="utf-8")).value or ()]
    job = written["jobs"]["send"] if name == "github" else written["weekly-list"]
    lines = [step["run"] for step in job["steps"] if "run" in step] if name == "github" else job["script"]
    assert [line for line in lines if "install" in line] == ['python -m pip install "$IGREG"']
    port, post = server
    asked, more = to_here("\n".join(line for line in lines if "install" not in line), port)
    ran = run(asked, place, MAIL_FROM="ig@example.org", SMTP_HOST="127.0.0.1", **more)
    assert ran.returncode == 0, ran.stderr
    assert post


def test_a_list_that_is_short_is_not_sent(place: Path, server: tuple[int, Post]) -> None:
    (place / "register" / "policies.yaml").write_text("- id: [\n", encoding="utf-8")
    port, post = server
    lines, more = to_here(LINES["smtp"], port)
    assert run(lines, place, **more).returncode == 1
    assert post == []
