"""The front sheet of a paper: for what it comes, from whom, whom to ask, and which of the gravest risks it bears on."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.accountability import is_at_the_top
from igreg.analysis.meetings import ig_groups, last_held, meetings_by_group, next_planned
from igreg.dataclass import dataclass
from igreg.language.english import capital, listed, long_day, some_of
from igreg.model.kinds.groups import Group
from igreg.model.kinds.risks import Risk
from igreg.report.asked import NOBODY, Asked
from igreg.report.matters.leads import Lead
from igreg.report.matters.overview import Overview
from igreg.report.paper import Fact, Facts
from igreg.report.parties import with_holder

FRAMEWORK = "assurance-framework"
"""The tag of a risk that stands in the board's assurance framework."""


@dataclass(frozen=True, slots=True)
class Overseen:
    """A group that leads information governance, and when it met last."""

    title: str
    met: dt.date | None


@dataclass(frozen=True, slots=True)
class OnFramework:
    """A risk that is marked as part of the board's assurance framework."""

    title: str
    score: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Front:
    """What the front sheet of a paper says."""

    purpose: str
    """`decision and assurance`, or `assurance` where nothing is asked."""
    meets: dt.date | None
    """The next meeting of the board that is planned."""
    lead: tuple[str, ...]
    """From whom it comes: the post of the senior information risk owner with whoever holds it, else whoever leads on
    risk."""
    questions: tuple[str, ...]
    """Whom to ask: whoever leads on information governance."""
    overseen: tuple[Overseen, ...]
    framework: tuple[OnFramework, ...]
    """The risks with the tag `assurance-framework`; none where none is marked."""


def front(asked: Asked, found: Overview) -> Front:
    """The front sheet of a paper for the board."""
    register, tenure = asked.register, asked.as_of.tenure
    meetings = meetings_by_group(register)
    top = register.organisation.top
    boards = [one for one in register.of(Group) if one.id == top] or [
        one for one in register.of(Group) if one.id and is_at_the_top(tenure, one.id)
    ]
    ahead = next_planned([one for board in boards for one in meetings.get(board.id or "", ())], asked.today)
    rows = {one.id: one for one in found.risks.risks}
    marked = [rows[one.id or ""] for one in register.of(Risk) if FRAMEWORK in one.tags and (one.id or "") in rows]
    leads = [lead for area in found.areas if area.id == "governance" for lead in area.leads]
    return Front(
        purpose="decision and assurance" if found.asks else "assurance",
        meets=ahead.date if ahead is not None else None,
        lead=tuple(with_holder(asked, one.id) for one in tenure.there.roles if "siro" in one.all_functions)
        or tuple(
            f"{_named(one)}, who leads on risk" for area in found.areas if area.id == "risk" for one in area.leads
        ),
        questions=tuple(map(_named, leads)),
        overseen=tuple(
            Overseen(
                asked.called(one),
                held.date if (held := last_held(meetings.get(one.id or "", ()), asked.today)) is not None else None,
            )
            for one in ig_groups(tenure)
        ),
        framework=tuple(
            OnFramework(one.title, one.score, one.target)
            for one in sorted(marked, key=lambda one: (-(one.score or 0), one.id))
        ),
    )


def _named(lead: Lead) -> str:
    """A post that leads, with whoever holds it."""
    return f"{lead.title} ({listed(lead.holders) or NOBODY})"


def facts(found: Front) -> Facts:
    """The front sheet as it is read."""
    meets = long_day(found.meets) if found.meets is not None else "no meeting of it is planned in the register"
    seen = [f"{one.title}, {_met(one.met)}" for one in found.overseen]
    return Facts(
        (
            Fact("For", capital(found.purpose)),
            Fact("Board meets on", meets),
            Fact("From", listed(found.lead) or "Nobody is recorded as senior information risk owner"),
            Fact("Questions to", listed(found.questions) or "Nobody is named who leads on it"),
            Fact("Overseen by", "; ".join(seen) or "No group is recorded that leads on it"),
            Fact("Assurance framework", _framework(found.framework)),
        )
    )


def _met(day: dt.date | None) -> str:
    return f"which last met on {long_day(day)}" if day is not None else "of which no meeting is down as held"


def _framework(found: tuple[OnFramework, ...]) -> str:
    if not found:
        return "No risk is marked as part of it"
    return some_of([f"{one.title} ({_scored(one)})" for one in found])


def _scored(one: OnFramework) -> str:
    aim = f", aim {one.target}" if one.target is not None else ""
    return f"{one.score}{aim}" if one.score is not None else "no score"
