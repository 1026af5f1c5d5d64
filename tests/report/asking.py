"""What a report is asked, of a small register."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.as_of import AsOf
from igreg.check.config import Config
from igreg.register.register import Register
from igreg.render.report.markdown import report_markdown
from igreg.report.asked import Asked
from igreg.report.catalogue import reports
from igreg.report.period import period_of
from tests.analysis.registers import register

NOON = dt.time(12)


def asked(
    text: str | Register,
    today: str = "2026-11-24",
    *,
    period: str = "this year",
    unit: str | None = None,
    area: str | None = None,
    of: str | None = None,
    names: bool = True,
) -> Asked:
    """A question of the register whose files stand in a text; the financial year begins in April."""
    found = register(text) if isinstance(text, str) else text
    day = dt.date.fromisoformat(today)
    now = dt.datetime.combine(day, NOON, tzinfo=dt.UTC)
    return Asked(AsOf(found, now), Config(), period_of(period, day, (4, 1)), unit, area, of, names)


def markdown(name: str, question: Asked) -> str:
    """A report as Markdown, as whoever asks for it gets it."""
    wanted = reports()[name]
    return report_markdown(wanted.paper_for(wanted.values(question), "markdown"))
