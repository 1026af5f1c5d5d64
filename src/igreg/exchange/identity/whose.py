"""Keys and names that rows of staff take from one another, so that a second import means whom the first did."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import named
from igreg.exchange.identity.person import Person
from igreg.language.english import listed


def share_keys(people: Sequence[Person]) -> None:
    """Rows with the key that another row has beside an id are of that person, as the map will say the next time.

    A key beside two ids is of nobody, and all its rows are refused.
    """
    beside: dict[str, dict[str, Person]] = {}
    for one in people:
        if one.key and one.meant is None and (one.id or one.record is not None):
            beside.setdefault(one.key, {}).setdefault(_id(one).casefold(), one)
    for one in people:
        same = beside.get(one.key, {}) if one.meant is None else {}
        if len(same) > 1:
            ids = listed([_id(other) for other in same.values()])
            one.meant = Meant(one.record, refused=("key", f"the key is of several: {ids}", "a key is of one person"))
        elif same and not one.id:
            (other,) = same.values()
            one.record, one.id, one.by = other.record, other.id, "key"


def refuse_taken_names(people: Sequence[Person]) -> None:
    """Refuse rows that change a name which makes another row doubtful: that row would be of somebody else then."""
    doubtful: dict[str, list[int]] = {}
    for one in people:
        if one.named is not None and one.meant is not None and one.meant.refused is not None:
            doubtful.setdefault(one.named.folded, []).append(one.row.row)
    for one in people if doubtful else ():
        if one.meant is not None or one.record is None or one.named is None:
            continue
        before = named(one.record.name or "").folded
        if before != one.named.folded and before in doubtful:
            rows = listed([str(row) for row in doubtful[before]])
            why = f"{one.record.name} is to be called {one.named.text}, and row {rows} may be of the same person"
            one.meant = Meant(one.record, refused=("name", why, "put that row right first"))


def _id(one: Person) -> str:
    return (one.record.id or "") if one.record is not None else one.id
