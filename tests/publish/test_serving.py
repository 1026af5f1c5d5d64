"""What is answered while pages are served."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pytest

from igreg.errors import IgregError
from igreg.publish.serving import Answer, Pages, answer, headers
from igreg.render.site.html import NOTICE

PAGE = f"<body>{NOTICE}<p>good</p>".encode()
FILES = {"index.html": PAGE, "roles/a.html": b"<p>a", "documents/p.pdf": b"%PDF", "documents/x": b"?"}


class Register:
    """A register that changes, and makes pages or faults."""

    def __init__(self) -> None:
        self.state = 0
        self.made = 0
        self.wrong = ""
        self.fault: Exception | None = None

    def stamp(self) -> Hashable:
        return self.state

    def make(self) -> tuple[Mapping[str, bytes], str]:
        self.made += 1
        if self.fault is not None:
            raise self.fault
        return {**FILES, "index.html": PAGE.replace(b"good", f"good {self.state}".encode())}, self.wrong


@pytest.fixture
def register() -> Register:
    return Register()


def ask(
    register: Register,
    target: str = "/",
    *,
    pages: Pages | None = None,
    method: str = "GET",
    host: str = "127.0.0.1:8000",
) -> Answer:
    return answer(pages or Pages(register.stamp, register.make), 8000, method, target, host)


@pytest.mark.parametrize(
    ("target", "status", "type"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html?x=1", 200, "text/html; charset=utf-8"),
        ("/roles/a.html", 200, "text/html; charset=utf-8"),
        ("/roles%2Fa.html", 200, "text/html; charset=utf-8"),
        ("/documents/p.pdf", 200, "application/pdf"),
        ("/documents/x", 200, "application/octet-stream"),
        ("/../../etc/passwd", 404, "text/html; charset=utf-8"),
        ("/roles", 404, "text/html; charset=utf-8"),
        ("/<script>", 404, "text/html; charset=utf-8"),
    ],
)
def test_pages_by_their_address(register: Register, target: str, status: int, type: str) -> None:
    found = ask(register, target)
    assert (found.status, found.type) == (status, type)
    assert b"<script>" not in found.body


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("127.0.0.1:9000", 421),
        ("127.0.0.1", 421),
        ("127.0.0.1.evil.example:8000", 421),
        ("", 421),
    ],
)
def test_only_this_machine_is_answered(register: Register, host: str, status: int) -> None:
    assert ask(register, host=host).status == status


def test_nothing_can_be_sent(register: Register) -> None:
    assert ask(register, method="POST").status == 405
    assert ask(register, method="HEAD").body == b""


def test_pages_are_made_anew_only_when_something_changed(register: Register) -> None:
    pages = Pages(register.stamp, register.make)
    assert b"good 0" in ask(register, pages=pages).body
    ask(register, pages=pages)
    assert register.made == 1
    register.state = 1
    assert b"good 1" in ask(register, pages=pages).body
    assert register.made == 2


@pytest.mark.parametrize(
    ("fault", "wrong", "said"),
    [
        (IgregError("igreg.toml: <b> is no table", "mend it"), "", "igreg.toml: &lt;b&gt; is no table. mend it"),
        (KeyError("x"), "", "please report it"),
        (None, "roles.yaml cannot be read in full: see igreg check.", "roles.yaml cannot be read in full"),
    ],
)
def test_the_last_good_pages_stay_with_a_notice(
    register: Register, fault: Exception | None, wrong: str, said: str
) -> None:
    pages = Pages(register.stamp, register.make)
    ask(register, pages=pages)
    register.state, register.fault, register.wrong = 1, fault, wrong
    body = ask(register, pages=pages).body.decode()
    assert "good 0" in body
    assert "this is how it was before" in body
    assert said.casefold() in body.casefold()
    register.state, register.fault, register.wrong = 2, None, ""
    body = ask(register, pages=pages).body.decode()
    assert ("good 2" in body, "alert" in body) == (True, False)


def test_pages_of_a_register_in_part_say_so_from_the_start(register: Register) -> None:
    register.wrong = "roles.yaml cannot be read in full: see igreg check."
    body = ask(register).body.decode()
    assert '<p class="notice" role="alert">roles.yaml cannot be read in full' in body


def test_without_any_good_pages_the_fault_is_told(register: Register) -> None:
    register.fault = IgregError("there is no register", "name its folder")
    found = ask(register)
    assert (found.status, b"there is no register. name its folder" in found.body) == (503, True)


def test_what_the_browser_may_do_is_said_of_every_answer(register: Register) -> None:
    said = headers(ask(register))
    assert said["Content-Security-Policy"].startswith("default-src 'none'")
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Cache-Control"] == "no-store"
