"""Which records were changed after their review, and which were only given a new date: rules IG310 and IG311."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from igreg.analysis.as_of import AsOf
from igreg.analysis.since_review import SinceReview, SinceReviews, changed_since_review, judged, reviewed_without_a_look
from igreg.model.base import Record
from igreg.rules._rule import Rule, by_word

CHANGED, NOT_LOOKED_AT = "IG310", "IG311"


class StaleReview(NamedTuple):
    """One record whose review does not stand as it says."""

    rule: Rule
    record: Record
    last: dt.date
    since: SinceReview


class StaleReviews(NamedTuple):
    """All of them, those that changed first, in the order of the register."""

    as_of: AsOf
    items: Sequence[StaleReview]
    unknown: Sequence[str]
    judged: int
    """How many reviewed records there are that can be due."""

    def count(self, code: str) -> int:
        """How many of them one of the two rules finds."""
        return sum(one.rule.code == code for one in self.items)


def stale_reviews(as_of: AsOf, known: SinceReviews | None) -> StaleReviews:
    """What the two rules find; without a history nothing (ruling H39)."""
    rules = by_word()
    changed = [StaleReview(rules[CHANGED], *one) for one in changed_since_review(as_of, known)]
    dated = [StaleReview(rules[NOT_LOOKED_AT], *one) for one in reviewed_without_a_look(as_of, known)]
    unknown = known.unknown if known is not None else ()
    return StaleReviews(as_of, [*changed, *dated], unknown, sum(1 for _ in judged(as_of.register, as_of.today)))
