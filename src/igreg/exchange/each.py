"""What is made of each of very many, when somebody asks for it: most of them are only counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

_MANY = 1_000
"""Of fewer, each is made at once."""
_Of = TypeVar("_Of")
_Made = TypeVar("_Made")


class _Each(Sequence[_Made], Generic[_Of, _Made]):
    """A sequence of which each item is made anew when it is asked for."""

    def __init__(self, of: Sequence[_Of], make: Callable[[_Of], _Made]) -> None:
        self._of, self._make = of, make

    def __len__(self) -> int:
        return len(self._of)

    def __iter__(self) -> Iterator[_Made]:
        return map(self._make, self._of)

    @overload
    def __getitem__(self, at: int) -> _Made: ...

    @overload
    def __getitem__(self, at: slice) -> list[_Made]: ...

    def __getitem__(self, at: int | slice) -> _Made | list[_Made]:
        return list(map(self._make, self._of[at])) if isinstance(at, slice) else self._make(self._of[at])


class AsAsked(dict[_Of, _Made]):
    """What each of some things comes to, asked when it is looked up for the first time."""

    def __init__(self, ask: Callable[[_Of], _Made]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, one: _Of) -> _Made:
        found = self[one] = self._ask(one)
        return found


def each(of: Sequence[_Of], make: Callable[[_Of], _Made]) -> Sequence[_Made]:
    """What `make` makes of each of some things, of very many only when asked: it has to give the same each time."""
    return _Each(of, make) if len(of) > _MANY else list(map(make, of))


def joined(first: Sequence[_Made], then: Sequence[_Made]) -> Sequence[_Made]:
    """Two sequences one behind the other; where one is empty, the other as it is."""
    return [*first, *then] if first and then else then or first
