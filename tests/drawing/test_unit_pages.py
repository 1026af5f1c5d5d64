"""The pages of units, where a page takes only so many boxes: nobody is lost, whatever hangs on what."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Graph
from igreg.chart.structure import structure
from igreg.drawing.drawer import Drawer
from igreg.drawing.pages import pages
from igreg.drawing.paper import Paper
from igreg.wording.boxes import all_said
from tests.chart.registers import view

ORGANISATION = "name: Big Trust\ntype: nhs-trust\ntop: top\n"


class Small(Drawer):
    """Finds that a page can be read which has no more than so many boxes."""

    def __init__(self, most: int) -> None:
        super().__init__(dict)
        self.most = most
        self.seen = 0
        """How many boxes all pages have that were tried."""

    def fits(self, page: Graph) -> bool:
        self.seen += len(page.nodes)
        return len(page.nodes) <= self.most

    def points(self, page: Graph, paper: Paper) -> float:
        return 10


def roles(unit: str, *ids: str) -> str:
    """Roles of a unit that lead an area, so that each has a box of its own."""
    return "".join(f"- {{id: {id}, title: {id}, unit: {unit}, areas: [risk], accountable_to: top}}\n" for id in ids)


TOP = "- {id: top, title: Top}\n"


@pytest.mark.parametrize(
    ("units", "posts", "most", "names"),
    [
        pytest.param(
            "- {id: a}\n- {id: b, parent: a}\n",
            roles("a", "r1") + roles("b", "r2", "r3"),
            5,
            ["structure"],
            id="all on one page",
        ),
        pytest.param(
            "- {id: a}\n- {id: b, parent: a}\n- {id: c}\n",
            roles("a", "r1") + roles("b", "r2") + roles("c", "r3", "r4"),
            3,
            ["structure", "structure-a", "structure-c", "structure-_others"],
            id="a unit with all below it",
        ),
        pytest.param(
            "- {id: a}\n- {id: b, parent: a}\n",
            roles("a", "r1", "r2") + roles("b", "r3", "r4"),
            3,
            ["structure", "structure-a", "structure-b", "structure-_others"],
            id="a unit alone, and the one below it",
        ),
        pytest.param(
            "- {id: a}\n",
            roles("a", "r1", "r2", "r3", "r4"),
            3,
            ["structure", "structure-a", "structure-a~2", "structure-_others"],
            id="a unit in parts",
        ),
        pytest.param(
            "- {id: a, parent: b}\n- {id: b, parent: a}\n- {id: c}\n",
            roles("a", "r1") + roles("b", "r2") + roles("c", "r3"),
            3,
            ["structure", "structure-c", "structure-_others"],
            id="units in a loop are with those of no unit",
        ),
        pytest.param(
            "- {id: a, parent: gone}\n",
            roles("a", "r1", "r2") + roles("nowhere", "r3"),
            3,
            ["structure", "structure-a", "structure-_others"],
            id="a parent or a unit that is not there",
        ),
        pytest.param(
            "- {id: a}\n",
            roles("a", "r1", "r2"),
            0,
            ["structure", "structure-a", "structure-a~2", "structure-_others"],
            id="where nothing fits, as small as can be",
        ),
    ],
)
def test_units_have_pages(units: str, posts: str, most: int, names: list[str]) -> None:
    one = view({"organisation.yaml": ORGANISATION, "units.yaml": units, "roles.yaml": TOP + posts})
    whole = structure(one)
    found = pages(whole, one, Small(most))
    assert [page.name for page in found] == names
    said = " ".join(f"{node.title} {all_said(node)}" for page in found for node in page.nodes)
    assert all(node.title in said for node in whole.nodes)


def boxes_tried(units: str, posts: str) -> int:
    """How many boxes all pages have that are tried for a chart, each time they are."""
    seen = view({"organisation.yaml": ORGANISATION, "units.yaml": units, "roles.yaml": TOP + posts})
    drawer = Small(20)
    pages(structure(seen), seen, drawer)
    return drawer.seen


def line_of_roles(count: int) -> str:
    """Roles of which each answers to the one before."""
    above = ["top", *(f"r{number}" for number in range(count))]
    return "".join(f"- {{id: r{i}, title: R{i}, unit: u{i}, accountable_to: {above[i]}}}\n" for i in range(count))


def line_of_units(count: int) -> str:
    """Units of which each belongs to the one before."""
    return "- {id: u0}\n" + "".join(f"- {{id: u{i}, parent: u{i - 1}}}\n" for i in range(1, count))


@pytest.mark.parametrize("units", ["- {id: u0}\n", None], ids=["of no unit", "each in a unit in the unit before"])
def test_a_long_line_of_posts_takes_as_much_more_as_it_is_longer(units: str | None) -> None:
    short, long = (boxes_tried(units or line_of_units(n), line_of_roles(n)) for n in (200, 800))
    assert long < 6 * short
