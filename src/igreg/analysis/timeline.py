"""Who held what over time: each role's appointments, the days on which nobody held it or several did, and absences.

On any one day it says what `who_held` says of it: the same dates decide, of the appointment and of the post.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from igreg.analysis.spans import DAY, Span, day_before, joined, runs
from igreg.analysis.subject import Subject
from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.who_held import DECIDES, hides, is_meant
from igreg.dataclass import dataclass
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember
from igreg.register.register import Register

ALWAYS = Span(None, None)


@dataclass(frozen=True, slots=True)
class Bar:
    """One appointment, and the days on which it counts: those of its own on which there is such a post (ruling H04)."""

    appointment: Appointment
    span: Span

    @property
    def staff(self) -> str:
        """Whose it is."""
        return self.appointment.holder.staff or ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Days on which the same several people held a role, as substantive or acting holders."""

    span: Span
    people: frozenset[str]

    @property
    def staff(self) -> list[str]:
        """Their ids, in order."""
        return sorted(self.people)


@dataclass(frozen=True, slots=True)
class Away:
    """An absence of somebody while they had the role, and were employed."""

    staff: str
    absence: Absence
    span: Span
    """Its days on which that was so: what comes after is no affair of the role's."""
    covered: Literal["all", "part", "none"]
    """On which of these days within the window whoever is named as cover was there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One role over time; of a person that is asked about, their part alone."""

    role: Role
    own: bool
    """Whether it is somebody's part alone, so that nothing is said of others or of gaps."""
    bars: tuple[Bar, ...]
    gaps: tuple[Span, ...]
    overlaps: tuple[Overlap, ...]
    absences: tuple[Away, ...]
    changes: tuple[dt.date, ...]
    """The days on which other people had it, or in another capacity, than on the day before."""
    never: bool
    """Whether nobody is written down who ever held it; a deputy does not (ruling H03)."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The answer for the days from a first to a last."""

    register: Register
    today: dt.date
    span: Span
    rows: tuple[Row, ...]
    gone: tuple[Role, ...]
    """Roles that would be meant, and that there were not on any of these days."""
    silent: tuple[Subject, ...]
    """What was asked about and has none of these: no role leads the area, or the person had no part in any."""
    is_certain: bool
    """Whether nobody can be missing because a file with roles or people could not be read."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A role that is meant, with the appointments that are asked about."""

    role: Role
    own: bool
    bars: tuple[Bar, ...]

    @property
    def days(self) -> Span:
        return Span(self.role.start, self.role.end)

    @property
    def first(self) -> dt.date | None:
        """The first day that it has; nothing where none is written."""
        if not self.own and self.role.start is not None:
            return self.role.start
        return min((bar.span.first for bar in self.bars if bar.span.first is not None), default=None)


def timeline(
    register: Register, subjects: Sequence[Subject], first: dt.date | None, last: dt.date, today: dt.date
) -> Timeline:
    """Who held what from a first day to a last: of the subjects, or of the roles that lead an area.

    Without a first day it begins with the first that any row has (ruling H12).
    """
    parts = sorted(_parts(register, subjects), key=lambda part: _place(register, part.role))
    window = Span(_first(parts, last) if first is None else first, last)
    is_certain = not hides(register, DECIDES)
    rows = [_row(register, part, window, first, is_certain) for part in parts if _is_there(part, window)]
    shown = tuple(row for row in rows if row.bars or not row.own)
    gone = tuple(part.role for part in parts if not (part.own or _is_there(part, window)))
    told = [*(row.role for row in shown), *gone]
    silent = tuple(one for one in subjects if not any(_is_about(role, one) for role in told))
    return Timeline(register, today, window, shown, gone, silent, is_certain)


def bars_of(role: Role) -> list[Bar]:
    """The appointments of a role with the days on which they count, the first of them first.

    One that counts on no day is none: it ends before it begins, or lies outside the days of the post.
    """
    out = []
    for index, holder in enumerate(role.holders):
        own = Span(holder.from_, holder.until).meets(ALWAYS)
        span = own.meets(Span(role.start, role.end)) if own is not None and holder.staff else None
        if span is not None:
            out.append(Bar(Appointment(role, index, holder), span))
    return sorted(out, key=lambda bar: (bar.span.first or dt.date.min, not bar.appointment.fills))


def _parts(register: Register, subjects: Sequence[Subject]) -> Iterator[_Part]:
    """The roles that are meant; one that is asked about by itself is told in full, whoever else is asked about."""
    people = {one.id for one in subjects if one.sort == "person"}
    others = [one for one in subjects if one.sort != "person"]
    for role in register.of(Role):
        if any(is_meant(role, one) for one in others) or (not subjects and role.areas):
            yield _Part(role, False, tuple(bars_of(role)))
        elif people and any(holder.staff in people for holder in role.holders):
            yield _Part(role, True, tuple(bar for bar in bars_of(role) if bar.staff in people))


