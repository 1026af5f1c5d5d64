"""A communication chart of very many arrows between very many leads: the engine is never given what nobody could read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from igreg.chart.communication import communication
from igreg.drawing.drawer import MOST_LINES, Drawer
from igreg.drawing.pages import pages
from igreg.store.layout_engine import LayoutEngine
from tests.chart.registers import view

AREAS = ("governance", "caldicott", "risk", "security", "data-protection", "confidentiality")


class Counted:
    """The engine, and how many arrows it was given each time: never too many."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def layout(self, dot: str) -> Mapping[str, Any]:
        self.asked.append(dot.count("->"))
        assert self.asked[-1] <= MOST_LINES
        return LayoutEngine().layout(dot)


def chart(leads: int, areas: int, ends: int) -> tuple[list[Any], list[int]]:
    """The pages of a chart in which each of so many leads tells so many others; and the arrows of each that was laid out."""
    roles = "".join(f"- {{id: r{i}, title: Lead {i}, areas: [{AREAS[i % areas]}]}}\n" for i in range(leads))
    flows = "".join(
        f"- {{id: f{i}-{j}, title: Tell, from: r{i}, to: [r{(i + j) % leads}], trigger: incident, within: 1 hours, by: [phone]}}\n"
        for i in range(leads)
        for j in range(1, ends + 1)
    )
    one = view({"organisation.yaml": "name: Trust\ntype: nhs-trust\n", "roles.yaml": roles, "flows.yaml": flows})
    engine = Counted()
    return pages(communication(one), one, Drawer(engine)), engine.asked


@pytest.mark.parametrize(
    ("leads", "areas", "boxes"),
    [
        pytest.param(120, 1, ["120 leads of Risk"], id="of one area"),
        pytest.param(120, 2, ["60 leads of Information governance", "60 leads of Caldicott"], id="of two areas"),
    ],
)
def test_very_many_leads_share_a_box(leads: int, areas: int, boxes: list[str]) -> None:
    found, _ = chart(leads, areas, 14)
    titles = [node.title for node in found[0].nodes]
    assert sorted(titles) == sorted(boxes if areas > 1 else ["120 leads of Information governance"])
    told = [row for page in found[1:] for table in page.tables for row in table.rows]
    assert len(told) == leads  # a row for each thing that is told, whoever shares a box
    assert {row[2] for row in told} == {f"Lead {i}" for i in range(leads)}
    assert all(len(row[3].split(", ")) + row[3].count(" and ") == 14 for row in told)


def test_leads_keep_their_boxes_where_there_is_room() -> None:
    roles = "".join(f"- {{id: l{i}, title: Lead {i}, areas: [{area}]}}\n" for i, area in enumerate(AREAS))
    roles += "".join(f"- {{id: r{i}, title: Post {i}}}\n" for i in range(60))
    flows = "".join(
        f"- {{id: f{i}-{j}, title: Tell {i}, from: r{i}, to: [l{j}], trigger: incident, within: 1 hours, by: [phone]}}\n"
        for i in range(60)
        for j in range(6)
    )
    one = view({"organisation.yaml": "name: Trust\ntype: nhs-trust\n", "roles.yaml": roles, "flows.yaml": flows})
    found = pages(communication(one), one, Drawer(LayoutEngine()))
    assert sorted(node.title for node in found[0].nodes) == ["60 other roles", *(f"Lead {i}" for i in range(6))]
