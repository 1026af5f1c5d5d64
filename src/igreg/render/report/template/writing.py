"""How a template writes a text: so that the format shows it and does not obey it, wherever it stands."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from typing import Any, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from igreg.dataclass import dataclass
from igreg.language.reach import reached
from igreg.render.escape import markdown

WRITTEN = "_written"
"""The filter behind all that a template writes."""


@dataclass(frozen=True, slots=True)
class Writes:
    """The ways in which a format writes a text, each of them safe."""

    text: Callable[[str], str]
    """Anywhere."""
    prose: Callable[[str], str]
    """In a sentence, where a format may leave more of it as it is."""
    code: Callable[[str], str]
    """As something to be typed."""
    contact: Callable[[str], str]
    """As how somebody is reached."""


def _one_line(way: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: way(text.replace("\n", " "))


def _page(text: str) -> str:
    return str(escape(str(text)))


def _contact(text: str) -> str:
    return "".join(
        _page(one) if isinstance(one, str) else f'<a href="{_page(one.address)}">{_page(one.text)}</a>'
        for one in reached(text)
    )


def _contact_in_markdown(text: str) -> str:
    """An address stands in a link as it is: with the sign that keeps it from becoming one, nobody could copy it."""
    return "".join(
        markdown.md(one) if isinstance(one, str) else f"[{one.text}]({one.address})" for one in reached(text)
    )


WRITES: Mapping[str, Writes] = {
    "html": Writes(_page, _page, lambda text: f"<code>{_page(text)}</code>", _contact),
    "markdown": Writes(*map(_one_line, (markdown.md, markdown.prose, markdown.code, _contact_in_markdown))),
    "docx": Writes(_page, _page, _page, _page),
}
"""By format. What comes of each is markup of the format, and is not written again."""


def sha256(text: object) -> str:
    """The mark of a style by which a page lets it act: `style-src 'sha256-...'`."""
    return base64.b64encode(hashlib.sha256(str(text).encode()).digest()).decode()


class Written(NodeTransformer):
    """Puts the writing behind all that a template puts out."""

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """What is put out, each with the writing behind it but for the template's own text."""
        self.generic_visit(node)
        node.nodes = [one if isinstance(one, nodes.TemplateData) else behind(one, WRITTEN) for one in node.nodes]
        return node


def behind(node: nodes.Node, filter: str) -> nodes.Filter:
    """A node with a filter behind it."""
    return nodes.Filter(cast(nodes.Expr, node), filter, [], [], None, None, lineno=node.lineno)


def marked(way: Callable[[str], str], text: Callable[[Any], str]) -> Callable[[Any], Markup]:
    """A filter that writes a value in a way; what is written already stays as it is. `text` makes a value a text."""
    return lambda value: value if isinstance(value, Markup) else Markup(way(text(value)))
