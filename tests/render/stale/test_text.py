"""How stale reviews look, at the width of a narrow and of a wide terminal; what is hostile in them is text."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.as_of import AsOf
from igreg.analysis.since_review import Committed, LaterChange, SinceReview, SinceReviews
from igreg.check.stale import StaleReviews, stale_reviews
from igreg.register.read import read
from igreg.render.stale.json import stale_json
from igreg.render.stale.text import stale_text
from tests.pages import moment, sources

REVIEWED = Committed("a" * 40, dt.date(2026, 2, 3), "Ann Ash")
POLICIES = """\
- id: P-1
  title: "Confidentiality \\e[31m<b>"
  review: {every: 12 months, last: 2026-02-02}
- id: P-2
  title: Records
  review: {every: 12 months, last: 2026-02-02, outcome: changed}
- id: P-3
  title: Security
  review: {every: 12 months, last: 2020-02-02}
"""
CHANGED = SinceReview(
    REVIEWED,
    (
        LaterChange(
            Committed("b" * 40, dt.date(2026, 6, 1), "\x1b[1mBen"), (("areas", 0), ("owner",)), "docs/\x07P.md"
        ),
        LaterChange(Committed("c" * 40, None, ""), (("owner",),), None),
        LaterChange(Committed(None, dt.date(2026, 11, 22), None), (("title",),), None),
    ),
)


def found(known: SinceReviews | None) -> StaleReviews:
    files = {"register/organisation.yaml": b"name: E\ntype: other\n", "register/policies.yaml": POLICIES.encode()}
    return stale_reviews(AsOf(read(sources(files)), moment("2026-11-22")), known)


KNOWN = SinceReviews(
    {("policies", "P-1"): CHANGED, ("policies", "P-2"): SinceReview(REVIEWED, (), dt.date(2025, 2, 3))}, ("P-3",)
)


def test_at_sixty_columns() -> None:
    text = stale_text(found(KNOWN), 60)
    assert all(len(line) <= 60 for line in text.splitlines())
    assert not set(text) & {"\x1b", "\x07"}


def test_at_a_hundred_and_twenty_columns() -> None:
    lines = stale_text(found(KNOWN), 120).splitlines()
    assert [line for line in lines if "P-1" not in line and "\\" not in line] == [
        "Changed since the review was written down (IG310, 1 record):",
        "",
        "    on a day that no calendar has (ccccccc): owner",
        "    not committed yet: title",
        "",
        "Reviewed with the outcome `changed`, and nothing was changed (IG311, 1 record):",
        "",
        "  Records (P-2): reviewed on 2 February 2026, written down on 3 February 2026 by Ann Ash (aaaaaaa)",
        "    it is what it was at the review before, of 3 February 2025",
        "",
        "not known, since this is a shallow clone: P-3",
        "",
        "Of 3 reviewed records, 0 stand as reviewed.",
    ]


def test_without_anything() -> None:
    assert stale_text(found(SinceReviews()), 80) == "Of 3 reviewed records, 3 stand as reviewed.\n"
    assert stale_text(found(None), 80) == "Of 3 reviewed records, 3 stand as reviewed.\n"


def test_json_keeps_what_it_is_given() -> None:
    text = stale_json(found(KNOWN))
    assert '"author": "\\u001b[1mBen"' in text
    assert '"unknown": [\n  {\n   "record": "P-3",\n   "why": "shallow"\n  }\n ]' in text
    assert '"date": null' in text
