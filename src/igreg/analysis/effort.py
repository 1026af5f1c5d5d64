"""How long something takes each time it falls due, and who says so."""

from __future__ import annotations

from typing import Literal

from igreg.analysis.as_of import AsOf
from igreg.dataclass import dataclass
from igreg.facts.effort import Effort
from igreg.model.base import Record
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.model.span import Span

By = Literal["record", "settings", "default"]
"""Who says how long it takes: the record, the organisation's `igreg.toml`, or the facts, which guess."""


@dataclass(frozen=True, slots=True)
class Takes:
    """How many hours something takes, and who says so."""

    hours: float
    by: By


def takes(as_of: AsOf, what: str, record: Record) -> Takes:
    """How long what is due of a record takes: the record's `effort`, else `[effort]`, else the facts' default.

    `what` is the kind of date. A meeting without an effort of its own has its group's; what an action takes is not
    said by the record that it stands in.
    """
    own = None if what == "action" else _of(as_of, record)
    if own is not None:
        return Takes(_hours(as_of, own), "record")
    words = _words(what, record.kind)
    for word in words:
        if (given := as_of.figures.effort.get(word)) is not None:
            return Takes(_hours(as_of, given), "settings")
    rows = as_of.facts.table(Effort)
    row = next((rows[word] for word in words if word in rows), rows["other"])
    return Takes(row.hours, "settings" if row.own else "default")


def _of(as_of: AsOf, record: Record) -> Span | None:
    found: Span | None = getattr(record, "effort", None)
    if found is None and isinstance(record, Meeting):
        group = as_of.register.get(Group, record.group)
        return group.effort if group is not None else None
    return found


def _words(what: str, kind: str) -> tuple[str, ...]:
    """Under which words the effort may stand, the closest first."""
    match what:
        case "review" | "decision-review":
            return (kind, what)
        case "action":
            return (what,)
        case "meeting":
            return (what, "meetings", kind)
    return (what, kind)


def _hours(as_of: AsOf, given: float | Span) -> float:
    """Hours; days are working days, as long as the figure in force says."""
    if isinstance(given, Span):
        return given.number * (as_of.number("working-day") if given.unit == "day" else 1)
    return given
