"""Reports asked of small registers: on 29 November 2026, of the quarter from July to September 2026."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from igreg.analysis.as_of import AsOf
from igreg.check.config import Config
from igreg.register.register import Register
from igreg.report.asked import Asked
from igreg.report.catalogue import reports
from igreg.report.paper import Block, Figures, Paper, Plot, Points, Said, Table
from igreg.report.period import Period

TODAY = dt.date(2026, 11, 29)
QUARTER = Period(dt.date(2026, 7, 1), dt.date(2026, 9, 30))


def asked(
    made: Register,
    period: Period = QUARTER,
    today: dt.date = TODAY,
    *,
    unit: str | None = None,
    area: str | None = None,
    names: bool = True,
) -> Asked:
    """A report asked of a register."""
    now = dt.datetime.combine(today, dt.time(23, 59, 59), ZoneInfo("Europe/London"))
    return Asked(AsOf(made, now), Config(), period, unit, area, names=names)


def paper_of(name: str, given: Asked) -> Paper:
    """The paper of a report."""
    report = reports()[name]
    return report.paper(report.values(given))


def blocks(paper: Paper) -> list[Block]:
    """Every block of a paper, in order."""
    return [block for part in paper.parts for block in part.blocks]


def table(paper: Paper, caption: str) -> Table:
    """The table whose caption begins so."""
    return next(one for one in blocks(paper) if isinstance(one, Table) and one.caption.startswith(caption))


def plot(paper: Paper, title: str) -> Plot:
    """The plot whose title begins so."""
    return next(one for one in blocks(paper) if isinstance(one, Plot) and one.title.startswith(title))


def sentences(paper: Paper) -> list[str]:
    """Every sentence and point of a paper, in order."""
    out: list[str] = []
    for block in blocks(paper):
        out += [block.text] if isinstance(block, Said) else list(block.items) if isinstance(block, Points) else []
    return out


def figures(paper: Paper) -> dict[str, str]:
    """The figures that stand out, by what they are of."""
    return {one.label: one.value for block in blocks(paper) if isinstance(block, Figures) for one in block.items}
