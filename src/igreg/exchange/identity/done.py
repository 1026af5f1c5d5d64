"""The words of a list of training for what was done, and for what was not."""

from __future__ import annotations

from igreg.exchange.cells.read import NOTHING
from igreg.exchange.columns.heads import plain
from igreg.exchange.identity.names import said
from igreg.exchange.rows import Given

DONE = frozenset({"completed", "complete", "compliant", "achieved", "passed"})
"""The words for what was done; any other leaves a row out (ruling X13)."""
_MEETS = frozenset({"meetsrequirement", "compliance", "compliant"})
_YES = frozenset({"yes", "y", "true"})
NOT_DONE = frozenset(
    {
        *NOTHING,
        "na",
        "not required",
        "not applicable",
        "booked",
        "in progress",
        "not started",
        "not completed",
        "enrolled",
    }
)
"""What stands in the place of a day where nothing was done (ruling X60)."""


def is_not_done(text: str) -> bool:
    """Whether a text stands where a day would if something had been done."""
    word = " ".join(text.split()).casefold()
    return word in NOT_DONE or word.startswith("booked")


def not_completed(given: Given) -> str:
    """Why a row is left out whose word says that the course was not done."""
    return f"not completed: {said(given.value)}"


def is_done(given: Given) -> bool:
    """Whether a word for how a course stands says that it was done; a blank says nothing."""
    text = said(given.value).casefold()
    return not text or text in DONE or (text in _YES and plain(given.header) in _MEETS)
