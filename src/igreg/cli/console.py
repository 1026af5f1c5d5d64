"""The only print. Results go to standard output, everything else to standard error; UTF-8 and LF everywhere."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from igreg.errors import IgregError


def write(text: str) -> None:
    """Write a result to standard output."""
    _put(sys.stdout, text)


def write_bytes(data: bytes) -> None:
    """Write a binary result to standard output."""
    with _told():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Say something that is no result, on standard error, one line at a time; where that is full, say nothing."""
    from igreg.render.escape.terminal import plain

    with contextlib.suppress(IgregError):
        _put(sys.stderr, "".join(f"{plain(line)}\n" for line in text.splitlines()))


def read_bytes(most: int) -> bytes:
    """All bytes of standard input. Raises IgregError where there are more than `most`."""
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise IgregError(f"standard input has more than {most // 1024 // 1024} MiB", "give a smaller part of it")
    return data


def can_ask() -> bool:
    """Whether somebody is there to answer: the input is a terminal."""
    return sys.stdin.isatty()


def ask(prompt: str, words: Sequence[str] = ()) -> str | None:
    """The line that somebody types after a prompt; nothing where the input has ended.

    On a terminal the line can be edited, and the tab key offers the words that begin as typed.
    """
    from igreg.render.escape.terminal import plain

    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            _complete(words)
            return input(plain(prompt))
        _put(sys.stderr, plain(prompt))
        line = sys.stdin.readline()
    except EOFError:
        return None
    return line.rstrip("\r\n") if line else None


def _complete(words: Sequence[str]) -> None:
    """Let the tab key offer these words, where the system can."""
    try:
        import readline
    except ImportError:
        return
    found: list[str] = []

    def offer(begun: str, number: int) -> str | None:
        if not number:
            found[:] = [word for word in words if word.casefold().startswith(begun.casefold())]
        return found[number] if number < len(found) else None

    readline.set_completer_delims(";,")
    readline.set_completer(offer)
    readline.set_auto_history(False)
    of_macos = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if of_macos else "tab: complete")


def _put(stream: TextIO, text: str) -> None:
    buffer = getattr(stream, "buffer", None)
    with _told():
        if buffer is None:
            stream.write(text)
        else:
            stream.flush()
            buffer.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """A full disk or the like ends in a clear word; a reader that has gone away is no fault at all."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise IgregError(
            f"the output cannot be written: {reason}", "look at where it goes: a disk may be full"
        ) from None


def colour(no_color: bool) -> bool:
    """Whether to use colour: on a terminal, unless `--no-color` or NO_COLOR say otherwise."""
    if no_color or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (on_terminal() and os.environ.get("TERM") != "dumb")


def on_terminal() -> bool:
    """Whether results go to a terminal, and not into a file or to another program."""
    return sys.stdout.isatty()


def width() -> int:
    """How many characters fit on a line; 80 where nobody knows."""
    try:
        return max(int(os.environ.get("COLUMNS", "")), 20)
    except ValueError:
        pass
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20)
    except (OSError, ValueError, AttributeError):
        return 80


def here() -> Path:
    """The folder in which igreg was started."""
    return Path.cwd()
