"""A table with a column for each course, as rows of one course each (ruling X60)."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.exchange.brought import LeftOut
from igreg.exchange.columns.match import WIDE
from igreg.exchange.identity.done import is_not_done
from igreg.exchange.rows import Given, Incoming


def is_wide(field: str | None) -> bool:
    """Whether a column is one of a course."""
    return field is not None and field.startswith(WIDE)


def long(rows: Sequence[Incoming]) -> tuple[list[Incoming], list[LeftOut]]:
    """The rows of a table, one for each course of which a cell says something, and those that say nothing.

    Cells such as `N/A` and `Booked` say nothing.
    """
    out: list[Incoming] = []
    left: list[LeftOut] = []
    for row in rows:
        others = {name: given for name, given in row.cells.items() if not is_wide(name)}
        courses: dict[str, dict[str, Given]] = {}
        for name, given in row.cells.items():
            if is_wide(name):
                course, what = name.removeprefix(WIDE).split(" ")
                courses.setdefault(course, {})[what] = given
        before = len(out)
        for course, days in courses.items():
            done = days.get("completed")
            if all(map(_is_nothing, days.values())) or (done is not None and _is_word(done)):
                continue
            one = next(iter(days.values()))
            out.append(row._replace(cells={**others, "course": Given(course, one.column, one.header), **days}))
        if len(out) == before:
            left.append(LeftOut(row.row, "no course is completed", row.sheet))
    return out, left


def _is_nothing(given: Given) -> bool:
    return given.value is None or (isinstance(given.value, str) and is_not_done(given.value))


def _is_word(given: Given) -> bool:
    """Whether a word stands where a day would: `Booked`; a blank is none."""
    return isinstance(given.value, str) and bool(given.value.strip()) and is_not_done(given.value)
