"""What a risk comes to, and what is known of how it moved."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from igreg.model.kinds.risks import Risk

Movement = Literal["unchanged", "changed", "not reviewed", "never reviewed", "unknown"]


def score(risk: Risk) -> int | None:
    """Likelihood times impact; nothing where one of them is not given."""
    return risk.likelihood * risk.impact if risk.likelihood and risk.impact else None


def above_target(risk: Risk) -> bool | None:
    """Whether a risk is above the score that is aimed for; nothing where that is not known."""
    now = score(risk)
    return now > risk.target_score if now is not None and risk.target_score is not None else None


def movement(risk: Risk, first: dt.date, last: dt.date) -> Movement:
    """What its last review says of a time: a register keeps the marks of today, and not those before.

    `changed` may be a mark or anything else of it. A review after the last day says nothing of the time before: then
    it is not known.
    """
    review = risk.review
    if review is None or review.last is None:
        return "never reviewed"
    if review.last > last or (review.last >= first and review.outcome not in ("unchanged", "changed")):
        return "unknown"
    if review.last < first:
        return "not reviewed"
    return "changed" if review.outcome == "changed" else "unchanged"
