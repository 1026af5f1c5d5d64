"""What is due, as a paper says it: about what, and why."""

from __future__ import annotations

import re

from igreg.due.item import Item
from igreg.language.english import capital, long_day
from igreg.model.kinds.exceptions import RuleException
from igreg.model.values import parse_day
from igreg.report.asked import Asked
from igreg.report.meeting import name_of
from igreg.report.parties import called

_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", re.ASCII)


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
    return title, capital(_with_days(why))


def _with_days(text: str) -> str:
    """A text in which days stand as people write them: `received 28 August 2026`."""
    return _DAY.sub(lambda found: _long(found[0]), text)


def _long(text: str) -> str:
    try:
        return long_day(parse_day(text))
    except ValueError:
        return text
