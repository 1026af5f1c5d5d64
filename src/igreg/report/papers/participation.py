"""How people took part and what changed for it: you said, we did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from igreg.analysis.actions import is_overdue
from igreg.analysis.taking_part import held_between, people_in, planned_after, seats_outside
from igreg.chart.view import AUDIENCE_TITLES
from igreg.dataclass import dataclass
from igreg.deadlines import told_back
from igreg.language.english import capital, counted, listed, long_day
from igreg.model.kinds.engagements import Engagement, EngagementChange
from igreg.model.values import AUDIENCES
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.paper import Block, Column, Figure, Figures, Paper, Part, Points, Said, Table
from igreg.report.parties import area_called, called

_ORDER = ("service-users", "carers", "public", "all-staff")
_OTHERS = "Others, by name"
_FORMS = {"focus-group": "focus group", "complaint-theme": "a theme of complaints", "other": ""}
"""How forms are written where that differs from their name."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed, or is to change, for what was heard."""

    what: str
    by: str
    due: dt.date | None
    done: dt.date | None
    late: bool

    @property
    def standing(self) -> str:
        """Done, late or still to come, in words."""
        if self.done is not None:
            return f"done on {long_day(self.done)}"
        if self.due is None:
            return "to come, no day set"
        return f"{'late, was due' if self.late else 'to come'} by {long_day(self.due)}"


@dataclass(frozen=True, slots=True)
class TookPart:
    """One way in which people took part."""

    id: str
    title: str
    day: dt.date
    form: str
    with_: tuple[str, ...]
    people: int | None
    """How many; nothing where nobody wrote it."""
    accessible: tuple[str, ...]
    areas: tuple[str, ...]
    heard: tuple[str, ...]
    changes: tuple[Change, ...]
    told_back: str
    """When or by what those who took part were told what came of it; empty where they were not."""
    late: bool
    """Whether they should have been told by now."""
    owner: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often an audience took part, or an area was what it was about."""

    name: str
    times: int
    people: int
    uncounted: int
    """How many times nobody wrote how many took part."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A group in which somebody from outside has a seat."""

    group: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """The values of the report."""

    head: Head
    engagements: tuple[TookPart, ...]
    planned: tuple[TookPart, ...]
    people: int
    uncounted: int
    audiences: tuple[Coverage, ...]
    areas: tuple[Coverage, ...]
    groups: tuple[Outside, ...]


def values(asked: Asked) -> Participation:
    """Who took part in the period, and what is planned; of an area only where one is asked for."""
    register, period = asked.register, asked.period
    chosen = [one for one in held_between(register, period.first, period.last) if asked.has(one)]
    ahead = [one for one in planned_after(register, asked.today) if asked.has(one)]
    late = {one.record.where for one in told_back.due.past(asked.as_of)}
    people, uncounted = people_in(chosen)
    return Participation(
        head=asked.head,
        engagements=tuple(_took_part(asked, one, late=one.where in late) for one in chosen),
        planned=tuple(_took_part(asked, one, late=False) for one in ahead),
        people=people,
        uncounted=uncounted,
        audiences=tuple(_audiences(asked, chosen)),
        areas=tuple(
            _coverage(area_called(asked, area), (one for one in chosen if area in one.areas))
            for area in register.areas
            if asked.area in (None, area)
        ),
        groups=tuple(
            Outside(asked.called(group), tuple(called(asked, one) for one in found))
            for group in asked.as_of.tenure.there.groups
            if (found := seats_outside(register, group))
        ),
    )


def _took_part(asked: Asked, one: Engagement, *, late: bool) -> TookPart:
    told = f"on {long_day(one.told_back)}" if one.told_back is not None else ""
    by = f"by {called(asked, one.told_back_by)}" if one.told_back_by else ""
    return TookPart(
        id=one.id or "",
        title=asked.called(one),
        day=one.date or asked.today,
        form=_FORMS.get(one.form or "", one.form or ""),
        with_=tuple(_who(asked, one, party) for party in dict.fromkeys(one.with_ or ())),
        people=one.people,
        accessible=tuple(asked.told(one, text) for text in one.accessible),
        areas=tuple(area_called(asked, area) for area in dict.fromkeys(one.areas)),
        heard=tuple(asked.told(one, text) for text in one.heard),
        changes=tuple(_change(asked, one, change) for change in one.changed),
        told_back=" ".join(filter(None, (told, by))),
        late=late,
        owner=called(asked, one.owner),
    )


def _who(asked: Asked, one: Engagement, party: str) -> str:
    known = party in asked.register.kind_of or party in AUDIENCES
    return called(asked, party) if known else asked.told(one, party)


def _change(asked: Asked, one: Engagement, change: EngagementChange) -> Change:
    late = is_overdue(change, asked.today)
    return Change(asked.told(one, change.what), called(asked, change.by), change.due, change.done, late)


