"""One line about who held a role, as picture, table and text say it."""

from __future__ import annotations

from typing import Literal

from igreg.analysis.spans import Span
from igreg.analysis.timeline import Away, Bar, Overlap, Timeline
from igreg.dataclass import dataclass
from igreg.language.english import counted, listed, long_day
from igreg.model.kinds.staff import StaffMember

BarKind = Literal["substantive", "acting", "deputy", "vacant", "absent"]


MOST_NAMED = 8
"""Of more people at once only the number is said."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line about a role: somebody's time in it, days without anybody or with several, or an absence."""

    what: BarKind | Literal["several"]
    who: str
    span: Span
    days: int | None
    """How many days; nothing where an end is open."""
    by: str = ""
    """The paper that assigns it."""
    note: str = ""

    @property
    def said(self) -> str:
        """Who and in what capacity, or what else it is."""
        if self.what == "vacant":
            return f"VACANT, {counted(self.days or 0, 'day')}"
        if self.what == "several":
            return f"{self.who} at once, {counted(self.days or 0, 'day')}"
        if self.what == "absent":
            return f"{self.who} away" + (f", {counted(self.days, 'day')}" if self.days is not None else "")
        return f"{self.who}, {self.what}"

    @property
    def when(self) -> str:
        """Its days in words."""
        first = long_day(self.span.first) if self.span.first is not None else "a day that is not known"
        if self.span.last is None:
            return f"since {first}" if self.what != "absent" else f"since {first}, with no end given"
        if self.span.first == self.span.last:
            return f"on {first}"
        return f"{first} to {long_day(self.span.last)}"


def of_gap(span: Span) -> Entry:
    """Days on which nobody held it."""
    return Entry("vacant", "", span, span.days)


def of_bar(found: Timeline, bar: Bar) -> Entry:
    """Somebody's time in a role, by which paper, and that they had left where they had."""
    holder, register = bar.appointment.holder, found.register
    paper = [holder.assigned_by, (holder.document.title or holder.document.path) if holder.document else None]
    person = register.get(StaffMember, bar.staff)
    note = ""
    if person is not None and person.left is not None and (bar.span.last is None or person.left < bar.span.last):
        begun = bar.span.first is None or bar.span.first <= person.left
        if person.left < found.today:
            note = f"left on {long_day(person.left)}" if begun else f"had left on {long_day(person.left)}"
    own = Span(holder.from_, holder.until)
    by = listed([text for text in paper if text]) if any(paper) else ""
    return Entry(holder.as_, register.title(bar.staff), own, own.days, by, note)


def of_overlap(found: Timeline, one: Overlap) -> Entry:
    """Days on which several held it."""
    several = len(one.people) > MOST_NAMED
    who = f"{len(one.people)} people" if several else listed([found.register.title(id) for id in one.staff])
    return Entry("several", who, one.span, one.span.days)


def of_absence(found: Timeline, one: Away) -> Entry:
    """An absence, and who covers."""
    absence, title = one.absence, found.register.title
    if not absence.cover:
        note = "nobody is named as cover"
    elif one.covered == "all":
        note = f"{title(absence.cover)} covers"
    elif one.covered == "part":
        note = f"{title(absence.cover)} covers, and is not there on all of these days"
    else:
        note = f"{title(absence.cover)} was to cover, and is not there"
    return Entry("absent", title(one.staff), one.span, one.span.days, "", note)
