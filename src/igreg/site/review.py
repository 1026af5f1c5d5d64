"""When somebody looks at a record again, in a sentence, as far as an audience sees it."""

from __future__ import annotations

from igreg.analysis.reviews import review_due
from igreg.language.english import capital, every, long_day
from igreg.model.base import Record
from igreg.model.shared import Review
from igreg.site.page import Inline, Line
from igreg.site.seen import Seen


def review_line(seen: Seen, record: Record, review: Review) -> Line:
    """How often, when last and by whom with what outcome, and when next; nothing where none of it is seen."""
    parts = [part for part in (_often(seen, record, review), _last(seen, record, review), _next(seen, record)) if part]
    out: list[Inline] = []
    for part in parts:
        out += ["; ", *part] if out else part
    if out and isinstance(out[0], str):
        out[0] = capital(out[0])
    return tuple(out)


def _often(seen: Seen, record: Record, review: Review) -> list[Inline]:
    return [every(review.every)] if review.every is not None and seen.may(record.kind, "review.every") else []


def _last(seen: Seen, record: Record, review: Review) -> list[Inline]:
    if not seen.may(record.kind, "review.last"):
        return []
    if review.last is None:
        return ["not reviewed yet"]
    out: list[Inline] = [f"last on {long_day(review.last)}"]
    by = seen.named(review.by) if seen.may(record.kind, "review.by") else None
    if by:
        out += [" by ", by]
    if review.outcome and seen.may(record.kind, "review.outcome"):
        out.append(f", {review.outcome}")
    return out


def _next(seen: Seen, record: Record) -> list[Inline]:
    """The next day, as the list of policies has it: reckoned where nobody set one."""
    today = seen.asked.today
    day = review_due(record, today) if seen.may(record.kind, "review.next") else None
    if day is None:
        return []
    return [f"next by {long_day(day)}" if day >= today else f"next was due by {long_day(day)}"]
