"""The agenda of a group's next meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from igreg.errors import IgregError
from igreg.report.papers.group_agenda import REPORT, values
from tests.analysis.registers import day, register
from tests.report.asking import asked, markdown

GROUPS = """
# file: staff.yaml
- {id: ann, name: Ann Lee}
- {id: ben, name: Ben Cox}
# file: roles.yaml
- {id: siro, title: SIRO, holders: [{staff: ann, from: 2020-01-01}]}
- {id: clerk, title: Clerk}
# file: groups.yaml
- {id: ig, title: IG group, ig_group: true, chair: siro, secretary: clerk, members: [siro], meets_every: 2 months,
   standing_items: [minutes and actions, Risks]}
- {id: cyber, title: Cyber group, chair: siro}
"""
MEETINGS = """
# file: meetings.yaml
- id: M-1
  group: ig
  date: 2026-09-15
  status: held
  minutes: {path: docs/m-1.md}
  approved_on: 2026-11-17
  actions:
    - {id: A-1, what: Write it down, owner: clerk, due: 2026-11-23}
    - {id: A-2, what: Tell them, owner: ben, due: 2026-11-24}
    - {id: A-3, what: Done long ago, owner: ben, due: 2026-10-01, done: 2026-10-01}
    - {id: A-4, what: Some day}
- {id: M-2, group: ig, date: 2026-11-10, status: planned}
- id: M-3
  group: ig
  date: 2026-12-01
  status: planned
  agenda:
    - {title: Minutes  and actions, presenter: siro}
    - {title: New policy, presenter: ben, records: [POL-2, M-1, INC-2], document: {path: docs/cover.md}}
