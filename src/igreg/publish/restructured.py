"""What a restructuring comes to: its report, with the structure chart before and after, in each format."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from igreg.analysis.record_changes import renames_of
from igreg.changes.restructure import Restructured
from igreg.chart.changed import marked
from igreg.chart.view import View
from igreg.check.compare import new_errors
from igreg.check.config import Config
from igreg.dataclass import dataclass
from igreg.diff.compare import compare
from igreg.diff.difference import Difference, Side, StateOf
from igreg.diff.shown import Shown
from igreg.drawing.pages import whole
from igreg.publish.charts import Drawing
from igreg.register.register import Register
from igreg.render.chart.text import chart_text
from igreg.render.diff.json import diff_value
from igreg.render.leading.restructured import Report, report_html, report_json, report_text
from igreg.rules._rule import Context

STRUCTURE = "structure"


@dataclass(frozen=True)
class Told:
    """The report of a plan, and the comparison of the two states that it stands on."""

    report: Report
    found: Difference


def told(found: Restructured, on: dt.date, now: dt.datetime, steps: int, settings: Config) -> Told:
    """All that is to be said of it, judged on the day of the plan or, where that is past, today.

    It is what `igreg diff` says of the two states, but for days that are past: a plan is about what is to come.
    """
    zone = found.before.clock.zone
    then = dt.datetime.combine(on, dt.time(23, 59, 59, 999999), zone) if on > now.date() else now
    sides = (_side(register, then, now, settings) for register in (found.before, found.after))
    whole = compare(*sides, today=now.date(), since=now.date())
    may = Shown(whole).difference
    until_then = []
    if then is not now:
        known = {(one.code, one.record, one.subject) for one in whole.new}
        earlier = new_errors(found.before, found.after, now, settings)
        until_then = [one for one in earlier if (one.code, one.record, one.subject) not in known]
    report = Report(
        on,
        now.date(),
        steps,
        found.before,
        found.after,
        may.consequences,
        may.records,
        may.new,
        may.gone,
        until_then,
        found.plan.remarks,
    )
    return Told(report, may)


def _side(register: Register, then: dt.datetime, now: dt.datetime, settings: Config) -> Side:
    figures = settings.figures.in_nation(register.organisation.nation, then.date())
    return Side(StateOf(None, now.date(), None), Context(register, then, figures), settings)


def shown(told: Told, settings: Config, format: str, width: int, *, charts: bool) -> str:
    """The report in a format; with both charts where they are asked for, on the page with changed boxes marked."""
    report = told.report
    views = [
        View(register, report.on, figures=settings.figures.in_nation(register.organisation.nation, report.on))
        for register in (report.before, report.after)
    ]
    drawings = [Drawing(view) for view in views]
    words = (chart_text(drawings[0].graph(STRUCTURE)), chart_text(drawings[1].graph(STRUCTURE))) if charts else None
    if format == "json":
        return report_json(report, diff_value(told.found), words)
    if format == "html" and words is not None:
        facts = [whole(STRUCTURE, view) for view in views]
        graphs = marked(facts[0], facts[1], renames_of(told.found.records))
        before, after = (
            replace(drawing, given={STRUCTURE: graph}).files((STRUCTURE,), ("svg",))
            for drawing, graph in zip(drawings, graphs, strict=True)
        )
        return report_html(report, words, (before, after))
    return report_text(report, words, width)
