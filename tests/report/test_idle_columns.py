"""A column in which no row says anything is not printed; a spreadsheet keeps it, and so does what is written by hand."""

from __future__ import annotations

import pytest

from igreg.report.catalogue import reports
from igreg.report.paper import UNKNOWN, Column, Paper, Part, Plot, Series, Table, without_idle_columns
from tests.render.report.papers import paper
from tests.report.asking import asked, markdown

AUDITS = """
# file: roles.yaml
- {id: lead, title: Lead}
# file: audits.yaml
- {id: A-1, title: Doors, areas: [security], category: spot-check, lead: lead, planned: %s}
"""


def heads(found: Paper) -> list[str]:
    return [
        one.title for part in found.parts for block in part.blocks if isinstance(block, Table) for one in block.columns
    ]


def of(*rows: tuple[object, ...]) -> Paper:
    columns = (Column("What"), Column("Empty"), Column("None"), Column("Zero", "number"), Column("Said", by_hand=True))
    return without_idle_columns(paper(Part("Part", (Table("Table", columns, rows, "Nothing."),))))  # type: ignore[arg-type]


def test_a_column_that_says_nothing_goes_with_its_cells() -> None:
    found = of(("a", "", None, 0, None), ("b", "", None, 0, None))
    assert heads(found) == ["What", "Zero", "Said"]
    (table,) = found.parts[0].blocks
    assert isinstance(table, Table) and table.rows == (("a", 0, None), ("b", 0, None))


def test_one_row_that_says_something_keeps_it_for_all() -> None:
    assert heads(of(("a", "", None, 0, None), ("b", "x", None, 0, None))) == ["What", "Empty", "Zero", "Said"]


def test_what_a_row_is_about_stays_and_so_does_a_table_without_rows() -> None:
    assert heads(of(("", "x", "y", 1, "z"))) == ["What", "Empty", "None", "Zero", "Said"]
    assert heads(of()) == ["What", "Empty", "None", "Zero", "Said"]


@pytest.mark.parametrize(("day", "overdue"), [("2026-10-01", True), ("2026-12-01", False)])
def test_in_a_report_but_not_in_its_workbook(day: str, overdue: bool) -> None:
    given = asked(AUDITS % day)
    wanted = reports()["audits"]
    values = wanted.values(given)
    assert ("Overdue" in heads(wanted.paper_for(values, "html"))) is overdue
    assert "Overdue" in heads(wanted.paper_for(values, "xlsx"))
    assert wanted.paper_for(values, "pdf") == wanted.paper_for(values, "html")
    assert "Doors" in markdown("audits", given)


@pytest.mark.parametrize(("values", "drawn"), [((None, None), False), ((None, 0), True)])
def test_a_plot_of_which_nothing_is_known_is_a_sentence(values: tuple[float | None, ...], drawn: bool) -> None:
    plot = Plot("Trained", "Month by month.", "lines", "per cent", ("May", "June"), (Series("IG", values),))
    (block,) = without_idle_columns(paper(Part("Part", (plot,)))).parts[0].blocks
    assert block == (plot if drawn else Table("Trained", (Column(""),), (), f"Month by month. {UNKNOWN}"))
