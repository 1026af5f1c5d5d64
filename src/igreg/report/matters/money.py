"""What was planned for information governance, and what has gone: exact sums, beside what became of each area."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from igreg.analysis.money import gone, gone_by_area, gone_in_all, is_approved, of_year, planned, total
from igreg.analysis.money import overspent as overspent_lines
from igreg.dataclass import dataclass
from igreg.language.english import listed, money
from igreg.model.kinds.budgets import Budget, BudgetLine
from igreg.report.asked import Asked
from igreg.report.paper import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a budget."""

    what: str
    area: str
    planned: Decimal | None
    committed: Decimal
    spent: Decimal
    left: Decimal | None
    """What is neither paid nor ordered; less than nothing where more has gone than was planned."""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A budget of the year."""

    id: str
    title: str
    year: str
    currency: str
    lines: tuple[Line, ...]
    planned: Decimal | None
    """Nothing where a line does not say."""
    committed: Decimal
    spent: Decimal
    left: Decimal | None
    over: int
    """How many lines have had more than was planned."""
    reason: str
    """Why more has gone, or will go."""
    forecast: Decimal | None
    approved_by: str
    approved_on: dt.date | None
    approved: bool
    """Whether it is, by the day of the paper."""


@dataclass(frozen=True, slots=True)
class AreaCost:
    """What has gone for an area."""

    area: str
    title: str
    currency: str
    gone: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """The budgets of the financial year in which the time that is told of ends."""

    budgets: tuple[BudgetRow, ...]
    areas: tuple[AreaCost, ...]


def money_of(asked: Asked) -> Money:
    """The budgets of the year of the report."""
    starts = asked.register.organisation.fiscal_year_starts
    found = of_year([one for one in asked.register.of(Budget) if asked.has(one)], asked.period.last, starts)
    costs = gone_by_area(found)
    order = {area: place for place, area in enumerate(asked.register.areas)}
    keys = sorted(costs, key=lambda key: (order.get(key[0] or "", len(order)), key[1]))
    return Money(
        tuple(_row(asked, one) for one in found),
        tuple(
            AreaCost(area or "", asked.area_title(area) if area else "no area named", currency, costs[key])
            for key in keys
            for area, currency in (key,)
        ),
    )


def _row(asked: Asked, budget: Budget) -> BudgetRow:
    whole = planned(budget)
    return BudgetRow(
        id=budget.id or "",
        title=asked.called(budget),
        year=budget.year or "",
        currency=budget.currency,
        lines=tuple(_line(asked, budget, place, one) for place, one in enumerate(budget.lines)),
        planned=whole,
        committed=total(one.committed for one in budget.lines),
        spent=total(one.spent for one in budget.lines),
        left=total((whole, gone_in_all(budget).copy_negate())) if whole is not None else None,
        over=len(overspent_lines(budget)),
        reason=asked.told(budget, budget.variance_reason, "variance_reason"),
        forecast=budget.forecast,
        approved_by=asked.title(budget.approved_by),
        approved_on=budget.approved_on,
        approved=is_approved(budget, asked.today),
    )


def _line(asked: Asked, budget: Budget, place: int, line: BudgetLine) -> Line:
    return Line(
        asked.told(budget, line.what, "lines", place, "what"),
        asked.area_title(line.area) if line.area else "",
        line.planned,
        total((line.committed,)),
        total((line.spent,)),
        total((line.planned, gone(line).copy_negate())) if line.planned is not None else None,
    )


def whole_table(found: Money, most: int) -> Table:
    """The first so many budgets as a whole, a row each; sums in their own currency where there are several."""
    shown = found.budgets[:most]
    currencies = {one.currency for one in shown}
    sums = [(one.title, (one.planned, one.committed, one.spent, one.left), one) for one in shown]
    names = ("Planned", "Ordered", "Paid", "Left")
    over = tuple(f"{one.over} of {len(one.lines)}" for one in shown)
    rows: tuple[tuple[Cell, ...], ...]
    if len(currencies) == 1:
        columns = tuple(Column(name, "money", *currencies) for name in names)
        rows = tuple((title, *each, late) for (title, each, _), late in zip(sums, over, strict=True))
    else:
        columns = tuple(map(Column, names))
        rows = tuple(
            (title, *("" if sum is None else money(sum, one.currency) for sum in each), late)
            for (title, each, one), late in zip(sums, over, strict=True)
        )
    left = len(found.budgets) - len(shown)
    more = f"; {left} more, in the appendix" if left else ""
    years = listed(dict.fromkeys(one.year for one in shown))
    heads = (Column("Budget"), *columns, Column("Lines over"))
    return Table(f"Money of {years}{more}", heads, rows, "No budget is recorded.")


def table(budget: BudgetRow) -> Table:
    """A budget line by line, and the whole."""
    money = [Column(title, "money", budget.currency) for title in ("Planned", "Ordered", "Paid", "Left")]
    rows = [(one.what, one.planned, one.committed, one.spent, one.left) for one in budget.lines]
    if len(rows) > 1:
        rows.append(("The whole", budget.planned, budget.committed, budget.spent, budget.left))
    caption = f"{budget.title}, {budget.year}"
    return Table(caption, (Column("For"), *money), tuple(rows), "The budget has no lines.")
