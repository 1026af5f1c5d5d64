"""For the risk committee: the risks in a square of likelihood and impact, how they moved, and what is done."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.language.english import are, capital, counted, long_day
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import risks
from igreg.report.matters.risks import Risks, named
from igreg.report.paper import Block, Cell, Column, Figure, Figures, Paper, Part, Said, Table


@dataclass(frozen=True, slots=True)
class RiskReport:
    """The values of the report."""

    head: Head
    risks: Risks


def values(asked: Asked) -> RiskReport:
    """The risks of the part that is asked for."""
    return RiskReport(asked.head, risks.risks(asked))


def paper(found: RiskReport) -> Paper:
    """The square first, then how each moved, what it is, and what is done about it."""
    head = found.head
    part = f", {head.part}" if head.part else ""
    return Paper(
        name="risks",
        title="Risks to information",
        organisation=head.organisation,
        day=head.day,
        about=f"How they stand, and how they moved since {long_day(head.period.first)}{part}.",
        unread=head.unread,
        parts=(
            Part("In short", _short(found)),
            Part("Where they stand", _square(found)),
            Part(
                "How they moved, and how they are treated",
                (Said(found.risks.rests_on), risks.table(found.risks, numbered=True)),
            ),
            Part("What each is about", (_about(found),)),
            Part("What is to be done", (_actions(found),)),
        ),
    )


def _short(found: RiskReport) -> tuple[Block, ...]:
    rows = found.risks.risks
    if not rows:
        return (Said("No risk to information is recorded. That none is recorded does not show that there is none."),)
    top = rows[0]
    above = sum(one.above_target is True for one in rows)
    late = sum(one.overdue_actions for one in rows)
    unknown = sum(one.movement.startswith("not known") for one in rows)
    words = f"The highest is {top.title}, at {top.score}" if top.score is not None else "No risk has both its marks"
    aim = f" where {top.target} is aimed for" if top.target is not None and top.score is not None else ""
    return (
        Said(f"{words}{aim}.", leads=True),
        Figures(
            (
                Figure("Risks", str(len(rows))),
                Figure("Above the score aimed for", str(above), "", "above aim" if above else ""),
                Figure("Movement not known", str(unknown)),
                Figure("Actions overdue", str(late), "", "overdue" if late else ""),
            )
        ),
    )


def _square(found: RiskReport) -> tuple[Block, ...]:
    """The square, where any risk stands in it."""
    if not found.risks.scored:
        return (Said("No risk has both its marks, so none stands in a square."), *_unscored(found))
    return (risks.matrix(found.risks), *_unscored(found))


def _unscored(found: RiskReport) -> tuple[Block, ...]:
    left = [one.title for one in found.risks.risks if one.score is None]
    if not left:
        return ()
    verb = are(len(left))
    risks_ = counted(len(left), "risk")
    return (Said(f"{risks_} {verb} not in the square, since likelihood or impact is not given: {', '.join(left)}."),)


def _about(found: RiskReport) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            named(one),
            capital(", ".join(one.areas)),
            one.cause or "not written down",
            one.effect or "not written down",
            one.likelihood,
            one.impact,
            "; ".join(one.controls) or "nothing is named",
        )
        for one in found.risks.risks
    )
    columns = (
        Column("Risk"),
        Column("Areas"),
        Column("What may bring it about"),
        Column("What it would do"),
        Column("Likelihood", "number"),
        Column("Impact", "number"),
        Column("What holds it down"),
    )
    return Table("Each risk, its cause and effect", columns, rows, "No risk is recorded.")


def _actions(found: RiskReport) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            named(one),
            action.what,
            action.owner or "nobody is named",
            action.due,
            "done" if action.done is not None else "overdue" if action.overdue else "open",
        )
        for one in found.risks.risks
        for action in one.actions
    )
    columns = (Column("Risk"), Column("Action"), Column("Who"), Column("Due", "day"), Column("Standing"))
    return Table("Actions on risks", columns, rows, "No action on a risk is recorded.")


REPORT = Report(
    tells="risks in a square of likelihood and impact, how they moved, how they are treated",
    readers="the risk committee",
    values=values,
    type=RiskReport,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="last quarter",
    history=True,
    takes=frozenset({"period", "unit", "area"}),
)
