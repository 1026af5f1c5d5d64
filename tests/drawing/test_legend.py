"""The legend names what a drawing has, and nothing else."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Edge, Graph, Node
from igreg.chart.lines import Said
from igreg.drawing.legend import legend
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Words

ROLE = Node("a", "role", "A")


@pytest.mark.parametrize(
    ("nodes", "edges", "said"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([ROLE], [], ["role"], id="a role"),
        pytest.param([Node("a", "role", "A", areas=("Risk",))], [], ["role", "role that leads an area"], id="a lead"),
        pytest.param([Node("a", "group", "A")], [], ["group"], id="a group"),
        pytest.param([Node("a", "body", "A", edge=True)], [], ["outside the organisation"], id="a body"),
        pytest.param([Node("a", "unit", "A", (Said("vacant", "Vacant"),))], [], ["vacant"], id="a gap"),
        pytest.param([Node("a", "unit", "A", (Said("acting", "Jo"),))], [], ["acting, or absent"], id="acting"),
        pytest.param([Node("a", "unit", "A", (Said("absent", "Jo"),))], [], ["acting, or absent"], id="absent"),
        pytest.param([], [Edge("a", "b", "reports")], ["reports to"], id="a line"),
        pytest.param(
            [],
            [Edge("a", "b", "routine", both=True), Edge("a", "b", "incident", both=True)],
            ["tells of an incident (thick, framed)", "tells as a routine (thin)", "both ways (two heads)"],
            id="both ways is said once",
        ),
    ],
)
def test_the_legend_names_what_is_there(nodes: list[Node], edges: list[Edge], said: list[str]) -> None:
    pen = Pen()
    below = legend(pen, Graph("structure", "s", "T", "S", "Source", tuple(nodes), tuple(edges)), 10, 900)
    assert [item.text for item in pen.items if isinstance(item, Words)] == said
    assert below == (36 if said else 10)


def test_samples_that_do_not_fit_stand_below() -> None:
    pen = Pen()
    kinds = tuple(Edge("a", "b", kind) for kind in ("reports", "advises", "supports"))
    assert legend(pen, Graph("structure", "s", "T", "S", "Source", (), kinds), 0, 10) == 2 * 22 + 26
