"""Minutes of a group's meeting to be written further."""

from __future__ import annotations

import pytest

from igreg.errors import IgregError
from igreg.report.papers.group_minutes import values
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

PEOPLE = """
# file: bodies.yaml
- {id: union, name: The union}
# file: staff.yaml
- {id: ann, name: Ann Lee}
- {id: ben, name: Ben Cox}
- {id: cat, name: Cat Dow, employer: union}
- {id: dan, name: Dan Roe}
- {id: eve, name: Eve Poe}
# file: roles.yaml
- {id: siro, title: SIRO, holders: [{staff: ann, from: 2020-01-01}]}
- {id: guardian, title: Guardian, holders: [{staff: eve, from: 2020-01-01}, {staff: ben, from: 2020-01-01, as: deputy}]}
- {id: lead, title: Lead}
- {id: clerk, title: Clerk, holders: [{staff: dan, from: 2020-01-01}]}
"""
MEETING = """
# file: meetings.yaml
- {id: M-0, group: ig, date: 2026-09-01, status: held}
- id: M-1
  group: ig
  date: 2026-11-03
  status: held
  present: [%s]
  apologies: [%s]
  decisions: [Buy a lock]
  actions: [{id: A-1, what: Buy it, owner: clerk, due: 2026-12-01}]
- {id: M-2, group: ig, date: 2027-01-05, status: planned}
"""
GROUP = "# file: groups.yaml\n- {id: ig, title: IG group, ig_group: true, chair: siro, secretary: clerk, members: [guardian, lead, union], %s}\n"


def _register(quorum: str, present: str, apologies: str = "") -> str:
    text = PEOPLE + GROUP % quorum + MEETING % (present, apologies)
    return text if present else text.replace("  present: []\n", "")


def test_who_was_there_as_what_and_who_was_missing() -> None:
    found = values(asked(_register("quorum: 2", "siro, ben, cat, clerk, eve", "lead")))
    assert [(one.name, one.sits_as) for one in found.present] == [
        ("SIRO (Ann Lee)", "chair"),
        ("Ben Cox", "member"),
        ("Cat Dow", "member"),
        ("Clerk (Dan Roe)", "in attendance, secretary"),
        ("Eve Poe", "member"),
    ]
    assert [one.name for one in found.apologies] == ["Lead (vacant)"]
    assert found.absent == ()
    assert values(asked(_register("quorum: 2", "siro"))).absent == ("Guardian (Eve Poe)", "Lead (vacant)", "The union")


def test_a_guest() -> None:
    text = PEOPLE.replace("- {id: eve", "- {id: gus, name: Gus Fay}\n- {id: eve") + GROUP % "" + MEETING % ("gus", "")
    assert [(one.name, one.sits_as) for one in values(asked(text)).present] == [("Gus Fay", "guest")]


@pytest.mark.parametrize(
    ("quorum", "present", "quorate", "why"),
    [
        ("quorum: 2", "siro, ben", True, "2 of those present count, and the quorum is 2."),
        ("quorum: 2", "siro, clerk", False, "1 of those present counts, and the quorum is 2."),
        ("quorum: 1, quorum_roles: [guardian, lead]", "siro", False, "none of those was there of whom one must be (Guardian or Lead)"),
        ("quorum: 1, quorum_roles: [guardian]", "ben", True, "one of those was there of whom one must be (Guardian)."),
        ("quorum_all: [siro, guardian]", "siro", False, "Guardian must be there, or a deputy, and was not."),
        ("quorum_all: [siro, guardian]", "siro, ben", True, "Everybody was there who must be, or a deputy."),
        ("quorum_all: [siro, guardian]", "clerk", False, "SIRO and Guardian must be there, or a deputy, and were not."),
        ("start: 2020-01-01", "siro", None, "The register names no quorum for this group."),
        ("quorum: 2", "", None, "Who was there is not recorded."),
    ],
)  # fmt: skip
def test_quorum_and_why(quorum: str, present: str, quorate: bool | None, why: str) -> None:
    found = values(asked(_register(quorum, present)))
    assert found.quorate is quorate and why in found.why
    text = markdown("group-minutes", asked(_register(quorum, present)))
    assert f"Quorate: {'not known' if quorate is None else 'yes' if quorate else 'no'}." in text
    assert ("to be confirmed at the next meeting" in text) is (quorate is False)


def test_decisions_actions_and_the_meetings_around() -> None:
    found = values(asked(_register("quorum: 2", "siro")))
    assert (found.meeting, found.before, found.next) == ("M-1", day("2026-09-01"), day("2027-01-05"))
    assert found.decisions == ("Buy a lock",)
    assert [(one.id, one.owner, one.due) for one in found.actions] == [("A-1", "Clerk (Dan Roe)", day("2026-12-01"))]
    text = markdown("group-minutes", asked(_register("quorum: 2", "siro")))
    assert "1. Buy a lock" in text and "The group meets next on 5 January 2027." in text
    assert "Chair: \\_" in text and "Minutes of 1 September 2026: agreed" in text


def test_nothing_recorded_yet() -> None:
    text = markdown("group-minutes", asked(_register("quorum: 2", "siro"), of="M-2"))
    assert "This meeting is not recorded as held." in text
    for said in ("Who was there is not recorded.", "No apologies are recorded.", "No decision is recorded yet."):
        assert said in text
    assert "No action is recorded yet." in text and "No next meeting is planned." in text


def test_the_holder_is_the_one_of_the_day_of_the_meeting() -> None:
    text = _register("quorum: 2", "siro").replace(
        "{staff: ann, from: 2020-01-01}",
        "{staff: ann, from: 2020-01-01, until: 2026-11-03}, {staff: dan, from: 2026-11-04}",
    )
    assert values(asked(text)).present[0].name == "SIRO (Ann Lee)"


def test_no_meeting_was_held() -> None:
    with pytest.raises(IgregError, match="no meeting of IG group is down as held"):
        values(asked(PEOPLE + GROUP % ""))


def test_without_names() -> None:
    text = markdown("group-minutes", asked(_register("quorum: 2", "siro, ben"), names=False))
    assert "Ann" not in text and "Ben" not in text and "SIRO (a member of staff)" in text.replace("\\", "")
