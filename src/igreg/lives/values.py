"""When each value of a record came to be as it is: the last commit that made it so, through moves (ruling H34)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from igreg.analysis.field_changes import matched
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.lives.life import Life, State
from igreg.lives.renames import plain

Tree = Any
"""Of a mapping and a list one for each part; of a single value the number of the commit with which it came."""


class Came(NamedTuple):
    """One value of a record, and the commit with which it came to be."""

    path: KeyPath
    value: Any
    commit: int


@dataclass
class Values:
    """When the values of one record came to be, at each commit."""

    life: Life
    _at: dict[int, Tree] = field(default_factory=dict)
    _numbers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for number in self.life.moments:
            self._at[number] = self._tree(number)
            self._numbers[self.life.history.line_of(number)].append(number)

    def came(self, number: int) -> Sequence[Came]:
        """Each single value that the record has at a commit, in its own order; none where it is not there."""
        state = self.life.state(number)
        if state is None:
            return []
        written = state.part.model_dump(by_alias=True, exclude_unset=True)
        return list(_leaves(said(state), self.tree(number), written, _as_written(state), ()))

    def of(self, path: KeyPath, number: int | None = None) -> Came | None:
        """When one value came to be that the record has at a commit, or now; nothing where it has none there."""
        number = self.life.history.last if number is None else number
        return next((one for one in self.came(number) if one.path == path), None)

    def tree(self, number: int) -> Tree:
        """When everything in the record came to be, as at a commit."""
        for line, at in self.life.history.lines(number):
            numbers = self._numbers.get(line)
            if numbers and numbers[0] <= at:
                return self._at[numbers[bisect_right(numbers, at) - 1]]
        return None

    def _tree(self, number: int) -> Tree:
        state = self.life.state(number)
        if state is None:
            return None
        parents = self.life.history.commits[number].parents
        before = [(one, self.tree(parent)) for parent in parents if (one := self.life.state(parent)) is not None]
        return _kept(said(state), number, [(said(one), tree) for one, tree in before if one.kind == state.kind])


def said(state: State) -> Mapping[str, Any]:
    """What a record says, be it written or taken for granted."""
    return plain(state.part)


def _kept(value: Any, number: int, before: list[tuple[Any, Tree]]) -> Tree:
    """When a value came, part by part: with this commit, or when it came to one of the states before."""
    if isinstance(value, Mapping):
        maps = [(was, tree) for was, tree in before if isinstance(was, Mapping)]
        return {
            key: _kept(one, number, [(was[key], tree[key]) for was, tree in maps if key in was])
            for key, one in value.items()
        }
    if isinstance(value, list):
        lists = [(was, tree, dict(_places(was, value))) for was, tree in before if isinstance(was, list)]
        return [
            _kept(one, number, [(was[at[place]], tree[at[place]]) for was, tree, at in lists if place in at])
            for place, one in enumerate(value)
        ]
    same = (tree for was, tree in before if type(was) is type(value) and was == value)
    return next(same, number)


def _places(was: list[Any], now: list[Any]) -> Iterator[tuple[int, int]]:
    """By the place of an element, the place that it had."""
    for old, new in matched(was, now):
        if old is not None and new is not None:
            yield new, old


def _as_written(state: State) -> Any:
    """The plain data of a record, in the order in which it is written."""
    node: Any = state.piece.data
    for step in state.path:
        node = _inside(node, step)
    return node


def _inside(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    return node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None


def _leaves(value: Any, tree: Tree, written: Any, order: Any, path: KeyPath) -> Iterator[Came]:
    """Each single value that is written, in the order in which it is."""
    if isinstance(value, Mapping):
        keys = dict.fromkeys([*(order if isinstance(order, Mapping) else ()), *value])
        for key in (key for key in keys if key in value and key in written):
            yield from _leaves(value[key], tree[key], written[key], _inside(order, key), (*path, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _leaves(one, tree[place], written[place], _inside(order, place), (*path, place))
    else:
        yield Came(path, value, tree)
