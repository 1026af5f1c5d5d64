"""The same numbers as a picture shows, as a table: for whoever does not see it, and for formats without pictures."""

from __future__ import annotations

from igreg.report.paper import Column, Matrix, Plot, Table

FORETOLD = "foretold"


def plot_table(plot: Plot) -> Table:
    """A row for each label, a column for each series; what is foretold says so in a column of its own."""
    forecast = min((one.forecast for one in plot.series if one.forecast is not None), default=None)
    columns = [Column("", "text"), *(Column(one.name, "number") for one in plot.series)]
    columns += [Column("Known or foretold", "text")] if forecast is not None else []
    rows = []
    for number, label in enumerate(plot.labels):
        sort = () if forecast is None else (FORETOLD if number >= forecast else "known",)
        values = (one.values[number] for one in plot.series)
        rows.append((label, *(plot.gap if one is None else one for one in values), *sort))
    caption = plot.title if plot.unit.casefold() in plot.title.casefold() else f"{plot.title}, {plot.unit}"
    if plot.target is not None:
        caption += f"; {plot.target_name or 'target'}: {plot.target:g}"
    return Table(caption, tuple(columns), tuple(rows), "There is nothing to show.")


def table_across(plot: Plot) -> Table:
    """The same turned: a row for each series, a column for each label; for few labels and little room."""
    found = plot_table(plot)
    columns = (Column(""), *(Column(str(row[0]), "number") for row in found.rows))
    rows = tuple((column.title, *(row[at] for row in found.rows)) for at, column in enumerate(found.columns) if at)
    return Table(found.caption, columns, rows if found.rows else (), found.empty)


def matrix_table(matrix: Matrix) -> Table:
    """A row for each thing, the highest first, with both marks."""
    found = sorted(matrix.places, key=lambda one: (-one[0] * one[1], one[2]))
    columns = (Column("", "text"), Column(matrix.up, "number"), Column(matrix.across, "number"))
    rows = tuple((name, up, across) for across, up, name in found)
    return Table(matrix.title, columns, rows, "There is nothing to show.")
