"""Text in XML is read back as it was, or with a mark for what XML cannot hold."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from igreg.render.escape.xml import attribute, content


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a & b < c > d", "a & b < c > d"),
        ("]]>", "]]>"),
        ('it\'s "quoted"', 'it\'s "quoted"'),
        ("a\x00b\ufffec\x1b", "a\ufffdb\ufffdc\ufffd"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_text_is_text(text: str, read: str) -> None:
    element = ElementTree.fromstring(f"<x a={attribute(text)}>{content(text)}</x>")
    assert (element.get("a"), element.text) == (read, read)
