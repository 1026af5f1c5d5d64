"""Scalars as a long text has them, found by one walk through its events: no tree of it is ever made."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from igreg.findings import KeyPath
from igreg.source.reading.values import masked, unmasked


def scalars(text: str, paths: Collection[KeyPath]) -> dict[KeyPath, str]:
    """The scalars that stand at some key paths, exactly as they are written; a text that breaks off gives what it can.

    What stands behind an alias is not looked at. Memory does not grow with the text.
    """
    import yaml

    wanted, out = frozenset(paths), dict[KeyPath, str]()
    deepest = max(map(len, wanted), default=0)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(masked(text))
    walk = _Walk()
    try:
        while len(out) < len(wanted):
            event = loader.get_event()
            if event is None:
                break
            kind = type(event).__name__
            if kind == "ScalarEvent":
                path = walk.value(unmasked(event.value))
                if path is not None and len(path) <= deepest and path in wanted:
                    out.setdefault(path, unmasked(event.value))
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                walk.into(kind == "MappingStartEvent")
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                walk.out()
            elif kind == "AliasEvent":
                walk.value("")
    except yaml.YAMLError:
        pass
    finally:
        loader.dispose()
    return out


class _Walk:
    """Where a walk through the events of a text stands; keys are scalars."""

    def __init__(self) -> None:
        self._steps: list[str | int | None] = []
        """For each mapping and list that is open the key or place; None before a key."""

    def value(self, text: str) -> KeyPath | None:
        """The path of a scalar, and on to what comes after it; None for a key."""
        if self._steps and self._steps[-1] is None:
            self._steps[-1] = text
            return None
        path = tuple(step for step in self._steps if step is not None)
        self._on()
        return path

    def into(self, is_mapping: bool) -> None:
        """A mapping or list begins."""
        self._steps.append(None if is_mapping else 0)

    def out(self) -> None:
        """The innermost mapping or list ends."""
        self._steps.pop()
        self._on()

    def _on(self) -> None:
        if self._steps:
            last = self._steps[-1]
            self._steps[-1] = last + 1 if isinstance(last, int) else None
