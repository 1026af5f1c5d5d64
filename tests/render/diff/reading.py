"""How a page and Markdown are read by those who show them: with the parser of Python, and with that of GitHub."""

from __future__ import annotations

import html.parser
from pathlib import Path
from typing import Any

from cmarkgfm import github_flavored_markdown_to_html

from igreg.diff.shown import Shown
from igreg.render.diff.html import diff_html
from igreg.render.diff.text import diff_text
from igreg.render.escape.colour import Style
from igreg.store.templates import read_template

TEMPLATE = read_template(Path(__file__), "diff.html.j2")


def in_text(shown: Shown, width: int | None = None, **more: Any) -> str:
    return diff_text(shown, Style(False, width), **more)


def page(shown: Shown, **more: Any) -> str:
    return diff_html(shown, TEMPLATE, **more)


class Words(html.parser.HTMLParser):
    """The words of a page, and its elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(text)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.inside):
            self.words.append(data)


def as_github(markdown: str) -> Words:
    """Markdown as GitHub reads it, without the blanks that keep a text from being a link."""
    return Words(github_flavored_markdown_to_html(markdown).replace("\u200b", ""))
