"""igreg serve: the pages on this machine alone, made anew when the register changes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from igreg.cli import serve
from igreg.cli._sites import made
from igreg.cli.session import Session
from tests.conftest import Ran, Write

DAY = ("--today", "2026-11-24")
FILES = {
    "organisation.yaml": "name: Willow Court\ntype: care-provider\n",
    "roles.yaml": "- {id: ig-lead, title: IG lead, areas: [governance]}\n",
}


@pytest.fixture
def served(write: Write) -> Iterator[tuple[Path, str, subprocess.Popen[str]]]:
    """A register that is served in a process of its own, at an address."""
    folder = write(FILES)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a job behind others, and each process inherits it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    words = [sys.executable, "-m", "igreg", "serve", str(folder), *DAY, "--audience", "staff", "--port", "0"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = process.stderr.readline()
    yield folder, said.split(" ")[0], process
    process.kill()
    process.communicate()


def read(address: str, host: str = "") -> tuple[int, str]:
    """What is answered at an address."""
    asked = urllib.request.Request(address, headers={"Host": host} if host else {})
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_pages_are_served_made_anew_and_kept_and_ctrl_c_is_quiet(
    served: tuple[Path, str, subprocess.Popen[str]],
) -> None:
    folder, address, process = served
    assert address.startswith("http://127.0.0.1:")
    status, page = read(address)
    assert (status, "Willow Court" in page, 'role="alert"' in page) == (200, True, False)
    assert read(address, "evil.example")[0] == 421

    (folder / "roles.yaml").write_text("- {id: ig-lead, title: Another lead, areas: [governance]}\n", encoding="utf-8")
    assert "Another lead" in read(f"{address}who-leads.html")[1]

    (folder / "roles.yaml").write_text("- {id: [\n", encoding="utf-8")
    page = read(f"{address}who-leads.html")[1]
    assert "Another lead" in page
    assert "cannot be read as it stands, and this is how it was before" in page

    (folder / "roles.yaml").write_text("- {id: ig-lead, title: A third, areas: [governance]}\n", encoding="utf-8")
    page = read(f"{address}who-leads.html")[1]
    assert ("A third" in page, 'role="alert"' in page) == (True, False)
    assert read(f"{address}../roles.yaml")[0] == 404

    process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_fault_of_a_rebuild_keeps_the_last_good_pages_and_a_first_one_in_part_says_so(write: Write) -> None:
    folder = write({**FILES, "units.yaml": "- {id: [\n"})
    words = [sys.executable, "-m", "igreg", "serve", str(folder), *DAY, "--audience", "public", "--port", "0"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        address = process.stderr.readline().split(" ")[0]
        page = read(address)[1]
        assert "units.yaml cannot be read in full: see igreg check." in page
        assert "Not everything could be read when these pages were made" in page

        (folder / "units.yaml").unlink()
        assert 'role="alert"' not in read(address)[1]

        (folder / "organisation.yaml").unlink()
        (folder / "roles.yaml").unlink()
        folder.rmdir()
        status, page = read(address)
        assert (status, "Willow Court" in page) == (200, True)
        assert "cannot be read as it stands, and this is how it was before" in page
    finally:
        process.kill()
        process.communicate()


def test_a_port_that_is_taken_is_told(igreg: Callable[..., Ran], write: Write) -> None:
    folder = write(FILES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = igreg("serve", folder, *DAY, "--audience", "public", "--port", port)
    assert ran.code == 2
    assert f"--port: {port} cannot be used: Address already in use" in ran.err
    assert "take another: --port 8001" in ran.err


def test_the_audience_must_be_said(igreg: Callable[..., Ran], write: Write) -> None:
    ran = igreg("serve", write(FILES))
    assert ran.code == 2
    assert "for whom the pages are is not said" in ran.err


def test_a_register_that_was_never_good_is_an_error(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    ran = igreg("serve", tmp_path / "none", "--audience", "public", "--port", "0")
    assert ran.code != 0


def test_pages_are_made_once_until_the_register_or_a_document_changes(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(
        {**FILES, "policies.yaml": "- {id: p, title: P, owner: ig-lead, document: {path: p.txt}}\n"},
    )
    times = []
    monkeypatch.setattr(serve, "made", lambda *asked: times.append(1) or made(*asked))
    pages = serve._pages(Session(register=folder, today="2026-11-24", quiet=True), "board")

    def count() -> int:
        pages.files()
        pages.files()
        return len(times)

    assert (count(), pages.notice) == (1, "")
    (tmp_path / "p.txt").write_text("first", encoding="utf-8")
    assert (count(), pages.files()["documents/p.txt"]) == (2, b"first")
    (tmp_path / "p.txt").write_text("the second", encoding="utf-8")
    assert (count(), pages.files()["documents/p.txt"]) == (3, b"the second")
    (folder / "roles.yaml").write_text("- {id: ig-lead, title: Another}\n", encoding="utf-8")
    assert count() == 4
