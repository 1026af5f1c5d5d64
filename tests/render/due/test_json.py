"""The list for machines: what a request's line has."""

from __future__ import annotations

import json
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.due.due_list import Choice, due_list
from igreg.register.read import read
from igreg.render.due.json import due_json
from tests.pages import moment, sources

FILES = {
    "register/organisation.yaml": b"name: Example\ntype: other\n",
    "register/staff.yaml": b"- {id: b-ward, name: Bea Ward}\n",
    "register/roles.yaml": b"- {id: dpo, title: DPO, holders: [{staff: b-ward}]}\n",
    "register/requests.yaml": b"""\
- {id: F1, title: Laptops, category: freedom-of-information, received: 2026-11-02, handler: dpo}
- {id: R1, title: Care record, category: subject-access, received: 2026-11-02, handler: b-ward}
- {id: R2, title: Care record, category: subject-access, received: 2026-11-03}
- id: F2
  title: Laptops
  category: freedom-of-information
  received: 2026-10-01
  responded: 2026-10-20
  handler: dpo
  internal_review: {asked: 2026-10-21}
""",
}
KEYS = ("record", "due", "days", "working_days", "owner", "people", "subject")


def test_a_request_has_its_days_its_handler_and_no_owner_that_is_a_person() -> None:
    as_of = AsOf(read(sources(FILES)), moment("2026-11-23"))
    items: list[dict[str, Any]] = json.loads(due_json(due_list(as_of, Choice(kinds=frozenset({"request"})))))["items"]
    assert [{key: item[key] for key in KEYS if key in item} for item in items] == [
        {
            "record": "F2",
            "due": "2026-11-18",
            "days": -5,
            "working_days": -3,
            "owner": "dpo",
            "people": ["b-ward"],
            "subject": "internal review",
        },
        {"record": "F1", "due": "2026-12-01", "days": 8, "working_days": 5, "owner": "dpo", "people": ["b-ward"]},
        {"record": "R1", "due": "2026-12-02", "days": 9, "owner": None, "people": ["b-ward"]},
        {"record": "R2", "due": "2026-12-03", "days": 10, "owner": "dpo", "people": ["b-ward"]},
    ]
