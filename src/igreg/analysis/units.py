"""A unit and all that is below it, by the parents that units name: of a day or of any, as whoever asks has chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from igreg.model.kinds.units import Unit


def children_of(units: Iterable[Unit]) -> Mapping[str, Sequence[str]]:
    """The ids of the units directly below each unit, in the order of the register."""
    out: dict[str, list[str]] = {}
    for unit in units:
        if unit.parent and unit.id:
            out.setdefault(unit.parent, []).append(unit.id)
    return out


def with_all_below(unit: str, children: Mapping[str, Sequence[str]]) -> set[str]:
    """A unit and all units below it; a ring of parents ends where it began."""
    out, left = {unit}, [unit]
    while left:
        fresh = [child for child in children.get(left.pop(), ()) if child not in out]
        out.update(fresh)
        left += fresh
    return out
