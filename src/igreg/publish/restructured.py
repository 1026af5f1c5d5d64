"""What a restructuring comes to: its report, with the structure chart before and after, in each format."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.consequences.everything import consequences
from igreg.analysis.record_changes import record_changes
from igreg.changes.restructure import Restructured
from igreg.chart.view import View
from igreg.check.compare import compared, new_errors
from igreg.check.config import Config
from igreg.publish.charts import Drawing
from igreg.render.chart.text import chart_text
from igreg.render.findings.json import finding
from igreg.render.leading.restructured import Report, report_html, report_json, report_text
from igreg.rules._rule import Context

STRUCTURE = "structure"


def report(found: Restructured, on: dt.date, now: dt.datetime, steps: int, settings: Config) -> Report:
    """All that is to be said of it, judged on the day of the plan or, where that is past, today."""
    zone = found.before.clock.zone
    then = dt.datetime.combine(on, dt.time(23, 59, 59, 999999), zone) if on > now.date() else now
    new, gone = compared(found.before, found.after, then, settings)
    was, is_now = (
        Context(register, then, settings.figures.in_nation(register.organisation.nation))
        for register in (found.before, found.after)
    )
    until_then = []
    if then is not now:
        known = {(one.code, one.record, one.subject) for one in new}
        earlier = new_errors(found.before, found.after, now, settings)
        until_then = [one for one in earlier if (one.code, one.record, one.subject) not in known]
    return Report(
        on,
        now.date(),
        steps,
        found.before,
        found.after,
        consequences(was, is_now, (was.prover, is_now.prover), today=now.date(), since=now.date()),
        record_changes(found.before, found.after),
        new,
        gone,
        until_then,
        found.plan.remarks,
    )


def shown(report: Report, settings: Config, format: str, width: int, *, charts: bool) -> str:
    """The report in a format; with both charts where they are asked for."""
    drawings = [
        Drawing(View(register, report.on, figures=settings.figures.in_nation(register.organisation.nation)))
        for register in (report.before, report.after)
    ]
    words = (chart_text(drawings[0].graph(STRUCTURE)), chart_text(drawings[1].graph(STRUCTURE))) if charts else None
    if format == "json":
        findings = {"new": [finding(one) for one in report.new], "gone": [finding(one) for one in report.gone]}
        return report_json(report, findings, words)
    if format == "html" and words is not None:
        before, after = (drawing.files((STRUCTURE,), ("svg",)) for drawing in drawings)
        return report_html(report, words, (before, after))
    return report_text(report, words, width)
