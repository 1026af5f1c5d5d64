"""The table beside a picture: whoever hears it knows as much as whoever sees it, of gaps too."""

from __future__ import annotations

import re

import pytest

from igreg.render.report.html import report_html
from igreg.report.catalogue import reports
from igreg.report.paper import Part, Plot, Series
from igreg.report.plots import plot_table, table_across
from tests.render.report.papers import paper
from tests.report.asking import asked

PLOT = Plot(
    "Incidents",
    "",
    "bars",
    "incidents",
    ("Apr", "May", "Jun"),
    (Series("Now", (None, 0, 2)), Series("Before", (1, None, 3), 2)),
)
REGISTER = """
# file: staff.yaml
- {id: ann, name: Ann}
# file: roles.yaml
- {id: lead, title: Lead, functions: [siro, ig-lead], holders: [{staff: ann, from: 2020-01-01}]}
# file: incidents.yaml
- {id: INC-1, title: Letter astray, aware: 2026-09-14T10:00, occurred: 2026-09-14, lead: lead}
"""


def test_a_gap_is_told_in_words_and_nothing_is_a_nought() -> None:
    assert plot_table(PLOT).rows == (
        ("Apr", "not known", 1, "known"),
        ("May", 0, "not known", "known"),
        ("Jun", 2, 3, "foretold"),
    )
    assert table_across(PLOT).rows[:2] == (("Now", "not known", 0, 2), ("Before", 1, "not known", 3))


@pytest.mark.parametrize("plot", [PLOT, Plot("Shares", "", "lines", "per cent", ("A",), (Series("x", (None,)),))])
def test_no_cell_of_the_table_on_a_page_is_blank(plot: Plot) -> None:
    page = report_html(paper(Part("One", (plot,))), {})
    assert "not known" in page and not re.search(r'class="[^"]*blank', page)


def test_of_the_months_before_a_register_began_none_is_recorded() -> None:
    given = asked(REGISTER, "2026-11-24", period="last quarter")
    wanted = reports()["board"]
    plots = [
        block
        for part in wanted.paper(wanted.values(given)).parts
        for block in part.blocks
        if isinstance(block, Plot) and block.title == "Incidents by month"
    ]
    assert plots
    cells = [row[1] for plot in plots for row in plot_table(plot).rows]
    assert "none recorded" in cells and 1 in cells and None not in cells
