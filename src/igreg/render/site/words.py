"""Words and links of a page as HTML. Every text is made harmless here, and once: the same words stand on many pages."""

from __future__ import annotations

from html import escape

from igreg.drawing.metrics import drawable
from igreg.site.page import Away, Inline, Line, Link


class Texts(dict[str, str]):
    """Each text as it stands between tags and in attributes, worked out when it is first asked for."""

    def __missing__(self, text: str) -> str:
        self[text] = found = escape(safe(text))
        return found


class Words:
    """Writes lines of words for the pages of one depth: their links begin with the way up to the site's root."""

    def __init__(self, texts: Texts, root: str) -> None:
        self.texts = texts
        self.root = root
        self._links: dict[int, tuple[Link, str]] = {}
        """By the identity of a link as an object, which is kept beside what it looks like."""

    def line(self, line: Line) -> str:
        """A line of words and links."""
        if len(line) == 1:
            one = line[0]
            return self.texts[one] if type(one) is str else self.inline(one)
        return "".join([self.texts[one] if type(one) is str else self.inline(one) for one in line])

    def inline(self, one: Inline) -> str:
        """Some words, perhaps a link."""
        if isinstance(one, str):
            return self.texts[one]
        if isinstance(one, Away):
            text = self.texts[one.text]
            if one.address.startswith("mailto:"):
                text = text.replace("@", "@<wbr>")  # on a narrow screen a line ends there, and not within a word
            return f'<a href="{self.texts[one.address]}" rel="noreferrer">{text}{self._about(one)}</a>'
        known = self._links.get(id(one))
        if known is None:
            known = one, f'<a href="{escape(self.root + one.to)}">{self.texts[one.text]}{self._about(one)}</a>'
            self._links[id(one)] = known
        return known[1]

    def _about(self, one: Link | Away) -> str:
        """What a link is about, to be heard and not seen."""
        return f'<span class="unseen">: {self.texts[one.about]}</span>' if one.about else ""


def safe(text: str) -> str:
    """A text on one line without signs that nobody can read; a blank at its ends stays, for the link beside it."""
    clean = drawable(text)
    if clean == text:
        return clean
    return f"{' ' if text[0] == ' ' else ''}{clean}{' ' if text[-1] == ' ' else ''}"
