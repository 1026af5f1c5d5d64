"""What changes of one record come to in its file: values of it, parts added to its lists and taken out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.source.editing.edit import Append, Delete, Set
from igreg.workbook.standing import There, value_at

Edit = Set | Append | Delete


@dataclass
class Edits:
    """What is to become of one record."""

    there: There
    sets: dict[KeyPath, Any] = field(default_factory=dict)
    """Values by their ways; nothing takes one out."""
    added: list[tuple[KeyPath, Mapping[str, Any]]] = field(default_factory=list)
    """Parts for the ends of lists."""
    removed: list[KeyPath] = field(default_factory=list)
    """Ways to parts of lists."""

    def changes(self) -> list[Edit]:
        """The changes of its file, each of as few lines as can be."""
        base: KeyPath = () if self.there.item is None else (self.there.item,)
        out: list[Edit] = []
        emptied = self._emptied()
        for path, value in self.sets.items():
            if not any(path[: len(one)] == one for one in emptied):
                out += _change(value_at(self.there.data, path), path, value)
        out += [Delete(path) for path in emptied]
        out += self._removals()
        out += [Append(path, dict(item)) for path, item in self.added]
        return [type(one)((*base, *one.path), *_value(one)) for one in out]

    def _emptied(self) -> list[KeyPath]:
        """Mappings of which nothing would be left: they go as a whole."""
        found: list[KeyPath] = []
        gone = {path for path, value in self.sets.items() if value is None}
        stay = {path for path, value in self.sets.items() if value is not None}
        for path in sorted({path[:-1] for path in gone}, key=len, reverse=True):
            held = value_at(self.there.data, path)
            if not path or isinstance(path[-1], int) or not isinstance(held, dict) or not held:
                continue
            below = {(*path, key) for key in held}
            if below <= gone | set(found) and not any(one[: len(path)] == path for one in stay):
                found = [one for one in found if one[: len(path)] != path]
                found.append(path)
                gone.add(path)
        return found

    def _removals(self) -> list[Edit]:
        """Parts out of their lists, from the last to the first; a list of which none is left goes as a whole."""
        out: list[Edit] = []
        removed = set(self.removed)
        alone = [path for path in removed if not any(path[:end] in removed for end in range(1, len(path)))]
        for way in sorted({path[:-1] for path in alone}, key=len, reverse=True):
            places = [place for path in alone if path[:-1] == way and isinstance(place := path[-1], int)]
            held = value_at(self.there.data, way)
            if isinstance(held, list) and len(places) == len(held):
                out.append(Delete(way))
            else:
                out += [Delete((*way, place)) for place in sorted(places, reverse=True)]
        return out


def _value(one: Edit) -> tuple[Any, ...]:
    return () if isinstance(one, Delete) else (one.value,)


def _change(before: Any, path: KeyPath, value: Any) -> list[Edit]:
    """One value into another; of a list only the items that differ."""
    if value is None:
        return [Delete(path)]
    if not (isinstance(before, list) and isinstance(value, list) and before):
        return [Set(path, value)]
    gone = [place for place, one in enumerate(before) if one not in value]
    if [one for one in before if one in value] == value:
        return [Delete((*path, place)) for place in reversed(gone)]
    common = min(len(before), len(value))
    out: list[Edit] = [Set((*path, place), value[place]) for place in range(common) if before[place] != value[place]]
    out += [Delete((*path, place)) for place in reversed(range(common, len(before)))]
    return [*out, *(Append(path, one) for one in value[common:])]
