"""Smaller drawings of a communication chart: numbers and tables, and pages, in which no flow is lost."""

from __future__ import annotations

from igreg.chart.arrow_words import arrow_words
from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.drawing.bundle import bundled, split
from igreg.drawing.drawer import Drawer
from tests.chart.registers import view
from tests.chart.test_communication import arrows


class Roomy(Drawer):
    """Finds that a page can be read which has two arrows at most."""

    def __init__(self) -> None:
        super().__init__(dict)

    def fits(self, page: Graph) -> bool:
        return len(page.edges) <= 2


def test_bundling_keeps_every_flow_in_numbers_and_tables() -> None:
    graph = bundled(communication(view()))
    assert [arrow_words(edge) for edge in graph.edges] == [("1",), ("2",), ("2",), ("3",), *[("4",)] * 4]
    assert [table.title for table in graph.tables] == ["Incidents and near misses", "Routine"]
    assert graph.tables[1].rows == (
        (
            "4",
            "Bulletin",
            "Data Security and Protection Lead",
            "All staff, Service users, Carers and The public",
            "every 1 month",
            "email",
        ),
    )


def test_splitting_puts_incidents_on_the_main_page_and_loses_nothing() -> None:
    graph = communication(view())
    found = split(graph, Roomy())
    assert found[0].name == "communication"
    assert all(edge.kind == "incident" for edge in found[0].edges)
    assert sorted(arrow for page in found for arrow in arrows(page)) == sorted(arrows(graph))
    assert len({page.name for page in found}) == len(found)
