"""Charts drawn by the engine that comes with igreg, and DOT read back by a real parser of it."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import dataclass
from typing import Any

from igreg.chart.graph import Graph
from igreg.drawing.drawer import Drawer
from igreg.drawing.paper import printed
from igreg.drawing.scene import Scene
from igreg.render.chart.svg import chart_svg
from igreg.store.layout_engine import LayoutEngine, find_engine


def drawer() -> Drawer:
    """Draws with the engine that comes with igreg."""
    return Drawer(LayoutEngine())


def scene(graph: Graph) -> Scene:
    """A chart's one page."""
    return drawer().scene(graph)


def svg(graph: Graph) -> str:
    """A chart's one page as SVG."""
    return chart_svg(scene(graph))


def points(graph: Graph) -> float:
    """The size of the smallest words of a chart's one page, printed on A3."""
    found = scene(graph)
    return printed(found.width, found.height)


@dataclass(frozen=True)
class Drawn:
    """A DOT text as Graphviz reads it."""

    nodes: dict[str, dict[str, str]]
    edges: list[dict[str, Any]]

    def words(self, node: str) -> str:
        """The words of a node's label."""
        return words(self.nodes[node]["label"])

    def lines(self, **attributes: str) -> list[tuple[str, str]]:
        """Both ends of the edges with these attributes."""
        return [
            (edge["from"], edge["to"])
            for edge in self.edges
            if all(edge.get(name) == value for name, value in attributes.items())
        ]


def words(label: str) -> str:
    """What an HTML-like label says."""
    text = html.unescape(re.sub(r"<[^>]*>", "", label)).replace("\\\\", "\\")
    return re.sub(r"\s+", " ", text).strip()


def parsed(dot: str) -> Drawn:
    """Have the engine read DOT, and give back what it understood."""
    done = subprocess.run([find_engine(), "-Tdot_json"], input=dot.encode(), capture_output=True, check=True)
    data = json.loads(done.stdout)
    objects = [one for one in data.get("objects", []) if "nodes" not in one]
    names = {one["_gvid"]: one["name"] for one in objects}
    edges = [edge | {"from": names[edge["tail"]], "to": names[edge["head"]]} for edge in data.get("edges", [])]
    return Drawn({one["name"]: one for one in objects}, edges)
