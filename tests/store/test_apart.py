"""Work in a process of its own: what it gives, and why it was stopped."""

from __future__ import annotations

import sys

import pytest

from igreg.store.apart import Stopped, apart


def test_what_it_writes_is_given_back() -> None:
    assert apart("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])", b"abc") == b"cba"


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param("raise ValueError('no such thing')", "ValueError: no such thing", id="an error"),
        pytest.param("raise MemoryError", "it took too much memory", id="too much memory"),
        pytest.param("import sys; sys.exit(3)", "it ended without an answer", id="nothing said"),
        pytest.param("raise ValueError('x' * 300)", f"ValueError: {'x' * 188}", id="much said"),
        pytest.param(
            "import os; os.kill(os.getpid(), 9)", "it took too much memory", id="ended by the system",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no process of Windows ends by a signal"),
        ),
    ],
)  # fmt: skip
def test_why_it_was_stopped(work: str, said: str) -> None:
    with pytest.raises(Stopped) as caught:
        apart(work, b"")
    assert str(caught.value) == said


def test_what_goes_on_for_too_long_is_stopped() -> None:
    with pytest.raises(Stopped, match=r"it took longer than 0\.2 seconds, and was stopped"):
        apart("while True: pass", b"", seconds=0.2)
