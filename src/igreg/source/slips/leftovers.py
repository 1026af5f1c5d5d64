"""Signs that a paste or an export leaves in a text: garbled letters, and signs that cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.findings import Place
from igreg.pattern import pattern
from igreg.source.slips.doubtful import Doubtful

LOST = "\ufffd"
"""What stands for a letter that was lost on the way."""
_UNSEEN = pattern("[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]+")
_KNOWN = {"\u00ad": "a soft hyphen", "\u200b": "a zero-width space", "\u2028": "a line separator", "\ufeff": "a mark"}
_BEHIND = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0))
_MARKS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"
"""What may stand behind a letter of its own right: the name \u201c\u00c4\u201d in quotes is no mistake."""
_GARBLED = pattern(
    f"[\u00c2\u00c3][{re.escape(_BEHIND)}]|[\u00c4\u00c5](?![{_MARKS}])[{re.escape(_BEHIND)}]|\u00e2[{re.escape(_BEHIND)}]{{2}}"
)
"""How UTF-8 looks to whoever reads it as Windows-1252: letters of Europe in two signs, marks of Word in three."""
_FIRST = "\u00c2\u00c3\u00c4\u00c5\u00e2"
"""What such a sequence begins with."""
_ASCII = bytes(range(128))
_WORD = pattern(r"(?:[^\s\"'\[\]{},:]|(?<=\u00c2)\u00a0)+")
"""A no-break space that was read in the wrong encoding parts no words."""


def garbled(text: str) -> Iterator[Doubtful]:
    """Words of which letters were read in the wrong encoding, `Oâ€™Brien`; where one was lost nothing is proposed."""
    if text.isascii() or (LOST not in text and not _may_be_garbled(text)):
        return
    for number, line in _lines(text):
        for word in _WORD.finditer(line) if not line.isascii() else ():
            becomes = _GARBLED.sub(_right, word[0])
            if LOST in word[0] or becomes != word[0]:
                place = Place(number, word.start() + 1, word.end() + 1)
                yield Doubtful(place, word[0], "" if LOST in becomes else becomes)


def unseen(text: str) -> Iterator[Doubtful]:
    """Words in which signs stand that nobody can see, as a web page or a word processor puts them there."""
    if text.isascii() or not _UNSEEN.search(_beyond_ascii(text)):
        return
    for number, line in _lines(text):
        for word in re.finditer(r"[^ \t\r]+", line) if not line.isascii() else ():
            if _UNSEEN.search(word[0]):
                start, end = _without_what_surrounds(word)
                told = line[start:end]
                yield Doubtful(Place(number, start + 1, end + 1), told, _UNSEEN.sub("", told))


def _without_what_surrounds(word: re.Match[str]) -> tuple[int, int]:
    """Where a word begins and ends without the quotes and brackets around it; whole where no letter is left."""
    begun = word[0].lstrip("\"'[{")
    core = begun.rstrip("\"']},:")
    if not _UNSEEN.sub("", core):
        return word.span()
    start = word.end() - len(begun)
    return start, start + len(core)


_ENTITY = pattern(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_TAG = pattern(r"</?(?:a|b|br|div|em|font|h\d|i|li|ol|p|span|strong|td|tr|u|ul)(?: [^<>]*)?/?>", re.IGNORECASE)


def may_be_from_a_page(text: str) -> bool:
    """A quick look, at one name or at many: whether there is a sign without which `from_a_page` finds nothing."""
    return "&" in text or "<" in text or "%20" in text or "=20" in text or "\\n" in text


def from_a_page(name: str) -> str | None:
    """A name in the signs of a web page or an address, `Smith &amp; Co`, as it is read; nothing where it has none."""
    if not may_be_from_a_page(name):
        return None  # nearly all names, and there are very many
    right = _ENTITY.sub(_unescaped, _TAG.sub(" ", name))
    right = " ".join(re.sub(r"(?<=\w)(?:%20|=20|\\n)(?=\w)", " ", right).split())
    return right if right and right != " ".join(name.split()) else None


def _unescaped(entity: re.Match[str]) -> str:
    from html import unescape  # with the names of all signs

    return unescape(entity[0])


def called(word: str) -> str:
    """What the first sign of a word that cannot be seen is called."""
    found = _UNSEEN.search(word)
    return _KNOWN.get(found[0][0], "a sign of the direction of writing") if found is not None else ""


def _right(found: re.Match[str]) -> str:
    """What was meant by signs that are UTF-8 read as Windows-1252; the signs themselves where nothing sensible was."""
    data = b"".join(sign.encode("cp1252") if ord(sign) > 0xFF else sign.encode("latin-1") for sign in found[0])
    try:
        right = data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    sensible = "\u00a1" <= right <= "\u017f" or "\u2010" <= right <= "\u2026" or right in "\u20ac\u2122"
    return " " if right == "\u00a0" else right if sensible else found[0]


def _may_be_garbled(text: str) -> bool:
    """A quick look: whether two or three signs that UTF-8 becomes stand together anywhere, be it in a remark.

    Single signs are searched for, which is many times quicker than one expression that begins anew at each letter.
    """
    for sign in _FIRST:
        at = text.find(sign)
        while at >= 0:
            if _GARBLED.match(text, at):
                return True
            at = text.find(sign, at + 1)
    return False


def _beyond_ascii(text: str) -> str:
    """The letters and signs of a text beyond ASCII, in their order; to leave out bytes is many times quicker."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; those that are remarks are nobody's text."""
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if not line.lstrip().startswith("#"))
