"""A chart as text: one line for each role, readable on a screen and aloud."""

from __future__ import annotations

from igreg.chart.structure import structure
from igreg.render.chart.text import chart_text
from tests.chart.registers import HOME, view

LONG = "Chair of the group for records, devices and everything else that is carried outside the building"


def table(text: str) -> list[str]:
    """The lines of the table of roles, below its head."""
    return text.partition("All roles and groups\n")[2].splitlines()[3:]


def test_each_role_is_one_row_in_columns() -> None:
    rows = table(chart_text(structure(view())))
    assert [cell.strip() for cell in rows[0].split("|")] == ["Owner", "Pat Hughes", "", "nobody", ""]
    assert len({row.index(" | ") for row in rows}) == 1


def test_a_long_title_is_whole_and_leaves_other_rows_alone() -> None:
    roles = HOME["roles.yaml"] + f"- {{id: odd, title: '{LONG}', accountable_to: owner}}\n"
    rows = table(chart_text(structure(view(HOME | {"roles.yaml": roles}))))
    assert any(row.startswith(f"{LONG} | Vacant") for row in rows)
    assert {row.index(" | ") for row in rows if not row.startswith(LONG)} == {52}
