"""A chart as Mermaid, which GitHub, GitLab and many wikis draw in a page of Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from igreg.chart.graph import Edge, Graph, Node
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL
from igreg.drawing.line_looks import BROKEN
from igreg.drawing.metrics import drawable, wrap
from igreg.wording.arrows import BESIDE, arrow_words
from igreg.wording.boxes import held, led, said

_WIDE = 200.0
_PLAIN = re.compile(r"[^\w ,()/'’–—·]|_", re.ASCII)
_ARROWS = {
    "accountable": "---",
    "reports": "-.->",
    "advises": "-.->",
    "supports": "-.-o",
    "routine": "-->",
    "incident": "==>",
    "data": "-->",
    "personal": "-->",
    "special": "==>",
    "delegated": "-->",
    "asked": "-->",
    "elects": "-->",
}
_CLASSES = (
    ("role", f"fill:{colour.ROLE},stroke:{colour.LINE},color:{colour.INK}"),
    ("lead", f"fill:{colour.LEAD},stroke:{colour.LINE},stroke-width:2px,color:{colour.INK}"),
    ("group", f"fill:{colour.GROUP},stroke:{colour.LINE},stroke-width:2px,color:{colour.INK}"),
    ("outside", f"fill:{colour.OUTSIDE},stroke:{colour.LINE},color:{colour.INK}"),
    (
        "vacant",
        f"fill:{colour.GAP},stroke:{colour.GAP_INK},stroke-width:3px,stroke-dasharray:6 3,color:{colour.GAP_INK}",
    ),
)


def mermaid(graph: Graph) -> str:
    """The chart as a Mermaid flowchart."""
    title = f"{drawable(graph.title)}: {drawable(graph.subtitle)}"
    out = [
        "---",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        "---",
        f"%% {_comment(graph.source)}",
        f"flowchart {'TD' if graph.down else 'LR'}",
        f"  accTitle: {_spoken(title)}",
        f"  accDescr: {_spoken(' '.join(_told(graph)))}",
    ]
    out += [f"  {_name(node.id)}{_label(node)}:::{_class(node)}" for node in graph.nodes]
    nobody = [f"No lead: {row.area}" for row in graph.areas if not row.node]
    out += [f'  no_lead["{"<br/>".join(map(_words, nobody))}"]:::vacant'] if nobody else []
    out += [f"  {_edge(edge)}" for edge in graph.edges]
    out += [f"  classDef {name} {style}" for name, style in _CLASSES]
    return "".join(f"{line}\n" for line in out)


def _told(graph: Graph) -> Iterator[str]:
    """What a screen reader says of the whole chart: its remarks, and who answers for each area."""
    yield from (f"{drawable(remark)}." for remark in graph.remarks)
    yield from (f"{drawable(f'{row.area}: {led(row)}, {held(row)}')}." for row in graph.areas)


def _name(id: str) -> str:
    """A name that is no word of Mermaid's and that no two ids share."""
    return "n_" + "".join(c if c.isalnum() else f"_{ord(c):02x}" for c in id)


def _label(node: Node) -> str:
    parts = [f"{_words(node.over)}"] if node.over else []
    parts.append(f"<b>{_words(node.title)}</b>")
    parts += [_words(f"[{', '.join(node.areas)}]")] if node.areas else []
    parts += [_words(said(line)) for line in node.lines]
    text = "<br/>".join(parts)
    return f'("{text}")' if node.kind in ("role", "staff") else f'["{text}"]'


def _edge(edge: Edge) -> str:
    arrow = "-.->" if BROKEN & {*edge.marks} else _ARROWS[edge.kind]
    if edge.both:
        arrow = f"<{arrow}"
    words = arrow_words(edge)
    if edge.kind in BESIDE:  # Mermaid has one kind of broken line, so a word tells the three apart
        words = (BESIDE[edge.kind],)
    label = f'|"{"<br/>".join(_words(word) for word in words)}"|' if words else ""
    return f"{_name(edge.start)} {arrow}{label} {_name(edge.end)}"


def _class(node: Node) -> str:
    if node.vacant:
        return "vacant"
    if node.edge:
        return "outside"
    return "lead" if node.areas else "group" if node.kind in ("group", "unit") else "role"


def _words(text: str) -> str:
    """Text in a quoted label: every sign that could mean something to Mermaid or to HTML goes by its number."""
    safe = (_PLAIN.sub(lambda m: f"#{ord(m[0])};" if m[0].isascii() else m[0], part) for part in _wrapped(text))
    return "<br/>".join(safe)


def _wrapped(text: str) -> list[str]:
    return wrap(drawable(text), SMALL, _WIDE)


def _spoken(text: str) -> str:
    """Text for a screen reader, on a line that Mermaid reads to its end: signs with a meaning are left out."""
    return re.sub(r"[^\w ,.:()/'-]", " ", text).strip() or "chart"


def _comment(text: str) -> str:
    return drawable(text).replace("{", "(").replace("}", ")")
