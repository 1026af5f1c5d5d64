"""Which pages of many are built alike, so that one stands for all: the same tags with the same attributes, nested alike.

Brothers of one shape count once, and of a text only whether it is there: what axe-core and a style can tell apart. Ids,
which tell it apart too, are looked at on every page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

_EMPTY = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""Elements that have no end."""
_OWN = frozenset({"id", "href", "src", "for", "name", "aria-label", "aria-labelledby", "aria-describedby"})
"""Attributes whose words are a page's own: only that they are there counts."""
_REFERS = ("aria-labelledby", "aria-describedby", "for")
_DRAWN = "svg"
"""What is inside a drawing has places and words of its own, which are not compared."""


@dataclass
class _Element:
    name: str
    inside: list[str] = field(default_factory=list)

    def shape(self) -> str:
        return sha256(f"{self.name}({','.join(dict.fromkeys(self.inside))})".encode()).hexdigest()


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.named: set[str] = set()
        self.longest = 0
        self._open = [_Element("")]
        self._quiet = 0
        self.feed(text)
        self.close()
        assert len(self._open) == 1, [one.name for one in self._open]
        self.shape = self._open[0].shape()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.named |= {id for name in _REFERS for id in (told.get(name) or "").split()}
        self.named |= {(told.get("href") or "#")[1:]} if (told.get("href") or "").startswith("#") else set()
        written = [name if name in _OWN or name.startswith("data-") else f"{name}={value}" for name, value in attrs]
        self._open.append(_Element(" ".join([tag, *sorted(written)]) if not self._drawn() else tag))
        if tag in _EMPTY:
            self.handle_endtag(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        ended = self._open.pop()
        assert ended.name.split(" ")[0] == tag, (ended.name, tag)
        self._open[-1].inside.append(ended.shape())

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open[-1].inside.append("text")
            self.longest = max(self.longest, *map(len, data.split()))

    def _drawn(self) -> bool:
        return any(one.name.split(" ")[0] == _DRAWN for one in self._open)


@dataclass(frozen=True)
class Built:
    """A page: how it is built, its longest word, and what is wrong with its ids."""

    page: Path
    shape: str
    longest: int
    wrong: tuple[str, ...]


def built(page: Path) -> Built:
    """Read a page. What is wrong: an id that stands twice, and one that is named and does not stand."""
    found = _Reader(page.read_text(encoding="utf-8"))
    twice = {id for id in found.ids if found.ids.count(id) > 1} if len(set(found.ids)) < len(found.ids) else set()
    wrong = (*(f"{id} twice" for id in sorted(twice)), *(f"no {id}" for id in sorted(found.named - {*found.ids, ""})))
    return Built(page, found.shape, found.longest, wrong)


def one_of_each(pages: Iterable[Built]) -> list[Path]:
    """Of the pages of one shape the one with the longest word, which is the hardest to fit on a narrow screen."""
    chosen: dict[str, Built] = {}
    for one in pages:
        if one.shape not in chosen or one.longest > chosen[one.shape].longest:
            chosen[one.shape] = one
    return [one.page for one in chosen.values()]
