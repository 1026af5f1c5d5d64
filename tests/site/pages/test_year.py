"""How the year went: what counts as done in it."""

from __future__ import annotations

import pytest

from igreg.site.page import Page
from igreg.site.pages.year import sections
from igreg.site.seen import Seen
from tests.report.asking import asked
from tests.site.pages.test_pages import lines


@pytest.mark.parametrize(
    ("audit", "told"),
    [
        ("performed: 2026-04-01", "Check | 1 April 2026 |  | 0"),
        ("performed: 2026-03-31", "No audit was done."),
        ("performed: 2026-11-24, rating: good, findings: [{id: f, what: x}]", "Check | 24 November 2026 | good | 1"),
        ("performed: 2026-11-25", "No audit was done."),
        ("performed: 2026-10-01, status: cancelled", "No audit was done."),
        ("status: planned", "No audit was done."),
    ],
)
def test_an_audit_counts_in_the_year_in_which_it_was_performed(audit: str, told: str) -> None:
    seen = Seen(asked(f"# file: audits.yaml\n- {{id: A, title: Check, {audit}}}\n", "2026-11-24"), "board", {})
    (found,) = [part for part in sections(seen) if part.title == "Audits"]
    assert lines(Page("year.html", "The year", "Page", (found,))) == ["# Audits", told]
