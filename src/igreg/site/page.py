"""A page as a value: sections with their blocks. Texts are data, never markup; a link names a place of the site."""

from __future__ import annotations

from igreg.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place of the site."""

    text: str
    to: str
    """Its path from the site's root, such as `roles/siro.html` or `policies.html#pol-1`."""
    about: str = ""
    """What it is about where its words alone do not say so, for whoever hears the links of a page one by one."""


@dataclass(frozen=True, slots=True)
class Away:
    """Words that lead out of the site: to a page elsewhere, or to an address to write to."""

    text: str
    address: str
    about: str = ""
    """As of `Link`."""


Inline = str | Link | Away
Line = tuple[Inline, ...]
"""Words one after the other, some of them links."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    line: Line
    leads: bool = False
    """Whether it is read first: larger."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of something: `Approved by`, and one line or several."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of something, thing by thing."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row says what it is about."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    empty: str
    """The sentence that stands in place of a table without rows."""
    ids: tuple[str, ...] = ()
    """Of each row the name by which a link finds it; empty where none does."""


@dataclass(frozen=True, slots=True)
class Card:
    """A box that stands out: whom to tell when something has gone wrong."""

    title: str
    blocks: tuple[Words | Points, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """Where one can go from here, each with a sentence."""

    items: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of the register with its text, drawn where pages are put together."""

    chart: str


@dataclass(frozen=True, slots=True)
class Search:
    """The box to search all pages."""


Block = Words | Points | Facts | Grid | Card | Ways | Drawing | Search


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page; without a title it stands below the page's own."""

    title: str
    blocks: tuple[Block, ...]
    id: str = ""
    """The name by which a link finds it; empty where none does."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    path: str
    title: str
    sort: str
    """What it is, for whoever searches: `Role`, `Policy`, or `Page`."""
    sections: tuple[Section, ...]
    words: str = ""
    """More words to find it by, beside its title."""


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a site."""

    organisation: str
    audience: str
    day: str
    unread: str
    """The sentence that says that not everything could be read; empty where all was. Stands on top of every page."""
    pages: tuple[Page, ...]
    menu: tuple[Link, ...]
    found: tuple[tuple[str, str, str, str], ...]
    """For the search: the title, what it is, its place, and more words."""
    charts: tuple[str, ...]


def line(*words: Inline | None) -> Line:
    """Words one after the other, without those that say nothing."""
    return tuple(filter(None, words))


def joined(lines: tuple[Line, ...] | list[Line], between: str = ", ") -> Line:
    """Several lines as one, with a sign between two."""
    out: list[Inline] = []
    for one in lines:
        if one:
            out += [between, *one] if out else one
    return tuple(out)


def plain_words(words: Line) -> str:
    """What a line says, without its links."""
    return "".join(one if isinstance(one, str) else one.text for one in words)
