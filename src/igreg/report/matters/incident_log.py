"""The log of breaches that UK GDPR, Article 33(5), asks for: facts, effects, action, and what was decided and why."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.breach_notice import notice_of
from igreg.analysis.incident_counts import aware_in, without_a_day
from igreg.analysis.incidents import came_to_nothing, has_clock
from igreg.dataclass import dataclass
from igreg.language.english import counted, elapsed, listed, long_day
from igreg.model.kinds.incidents import Incident
from igreg.model.values import Moment
from igreg.report.asked import Asked
from igreg.report.matters.incidents import regulator
from igreg.report.parties import called, with_holder

_CONCERNED = ("service-users", "carers", "all-staff", "public")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision whether somebody is told."""

    to: str
    report: bool | None
    by: str
    at: dt.datetime | None
    reason: str
    after: str
    """How long after we knew."""


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody was told."""

    to: str
    at: dt.datetime | None
    after: str
    in_time: bool | None
    """Whether within the hours there are; of the regulator alone."""
    late_reason: str
    reference: str


@dataclass(frozen=True, slots=True)
class Logged:
    """An incident of the log."""

    id: str
    title: str
    sort: str
    """A breach of personal data, a near miss, or no personal data."""
    aware: dt.date | None
    """A day or a moment."""
    occurred: dt.date | None
    areas: tuple[str, ...]
    unit: str
    status: str
    facts: str
    lost: tuple[str, ...]
    """Confidentiality, integrity, availability."""
    cause: str
    people: int | None
    records: int | None
    data: tuple[str, ...]
    consequences: str
    grade: str
    """Likelihood and impact."""
    contained: str
    measures: str
    actions: tuple[str, ...]
    people_told: str
    lessons: tuple[str, ...]
    decision: Decided | None
    """Whether the regulator is told."""
    further: tuple[Decided, ...]
    told: tuple[Told, ...]
    closed: dt.date | None
    clocked: bool
    """Whether the hours of the law run, or ran, for it."""


def log(asked: Asked) -> tuple[Logged, ...]:
    """The incidents of the time in the order in which they came to light; those without a day last."""
    period = asked.period
    found = [*aware_in(asked.register, period.first, period.last), *without_a_day(asked.register)]
    return tuple(_logged(asked, one) for one in found if asked.has(one))


def _logged(asked: Asked, one: Incident) -> Logged:
    contained = one.contained
    texts = tuple(asked.told(one, text, "data_categories", place) for place, text in enumerate(one.data_categories))
    return Logged(
        id=one.id or "",
        title=asked.called(one),
        sort=_sort(one),
        aware=one.aware,
        occurred=one.occurred,
        areas=asked.area_titles(one.areas),
        unit=asked.title(one.unit),
        status=one.status,
        facts=asked.told(one, one.summary, "summary"),
        lost=tuple(one.effects),
        cause=asked.told(one, one.root_cause, "root_cause"),
        people=one.people_affected,
        records=one.records_affected,
        data=texts,
        consequences=asked.told(one, one.consequences, "consequences"),
        grade=f"likelihood {one.likelihood}, impact {one.impact}" if one.likelihood and one.impact else "",
        contained=asked.told(one, contained.how, "contained", "how") if contained is not None else "",
        measures=asked.told(one, one.measures, "measures"),
        actions=tuple(_actions(asked, one)),
        people_told=_people_told(asked, one),
        lessons=tuple(
            asked.told(one, lesson.lesson, "lessons", place, "lesson") for place, lesson in enumerate(one.lessons)
        ),
        decision=_decision(asked, one),
        further=tuple(_further(asked, one)),
        told=tuple(_told(asked, one)),
        closed=one.closed,
        clocked=has_clock(one),
    )


def _sort(one: Incident) -> str:
    if not one.personal_data:
        return "no personal data"
    return "near miss" if came_to_nothing(one) else "breach of personal data"


def _after(asked: Asked, one: Incident, at: Moment | None) -> str:
    """How long after we knew something was; of what was before, that it was."""
    if at is None or one.aware is None:
        return ""
    minutes = asked.register.clock.minutes_between(one.aware, at)
    return elapsed(minutes) if minutes >= 0 else "before we knew"


def _actions(asked: Asked, one: Incident) -> list[str]:
    out = []
    for place, action in enumerate(one.actions):
        what = asked.told(one, action.what, "actions", place, "what").rstrip(".")
        due = f"due {long_day(action.due)}" if action.due is not None else "no day set"
        out.append(f"{what} ({f'done {long_day(action.done)}' if action.done is not None else due})")
    return out


def _people_told(asked: Asked, one: Incident) -> str:
    told = one.people_told
    if told is None:
        days = [found.at for found in one.notifications if found.to in _CONCERNED and found.at is not None]
        return f"after {_after(asked, one, min(days, key=asked.register.clock.instant))}" if days else ""
    if told.at is not None:
        how = asked.told(one, told.how, "people_told", "how")
        return f"after {_after(asked, one, told.at)}" + (f": {how}" if how else "")
    reason = asked.told(one, told.not_told_reason, "people_told", "not_told_reason")
    return f"not told: {reason}" if reason else ""


def _decision(asked: Asked, one: Incident) -> Decided | None:
    found = one.decision
    if found is None:
        return None
    reason = asked.told(one, found.reason, "decision", "reason")
    return Decided(
        regulator(asked), found.report, with_holder(asked, found.by), found.at, reason, _after(asked, one, found.at)
    )


def _further(asked: Asked, one: Incident) -> list[Decided]:
    return [
        Decided(
            called(asked, found.to),
            found.report,
            with_holder(asked, found.by),
            found.at,
            asked.told(one, found.reason, "decisions", place, "reason"),
            _after(asked, one, found.at),
        )
        for place, found in enumerate(one.decisions)
    ]


def _told(asked: Asked, one: Incident) -> list[Told]:
    first = notice_of(asked.register, one, asked.as_of.number("breach-notice"))
    out = []
    for place, found in enumerate(one.notifications):
        in_time = first.in_time if first is not None and first.index == place else None
        late = asked.told(one, found.late_reason, "notifications", place, "late_reason")
        reference = asked.told(one, found.reference, "notifications", place, "reference")
        to = regulator(asked) if found.to == asked.register.organisation.breach_report_to else called(asked, found.to)
        out.append(Told(to, found.at, _after(asked, one, found.at), in_time, late, reference))
    return out


def affected(one: Logged) -> str:
    """How many people and records, and of what kind."""
    parts = [counted(one.people, "person", "people")] if one.people is not None else []
    parts += [counted(one.records, "record")] if one.records is not None else []
    parts += [listed(one.data)] if one.data else []
    return "; ".join(parts) or "not written down"
