"""Text in XML: a value of an attribute, and the content of an element; characters that XML has not are replaced."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def representable(text: str) -> str:
    """A text with those characters replaced that XML has not."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return quoteattr(representable(text))


def content(text: str) -> str:
    """A text as the content of an element."""
    return escape(representable(text))
