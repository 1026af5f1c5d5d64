"""A part of a record in one line: its values one after the other, as they are read aloud."""

from __future__ import annotations

import pytest

from igreg.model.base import Record
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.notices import Notice
from igreg.model.kinds.roles import Role
from igreg.site.entry import facts_of, is_choice
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


@pytest.mark.parametrize(
    ("model", "attribute", "found"),
    [
        (Incident, "status", True),
        (Role, "level", True),
        (Incident, "title", False),
        (Incident, "aware", False),
        (Incident, "near_miss", False),
        (Role, "functions", True),
        (Role, "areas", False),
        (Notice, "formats", True),
        (Notice, "languages", False),
    ],
)
def test_a_choice_is_one_of_the_words_of_igreg_also_where_it_may_be_left_out_or_there_are_several(
    model: type[Record], attribute: str, found: bool
) -> None:
    assert is_choice(model, attribute) == found


def test_a_choice_is_said_as_people_write_it_and_a_text_as_it_stands() -> None:
    text = "# file: notices.yaml\n- {id: n, title: x, formats: [web, easy-read], languages: [easy-read]}\n"
    seen = Seen(asked(text), "board", {})
    found = {one.name: [plain_words(line) for line in one.lines] for one in facts_of(seen, seen.register.by_id["n"])}
    assert (found["Formats"], found["Languages"]) == (["Web, Easy read"], ["easy-read"])