def _is_there(part: _Part, window: Span) -> bool:
    """Whether there is such a post on any day of the window; a post that ends before it begins never is."""
    days = part.days.meets(ALWAYS)
    return days is not None and days.meets(window) is not None


def _is_about(role: Role, subject: Subject) -> bool:
    if subject.sort == "person":
        return any(holder.staff == subject.id for holder in role.holders)
    return is_meant(role, subject)


def _place(register: Register, role: Role) -> tuple[int, str]:
    """Where a role stands: by the first of its areas in the order of the areas, then by its id (ruling H13)."""
    areas = list(register.areas)
    return min((areas.index(area) for area in role.areas if area in areas), default=len(areas)), role.id or ""


def _first(parts: Iterable[_Part], last: dt.date) -> dt.date:
    """The first day of any row that is not past the last; where none is written, the first end of an appointment."""
    parts = list(parts)
    found = [part.first for part in parts if part.first is not None and part.first <= last]
    ends = (bar.span.last for part in parts for bar in part.bars if bar.span.last is not None and bar.span.last <= last)
    return min(found) if found else min(ends, default=last)


def _row(register: Register, part: _Part, window: Span, asked: dt.date | None, is_certain: bool) -> Row:
    assert window.first is not None
    assert window.last is not None
    bars = tuple(bar for bar in part.bars if bar.span.meets(window))
    filling = [(bar.span, bar.staff) for bar in part.bars if bar.appointment.fills]
    found = list(runs(filling, window.first, window.last)) if not part.own else []
    vacant = _may_be_vacant(part.role, [span for span, _ in filling], window, asked) if is_certain else None
    cut = [run.span.meets(vacant) for run in found if not run.there] if vacant is not None else []
    pairs = ((bar.span, (bar.staff, bar.appointment.holder.as_)) for bar in part.bars)
    same = list(runs(pairs, day_before(window.first), window.last))
    return Row(
        part.role,
        part.own,
        bars,
        tuple(gap for gap in cut if gap is not None),
        tuple(Overlap(run.span, run.there) for run in found if len(run.there) > 1),
        tuple(_away(register, bars, window)),
        tuple(run.first for run in same[1:]),
        not any(bar.appointment.fills for bar in part.bars),
    )


def _may_be_vacant(role: Role, filling: Sequence[Span], window: Span, asked: dt.date | None) -> Span | None:
    """The days on which the post is vacant where nobody holds it (ruling H12): from the post's first day, else after
    its first holder, else, where it never had one, from the day that was asked for; to the end of the post."""
    begins = [span.first for span in filling]
    if role.start is not None:
        first = role.start
    elif filling:
        first = min(day or dt.date.min for day in begins)
    elif asked is not None:
        first = asked
    else:
        return None
    return Span(first, role.end).meets(window)


def _away(register: Register, bars: Collection[Bar], window: Span) -> Iterator[Away]:
    """The absences of whoever had the role, on days on which they had it; each stretch of such days by itself."""
    spans: dict[str, list[Span]] = {}
    for bar in bars:
        spans.setdefault(bar.staff, []).append(bar.span)
    for staff, own in spans.items():
        person = register.get(StaffMember, staff)
        employed = Span(person.started, person.left) if person is not None else ALWAYS
        held = [span for one in joined(own) if (span := one.meets(employed)) is not None]
        for absence in person.absences if person is not None else ():
            days = Span(absence.from_, absence.until).meets(ALWAYS) if absence.from_ or absence.until else None
            for told in (days.meets(span) for span in held) if days is not None else ():
                part = told.meets(window) if told is not None else None
                if told is not None and part is not None:
                    yield Away(staff, absence, told, _covered(register, absence, part))


def _covered(register: Register, absence: Absence, part: Span) -> Literal["all", "part", "none"]:
    """On which of some days whoever covers was there, as `Tenure.cover` has it for each of them."""
    cover = register.get(StaffMember, absence.cover)
    known = {cover.started, cover.left and _next(cover.left)} if cover is not None else set()
    for other in cover.absences if cover is not None else ():
        known |= {other.from_, other.until and _next(other.until)}
    days = {part.first, *(day for day in known if day is not None and Span(day, day).meets(part))}
    said = {Tenure(register, day).cover(absence) is not None for day in days if day is not None}
    return "all" if said == {True} else "part" if said == {True, False} else "none"


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + DAY
