"""How wide words are in a chart, where they wrap, and which characters a drawing can hold.

Widths are those of Helvetica, Arial and Arimo, which are alike; charts name these fonts and no others. Layout engines
guess at letters beyond ASCII, so every box is given the width that is worked out here.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from igreg.language.characters import plain

# Thousandths of the font's size, and the characters that are as wide.
_REGULAR = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z",
    556: "#$0123456789J_aceksvxy",
    584: "+<=>^~",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
}
_WIDTHS = (
    {c: width for width, letters in _REGULAR.items() for c in letters},
    {c: width for width, letters in _BOLD.items() for c in letters},
)
_LIKE = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "þ": "p", "Þ": "P", "ß": "b"}
SPARE = 1.03
"""A little more than words are measured to take, since no two machines have quite the same letters."""
_BLANKS = re.compile(r"\s+")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def drawable(text: str) -> str:
    """Text on one line that every format can hold: control characters and the like are written out."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _NO_XML.sub(lambda m: f"\\u{ord(m[0]):04x}", plain(_BLANKS.sub(" ", text).strip()))


class _Letters(dict[str, int]):
    """The width of each letter of regular or bold type, worked out when it first comes up."""

    def __init__(self, bold: bool) -> None:
        super().__init__(_WIDTHS[bold])
        self.known = _WIDTHS[bold]
        self.others = 800 if bold else 750

    def __missing__(self, c: str) -> int:
        self[c] = found = self._find(c)
        return found

    def _find(self, c: str) -> int:
        if c in _LIKE:
            return self[_LIKE[c]]
        if unicodedata.category(c) in ("Mn", "Me", "Cf"):
            return 0
        plain_letter = unicodedata.normalize("NFKD", c)[0]
        if plain_letter != c and plain_letter in self.known:
            return self[plain_letter]
        if unicodedata.east_asian_width(c) in "WF":
            return 1300 if ord(c) >= 0x1F000 else 1000
        return self.others


_LETTERS = (_Letters(False), _Letters(True))


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is, in points, at a font size in points."""
    return _thousandths(text, bold) * size / 1000


@functools.lru_cache(maxsize=4096)
def _thousandths(text: str, bold: bool) -> int:
    """How wide a text is in thousandths of the font's size: the same words stand in many boxes and are asked again."""
    return sum(map(_LETTERS[bold].__getitem__, text))


def wrap(text: str, size: float, most: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than so many points; a word that is wider is broken, nothing is cut.

    A line that was broken at a blank ends in one, so that the lines put together are the text again.
    """
    if text and text[0] != " " and width(text, size, bold) <= most:
        return [text]  # as most are: measured once, and not word by word
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= most:
            line = longer
            continue
        if line:
            lines.append(f"{line} ")
        *whole, line = _pieces(word, size, most, bold)
        lines += whole
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, size: float, most: float, bold: bool) -> list[str]:
    """A word in pieces that fit, of at least one letter each; a combining mark stays with its letter."""
    total, begins = 0.0, 0
    pieces: list[str] = []
    for at, c in enumerate(word):
        total += _LETTERS[bold][c] * size / 1000
        if total > most and at > begins and not unicodedata.combining(c):
            pieces.append(word[begins:at])
            total, begins = _LETTERS[bold][c] * size / 1000, at
    return [*pieces, word[begins:]]
