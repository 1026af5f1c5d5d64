"""Which rules the settings of two states have otherwise."""

from __future__ import annotations

import pytest

from igreg.check.settings import parse
from igreg.diff.settings import switched


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("", "", []),
        ("", 'ignore = ["no-deputy"]', ["no-deputy is no longer checked (IG205)"]),
        ("", '[severity]\nno-deputy = "off"', ["no-deputy is no longer checked (IG205)"]),
        ('ignore = ["no-deputy"]', "", ["no-deputy is checked from now on (IG205)"]),
        ("", '[severity]\nno-deputy = "error"', ["no-deputy is an error from now on, and was a warning (IG205)"]),
        ("", '[limits]\nreview-policies = "12 months"', []),
    ],
)
def test_lines(before: str, after: str, lines: list[str]) -> None:
    found = switched(parse("igreg.toml", before), parse("igreg.toml", after))
    assert [one.text for one in found] == lines
