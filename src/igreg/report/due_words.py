"""What is due, as a paper says it: about what, and why."""

from __future__ import annotations

from igreg.due.item import Item
from igreg.language.english import capital
from igreg.model.kinds.exceptions import RuleException
from igreg.report.asked import Asked
from igreg.report.meeting import name_of
from igreg.report.parties import called


def due_in_words(asked: Asked, item: Item) -> tuple[str, str]:
    """What it is about, with the unit where it is of one; and why it is due."""
    record = asked.register.by_id.get(item.record or "")
    if isinstance(record, RuleException):
        title, why = name_of(asked, record), f"The exception ends: {asked.told(record, record.reason)}"
    elif record is not None:
        title, why = asked.told(record, item.title or item.record), asked.told(record, item.detail)
    else:
        title, why = asked.text(item.title or item.record), asked.text(item.detail)
    if item.subject in asked.register.kind_of:
        title += f" ({called(asked, item.subject)})"
    return title, capital(why)
