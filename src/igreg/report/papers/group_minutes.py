"""Minutes of a group's meeting to be written further: who was there, whether that was enough, decisions, actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.meetings import Attendance, attendance, last_held, next_planned
from igreg.analysis.seats import seats
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.language.english import listed, long_day
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.model.kinds.staff import StaffMember
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.meeting import Item, group_meant, items_of, meetings_of
from igreg.report.paper import Block, Column, Lines, Paper, Part, Points, Said, Table
from igreg.report.parties import called, with_holder


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody at the meeting, or who sent apologies."""

    name: str
    sits_as: str
    """`chair`, `member`, `in attendance` or `guest`, and a further office of theirs: `member, secretary`."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action of the meeting."""

    id: str
    what: str
    owner: str
    due: dt.date | None
    done: dt.date | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The values of the report."""

    head: Head
    group: str
    meeting: str
    day: dt.date | None
    held: bool
    present: tuple[Present, ...]
    apologies: tuple[Present, ...]
    absent: tuple[str, ...]
    """The seats of which nobody was there or sent apologies."""
    quorate: bool | None
    """Whether the group could decide; nothing where that cannot be said."""
    why: str
    items: tuple[Item, ...]
    decisions: tuple[str, ...]
    actions: tuple[Agreed, ...]
    before: dt.date | None
    """The day of the meeting before, of which the minutes are to be agreed."""
    next: dt.date | None


def values(asked: Asked) -> Minutes:
    """What the register has of the meeting. Raises IgregError where none of the group is down as held."""
    group = group_meant(asked)
    meetings = meetings_of(asked, group)
    meeting = asked.register.get(Meeting, asked.of) or last_held(meetings, asked.today)
    if meeting is None:
        raise IgregError(
            f"no meeting of {group.called} is down as held", "write it down first: igreg hold MEETING --present WHO"
        )
    day = meeting.date or asked.today
    tenure = Tenure(asked.register, day)
    there_was = attendance(asked.register, meeting, group) if meeting.present else None
    quorate, why = _quorum(asked, group, there_was)
    earlier = last_held((one for one in meetings if one is not meeting and one.date and one.date < day), day)
    after = next_planned((one for one in meetings if one is not meeting), day)
    there = {*meeting.present, *meeting.apologies}
    people = {*there, *(person for party in there for person in _as_whom(tenure, party))}
    return Minutes(
        head=asked.head,
        group=asked.called(group),
        meeting=meeting.id or "",
        day=meeting.date,
        held=meeting.status == "held",
        present=tuple(_present(asked, group, tenure, party) for party in dict.fromkeys(meeting.present)),
        apologies=tuple(_present(asked, group, tenure, party) for party in dict.fromkeys(meeting.apologies)),
        absent=tuple(
            with_holder(asked, seat, tenure)
            for seat in seats(group)
            if there and seat not in people and people.isdisjoint(tenure.people(seat, deputies=True))
        ),
        quorate=quorate,
        why=why,
        items=tuple(items_of(asked, group, meeting)),
        decisions=tuple(asked.told(meeting, one) for one in meeting.decisions),
        actions=tuple(
            Agreed(one.id or "", asked.told(meeting, one.what), with_holder(asked, one.owner), one.due, one.done)
            for one in meeting.actions
        ),
        before=earlier.date if earlier is not None else None,
        next=after.date if after is not None else None,
    )


def _as_whom(tenure: Tenure, party: str) -> Iterator[str]:
    """The people whom a party means, the posts that they hold or deputise in on the day, and who sends them."""
    for person in tenure.members(party) or [party]:
        record = tenure.register.get(StaffMember, person)
        yield person
        yield from (one.role.id or "" for one in tenure.held_by.get(person, ()) if person == party)
        yield from (id for id in ((record.employer,) if record is not None else ()) if id)


def _present(asked: Asked, group: Group, tenure: Tenure, party: str) -> Present:
    as_whom = {party, *_as_whom(tenure, party)}
    if not as_whom.isdisjoint(seats(group)) or (not group.members and as_whom.isdisjoint(group.attendees)):
        sits_as = "member"
    else:
        also = {*group.attendees, group.secretary, group.deputy_chair}
        sits_as = "guest" if as_whom.isdisjoint(also) else "in attendance"
    return Present(with_holder(asked, party, tenure), _with_office(group, tenure, party, sits_as))


def _with_office(group: Group, tenure: Tenure, party: str, sits_as: str) -> str:
    """As what a party sits there, with the office that it, or a post that it holds itself, has in the group."""

    def has(*posts: str | None) -> bool:
        return any(post and (post == party or party in tenure.people(post)) for post in posts)

    if has(group.chair, *group.co_chairs):
        return "chair"
    offices = (("deputy chair", group.deputy_chair), ("secretary", group.secretary))
    return ", ".join([sits_as, *(office for office, post in offices if has(post))])


def _quorum(asked: Asked, group: Group, found: Attendance | None) -> tuple[bool | None, str]:
    """Whether the group could decide, and why."""
    if group.quorum is None and not group.quorum_roles and not group.quorum_all:
        return None, "The register names no quorum for this group."
    if found is None:
        return None, "Who was there is not recorded."
    said = []
    if group.quorum is not None:
        word = "counts" if found.counted == 1 else "count"
        said.append(f"{found.counted} of those present {word}, and the quorum is {group.quorum}")
    if group.quorum_roles:
        names = listed((called(asked, one) for one in group.quorum_roles), "or")
        was = "one" if found.one_of_those else "none"
        said.append(f"{was} of those was there of whom one must be ({names})")
    if group.quorum_all:
        if found.missing:
            names = listed(called(asked, one) for one in found.missing)
            said.append(f"{names} must be there, or a deputy, and {'was' if len(found.missing) == 1 else 'were'} not")
        else:
            said.append("everybody was there who must be, or a deputy")
    sentence = "; ".join(said)
    enough = found.enough and found.one_of_those and not found.missing
    return enough, f"{sentence[:1].upper()}{sentence[1:]}."


def paper(found: Minutes) -> Paper:
    """A skeleton in the order of minutes, with lines to sign."""
    when = long_day(found.day) if found.day is not None else "day not recorded"
    return Paper(
        name="group-minutes",
        title=f"{found.group}: minutes",
        organisation=found.head.organisation,
        day=found.head.day,
        about=f"Meeting of {when}{f' ({found.meeting})' if found.meeting else ''}, draft to be agreed",
        unread=found.head.unread,
        parts=(
            Part("Who was there", tuple(_there(found))),
            Part("What was discussed", tuple(_discussed(found))),
            Part("Decisions", tuple(_decisions(found))),
            Part("Actions", (_actions(found),)),
            Part("Next meeting", (Said(_next(found)),)),
            Part("Signed as a true record", (Lines(("Chair", "Name", "Date")),)),
        ),
    )


def _there(found: Minutes) -> Iterator[Block]:
    if not found.held:
        yield Said("This meeting is not recorded as held.", leads=True)
    columns = (Column("Who"), Column("As"))
    rows = tuple((one.name, one.sits_as) for one in found.present)
    yield Table("Present", columns, rows, "Who was there is not recorded.")
    yield Table("Apologies", columns, tuple((o.name, o.sits_as) for o in found.apologies), "No apologies are recorded.")
    if found.absent:
        yield Said(f"Neither there nor with apologies: {'; '.join(found.absent)}.")
    answer = {None: "not known", True: "yes", False: "no"}[found.quorate]
    yield Said(f"Quorate: {answer}. {found.why}", leads=True)
    if found.quorate is False:
        yield Said("What is decided without a quorum is to be confirmed at the next meeting that has one.")


def _discussed(found: Minutes) -> Iterator[Block]:
    if found.before is not None:
        yield Said(f"Minutes of {long_day(found.before)}: agreed / agreed with changes / not agreed (strike out).")
    rows = tuple(
        (number, one.title, one.presenter, "; ".join(one.about), None) for number, one in enumerate(found.items, 1)
    )
    columns = (
        Column("Item", "number"),
        Column("What"),
        Column("Who spoke"),
        Column("About"),
        Column("What was said", by_hand=True),
    )
    yield Table("Items", columns, rows, "No item is on record.")


def _decisions(found: Minutes) -> Iterator[Block]:
    if found.decisions:
        yield Points(found.decisions, numbered=True)
    else:
        yield Said("No decision is recorded yet.")


def _actions(found: Minutes) -> Table:
    columns = (Column("Action"), Column("What"), Column("Owner"), Column("By", "day"), Column("Done", "day"))
    rows = tuple((one.id, one.what, one.owner, one.due, one.done) for one in found.actions)
    return Table("Actions of this meeting", columns, rows, "No action is recorded yet.")


def _next(found: Minutes) -> str:
    return (
        f"The group meets next on {long_day(found.next)}." if found.next is not None else "No next meeting is planned."
    )


REPORT = Report(
    tells="minutes to be written further: attendance, quorum, decisions, actions, lines to sign",
    readers="the secretary of the IG group",
    values=values,
    type=Minutes,
    paper=paper,
    formats=("html", "docx", "pdf", "markdown", "json"),
    takes=frozenset({"of"}),
    of=("groups", "meetings"),
)
