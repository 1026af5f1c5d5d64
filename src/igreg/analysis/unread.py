"""What cannot be said because a file could not be read: an id that is not found may stand in it."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.language.english import some_of
from igreg.language.suggest import nearest
from igreg.model.kinds import KINDS
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register

_HINT = "mend the file first: `igreg check` says what is wrong with it"


def refuse_to_call_unknown(register: Register, id: str) -> None:
    """Raise IgregError where an id that was not found may stand in a file that could not be read."""
    if register.unread:
        files = some_of(register.unread)
        raise IgregError(f"{id!r} was not found, but {files} could not be read in full and may hold it", _HINT)


def refuse_to_count(register: Register, what: str) -> None:
    """Raise IgregError where a whole is asked for, such as all that somebody owes, and a part cannot be seen."""
    if register.unread:
        files = some_of(register.unread)
        raise IgregError(f"{what} cannot be said for certain: {files} could not be read in full", _HINT)


@dataclass(frozen=True)
class Hidden:
    """What a file may hold that could not be read in full: any record of some kinds, and records of some ids."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


def hidden(register: Register, other: Register) -> Hidden:
    """What may be in a state although it is not seen, for a comparison with another one (ruling H25).

    What stands unread in the other state too, word for word, hides nothing. A file whose name says no kind hides the
    ids that stand in it, and where it cannot be looked into, any kind.
    """
    kinds: set[str] = set()
    prefix = register.sources.prefix
    texts, others = register.sources.texts, other.sources.texts
    for file in register.unread:
        if file in texts and texts[file] == others.get(file):
            continue
        named = kind_in_name(file.removeprefix(prefix))
        kind = named.kind or nearest((named.unknown or "").partition(".")[0], KINDS) if named is not None else None
        if kind is not None:
            kinds.add(kind)
        elif file not in texts:
            kinds |= set(KINDS)
    return Hidden(frozenset(kinds), register.lost_ids if register.lost_ids != other.lost_ids else frozenset())
