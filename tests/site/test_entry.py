"""A part of a record in one line: its values one after the other, as they are read aloud."""

from __future__ import annotations

from igreg.site.entry import facts_of
from igreg.site.page import plain_words
from igreg.site.seen import Seen
from tests.report.asking import asked

TEXT = """
# file: roles.yaml
- {id: dpo, title: DPO, function: dpo}
# file: communications.yaml
- {id: C-1, title: Take it in, date: 2026-05-01, to: [all-staff], from: dpo}
# file: incidents.yaml
- {id: I-1, title: Laptop, aware: 2026-04-01T09:00, decision: {report: false, by: dpo, at: 2026-04-01T10:00, reason: Encrypted},
   lessons: [{lesson: Take it indoors., shared_by: [C-1]}, {lesson: Lock it, shared_by: [C-1]}]}
"""


def test_a_yes_or_no_has_its_name_and_a_sentence_is_followed_by_another() -> None:
    seen = Seen(asked(TEXT), "board", {})
    found = {one.name: [plain_words(line) for line in one.lines] for one in facts_of(seen, seen.register.by_id["I-1"])}
    assert found["Decision"] == ["report: No; by: DPO; at: 1 April 2026, 10:00; reason: Encrypted"]
    assert found["Lessons"] == ["Take it indoors. Shared by: Take it in", "Lock it; shared by: Take it in"]
