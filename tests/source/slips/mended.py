"""The one slip of a text as whoever reads of it sees it: where, what, what to do, and the text as it should be."""

from __future__ import annotations

from igreg.source.reading.repair import repaired

SURE, UNSURE = True, False
Told = tuple[tuple[int, int], bool, str, str, str]
"""Line and column from 1, whether a machine may put it right, what is wrong, what to do, and the whole text then."""


def mended(text: str) -> Told:
    """What is told of a text with one slip."""
    found = repaired(text, certain=False)
    assert found is not None
    (slip,) = found.slips
    return (slip.line + 1, slip.column + 1), slip.certain, slip.message, slip.help, found.text