- {id: M-4, group: ig, date: 2027-02-01, status: planned}
- {id: M-5, group: cyber, date: 2026-11-01, status: held, actions: [{id: A-9, what: Patch, due: 2026-11-02}]}
# file: policies.yaml
- {id: POL-1, title: Old policy, owner: siro, approver: ig, version: "2", in_force_from: 2024-01-01, review: {next: 2026-12-01}}
- {id: POL-2, title: New policy, owner: clerk, status: draft, version: "0.1", document: {path: docs/new.md}}
- {id: POL-3, title: Later policy, owner: siro, in_force_from: 2024-01-01, review: {next: 2026-12-02}}
- {id: POL-4, title: Gone policy, owner: siro, status: withdrawn, review: {next: 2020-01-01}}
- {id: POL-5, title: Long overdue, owner: siro, in_force_from: 2020-01-01, review: {next: 2026-09-15}}
# file: incidents.yaml
- {id: INC-1, title: Before, aware: 2026-09-15, status: closed, closed: 2026-10-01, lessons: [{lesson: Look twice}]}
- {id: INC-2, title: After, aware: 2026-09-16 09:00, lead: ben, likelihood: 3, impact: 2, lessons: [{lesson: Lock it, shared_by: [C-1]}]}
- {id: INC-3, title: Nearly, aware: 2026-11-01, near_miss: true, status: closed, closed: 2026-11-02}
- {id: INC-4, title: Taken back, aware: 2026-11-01, status: withdrawn}
- {id: INC-5, title: Told, aware: 2026-11-02 09:00, decision: {report: true, by: siro, at: 2026-11-02 10:00, reason: Harm}, notifications: [{to: ico, at: 2026-11-03 09:00}]}
- {id: INC-6, title: Long closed, aware: 2026-01-02, status: closed, closed: 2026-02-01, lessons: [{lesson: Too old}]}
- {id: INC-7, title: No data, aware: 2026-11-05, personal_data: false}
- {id: INC-8, title: To tell, aware: 2026-11-06, decision: {report: true, by: siro, at: 2026-11-06 10:00, reason: Harm}}
- {id: INC-9, title: Not to tell, aware: 2026-11-07, decision: {report: false, by: siro, at: 2026-11-07 10:00, reason: Little}}
# file: risks.yaml
- {id: RSK-1, title: A risk, owner: siro, actions: [{id: A-5, what: Treat it, due: 2026-12-31}]}
"""


def test_the_meeting_and_what_is_before_it() -> None:
    found = values(asked(GROUPS + MEETINGS))
    assert (found.meeting, found.day, found.by) == ("M-3", day("2026-12-01"), None)
    assert (found.last, found.minutes, found.minutes_agreed) == (day("2026-09-15"), "docs/m-1.md", day("2026-11-17"))
    assert found.unrecorded == (day("2026-11-10"),)
    assert (found.chair, found.secretary) == ("SIRO (Ann Lee)", "Clerk (vacant)")


def test_items_stand_once_and_papers_are_numbered() -> None:
    found = values(asked(GROUPS + MEETINGS))
    assert [(one.title, one.presenter) for one in found.items] == [
        ("Minutes and actions", "SIRO (Ann Lee)"),
        ("Risks", ""),
        ("New policy", "Ben Cox"),
    ]
    assert found.items[2].about == ("New policy", "IG group, 15 September 2026", "After")
    assert [(one.number, one.title, one.where, one.item) for one in found.papers] == [
        (1, "Minutes of 15 September 2026", "docs/m-1.md", None),
        (2, "New policy", "docs/cover.md", 3),
        (3, "New policy", "docs/new.md", 3),
    ]
    assert "| 3 | New policy | Ben Cox |" in markdown("group-agenda", asked(GROUPS + MEETINGS))


def test_actions_with_owner_day_and_late_or_not() -> None:
    found = values(asked(GROUPS + MEETINGS))
    assert [(one.id, one.owner, one.standing) for one in found.own_actions] == [
        ("A-1", "Clerk (vacant)", "1 day late"),
        ("A-2", "Ben Cox", "not late"),
        ("A-4", "Clerk (vacant)", "no day set"),
    ]
    assert [(one.id, one.of, one.owner) for one in found.other_actions] == [("A-5", "A risk", "SIRO (Ann Lee)")]
    assert "4 actions outstanding, 1 of them late." in markdown("group-agenda", asked(GROUPS + MEETINGS))


def test_incidents_and_lessons_since_the_last_meeting() -> None:
    found = values(asked(GROUPS + MEETINGS))
    assert [(one.id, one.sort, one.told, one.lead) for one in found.incidents] == [
        ("INC-2", "breach", "not decided", "Ben Cox"),
        ("INC-3", "near miss", "not asked for", "nobody named"),
        ("INC-5", "breach", "told on 3 November 2026", "nobody named"),
        ("INC-7", "no personal data", "not asked for", "nobody named"),
        ("INC-8", "breach", "to be told", "nobody named"),
        ("INC-9", "breach", "decided not to tell", "nobody named"),
    ]
    assert [(one.lesson, one.incident, one.passed_on) for one in found.lessons] == [
        ("Look twice", "Before", False),
        ("Lock it", "After", True),
    ]


def test_what_fell_due_and_what_will() -> None:
    found = values(asked(GROUPS + MEETINGS))
    assert [(one.title, one.due.isoformat(), one.when) for one in found.fell_due if "policy" in one.title] == [
        ("Old policy", "2026-12-01", "ahead")
    ]
    late = next(one for one in found.fell_due if one.title == "Long overdue")
    assert late.when == "before"
    assert next(one.when for one in found.fell_due if one.title == "After") == "since"


def test_policies_to_approve() -> None:
    found = values(asked(GROUPS + MEETINGS))
    assert [(one.id, one.approver, one.state) for one in found.policies] == [
        ("POL-2", "nobody named", "draft, to be approved"),
        ("POL-5", "nobody named", "review was due on 15 September 2026"),
        ("POL-1", "IG group", "review is due on 1 December 2026"),
    ]


def test_no_meeting_is_planned_and_none_was_held() -> None:
    found = values(asked(GROUPS))
    assert (found.meeting, found.day, found.by, found.last) == ("", None, day("2026-11-24"), None)
    text = markdown("group-agenda", asked(GROUPS))
    assert "No meeting is planned. It is to meet by 24 November 2026." in text
    assert "No earlier meeting is recorded as held" in text
    assert "No action of the group is outstanding." in text and "No lesson is recorded on record" not in text


def test_another_group_sees_its_own_actions_alone() -> None:
    found = values(asked(GROUPS + MEETINGS, of="cyber"))
    assert [one.id for one in found.own_actions] == ["A-9"]
    assert (found.other_actions, found.incidents, found.policies, found.fell_due) == ((), (), (), ())
    assert (found.by, found.last) == (None, dt.date(2026, 11, 1))
    assert "What fell due" not in markdown("group-agenda", asked(GROUPS + MEETINGS, of="cyber"))


def test_a_meeting_may_be_named() -> None:
    assert values(asked(GROUPS + MEETINGS, of="M-4")).day == day("2027-02-01")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# file: groups.yaml\n- {id: b, title: Board}", "no group is marked"),
        ("# file: groups.yaml\n- {id: a, title: A, ig_group: true}\n- {id: b, title: B, ig_group: true}", "several"),
        ("# file: groups.yaml\n- {id: a, title: A\n", "could not be read"),
    ],
)
def test_no_group(text: str, message: str) -> None:
    with pytest.raises(IgregError, match=message):
        values(asked(text))


def test_a_meeting_of_no_group() -> None:
    with pytest.raises(IgregError, match="is of no group"):
        values(asked("# file: meetings.yaml\n- {id: M-1, date: 2026-11-01}", of="M-1"))


def test_what_could_not_be_read_is_said_on_top() -> None:
    found = register(GROUPS + "# file: risks.yaml\n- {id: RSK-1, title: 'x\n")
    assert "Not everything could be read: register/risks.yaml" in markdown("group-agenda", asked(found))


def test_without_names() -> None:
    text = markdown("group-agenda", asked(GROUPS + MEETINGS, names=False))
    assert "Ann" not in text and "Ben" not in text and "a member of staff" in text


def test_pages_of_papers_that_are_pdfs_run_on_and_others_go_apart() -> None:
    text = (GROUPS + MEETINGS).replace("docs/m-1.md", "docs/m-1.pdf").replace("docs/new.md", "docs/new.PDF")
    lengths = {"docs/m-1.pdf": (4, ""), "docs/new.PDF": (1, "")}
    question = replace(asked(text), lengths=lengths)
    assert [(one.pages, one.first, one.why_not) for one in values(question).papers] == [
        (4, 1, ""),
        (None, None, "a text"),
        (1, 5, ""),
    ]
    found = markdown("group-agenda", question)
    assert "| 1 | Minutes of 15 September 2026 | docs/m\\-1.pdf | 4 | pages 1 to 4 |" in found
    assert "| 2 | New policy | docs/cover.md |  | apart: a text |" in found
    assert "| 3 | New policy | docs/new.PDF | 1 | page 5 |" in found
    assert "PDFs put together in this order, 5 pages without this agenda. Paper 2 goes apart." in found
    broken = replace(question, lengths={**lengths, "docs/m-1.pdf": (None, "it has a password")})
    assert next((one.pages, one.first, one.why_not) for one in values(broken).papers) == (
        None,
        None,
        "it has a password",
    )


def test_no_paper_is_a_pdf() -> None:
    assert "None of the papers is a PDF whose pages can be counted here" in markdown(
        "group-agenda", asked(GROUPS + MEETINGS)
    )


def test_the_pdfs_of_which_pages_are_counted() -> None:
    text = (GROUPS + MEETINGS).replace("docs/m-1.md", "docs/m-1.pdf").replace("docs/new.md", "docs/new.PDF")
    wanted = REPORT.documents
    assert wanted is not None and wanted(asked(text)) == ("docs/m-1.pdf", "docs/new.PDF")
