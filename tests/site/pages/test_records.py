"""All records: the kinds with a page for each record, each under its own heading and in the order of names."""

from __future__ import annotations

import pytest

from igreg.site.audience import Audience
from igreg.site.page import Points, plain_words
from igreg.site.pages.records import sections
from igreg.site.seen import Seen
from tests.report.asking import asked

TEXT = """
# file: roles.yaml
- {id: siro, title: Owner of risk, function: siro}
- {id: dpo, title: data protection, function: dpo}
# file: staff.yaml
- {id: ann, name: Ann Ash}
# file: policies.yaml
- {id: p2, title: Zones, owner: siro, in_force_from: 2026-01-01}
- {id: p1, title: archives, owner: siro, in_force_from: 2026-01-01}
# file: dpias.yaml
- {id: y1, title: Cameras, owner: siro}
# file: data-flows.yaml
- {id: s1, title: To the GP, from: siro, to: [dpo]}
# file: requests.yaml
- {id: r1, title: Fax, category: freedom-of-information, received: 2026-05-01}
"""


@pytest.mark.parametrize(
    ("audience", "found"),
    [
        ("public", {"Roles": ["data protection", "Owner of risk"]}),
        (
            "board",
            {
                "Roles": ["data protection", "Owner of risk"],
                "Policies": ["archives", "Zones"],
                "Data flows": ["To the GP"],
                "DPIAs": ["Cameras"],
            },
        ),
    ],
)
def test_each_kind_with_pages_of_its_own_has_its_heading(audience: Audience, found: dict[str, list[str]]) -> None:
    told = {}
    for part in sections(Seen(asked(TEXT), audience, {})):
        (points,) = part.blocks
        assert isinstance(points, Points)
        told[part.title] = [plain_words(item) for item in points.items]
    assert told == found
