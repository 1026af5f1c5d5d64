"""What is told to stop when its time is over: again and again until it has, and given up on where it goes on."""

from __future__ import annotations

import threading

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
