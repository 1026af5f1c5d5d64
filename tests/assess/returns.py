"""A register of a few lines with a pack of its own, and a return half answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
PACK = """\
id: ours
title: What our commissioner asks
edition: 2026-27
opens: 2026-07-01
deadline: 2027-06-30
sources: {cs: The contract schedule}
statuses:
  - {id: never}
  - {id: approaching, title: Approaching, needs: approaching}
  - {id: standards-met, title: Standards met, needs: mandatory}
groups:
  - {id: "1", title: People}
  - {id: 1a, title: Leads, part_of: "1"}
  - {id: "2", title: Papers}
items:
  - id: "1.1"
    title: Who answers for information
    group: 1a
    input: text
    need: mandatory
    approaching: [other]
    max_age: 3 months
    proofs: [{held: siro}]
    answer: "{{ held('siro') }} answers for information risk."
    source: [cs]
    confidence: high
    replaces: ["0.9"]
    changed: Now of the board, too
  - {id: "1.2", title: Policy, group: "2", input: yes-no, need: mandatory, not_applicable_when: never,
     proofs: [{records: policies, why: a policy}]}
  - {id: "1.3", title: Training, group: "1", input: yes-no, need: mandatory, proofs: [{records: courses, why: a course}, {held: siro}]}
  - {id: "1.10", title: Letter, group: "2", input: document, need: optional, proofs: [{records: notices}]}
  - {id: "2.1", title: Only a person, group: "2", input: yes-no, need: mandatory}
  - {id: "2.2", title: Not asked of us, group: "2", input: text, need: {category-2: mandatory}}
"""
PACK = PACK.replace("  - {id: never}\n", "  - {id: never, title: Never}\n")
OLD = """\
id: olds
title: What they asked before
edition: 2025-26
statuses: [{id: standards-met, title: Standards met, needs: mandatory}]
groups: [{id: "1", title: People}]
items:
  - {id: "0.9", title: Who answers, group: "1", input: text, need: mandatory}
  - {id: "1.2", title: Policy, group: "1", input: yes-no, need: optional}
  - {id: "1.3", title: Training, group: "1", input: yes-no, need: mandatory}
  - {id: "8.8", title: Fax machines, group: "1", input: yes-no, need: mandatory}
"""
FILES = {
    "organisation.yaml": "name: Willow\ntype: other\n",
    "roles.yaml": (
        "- {id: siro, title: SIRO, function: siro, holders: [{staff: ann, from: 2020-01-01}]}\n"
        "- {id: lead, title: IG lead, function: ig-lead, holders: [{staff: ben, from: 2020-01-01}]}\n"
    ),
    "staff.yaml": "- {id: ann, name: Ann Ash}\n- {id: ben, name: Ben}\n",
    "policies.yaml": (
        "- {id: P1, title: Data, owner: lead, status: in-force, in_force_from: 2026-01-01,\n"
        "   document: {path: docs/p1.pdf}, review: {every: 1 year, last: 2026-01-01}}\n"
    ),
    "courses.yaml": "[]\n",
    "../frameworks/ours.yaml": PACK,
    "../frameworks/olds.yaml": OLD,
}
RETURN = """\
- id: ret
  title: Our return
  framework: ours
  owner: lead
  answers:
    - {item: "1.1", answer: Ann does, by: lead, on: 2026-08-22}
    - {item: "1.2", answer: yes, by: lead, on: 2026-07-01}
    - {item: "1.3", answer: true, by: ben, on: 2026-11-01, notes: "see the shelf", owner: siro}
    - {item: "2.1", answer: true}
"""
ANSWERED = FILES | {"assessments.yaml": RETURN}


def found(igreg: Igreg, folder: Path, *words: str, today: str = "2026-11-22", code: int = 0) -> Any:
    """The return as machines are given it."""
    ran = igreg("assess", *words, folder, "--today", today, "--format", "json", "-q")
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def states(value: Any) -> dict[str, tuple[str, str]]:
    """What the register shows of each item, and its state."""
    return {one["item"]: (one["register"], one["state"]) for one in value["items"]}


__all__ = ["ANSWERED", "DAY", "FILES", "OLD", "PACK", "RETURN", "Igreg", "Write", "found", "states"]
