"""What is due, in words: no day stands in a sentence as a machine writes it."""

from __future__ import annotations

import pytest

from tests.report.asking import asked, markdown

REGISTER = """
# file: groups.yaml
- {id: ig, title: IG group, ig_group: true, chair: dpo, members: [dpo]}
# file: roles.yaml
- {id: dpo, title: DPO, holders: [{staff: ann, from: 2020-01-01}]}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: requests.yaml
- {id: Q1, title: My photo, category: erasure, received: 2026-09-28, handler: dpo}
# file: policies.yaml
- {id: P1, title: Papers, owner: dpo, in_force_from: 2020-01-01, review: {every: 1 year, last: 2025-02-01}}
# file: exceptions.yaml
- {id: X1, rule: vacant-role, record: dpo, reason: see minute 2026-13-45 and file A-2026-01-02, approved_by: dpo, until: 2026-10-01}
"""


@pytest.mark.parametrize(("report", "of"), [("group-agenda", None), ("handover", "ann")])
def test_days_stand_as_people_write_them(report: str, of: str | None) -> None:
    text = markdown(report, asked(REGISTER, of=of))
    assert "Erasure, received 28 September 2026" in text
    assert "last reviewed 1 February 2025" in text


def test_what_is_no_day_stays_as_it_was_written() -> None:
    text = markdown("group-agenda", asked(REGISTER)).replace("\\", "")
    assert "see minute 2026-13-45 and file A-2026-01-02" in text
