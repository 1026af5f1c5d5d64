"""Texts that would be obeyed if they were not data, put into every field of a register, and the tags that come of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from igreg.register.register import Register
from tests.analysis.registers import register

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b | c",
    "# heading",
    "`code` *bold* _it_ [link](javascript:alert(1)) ![x](y)",
    "{{ 7*7 }}{% raw %}",
    '"><b onmouseover="x">',
    "=1+1",
    "first\nsecond\n\n- third\n\n| a |\n| --- |",
    "</td></tr></table>",
    "\u202ereversed",
    "&lt;b&gt;",
    "https://evil.example/",
)


def filled(text: str, texts: Sequence[str]) -> Register:
    """The register of a text in which an `@` stands for each of some texts; the last is not used."""
    parts = text.split("@")
    return register(
        "".join(f"{part}{json.dumps(one)}" for part, one in zip(parts[:-1], texts, strict=False)) + parts[-1]
    )


def spoilt(text: str, turn: int | None) -> Register:
    """Each hostile text in one field after another, begun at a turn; without one, plain words."""
    count = text.count("@")
    return filled(
        text, [f"word{place}" if turn is None else HOSTILE[(place + turn) % len(HOSTILE)] for place in range(count)]
    )


class Seen(HTMLParser):
    """The tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]


def tags(written: str, format: str) -> list[str]:
    """The tags of a page, or of a text in Markdown as a page."""
    seen = Seen()
    seen.feed(MarkdownIt("commonmark").enable("table").render(written) if format == "markdown" else written)
    return seen.tags
