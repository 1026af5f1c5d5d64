"""You said, we did."""

from __future__ import annotations

from igreg.report.papers.participation import values
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

REGISTER = """
# file: bodies.yaml
- {id: union, name: The union}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: roles.yaml
- {id: lead, title: Lead, holders: [{staff: ann, from: 2020-01-01}]}
# file: groups.yaml
- {id: forum, title: Forum, members: [lead, union], elected: [{seat: Carer, by: carers}, {seat: Staff, by: all-staff}]}
- {id: closed, title: Closed, members: [lead]}
# file: communications.yaml
- {id: C-1, title: The letter, date: 2026-06-01}
# file: engagements.yaml
- id: E-1
  title: Panel
  date: 2026-04-01
  with: [service-users, the forum]
  form: focus-group
  areas: [risk]
  people: 9
  heard: [Too long, Too dull]
  accessible: [Easy read, Signer]
  changed:
    - {what: Shorter, by: lead, done: 2026-05-01, due: 2026-04-30}
    - {what: Brighter, by: lead, due: 2026-11-23}
    - {what: Louder, due: 2026-11-24}
    - {what: Some day}
  told_back: 2026-06-02
  told_back_by: C-1
  owner: lead
- {id: E-2, title: Survey, date: 2026-08-23, with: [carers, service-users], form: survey, areas: [risk, security]}
- {id: E-3, title: Talk, date: 2026-08-24, with: [public, union], people: 3, form: other}
- {id: E-4, title: Before, date: 2026-03-31, with: [public], people: 100}
- {id: E-5, title: Ahead, date: 2026-11-25, with: [public], form: co-design, owner: lead}
- {id: E-6, title: Today, date: 2026-11-24, with: [all-staff], people: 1}
"""


def test_who_took_part_and_what_came_of_it() -> None:
    found = values(asked(REGISTER))
    assert [(one.id, one.people, one.told_back, one.late) for one in found.engagements] == [
        ("E-1", 9, "on 2 June 2026 by The letter", False),
        ("E-2", None, "", True),
        ("E-3", 3, "", False),
        ("E-6", 1, "", False),
    ]
    one = found.engagements[0]
    assert one.with_ == ("Service users", "the forum") and one.accessible == ("Easy read", "Signer")
    assert [(change.what, change.by, change.standing) for change in one.changes] == [
        ("Shorter", "Lead", "done on 1 May 2026"),
        ("Brighter", "Lead", "late, was due by 23 November 2026"),
        ("Louder", "", "to come by 24 November 2026"),
        ("Some day", "", "to come, no day set"),
    ]
    assert [(one.title, one.day) for one in found.planned] == [("Ahead", day("2026-11-25"))]


def test_coverage_by_audience_and_area() -> None:
    found = values(asked(REGISTER))
    assert (found.people, found.uncounted) == (13, 1)
    assert [(one.name, one.times, one.people, one.uncounted) for one in found.audiences] == [
        ("Service users", 2, 9, 1),
        ("Carers", 1, 0, 1),
        ("The public", 1, 3, 0),
        ("All staff", 1, 1, 0),
        ("Others, by name", 2, 12, 0),
    ]
    areas = {one.name: (one.times, one.people) for one in found.areas}
    assert (areas["Risk"], areas["Security"], areas["Caldicott"]) == ((2, 9), (1, 0), (0, 0))
    assert [(one.group, one.who) for one in found.groups] == [("Forum", ("Carers", "The union"))]


def test_on_paper() -> None:
    text = markdown("participation", asked(REGISTER))
    assert "**Ways to take part:** 4" in text and "**People:** 13 (not counted 1 time)" in text
    assert "**Changes:** 4 (1 done)" in text and "**Told what came of it:** 1 of 4 (1 late)" in text
    assert "Focus group on 1 April 2026, with service users and the forum; 9 people." in text
    assert "So that everybody could take part: Easy read, Signer." in text
    assert "Survey on 23 August 2026, with carers and service users; how many is not recorded." in text
    assert "On 24 August 2026, with the public and The union; 3 people." in text
    assert "still to be told what came of it. They should have been told by now." in text
    assert "Ann" not in text


def test_one_area_and_another_time() -> None:
    assert [one.id for one in values(asked(REGISTER, area="security")).engagements] == ["E-2"]
    assert [one.id for one in values(asked(REGISTER, period="last year")).engagements] == ["E-4"]


def test_nobody_took_part() -> None:
    text = markdown("participation", asked(""))
    assert "Nobody is recorded as having taken part in anything in this time." in text
    assert "Nothing is planned." in text and "No group has a seat" in text
