"""The first cell of a record's row: the way to its page, or where it has none the row that links lead to."""

from __future__ import annotations

import pytest

from igreg.site.audience import Audience
from igreg.site.page import Line, Link
from igreg.site.pages.policies import name_and_id
from igreg.site.seen import Seen
from tests.report.asking import asked

TEXT = """
# file: roles.yaml
- {id: siro, title: Owner of risk, function: siro}
# file: policies.yaml
- {id: p1, title: Privacy, owner: siro, in_force_from: 2026-01-01}
- {id: p2, title: Draft, owner: siro, status: draft}
# file: dpias.yaml
- {id: y1, title: Cameras, owner: siro, document: {url: 'https://ash.example/c', public: true}}
"""


@pytest.mark.parametrize(
    ("audience", "record", "cell", "row"),
    [
        ("public", "p1", ("Privacy",), "policies-p1"),
        ("public", "y1", ("Cameras",), "dpias-y1"),
        ("public", "siro", (Link("Owner of risk", "roles/siro.html"),), ""),
        ("staff", "p1", (Link("Privacy", "policies/p1.html"),), ""),
        ("board", "y1", (Link("Cameras", "dpias/y1.html"),), ""),
    ],
)
def test_a_row_leads_to_the_page_or_is_what_links_lead_to(
    audience: Audience, record: str, cell: Line, row: str
) -> None:
    seen = Seen(asked(TEXT), audience, {})
    assert name_and_id(seen, seen.register.by_id[record]) == (cell, row)
