"""The log of breaches (UK GDPR, Article 33(5)): for the data protection officer, and the ICO on request."""

from __future__ import annotations

from igreg.analysis.breach_times import BreachTimes
from igreg.dataclass import dataclass
from igreg.language.english import capital, counted, listed
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import incidents
from igreg.report.matters.incident_log import Decided, Logged, Told, affected, log
from igreg.report.matters.incidents import Incidents as Counts
from igreg.report.paper import Block, Cell, Column, Figure, Figures, Paper, Part, Said, Table
from igreg.report.parties import called

NOT_WRITTEN = "not written down"


@dataclass(frozen=True, slots=True)
class Way:
    """How long a report takes inside, by the ways that are set up."""

    to: str
    hours: float | None
    """From the slowest beginning; nothing where there is no way from somewhere."""


@dataclass(frozen=True, slots=True)
class IncidentLog:
    """The values of the report."""

    head: Head
    counts: Counts
    incidents: tuple[Logged, ...]
    ways: tuple[Way, ...]


def values(asked: Asked) -> IncidentLog:
    """The log of the time, in figures and one by one."""
    return IncidentLog(asked.head, incidents.incidents(asked), log(asked), _ways(asked))


def _ways(asked: Asked) -> tuple[Way, ...]:
    times, to = BreachTimes(asked.as_of.audiences), asked.register.organisation.breach_report_to
    out = []
    for one in times.addressees:
        found = list(times.times(one).values())
        hours = None if not found or None in found else max(time for time in found if time is not None)
        told = incidents.regulator(asked) if one.subject == to else called(asked, one.subject)
        title = {"dpo": "Data protection officer", "siro": "Senior information risk owner"}.get(one.subject)
        out.append(Way(title or capital(told), hours))
    return tuple(out)


def paper(found: IncidentLog) -> Paper:
    """Figures first, then facts, effects, action, and decisions with their times."""
    head = found.head
    part = f", {head.part}" if head.part else ""
    return Paper(
        name="incidents",
        title="Log of incidents and breaches",
        organisation=head.organisation,
        day=head.day,
        about=f"Incidents that came to light from {head.period.called}{part}. The log under Article 33(5) of UK GDPR.",
        unread=head.unread,
        parts=(
            Part("In figures", _figures(found)),
            Part("The facts", (_facts(found),)),
            Part("The effects", (_effects(found),)),
            Part("What was done", (_action(found),)),
            Part("What was decided, and who was told", _decisions(found)),
            Part("How long a report takes inside the organisation", (_way_table(found),)),
        ),
    )


def _figures(found: IncidentLog) -> tuple[Block, ...]:
    counts = found.counts.now.counts
    out: list[Block] = []
    if counts is not None:
        late = f"{counts.late} late" if counts.late else ""
        told = f"{counts.in_time} of {counts.reported}" if counts.reported else "none reported"
        undecided = "to be decided" if counts.undecided else ""
        out.append(
            Figures(
                (
                    Figure("Incidents", str(counts.incidents), incidents.before_note(found.counts.before.counts)),
                    Figure("Breaches of personal data", str(counts.breaches)),
                    Figure("Near misses", str(counts.near_misses)),
                    Figure(f"Reported within {found.counts.hours:g} hours", told, "", late),
                    Figure("Without a decision whether to report", str(counts.undecided), "", undecided),
                )
            )
        )
    if not found.incidents:
        out.append(
            Said("No incident is recorded for this time. That none is recorded does not show that none happened.")
        )
    return (*out, *incidents.remarks(found.counts), incidents.plot(found.counts))


def _named(one: Logged) -> str:
    return f"{one.id}: {one.title}" if one.id and one.id != one.title else one.title


def _table(caption: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]], empty: str = "") -> Table:
    empty = empty or "No incident is recorded for this time."
    return Table(caption, (Column("Incident"), *columns), tuple(rows), empty)


