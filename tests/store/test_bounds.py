"""What is told to stop when its time is over: again and again until it has, and given up on where it goes on."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from igreg.store import bounds
from igreg.store.bounds import stopped_after


def test_what_ends_in_its_time_is_left_alone() -> None:
    told: list[str] = []
    with stopped_after(lambda: told.append("stop"), 60, lambda: told.append("give up")) as stopped:
        pass
    assert (told, stopped.is_set()) == ([], False)


@pytest.mark.parametrize(
    ("tries", "given_up"),
    [
        pytest.param(1, 0, id="it stops when it is first told to"),
        pytest.param(2, 0, id="the second time"),
        pytest.param(3, 1, id="at the third it is given up on"),
        pytest.param(5, 1, id="once, however long it goes on"),
    ],
)
def test_after_its_time_it_is_told_to_stop_until_it_has(
    tries: int, given_up: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "_TRIES", 3)
    told: list[str] = []
    enough = threading.Event()

    def stop() -> None:
        told.append("stop")
        if (
            len(told) - told.count("give up") > tries
        ):  # one more than needed: what follows the last has happened by then
            enough.set()

    with stopped_after(stop, 0, lambda: told.append("give up")) as stopped:
        assert enough.wait(60)
    assert stopped.is_set()
    assert told[: tries + given_up] == [*["stop"] * min(tries, 3), *["give up"] * given_up, *["stop"] * (tries - 3)]


def test_a_question_that_fails_ends_the_watch() -> None:
    told: list[str] = []
    before = set(threading.enumerate())
    with pytest.raises(ValueError, match="wrong"), stopped_after(lambda: told.append("stop"), 60, lambda: None):
        raise ValueError("wrong")
    assert told == []
    assert not set(threading.enumerate()) - before


class _Limits:
    """What a system says of a process's memory, and what it is told."""

    RLIM_INFINITY, RLIMIT_AS = -1, 9

    def __init__(self, most: int) -> None:
        self.now = self.before = (-1, most)

    def getrlimit(self, _what: int) -> tuple[int, int]:
        return self.now

    def setrlimit(self, _what: int, limits: tuple[int, int]) -> None:
        self.now = limits


@pytest.fixture
def uses_300(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A process that has three pages of 100 bytes, on whatever system."""
    (tmp_path / "statm").write_text("3 2 1 0 0 0 0\n", encoding="ascii")
    monkeypatch.setattr(bounds, "Path", lambda _: tmp_path / "statm")
    monkeypatch.setattr(os, "sysconf", {"SC_PAGE_SIZE": 100}.__getitem__, raising=False)


@pytest.mark.usefixtures("uses_300")
@pytest.mark.parametrize(
    ("most", "held"),
    [
        pytest.param(-1, 350, id="a system without a bound"),
        pytest.param(1000, 350, id="a bound further up"),
        pytest.param(350, 350, id="the same"),
        pytest.param(320, 320, id="the system allows less"),
    ],
)
def test_little_memory(most: int, held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = _Limits(most)
    monkeypatch.setitem(sys.modules, "resource", limits)
    with bounds.little_memory(50):
        assert limits.now == (held, most)
    assert limits.now == limits.before
    with pytest.raises(ValueError, match="wrong"), bounds.little_memory(50):
        raise ValueError("wrong")
    assert limits.now == limits.before


@pytest.mark.usefixtures("uses_300")
def test_a_system_that_holds_no_process() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "resource", None)
        done = []
        with bounds.little_memory(50):
            done.append(1)
    assert done == [1]
