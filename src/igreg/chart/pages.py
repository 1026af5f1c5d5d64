"""Which pages a chart has."""

from __future__ import annotations

from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.chart.structure import structure
from igreg.chart.view import View

CHARTS = {"structure": structure, "communication": communication}
"""The charts there are."""


def whole(name: str, view: View) -> Graph:
    """A chart with all that the view asks for."""
    return CHARTS[name](view)
