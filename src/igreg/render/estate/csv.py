"""Many registers as CSV: a line for each."""

from __future__ import annotations

from igreg.estate.view import Estate, Stands
from igreg.render.escape.csv import table

FIELDS = (
    *("register", "source", "readable", "message", "name", "type", "ods_code", "as_of", "commit"),
    *("error", "warning", "info", "overdue", "due", "areas_held", "areas_vacant", "vacant", "lowest_share"),
    *("framework", "assessment", "missing", "clocks", "late_clocks", "longest_hours"),
)


def estate_csv(found: Estate) -> str:
    """By name and then path; what is not known is empty."""
    return table(FIELDS, (_line(one) for one in found.registers))


def _line(one: Stands) -> tuple[object, ...]:
    entry, figures = one.entry, one.entry.figures
    start = (entry.register, entry.source, "yes" if figures is not None else "no", entry.message)
    if figures is None:
        return (*start, *(None for _ in FIELDS[len(start) :]))
    ours, state, breaches = figures.organisation, figures.assessment, figures.breaches
    return (
        *start,
        *(ours.name, ours.type, ours.ods_code, ours.as_of, ours.commit),
        *(one.error, one.warning, figures.findings.get("info", 0), one.overdue, one.due),
        *(len(figures.leads) - len(one.vacant), len(one.vacant), "; ".join(one.vacant), one.lowest_share),
        *((state.framework, state.status, state.missing) if state is not None else (None, None, None)),
        *(breaches.clocks, breaches.late, breaches.longest_hours),
    )
