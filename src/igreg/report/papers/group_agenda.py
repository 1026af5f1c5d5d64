"""The agenda of a group's next meeting, with what its secretary puts before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.meetings import last_held, next_planned, not_written_down
from igreg.dataclass import dataclass
from igreg.deadlines.meeting import by_interval
from igreg.language.english import counted, listed, long_day
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.report.agenda import (
    FellDue,
    Happened,
    Learnt,
    ToApprove,
    fell_due,
    happened,
    lessons,
    to_approve,
    told_of,
)
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.meeting import (
    ActionOwed,
    Item,
    actions_table,
    documents_of,
    group_meant,
    items_of,
    meetings_of,
    owed,
    where,
)
from igreg.report.meeting_papers import Sheet, in_pack, pack, sheets
from igreg.report.paper import Block, Cell, Column, Paper, Part, Points, Said, Table
from igreg.report.parties import with_holder

_AHEAD = dt.timedelta(days=30)
"""How far ahead is looked where no day of the next meeting is known."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The values of the report."""

    head: Head
    group: str
    chair: str
    secretary: str
    meeting: str
    """The id of the next meeting; empty where none is planned."""
    day: dt.date | None
    by: dt.date | None
    """The day by which the group is to meet, where none is planned."""
    last: dt.date | None
    """The day of the last meeting."""
    minutes: str
    """Where its minutes are."""
    minutes_agreed: dt.date | None
    unrecorded: tuple[dt.date, ...]
    """The days of planned meetings of which nobody wrote whether they were held."""
    items: tuple[Item, ...]
    papers: tuple[Sheet, ...]
    leads: bool
    """Whether the group leads information governance; if not, it is shown its own actions alone."""
    own_actions: tuple[ActionOwed, ...]
    other_actions: tuple[ActionOwed, ...]
    fell_due: tuple[FellDue, ...]
    incidents: tuple[Happened, ...]
    lessons: tuple[Learnt, ...]
    policies: tuple[ToApprove, ...]


def values(asked: Asked) -> Agenda:
    """What is before the group at its next meeting. Raises IgregError where nobody can tell which group is meant."""
    group = group_meant(asked)
    meetings = meetings_of(asked, group)
    coming, last = _meetings(asked, group)
    before = coming.date if coming is not None and coming.date is not None else asked.today
    since = last.date if last is not None else None
    until = max(before, asked.today) if coming is not None else asked.today + _AHEAD
    items = tuple(items_of(asked, group, coming))
    actions = owed(asked)
    own = tuple(one for record, one in actions if isinstance(record, Meeting) and record.group == group.id)
    others = tuple(one for record, one in actions if not isinstance(record, Meeting)) if group.ig_group else ()
    return Agenda(
        head=asked.head,
        group=asked.called(group),
        chair=with_holder(asked, group.chair),
        secretary=with_holder(asked, group.secretary),
        meeting=coming.id or "" if coming is not None else "",
        day=coming.date if coming is not None else None,
        by=None if coming is not None else _by(asked, group),
        last=since,
        minutes=where(asked, last.minutes if last is not None else None),
        minutes_agreed=last.approved_on if last is not None else None,
        unrecorded=tuple(one.date for one in not_written_down(meetings, asked.today) if one.date and one is not coming),
        items=items,
        papers=tuple(sheets(asked, last, items)),
        leads=group.ig_group,
        own_actions=own,
        other_actions=others,
        fell_due=tuple(fell_due(asked, since, until)) if group.ig_group else (),
        incidents=tuple(told_of(asked, one) for one in happened(asked, since)) if group.ig_group else (),
        lessons=tuple(lessons(asked, since)) if group.ig_group else (),
        policies=tuple(to_approve(asked, until)) if group.ig_group else (),
    )


def _meetings(asked: Asked, group: Group) -> tuple[Meeting | None, Meeting | None]:
    """The meeting that is to come, and the last one that was held before it."""
    meetings = meetings_of(asked, group)
    named = asked.register.get(Meeting, asked.of)
    coming = named if named is not None and named.status == "planned" else next_planned(meetings, asked.today)
    before = coming.date if coming is not None and coming.date is not None else asked.today
    return coming, last_held(meetings, min(before, asked.today))


def _by(asked: Asked, group: Group) -> dt.date | None:
    """The day by which a group without a planned meeting is to meet, as the list of what is due has it."""
    return next((one.day for one in by_interval(asked.as_of) if one.record is group), None)


def _documents(asked: Asked) -> tuple[str, ...]:
    """The PDFs among the papers, by their paths."""
    coming, last = _meetings(asked, group_meant(asked))
    minutes = [last.minutes] if last is not None and last.minutes is not None else []
    paths = [one.path for one in (*minutes, *documents_of(asked, coming)) if one.path]
    return tuple(dict.fromkeys(path for path in paths if path.casefold().endswith(".pdf")))


def paper(found: Agenda) -> Paper:
    """The agenda first, then what is behind its points, a part each."""
    when = long_day(found.day) if found.day is not None else "day to be set"
    parts = [Part("The meeting", tuple(_meeting(found))), Part("Agenda", tuple(_agenda(found)))]
    parts.append(Part("Actions outstanding", tuple(_actions(found))))
    if found.leads:
        parts += _behind(found)
    return Paper(
        name="group-agenda",
        title=f"{found.group}: agenda",
        organisation=found.head.organisation,
        day=found.head.day,
        about=f"Meeting of {when}" if found.day is not None else "Next meeting: no day is set",
        unread=found.head.unread,
        parts=tuple(parts),
    )


