"""When somebody looks at a record again, as a person would say it, and no more than an audience may see."""

from __future__ import annotations

import pytest

from igreg.site.audience import Audience
from igreg.site.page import plain_words
from igreg.site.review import review_line
from igreg.site.seen import Seen
from tests.report.asking import asked

ROLES = "# file: roles.yaml\n- {id: siro, title: Owner of risk}\n"


def _said(kind: str, record: str, audience: Audience) -> str:
    seen = Seen(asked(f"{ROLES}# file: {kind}.yaml\n- {{id: x, {record}}}\n", "2026-11-24"), audience, {})
    found = seen.register.by_id["x"]
    return plain_words(review_line(seen, found, found.review))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ("{every: 24 months, last: 2026-03-10}", "Every 24 months; last on 10 March 2026; next by 10 March 2028"),
        ("{every: 1 year, last: 2025-03-10}", "Every year; last on 10 March 2025; next was due by 10 March 2026"),
        ("{every: 1 year, last: 2025-11-24}", "Every year; last on 24 November 2025; next by 24 November 2026"),
        ("{every: 1 year}", "Every year; not reviewed yet; next by 1 January 2027"),
        ("{next: 2027-01-31}", "Not reviewed yet; next by 31 January 2027"),
    ],
)
def test_of_a_policy(review: str, told: str) -> None:
    policy = f"title: Keys, owner: siro, in_force_from: 2026-01-01, review: {review}"
    assert _said("policies", policy, "public") == told


def test_no_more_than_is_granted() -> None:
    """Of a risk the board sees when it was reviewed and when it is again; the public sees nothing."""
    risk = "title: Flood, owner: siro, review: {every: 3 months, last: 2026-10-01, by: siro, outcome: unchanged}"
    assert _said("risks", risk, "board") == "Last on 1 October 2026; next by 1 January 2027"
    assert _said("risks", risk, "public") == ""
