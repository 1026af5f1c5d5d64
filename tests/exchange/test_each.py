"""Things that are made of very many when they are asked for are as those made at once."""

from __future__ import annotations

import pytest

from igreg.exchange.each import AsAsked, each, joined


@pytest.mark.parametrize("count", [0, 3, 1_500])
def test_what_is_made_later_is_what_is_made_at_once(count: int) -> None:
    made = each(range(count), str)
    assert list(made) == [str(number) for number in range(count)]
    assert len(made) == count
    assert made[:2] == [str(number) for number in range(min(count, 2))]
    assert count == 0 or made[count - 1] == str(count - 1)


def test_sequences_are_joined() -> None:
    assert joined([], ["a"]) == joined(["a"], []) == ["a"]
    assert joined(["a"], each(range(1_200), str))[:2] == ["a", "0"]


def test_each_is_asked_once_when_it_is_looked_up() -> None:
    asked: list[str] = []
    known = AsAsked[str, str](lambda one: asked.append(one) or one.upper())
    assert list(map(known.__getitem__, "abab")) == ["A", "B", "A", "B"]
    assert asked == ["a", "b"]
