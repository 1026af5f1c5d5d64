"""Yes and no, and ways of working, as other systems write them (rulings X53, X57)."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.exchange.cells.refused import CellNote, CellRefused, Took
from igreg.language.suggest import same_word
from igreg.model.everyday import plain
from igreg.sheets.book import Value

YES = frozenset({"yes", "y", "true", "1", "x", "\u2713", "\u2714", "\u2611"})
NO = frozenset({"no", "n", "false", "0", "\u2610"})

_WORKERS = {
    "permanent": "employee",
    "fixed term": "employee",
    "fixed term temp": "employee",
    "substantive": "employee",
    "employed": "employee",
    "bank": "bank",
    "agency": "agency",
    "volunteer": "volunteer",
    "honorary": "volunteer",
    "non exec": "director",
    "non executive": "director",
    "non executive director": "director",
}


def worker(text: str, words: Sequence[str]) -> Took:
    """In what capacity somebody works; what is no such word is left out and told (ruling X57)."""
    found = same_word(text, words) or _WORKERS.get(plain(text))
    if found is None:
        return Took(None, (CellNote("worker", f"{text!r} is no way of working that a register has; left out"),))
    return Took(found)


def flag(value: Value, text: str) -> bool:
    """Yes or no. Raises CellRefused for anything else."""
    if isinstance(value, bool):
        return value
    lower = text.casefold()
    if lower in YES or lower in NO:
        return lower in YES
    raise CellRefused(f"{text!r} is neither yes nor no", "type yes or no")
