"""Small registers for charts, and DOT read back by a real parser of it."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import subprocess
from dataclasses import dataclass
from typing import Any

from igreg.chart.graph import Graph
from igreg.chart.view import View
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.render.chart.skeleton import NOTHING, placed, skeleton
from igreg.render.chart.svg import chart_svg
from igreg.store.layout_engine import find_engine, layout

DAY = dt.date(2026, 11, 24)
HOME = {
    "organisation.yaml": "name: Willow Court Care\ntype: care-provider\ntop: owner\n",
    "units.yaml": (
        "- {id: home, name: Willow Court}\n- {id: east, name: East wing, parent: home}\n"
        "- {id: west, name: West wing, parent: home}\n"
    ),
    "staff.yaml": """
- {id: p-hughes, name: Pat Hughes}
- {id: j-osei, name: Jo Osei}
- {id: m-lewis, name: Max Lewis}
- {id: a-reid, name: Ana Reid, absences: [{from: 2026-11-20, until: 2026-12-01, cover: m-lewis}]}
""",
    "roles.yaml": """
- {id: owner, title: Owner, function: chief-executive, level: board, holders: [{staff: p-hughes, from: 2019-04-01}]}
- id: ig-lead
  title: Data Security and Protection Lead
  areas: [governance, confidentiality]
  accountable_to: owner
  unit: home
  holders:
    - {staff: j-osei, from: 2023-02-01}
    - {staff: m-lewis, from: 2024-01-08, as: deputy}
- {id: caldicott, title: Caldicott Guardian, areas: [caldicott], accountable_to: owner, advises: [owner],
   holders: [{staff: a-reid, from: 2025-01-01}]}
- {id: dpo, title: Data Protection Officer, areas: [data-protection], reports_to: [owner], accountable_to: owner,
   holders: [{staff: m-lewis, from: 2026-09-01, until: 2026-12-31, as: acting}]}
- {id: champion, title: Local champion, accountable_to: ig-lead, supports: [ig-lead], unit: east,
   holders: [{staff: p-hughes, from: 2020-01-01, until: 2026-10-31}]}
""",
    "groups.yaml": """
- {id: ig-group, title: IG group, ig_group: true, chair: owner, secretary: ig-lead, members: [dpo, champion, j-osei],
   accountable_to: owner}
""",
    "bodies.yaml": "- {id: ico, name: Information Commission, category: regulator}\n",
    "flows.yaml": """
- {id: report, title: Incident seen, from: all-staff, to: [ig-lead], trigger: incident, within: 4 hours,
   by: [phone, form], out_of_hours: true}
- {id: tell-dpo, title: Breach, from: ig-lead, to: [dpo, owner], trigger: incident, within: 24 hours, two_way: true}
- {id: notify, title: Reportable breach, from: dpo, to: [ico], trigger: incident, within: 24 hours, by: [web form]}
- {id: news, title: Bulletin, from: ig-lead, to: [all-staff, service-users, carers, public], every: 1 month,
   about: [governance], by: [email]}
""",
}


def register(files: dict[str, str] | None = None, **more: str) -> Register:
    """A register of these files; `roles="..."` replaces one file of the care home."""
    texts = dict(HOME if files is None else files) | {f"{name}.yaml": text for name, text in more.items()}
    return read(Sources({f"register/{name}": text for name, text in texts.items()}))


def view(files: dict[str, str] | None = None, *, day: dt.date = DAY, **options: Any) -> View:
    """The view of a small register."""
    return View(register(files), day, **options)


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


def svg(graph: Graph) -> str:
    """A chart's one page, laid out by the engine that comes with igreg."""
    return chart_svg(graph, placed(graph, layout(skeleton(graph))) if graph.nodes else NOTHING)
