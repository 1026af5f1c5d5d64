"""The capacity plan as a workbook: the load by month and role, what falls due, and what levelling moves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from igreg.capacity.levelling import Levelled
from igreg.capacity.plan import CapacityPlan
from igreg.capacity.words import (
    HEADS,
    MOVE_HEADS,
    WORK_HEADS,
    conclusion,
    headline,
    not_placed,
    remarks,
    short,
)
from igreg.render.escape.xlsx import Sheet, Value, workbook
from igreg.render.leading.capacity_data import load_rows, move_rows, work_rows

Rows = Iterable[tuple[Value, ...]]


def capacity_xlsx(plan: CapacityPlan, found: Levelled | None) -> bytes:
    """A workbook with a sheet for each."""
    said = [headline(plan), *(f"Cannot hold it: {line}" for line in short(plan)), *remarks(plan)]
    sheets = [
        Sheet("Load", HEADS, cast("Rows", load_rows(plan)), (10, 18, 36, 9, 9, 9, 9, 9, 9, 10)),
        Sheet("Work", WORK_HEADS, cast("Rows", work_rows(plan)), (12, 18, 18, 18, 40, 18, 8, 12, 9, 8)),
    ]
    if found is not None:
        said += [conclusion(found), *(f"Not placed: {line}" for line in not_placed(found))]
        sheets.append(Sheet("Moves", MOVE_HEADS, cast("Rows", move_rows(found)), (18, 18, 40, 18, 8, 12, 12, 12)))
        sheets.append(Sheet("After", HEADS, cast("Rows", load_rows(found.after)), (10, 18, 36, 9, 9, 9, 9, 9, 9, 10)))
    sheets.append(Sheet("How to read it", ("Remark",), [(line,) for line in said], (110,)))
    return workbook(sheets, f"Capacity, as on {plan.today}")
