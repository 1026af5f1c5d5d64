"""The information governance group and the others: who sits in them, when they met, and their minutes."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.meetings import meetings_by_group
from igreg.language.english import capital, every, long_day
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.site.page import Block, Fact, Facts, Grid, Line, Link, Section, line
from igreg.site.pages.policies import name_and_id
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """The IG group with its meetings, then the other groups."""
    groups = [one for one in seen.of("groups") if isinstance(one, Group)]
    meetings = meetings_by_group(seen.register)
    out = [_group(seen, one, meetings.get(one.id or "", [])) for one in groups if one.ig_group]
    others = [one for one in groups if not one.ig_group]
    if others:
        rows = [(*name_and_id(seen, one), one) for one in others]
        table = Grid(
            "Other groups",
            ("Group", "Chair", "Answers to", "Meets"),
            tuple(
                (first, seen.names(one.chairs), line(seen.named(one.accountable_to)), _meets(one))
                for first, _, one in rows
            ),
            "",
            tuple(id for _, id, _ in rows),
        )
        out.append(Section("Other groups", (table,)))
    return tuple(out)


def _meets(group: Group) -> Line:
    return line(capital(every(group.meets_every)) if group.meets_every is not None else "")


def _group(seen: Seen, group: Group, meetings: list[Meeting]) -> Section:
    facts = [("Chair", seen.names(group.chairs)), ("Answers to", line(seen.named(group.accountable_to)))]
    if seen.may("groups", "members"):
        facts += [
            ("Secretary", line(seen.named(group.secretary))),
            ("Members", seen.names(group.members)),
            ("Also there", seen.names(group.attendees)),
            ("Terms of reference", line(seen.named(group.terms))),
            ("On every agenda", line(seen.told(group, "; ".join(group.standing_items), "standing_items"))),
            ("Quorum", line(str(group.quorum) if group.quorum else "")),
        ]
    facts += [("Meets", _meets(group))]
    table = Grid(
        f"Meetings: {seen.title(group)}",
        ("Day", "Decisions", "Minutes"),
        tuple(_meeting(seen, one) for one in _in_order(seen, meetings)),
        "No minutes are published here." if seen.audience == "public" else "No meeting is written down.",
    )
    own: tuple[Block, ...] = (Facts(tuple(Fact(name, (words,)) for name, words in facts if words)), table)
    return Section(seen.title(group), own, name_and_id(seen, group)[1])


def _in_order(seen: Seen, meetings: list[Meeting]) -> list[Meeting]:
    return sorted((one for one in meetings if seen.shows(one)), key=lambda one: one.date or dt.date.min, reverse=True)


def _meeting(seen: Seen, meeting: Meeting) -> tuple[Line, ...]:
    day = long_day(meeting.date) if meeting.date is not None else "No day"
    not_held = f" ({meeting.status})" if meeting.status != "held" else ""
    place = seen.places.get(meeting.id or "")
    decided = line(seen.told(meeting, "; ".join(seen.get(meeting, "decisions") or ()), "decisions"))
    return (
        line(Link(day, place) if place else day, not_held),
        decided,
        line(seen.document(meeting, meeting.minutes, "Minutes")),
    )


PAGES = (TopPage(60, "groups.html", "The IG group", "Who sits in it, when it met, and its minutes.", sections),)
