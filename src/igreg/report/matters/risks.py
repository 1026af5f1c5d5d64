"""Risks to information: what each comes to, how it moved, and what is done about it."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.actions import is_overdue
from igreg.analysis.risks import above_target, score
from igreg.dataclass import dataclass
from igreg.language.english import are, counted, long_day
from igreg.model.kinds.risks import Risk
from igreg.report.asked import Asked
from igreg.report.matters.moved import Moved, in_full, in_short, moved
from igreg.report.paper import Column, Matrix, Table

SIZE = 5


@dataclass(frozen=True, slots=True)
class RiskAction:
    """What is to be done about a risk."""

    what: str
    owner: str
    due: dt.date | None
    done: dt.date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk on the day."""

    id: str
    title: str
    owner: str
    areas: tuple[str, ...]
    cause: str
    effect: str
    likelihood: int | None
    impact: int | None
    score: int | None
    target: int | None
    above_target: bool | None
    treatment: str
    controls: tuple[str, ...]
    movement: str
    """In words: against its score before the time that is told of, else what its last review says of that time."""
    moved: Moved
    """The same as a value."""
    score_before: int | None
    """What it came to before that time, by what was committed; nothing where that is not known."""
    reviewed: dt.date | None
    actions: tuple[RiskAction, ...]

    @property
    def open_actions(self) -> int:
        """How many actions are not done."""
        return sum(one.done is None for one in self.actions)

    @property
    def overdue_actions(self) -> int:
        """How many of these are overdue."""
        return sum(one.overdue for one in self.actions)


@dataclass(frozen=True, slots=True)
class Risks:
    """The risks, the highest first; those without a score last."""

    risks: tuple[RiskRow, ...]
    rests_on: str
    """From what it is known how they moved, in a sentence."""
    since: dt.date | None
    """The day that they are held against, by what was committed; nothing where their reviews are asked."""

    @property
    def scored(self) -> tuple[RiskRow, ...]:
        """Those of which both marks are given."""
        return tuple(one for one in self.risks if one.score is not None)


def risks(asked: Asked) -> Risks:
    """The risks of the part that is asked for."""
    rows = [_row(asked, one) for one in asked.register.of(Risk) if asked.has(one)]
    found = tuple(sorted(rows, key=lambda one: (-(one.score or 0), -(one.impact or 0), one.id)))
    earlier = asked.earlier
    if earlier is not None and earlier.register is not None:
        words = f"How the risks moved is told against their scores of {long_day(earlier.day)}, as committed by then."
        return Risks(found, words, earlier.day)
    words = "How the risks moved is what the last review of each says"
    why = f"; the history does not tell: {earlier.why_not}" if earlier is not None and earlier.why_not else ""
    return Risks(found, f"{words}{why}.", None)


def _row(asked: Asked, risk: Risk) -> RiskRow:
    how = moved(asked, risk)
    controls = []
    for place, one in enumerate(risk.controls):
        known = one in asked.register.by_id
        controls.append(asked.title(one) if known else asked.told(risk, one, "controls", place))
    return RiskRow(
        id=risk.id or "",
        title=asked.called(risk),
        owner=asked.title(risk.owner),
        areas=asked.area_titles(risk.areas),
        cause=asked.told(risk, risk.cause, "cause"),
        effect=asked.told(risk, risk.effect, "effect"),
        likelihood=risk.likelihood,
        impact=risk.impact,
        score=score(risk),
        target=risk.target_score,
        above_target=above_target(risk),
        treatment=risk.treatment or "",
        controls=tuple(controls),
        movement=in_full(how),
        moved=how,
        score_before=how.before,
        reviewed=risk.review.last if risk.review is not None else None,
        actions=tuple(_actions(asked, risk)),
    )


def _actions(asked: Asked, risk: Risk) -> list[RiskAction]:
    return [
        RiskAction(
            asked.told(risk, one.what, "actions", place, "what"),
            asked.title(one.owner),
            one.due,
            one.done,
            is_overdue(one, asked.today),
        )
        for place, one in enumerate(risk.actions)
    ]


def matrix(found: Risks) -> Matrix:
    """The risks in a square of five by five."""
    places = tuple((one.impact or 0, one.likelihood or 0, one.id or one.title) for one in found.scored)
    top = found.scored[0] if found.scored else None
    stand = f"{counted(len(places), 'risk')} {'stands' if len(places) == 1 else 'stand'}"
    words = f"Where {stand}, likelihood upwards and impact to the right."
    if top is not None:
        words += f" The highest is {top.title}, {top.likelihood} by {top.impact}."
    return Matrix("Risks by likelihood and impact", words, "Impact", "Likelihood", SIZE, places)


def named(one: RiskRow) -> str:
    """A risk by its number, as it stands in the square, and its title."""
    return f"{one.id}: {one.title}" if one.id and one.id != one.title else one.title


def table(found: Risks, most: int | None = None, *, numbered: bool = False) -> Table:
    """The risks, the first so many of them; numbered as in the square where it stands beside them."""
    chosen = found.risks if most is None else found.risks[:most]
    columns = (
        Column("Risk"),
        Column("Owner"),
        Column("Score", "number"),
        Column("Aim", "number"),
        Column("Movement"),
        Column("Treatment"),
        Column("Actions open"),
    )
    rows = tuple(
        (
            named(one) if numbered else one.title,
            one.owner,
            one.score,
            one.target,
            one.movement,
            one.treatment or "none named",
            _open(one),
        )
        for one in chosen
    )
    left = len(found.risks) - len(chosen)
    more = f"; {counted(left, 'lower one')} {are(left)} not shown" if left else ""
    return Table(f"Risks, the highest first (likelihood times impact){more}", columns, rows, "No risk is recorded.")


def short_table(found: Risks, most: int) -> Table:
    """The highest of them, in what whoever does not work with them reads first."""
    chosen = found.risks[:most]
    columns = (
        Column("Risk"),
        Column("Score", "number"),
        Column("Aim", "number"),
        Column("Movement"),
        Column("Open actions", "number"),
    )
    rows = tuple((one.title, one.score, one.target, in_short(one.moved), _open(one)) for one in chosen)
    left = len(found.risks) - len(chosen)
    more = f"; {left} lower, in the appendix" if left else ""
    return Table(f"The highest risks (likelihood times impact){more}", columns, rows, "No risk is recorded.")


def _open(one: RiskRow) -> str:
    late = f", {one.overdue_actions} overdue" if one.overdue_actions else ""
    return f"{one.open_actions}{late}"
