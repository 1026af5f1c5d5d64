"""What has gone of a budget, and when its year begins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from functools import reduce

from igreg.model.kinds.budgets import Budget, BudgetLine
from igreg.model.values import FIRST_YEAR, LAST_YEAR

_YEAR = re.compile(r"(\d{4})(?:[-/](\d{2})|-(\d{4}))?", re.ASCII)

_EXACT = Context(prec=80)
"""Digits enough that no sum of a register is rounded."""


def total(sums: Iterable[Decimal | None]) -> Decimal:
    """What sums come to, exactly; one that is not given is nothing."""
    return reduce(_EXACT.add, (one for one in sums if one is not None), Decimal(0))


def gone(line: BudgetLine) -> Decimal:
    """What has gone of a line, in the budget's currency: what is paid and what is ordered."""
    return total((line.spent, line.committed))


def planned(budget: Budget) -> Decimal | None:
    """What was planned in all, in the budget's currency; nothing where a line does not say."""
    sums = [line.planned for line in budget.lines]
    return None if None in sums else total(sums)


def gone_in_all(budget: Budget) -> Decimal:
    """What has gone of all lines, in the budget's currency."""
    return total(gone(line) for line in budget.lines)


def gone_by_area(budgets: Iterable[Budget]) -> Mapping[tuple[str | None, str], Decimal]:
    """What has gone for each area, in each currency: that of a line, else of a budget that has one area alone."""
    out: dict[tuple[str | None, str], Decimal] = {}
    for budget in budgets:
        only = budget.areas[0] if len(budget.areas) == 1 else None
        for line in budget.lines:
            key = (line.area or only, budget.currency)
            out[key] = total((out.get(key), gone(line)))
    return out


def of_year(budgets: Iterable[Budget], day: dt.date, starts: str) -> list[Budget]:
    """The budgets of the financial year in which a day lies, which starts on a month and day such as 04-01."""
    begins = dt.date.fromisoformat(f"{day.year - (f'{day:%m-%d}' < starts):04}-{starts}")
    return [one for one in budgets if first_day(one.year, starts) == begins]


def overspent(budget: Budget) -> list[BudgetLine]:
    """The lines of which more has gone than was planned."""
    return [line for line in budget.lines if line.planned is not None and gone(line) > line.planned]


def is_approved(budget: Budget, today: dt.date) -> bool:
    """Whether it is written down who approved a budget, and when: on or before a day (ruling B69)."""
    return budget.approved_by is not None and budget.approved_on is not None and budget.approved_on <= today


def first_day(year: str | None, starts: str) -> dt.date | None:
    """The first day of a financial year such as 2026-27, which starts on a month and day such as 04-01 (ruling B69).

    Nothing where the text is no year that can be read, or its two years do not follow each other.
    """
    found = _YEAR.fullmatch(year or "")
    if found is None:
        return None
    first = int(found[1])
    follows = (found[2] in (None, f"{(first + 1) % 100:02}")) and (found[3] in (None, f"{first + 1:04}"))
    if not follows or not FIRST_YEAR <= first < LAST_YEAR:
        return None
    return dt.date.fromisoformat(f"{first:04}-{starts}")
