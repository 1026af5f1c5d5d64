"""What of somebody's answers is refused, without showing what may identify a person."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.changes.filled import NotTaken
from igreg.errors import IgregError
from igreg.exchange.brought import Refused
from igreg.language.suggest import one_of
from igreg.register.private_numbers import may_hold_numbers, private_numbers

HIDDEN = "\u2026"
"""What stands for a value that may identify a person."""


def shown(value: str) -> str:
    """A value as it may be shown: nothing of one that holds the number of a person."""
    return HIDDEN if may_hold_numbers(value) and any(private_numbers(value)) else value


def unknown(name: str, value: str, known: Iterable[str]) -> Refused:
    """An answer to a field that there is not."""
    return Refused(name, shown(value), f"there is no field {name!r}", one_of(name, list(known)))


def hidden(one: NotTaken) -> Refused:
    """An answer that the record does not take."""
    return Refused(one.field, HIDDEN if one.value is None else one.value, one.message, one.help)


def refused(name: str, value: str, error: IgregError) -> Refused:
    """An answer that cannot be read."""
    return Refused(name, shown(value), error.sentence, error.hint)
