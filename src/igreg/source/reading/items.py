"""Where the items of a list stand that its lines cannot tell: one in brackets, or one that text runs across."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from igreg.source.reading.values import masked


class Item(NamedTuple):
    """Where an item begins and ends in a text; its line and column are counted from 0."""

    start: int
    end: int
    line: int
    column: int
    in_brackets: bool


class Items:
    """The items of a text that is one list, found out from its beginning on and as far as somebody asks."""

    def __init__(self, text: str) -> None:
        self._found: list[Item] = []
        self._rest = _items(text)

    def at(self, index: int) -> Item | None:
        """The item of an index; nothing where there is none, or the text is broken before it ends."""
        while len(self._found) <= index:
            item = next(self._rest, None)
            if item is None:
                return None
            self._found.append(item)
        return self._found[index] if index >= 0 else None


def _items(text: str) -> Iterator[Item]:
    """Every item from the event stream, which builds nothing; the library is loaded on first use."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(masked(text))
    depth = 0
    first: Any = None
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth == 1 and not isinstance(event, yaml.SequenceStartEvent):
                    return
                if depth == 2:
                    first = event
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                if depth == 1:
                    yield _item(first, event)
            elif depth == 1:
                yield _item(event, event)
    except yaml.YAMLError:
        return
    finally:
        loader.dispose()


def _item(first: Any, last: Any) -> Item:
    mark = first.start_mark
    in_brackets = getattr(first, "flow_style", True) is not False
    return Item(mark.index, last.end_mark.index, mark.line, mark.column, in_brackets)
