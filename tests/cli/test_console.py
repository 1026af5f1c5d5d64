"""The console: UTF-8 and LF whatever the terminal thinks, colour only where it is wanted, a width that is known."""

from __future__ import annotations

import io
import os
import sys

import pytest

from igreg.cli import console
from igreg.errors import IgregError


def code_page(encoding: str = "cp1252") -> io.TextIOWrapper:
    """Standard output as Windows opens it when it is no terminal: a code page, and CRLF."""
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-8"])
def test_results_are_utf_8_with_lf(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    stream = code_page(encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    console.write("Łódź – 1 ✓\nend\n")
    console.write_bytes(b"\x89PNG\r\n")
    assert stream.buffer.getvalue() == "Łódź – 1 ✓\nend\n".encode() + b"\x89PNG\r\n"  # type: ignore[attr-defined]


def test_half_a_sign_is_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = code_page()
    monkeypatch.setattr(sys, "stdout", stream)
    console.write("a file name: \udcff\n")
    assert stream.buffer.getvalue() == b"a file name: \\udcff\n"  # type: ignore[attr-defined]


def test_a_stream_without_bytes_gets_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    console.write("Ł\n")
    assert stream.getvalue() == "Ł\n"


class Broken(io.StringIO):
    """A stream that cannot be written to, for the reason it is given."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error


def test_a_full_disk_is_told_and_a_reader_that_left_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(OSError(28, "No space left on device")))
    with pytest.raises(IgregError, match="the output cannot be written: No space left on device"):
        console.write("x")
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError(32, "Broken pipe")))
    with pytest.raises(BrokenPipeError):
        console.write("x")


def test_what_is_said_on_a_full_disk_is_lost_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Broken(OSError(28, "No space left on device")))
    console.say("one\ntwo")


def test_what_is_said_is_one_line_at_a_time_and_obeys_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    console.say("one\x1b[31m\ntwo")
    assert stream.getvalue() == "one\\x1b[31m\ntwo\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "no_color", "environment", "coloured"),
    [
        pytest.param(True, False, {}, True, id="a terminal"),
        pytest.param(False, False, {}, False, id="a file"),
        pytest.param(True, True, {}, False, id="the option"),
        pytest.param(True, False, {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(True, False, {"NO_COLOR": ""}, True, id="NO_COLOR empty"),
        pytest.param(False, False, {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
        pytest.param(False, True, {"FORCE_COLOR": "1"}, False, id="the option wins"),
        pytest.param(True, False, {"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: bool, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    assert console.colour(no_color) is coloured


@pytest.mark.parametrize(
    ("columns", "terminal", "width"),
    [
        pytest.param("120", 90, 120, id="COLUMNS wins"),
        pytest.param("5", 90, 20, id="at least 20"),
        pytest.param("wide", 90, 90, id="no number"),
        pytest.param("", 10, 20, id="a very narrow terminal"),
        pytest.param("", None, 80, id="nobody knows"),
    ],
)
def test_width(monkeypatch: pytest.MonkeyPatch, columns: str, terminal: int | None, width: int) -> None:
    def size(handle: int) -> os.terminal_size:
        if terminal is None:
            raise OSError(25, "Inappropriate ioctl for device")
        return os.terminal_size((terminal, 40))

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", size)
    monkeypatch.setattr(sys, "stdout", code_page())
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
    assert console.width() == width