def _meeting(found: Agenda) -> Iterator[Block]:
    if found.day is not None:
        yield Said(f"The group meets on {long_day(found.day)}.", leads=True)
    else:
        by = f" It is to meet by {long_day(found.by)}." if found.by is not None else ""
        yield Said(f"No meeting is planned.{by}", leads=True)
    who = [f"{word}: {name}" for word, name in (("Chair", found.chair), ("Secretary", found.secretary)) if name]
    if who:
        yield Points(tuple(who))
    if found.last is None:
        yield Said("No earlier meeting is recorded as held; what stands below goes back as far as the register does.")
    else:
        agreed = f"agreed on {long_day(found.minutes_agreed)}" if found.minutes_agreed else "still to be agreed"
        minutes = f"Its minutes ({found.minutes}) are {agreed}." if found.minutes else "Its minutes are not on record."
        yield Said(f"The last meeting was on {long_day(found.last)}. {minutes}")
    if found.unrecorded:
        days = listed(long_day(one) for one in found.unrecorded)
        yield Said(f"Nobody has recorded whether the meeting planned for {days} was held.")


def _agenda(found: Agenda) -> Iterator[Block]:
    numbers: dict[int | None, list[str]] = {}
    for sheet in found.papers:
        numbers.setdefault(sheet.item, []).append(str(sheet.number))
    rows = tuple(
        (number, one.title, one.presenter, "; ".join(one.about), ", ".join(numbers.get(number, ())))
        for number, one in enumerate(found.items, 1)
    )
    columns = (Column("Item", "number"), Column("What"), Column("Who speaks"), Column("About"), Column("Paper"))
    yield Table("Items", columns, rows, "No item is set: neither the group nor the meeting names any.")
    heads = (
        Column("Paper", "number"), Column("What"), Column("Where it is"), Column("Pages", "number"),
        Column("In the pack"),
    )  # fmt: skip
    papers = tuple((one.number, one.title, one.where, one.pages, in_pack(one)) for one in found.papers)
    yield Table("Papers", heads, papers, "No paper is on record for this meeting.")
    if found.papers:
        yield Said(pack(found.papers))


def _actions(found: Agenda) -> Iterator[Block]:
    late = sum(1 for one in (*found.own_actions, *found.other_actions) if one.days_late)
    count = len(found.own_actions) + len(found.other_actions)
    if count:
        yield Said(f"{counted(count, 'action')} outstanding, {late or 'none'} of them late.")
    yield actions_table("From meetings of the group", found.own_actions, "No action of the group is outstanding.")
    if found.leads:
        caption = "From incidents, audits, risks and other records"
        yield actions_table(caption, found.other_actions, "No other action is outstanding.")


def _behind(found: Agenda) -> Iterator[Part]:
    since = f"since the last meeting, on {long_day(found.last)}" if found.last is not None else "so far"
    yield Part("What fell due", tuple(_due(found, since)))
    columns = (
        Column("Incident"), Column("What"), Column("Known since", "day"), Column("What it is"),
        Column("The regulator"), Column("Stands at"), Column("Investigates"),
    )  # fmt: skip
    rows = tuple((i.id, i.title, i.aware, i.sort, i.told, i.status, i.lead) for i in found.incidents)
    learnt = tuple((one.lesson, one.incident, "yes" if one.passed_on else "not yet") for one in found.lessons)
    heads = (Column("Lesson"), Column("From"), Column("Passed on"))
    yield Part(
        "Incidents and lessons",
        (
            Table(f"Incidents and near misses {since}", columns, rows, f"No incident became known {since}."),
            Table(f"Lessons {since}", heads, learnt, f"No lesson is recorded {since}."),
        ),
    )
    yield Part("Policies to approve", (_policies(found),))


def _policies(found: Agenda) -> Table:
    columns = (
        Column("Policy"), Column("Title"), Column("Version"), Column("Owner"), Column("Who approves"), Column("Why"),
    )  # fmt: skip
    rows = tuple((p.id, p.title, p.version, p.owner, p.approver, p.state) for p in found.policies)
    empty = "No policy waits for approval, and no review of one is due by the meeting."
    return Table("Drafts, and reviews that are due", columns, rows, empty)


def _due(found: Agenda, since: str) -> Iterator[Block]:
    columns = (Column("What"), Column("Why"), Column("Owner"), Column("Due", "day"))

    def rows(when: str) -> tuple[tuple[Cell, ...], ...]:
        return tuple((one.title, one.why, one.owner, one.due) for one in found.fell_due if one.when == when)

    yield Table(f"Fell due {since}, and not done", columns, rows("since"), f"All that fell due {since} is done.")
    if rows("before"):
        yield Table("Due before the last meeting, and still not done", columns, rows("before"), "")
    until = "by the meeting" if found.day is not None else "within 30 days"
    yield Table(f"Falls due {until}", columns, rows("ahead"), f"Nothing falls due {until}.")


REPORT = Report(
    tells="the next meeting: its items, actions, what fell due, incidents and lessons, policies to approve",
    readers="the secretary of the IG group",
    values=values,
    type=Agenda,
    paper=paper,
    formats=("html", "docx", "pdf", "markdown", "json"),
    takes=frozenset({"of"}),
    documents=_documents,
    of=("groups", "meetings"),
)
