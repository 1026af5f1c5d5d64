"""What cannot be said because a file could not be read: an id that is not found may stand in it."""

from __future__ import annotations

from igreg.errors import IgregError
from igreg.language.english import some_of
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
