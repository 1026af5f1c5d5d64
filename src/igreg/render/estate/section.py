"""A table of a view over many registers, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; one that is not `needed` is left out where there is no room."""

    heading: str
    is_number: bool = False
    is_needed: bool = True
    note: str = ""
    """What it means, where its heading does not say so."""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and a table below it."""

    name: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    most: int = 10
    """So many rows are shown on a terminal, unless all are asked for."""
    on_paper: int | None = None
    """So many rows stand on a page, where that is not all of them."""

    def note(self, shown: Iterable[int] | None = None) -> str:
        """What its columns mean, or those of them that are shown."""
        columns = self.columns if shown is None else [self.columns[number] for number in shown]
        return " ".join(f"{one.heading}: {one.note}." for one in columns if one.note)

    @property
    def paper(self) -> tuple[tuple[str, ...], ...]:
        """The rows that stand on a page."""
        return self.rows[: self.on_paper]

    @property
    def left_out(self) -> str:
        """What is said of the rows that do not; empty where all stand there."""
        left = len(self.rows) - len(self.paper)
        return f"And {left:,} more: --format json has all of them." if left else ""
