"""The capacity plan for machines: JSON, CSV and the rows of a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from igreg.capacity.levelling import Levelled
from igreg.capacity.plan import CapacityPlan, Cell, Work
from igreg.capacity.words import BY, HEADS
from igreg.render.escape.csv import table


def capacity_json(plan: CapacityPlan, found: Levelled | None) -> str:
    """Everything as one object; hours to two decimals, `supply` null where nobody wrote how many there are."""
    value: dict[str, Any] = {
        "version": 1,
        "today": plan.today.isoformat(),
        "months": _months(plan),
        "roles": _roles(plan),
        "items": [_item(work) for work in plan.works],
        "cannot_hold": [{"month": month.key, "owner": line.owner, **_cell(cell)} for month, line, cell in plan.short],
        "what_if": {"without": list(plan.without), "with": dict(plan.extra)},
        "defaults_percent": _round(plan.guessed, 1),
        "holidays_listed_until": plan.listed_until,
    }
    if found is not None:
        value["level"] = _level(found)
    value["incomplete"] = list(plan.incomplete)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _months(plan: CapacityPlan) -> list[dict[str, Any]]:
    return [
        {
            "month": month.key,
            "from": month.first.isoformat(),
            "until": month.last.isoformat(),
            **_cell(total),
            "not_weighed": _round(other),
        }
        for month, total, other in zip(plan.months, plan.totals, plan.not_weighed, strict=True)
    ]


def _roles(plan: CapacityPlan) -> list[dict[str, Any]]:
    return [
        {
            "owner": line.owner,
            "title": line.title,
            "sort": line.sort,
            "months": [
                {"month": month.key, **_cell(cell)} for month, cell in zip(plan.months, line.cells, strict=True)
            ],
        }
        for line in plan.lines
    ]


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "due": _round(cell.due),
        "overdue": _round(cell.overdue),
        "fixed": _round(cell.fixed),
        "demand": _round(cell.demand),
        "supply": _round(cell.supply),
        "load": _round(cell.load, 1),
        "state": cell.state,
    }


def _item(work: Work) -> dict[str, Any]:
    return {
        "day": work.day.isoformat(),
        "what": work.what,
        "kind": work.kind,
        "record": work.record,
        "title": work.title,
        "owner": work.owner,
        "hours": _round(work.hours),
        "effort": BY[work.by],
        "overdue": work.overdue,
        "again": work.again,
    }


def _level(found: Levelled) -> dict[str, Any]:
    after = found.after
    return {
        "best": found.is_best,
        "moves": [
            {
                "record": one.record,
                "kind": one.kind,
                "title": one.title,
                "owner": one.owner,
                "hours": _round(one.hours),
                "was": one.was.isoformat(),
                "day": one.day.isoformat(),
                "latest": one.latest.isoformat(),
            }
            for one in found.moves
        ],
        "before": {"months": _months(found.before), "roles": _peaks(found.before)},
        "after": {"months": _months(after), "roles": _roles(after)},
        "not_placed": [
            {
                "month": one.month.key,
                "owner": one.owner,
                "title": one.title,
                "demand": _round(one.demand),
                "supply": _round(one.supply),
                "why": one.why,
            }
            for one in found.not_placed
        ],
    }


def _peaks(plan: CapacityPlan) -> list[dict[str, Any]]:
    return [{"owner": line.owner, "title": line.title, "most": _round(line.most, 1)} for line in plan.lines]


def _round(number: float | None, places: int = 2) -> float | int | None:
    """A number as it is written: whole where it is."""
    if number is None:
        return None
    found = round(number, places)
    return int(found) if found == int(found) else found


def capacity_csv(plan: CapacityPlan) -> str:
    """A line for each month and role."""
    return table(HEADS, load_rows(plan))


def load_rows(plan: CapacityPlan) -> Iterator[tuple[object, ...]]:
    """A row for each month and role, as `HEADS` names its columns."""
    for line in plan.lines:
        for month, cell in zip(plan.months, line.cells, strict=True):
            yield (month.key, line.owner, line.title, *_cell(cell).values())


def work_rows(plan: CapacityPlan) -> Iterator[tuple[object, ...]]:
    """A row for each thing that falls due, as `WORK_HEADS` names its columns."""
    for work in plan.works:
        whose = (work.record, work.title, work.owner)
        flags = ("yes" if work.overdue else "no", "yes" if work.again else "no")
        yield (work.day, work.what, work.kind, *whose, _round(work.hours), BY[work.by], *flags)


def move_rows(found: Levelled) -> Iterator[tuple[object, ...]]:
    """A row for each review that moves, as `MOVE_HEADS` names its columns."""
    for one in found.moves:
        yield (one.record, one.kind, one.title, one.owner, _round(one.hours), one.was, one.day, one.latest)
