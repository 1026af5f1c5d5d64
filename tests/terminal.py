"""A terminal of our own: a command is run in it, somebody types, and what stands on the screen is given back."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

CTRL_C = "\x03"
PATIENCE = 60.0
"""Seconds after which a command that waits for an answer is given up."""


def typed(words: Iterable[object], keys: Iterable[tuple[str, str]], folder: Path) -> tuple[int, str]:
    """Run igreg in a terminal; wait for each text on the screen and then type the keys beside it.

    Gives the exit code and all that stood on the screen, without colours, with plain line ends.
    """
    import pty

    master, slave = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "igreg", *map(str, words)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env={**os.environ, "TERM": "dumb", "COLUMNS": "100", "INPUTRC": os.devnull},
        start_new_session=True,
        preexec_fn=_own_terminal,
    )
    os.close(slave)
    screen, at, keys = "", 0, list(keys)
    try:
        for wanted, answer in keys:
            screen = _until(master, screen, at, wanted)
            at = screen.index(wanted, at) + len(wanted)
            os.write(master, answer.encode())
        screen = _until(master, screen, at, None, again=CTRL_C if keys and keys[-1][1] == CTRL_C else "")
        return run.wait(timeout=PATIENCE), _plain(screen)
    finally:
        run.kill()
        run.wait()
        os.close(master)


def _own_terminal() -> None:
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever starts the tests in the background ignores it
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _until(master: int, screen: str, at: int, wanted: str | None, *, again: str = "") -> str:
    """Read until a text stands on the screen behind a place, or until the end.

    A key that is given is pressed `again` each second, as people do: Ctrl-C is lost just before a line is waited for.
    """
    begun = pressed = time.monotonic()
    while wanted is None or wanted not in screen[at:]:
        assert time.monotonic() - begun < PATIENCE, f"waited for {wanted!r} and saw:\n{screen}"
        if not select.select([master], [], [], 0.2)[0]:
            if again and time.monotonic() - pressed > 1:
                os.write(master, again.encode())
                pressed = time.monotonic()
            continue
        try:
            data = os.read(master, 65536)
        except OSError:
            data = b""
        if not data:
            assert wanted is None, f"waited for {wanted!r} and saw:\n{screen}"
            return screen
        screen += data.decode("utf-8", "replace")
    return screen


def _plain(screen: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen).replace("\r\n", "\n").replace("\r", "")
