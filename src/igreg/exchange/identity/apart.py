"""Names of one unit that are one letter apart, which may be one person and are taken for two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igreg.exchange.identity.names import Named, named
from igreg.model.kinds.staff import StaffMember


class Apart:
    """The people of a register by their unit and their names with a letter less."""

    def __init__(self, staff: Iterable[StaffMember]) -> None:
        self._known: dict[tuple[str, str], list[tuple[str, StaffMember]]] = {}
        for one in staff:
            if one.unit and one.name:
                folded = named(one.name).folded
                for less in _less(folded):
                    self._known.setdefault((one.unit, less), []).append((folded, one))

    def near(self, name: Named, unit: str | None) -> StaffMember | None:
        """Somebody of the unit whose name has one letter more, less, or another."""
        if unit is None:
            return None
        for less in _less(name.folded):
            for folded, one in self._known.get((unit, less), ()):
                if _is_one_apart(folded, name.folded):
                    return one
        return None


def _less(text: str) -> Iterator[str]:
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


def _is_one_apart(one: str, other: str) -> bool:
    """Whether one letter is another, or is there in one of them alone."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    if len(one) == len(other):
        return one[same + 1 :] == other[same + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[same + 1 :] == shorter[same:]