def _audiences(asked: Asked, chosen: list[Engagement]) -> Iterator[Coverage]:
    for audience in _ORDER:
        yield _coverage(called(asked, audience), (one for one in chosen if audience in (one.with_ or ())))
    yield _coverage(_OTHERS, (one for one in chosen if {*(one.with_ or ())} - AUDIENCES))


def _coverage(name: str, found: Iterable[Engagement]) -> Coverage:
    chosen = list(found)
    return Coverage(name, len(chosen), *people_in(chosen))


def paper(found: Participation) -> Paper:
    """The figures, each way in which people took part, and whom and what it was about over the time."""
    about = [found.head.period.called, *([found.head.part] if found.head.part else [])]
    return Paper(
        name="participation",
        title="You said, we did",
        organisation=found.head.organisation,
        day=found.head.day,
        about="; ".join(about),
        unread=found.head.unread,
        parts=(
            Part("In short", tuple(_short(found))),
            *(Part(one.title, tuple(_told(one))) for one in found.engagements),
            Part("Who took part, and about what", tuple(_coverages(found))),
            Part("What is planned", (_planned(found),)),
        ),
    )


def _short(found: Participation) -> Iterator[Block]:
    count = len(found.engagements)
    changes = [change for one in found.engagements for change in one.changes]
    done = sum(1 for one in changes if one.done is not None)
    told = sum(1 for one in found.engagements if one.told_back)
    late = sum(1 for one in found.engagements if one.late)
    if not count:
        yield Said("Nobody is recorded as having taken part in anything in this time.", leads=True)
        return
    uncounted = f"not counted {counted(found.uncounted, 'time')}" if found.uncounted else "counted each time"
    yield Figures(
        (
            Figure("Ways to take part", str(count)),
            Figure("People", str(found.people), uncounted),
            Figure("Changes", str(len(changes)), f"{done} done"),
            Figure("Told what came of it", f"{told} of {count}", "", f"{late} late" if late else ""),
        )
    )


def _told(one: TookPart) -> Iterator[Block]:
    people = counted(one.people, "person", "people") if one.people is not None else "how many is not recorded"
    form = f"{capital(one.form)} on {long_day(one.day)}" if one.form else f"On {long_day(one.day)}"
    yield Said(f"{form}, with {listed(map(_within, one.with_))}; {people}.")
    if one.accessible:
        yield Said(f"So that everybody could take part: {', '.join(one.accessible)}.")
    if one.heard:
        yield Said("You said:")
        yield Points(one.heard)
    else:
        yield Said("What was said is not recorded.")
    columns = (Column("We did, or will do"), Column("Who sees to it"), Column("State"))
    rows = tuple((change.what, change.by, change.standing) for change in one.changes)
    yield Table("What changed", columns, rows, "No change is recorded yet.")
    if one.told_back:
        yield Said(f"Those who took part were told what came of it {one.told_back}.")
    else:
        late = "They should have been told by now." if one.late else ""
        yield Said(f"Those who took part are still to be told what came of it. {late}".strip())


def _within(who: str) -> str:
    """An audience as it stands within a sentence; a name keeps its capital."""
    return who[:1].lower() + who[1:] if who in AUDIENCE_TITLES.values() else who


def _coverages(found: Participation) -> Iterator[Block]:
    heads = (Column("How often", "number"), Column("People in those", "number"), Column("Not counted", "number"))
    for caption, first, coverage in (
        ("Who took part", "Who", found.audiences),
        ("What it was about", "Area", found.areas),
    ):
        rows = tuple((one.name, one.times, one.people, one.uncounted) for one in coverage)
        yield Table(caption, (Column(first), *heads), rows, "No area is known.")
    none = [one.name for one in found.areas if not one.times]
    if none and len(none) < len(found.areas):
        yield Said(f"Nobody took part in anything about {listed(none, 'or')}.")
    groups = tuple((one.group, "; ".join(one.who)) for one in found.groups)
    columns = (Column("Group"), Column("Who from outside"))
    empty = "No group has a seat that is recorded as one of service users, carers, the public or another organisation."
    yield Table("Groups in which others have a seat", columns, groups, empty)


def _planned(found: Participation) -> Table:
    columns = (Column("What"), Column("When", "day"), Column("With"), Column("How"), Column("Who sees to it"))
    rows = tuple((one.title, one.day, "; ".join(one.with_), one.form, one.owner) for one in found.planned)
    return Table("Still to come", columns, rows, "Nothing is planned.")


REPORT = Report(
    tells="how people took part and what changed (you said, we did), and who was reached",
    readers="the public and members",
    values=values,
    type=Participation,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="this year",
    takes=frozenset({"period", "area"}),
)
