"""Returns to be made, such as the toolkit of a year: what is reached, and what is missing."""

from __future__ import annotations

import datetime as dt

from igreg.dataclass import dataclass
from igreg.language.english import are, counted, long_day
from igreg.model.kinds.assessments import Assessment
from igreg.report.asked import Asked
from igreg.status.look import open_return


@dataclass(frozen=True, slots=True)
class OpenReturn:
    """A return that is still to be published."""

    id: str
    title: str
    usable: bool
    """Whether the pack that it answers can be used: else nothing is known of what is reached."""
    target: str
    reached: str
    """Empty where no status is."""
    deadline: dt.date | None
    days: int | None
    left: int
    """How many items stand between here and the target."""
    asked: int
    """How many mandatory items there are."""
    met: int
    approved_by: str
    approved_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Published:
    """A return that was published."""

    title: str
    result: str
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class Returns:
    """What is to be returned, and what was published last."""

    open: tuple[OpenReturn, ...]
    last: Published | None


def returns(asked: Asked) -> Returns:
    """The returns on the day."""
    every = [one for one in asked.register.of(Assessment) if asked.has(one)]
    return Returns(tuple(_open(asked, one) for one in every if one.is_open), _last(asked, every))


def _open(asked: Asked, assessment: Assessment) -> OpenReturn:
    found = open_return(asked.context, assessment)
    summary = found.summary
    states = ("met", "not-met", "unanswered", "stale", "contradicted", "not-applicable", "recorded")
    return OpenReturn(
        id=assessment.id or "",
        title=asked.called(assessment),
        usable=bool(summary),
        target=found.statuses.get(found.target or "", found.target or ""),
        reached=found.statuses.get(found.reached or "", found.reached or ""),
        deadline=found.deadline or assessment.due,
        days=found.days,
        left=found.left,
        asked=sum(summary.get(state, 0) for state in states),
        met=summary.get("met", 0) + summary.get("not-applicable", 0),
        approved_by=assessment.approved_by or "",
        approved_on=assessment.approved_on,
    )


def _last(asked: Asked, every: list[Assessment]) -> Published | None:
    """The last that was published by the day, here or as the organisation's record says."""
    found = [Published(asked.called(one), _words(one.result or ""), one.published) for one in every if one.published]
    organisation = asked.register.organisation
    for edition in organisation.dspt:
        if edition.published is not None:
            title = f"Data Security and Protection Toolkit {asked.told(organisation, edition.edition)}".strip()
            found.append(Published(title, _words(asked.told(organisation, edition.status)), edition.published))
    past = [one for one in found if one.on is not None and one.on <= asked.today]
    return max(past, key=lambda one: one.on or dt.date.min, default=None)


def _words(status: str) -> str:
    """A status as people say it, whichever spelling of its id was written (ruling E04): `standards met`."""
    return status if " " in status else status.replace("_", " ").replace("-", " ")


def sentences(found: Returns, most: int = 5, where: str = ", see igreg status") -> tuple[str, ...]:
    """Each return in a sentence or two, the soonest first, at most so many; `where` says where the rest is found."""
    soonest = sorted(found.open, key=lambda one: one.deadline or dt.date.max)
    out = [_sentence(one) for one in soonest[:most]]
    if len(soonest) > most:
        left = len(soonest) - most
        out.append(f"{counted(left, 'more return')} {are(left)} open{where}.")
    if not found.open:
        out.append("No return is open in this register.")
    if found.last is not None and found.last.on is not None:
        result = f": {found.last.result}" if found.last.result else ", with what result is not written down"
        out.append(f"Last published: {found.last.title} on {long_day(found.last.on)}{result}.")
    return tuple(out)


def _sentence(one: OpenReturn) -> str:
    if not one.usable:
        return f"{one.title}: what is reached is not known, since the list of what it asks cannot be used."
    due = f", due on {long_day(one.deadline)} ({_days(one.days or 0)})" if one.deadline is not None else ""
    reached = f"“{one.reached}” is reached" if one.reached else "no status is reached yet"
    return f"{one.title}{due}: {reached}{_aim(one)}{met(one)}."


def met(one: OpenReturn) -> str:
    """How many of the mandatory items are met, behind what a sentence says before; nothing where there are none."""
    items = counted(one.asked, "mandatory item")
    return f"; {one.met} of {items} {are(one.asked)} met" if one.asked else ""


def _aim(one: OpenReturn) -> str:
    """What is aimed for, and how much stands before it; nothing where no aim is written."""
    if not one.target:
        return ""
    if one.reached == one.target:
        return ", and no more is aimed for"
    stand = "no item" if not one.left else counted(one.left, "item")
    return f"; “{one.target}” is aimed for, and {stand} {'stand' if one.left > 1 else 'stands'} in between"


def _days(days: int) -> str:
    return f"{counted(days, 'day')} from now" if days >= 0 else f"{counted(-days, 'day')} ago"