def _facts(found: IncidentLog) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            _named(one),
            one.occurred or "not known",
            one.aware or "not written down",
            capital(one.sort),
            one.unit or NOT_WRITTEN,
            one.facts or NOT_WRITTEN,
            one.cause or "not known yet",
        )
        for one in found.incidents
    ]
    heads = ("Happened", "We knew", "What it is", "Where", "What happened", "Why")
    sorts = ("moment", "moment", "text", "text", "text", "text")
    columns = tuple(Column(head, sort) for head, sort in zip(heads, sorts, strict=True))  # type: ignore[arg-type]
    return _table("The facts of each incident", columns, rows)


def _effects(found: IncidentLog) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            _named(one),
            capital(listed(one.lost)) or "nothing is named",
            affected(one),
            one.consequences or NOT_WRITTEN,
            one.grade or "not graded",
        )
        for one in found.incidents
    ]
    columns = tuple(map(Column, ("What was lost", "Whose and what data", "Likely consequences", "Grade")))
    return _table("The effects of each incident", columns, rows)


def _action(found: IncidentLog) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            _named(one),
            one.contained or NOT_WRITTEN,
            "; ".join(text for text in (one.measures, *one.actions) if text) or NOT_WRITTEN,
            capital(one.people_told) or NOT_WRITTEN,
            " ".join(one.lessons) or "none is written down",
            f"closed on {one.closed:%-d %B %Y}" if one.closed is not None else one.status,
        )
        for one in found.incidents
    ]
    heads = ("How it was stopped", "Action taken", "Those concerned were told", "Lessons", "Standing")
    return _table("The action taken on each incident", tuple(map(Column, heads)), rows)


def _decisions(found: IncidentLog) -> tuple[Block, ...]:
    decided: list[tuple[Cell, ...]] = []
    told: list[tuple[Cell, ...]] = []
    for one in found.incidents:
        if one.decision is None and one.clocked:
            decided.append((_named(one), capital(found.counts.regulator), "not decided yet", None, "", "", ""))
        decisions = ((one.decision,) if one.decision is not None else ()) + one.further
        decided += [_decided(one, decision) for decision in decisions]
        told += [_told(one, notice) for notice in one.told]
    heads = ("Whether to tell", "Decision", "When", "After we knew", "By", "Reason")
    columns = tuple(Column(head, "moment" if head == "When" else "text") for head in heads)
    heads = ("Told", "When", "After we knew", f"Within {found.counts.hours:g} hours", "Why late", "Reference")
    others = tuple(Column(head, "moment" if head == "When" else "text") for head in heads)
    return (
        _table("Decisions whether to tell, and why", columns, decided, "No decision is recorded, and none is owed."),
        _table("Who was told, and how long after we knew", others, told, "Nothing is recorded of anybody being told."),
    )


def _decided(one: Logged, found: Decided) -> tuple[Cell, ...]:
    words = {True: "tell them", False: "do not tell them", None: NOT_WRITTEN}[found.report]
    reason = found.reason or NOT_WRITTEN
    return (_named(one), capital(found.to), words, found.at, found.after, found.by or NOT_WRITTEN, reason)


def _told(one: Logged, found: Told) -> tuple[Cell, ...]:
    within = {True: "yes", False: "no", None: ""}[found.in_time]
    late = found.late_reason or (NOT_WRITTEN if found.in_time is False else "")
    return (_named(one), capital(found.to), found.at or NOT_WRITTEN, found.after, within, late, found.reference)


def _way_table(found: IncidentLog) -> Table:
    rows = tuple(
        (one.to, counted(one.hours, "hour") if one.hours is not None else "no way from everywhere")
        for one in found.ways
    )
    columns = (Column("Must be told"), Column("At the latest after"))
    caption = "By the ways of telling that are set up, from the slowest beginning"
    return Table(caption, columns, rows, "Nobody who must be told is in the register.")


REPORT = Report(
    tells="the log of breaches of Article 33(5): facts, effects, action, decisions, and how long they took",
    readers="the data protection officer, and the ICO on request",
    values=values,
    type=IncidentLog,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="this year",
    takes=frozenset({"period", "unit", "area"}),
)
