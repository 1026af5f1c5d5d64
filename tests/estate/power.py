"""Figures for tests: a register in one line."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from igreg.estate.figures import Figures, Organisation, TrainingShare
from igreg.estate.rows import Row, rows_here


def figures(
    name: str | None = "Millbeck Surgery",
    code: str | None = "P89999",
    *,
    as_of: str = "2026-11-22",
    error: int = 0,
    rules: Mapping[str, int] | None = None,
    overdue: Mapping[str, int] | None = None,
    vacant: Collection[str] = (),
    share: float | None = None,
) -> list[Row]:
    """The rows of a register."""
    return rows_here(
        Figures(
            Organisation(name, "gp-practice", code, as_of),
            {area: "vacant" if area in vacant else "held" for area in ("governance", "caldicott")},
            {"error": error, "warning": 0, "info": 0},
            rules or {},
            overdue or {},
            {},
            () if share is None else (TrainingShare("DSA", "Data security awareness", 20, share),),
        )
    )
