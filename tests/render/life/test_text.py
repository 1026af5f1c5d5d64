"""Lives and values as text: every line fits, and nothing of the register is obeyed."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.field_changes import FieldChange
from igreg.language.characters import cells
from igreg.lives.said import Said
from igreg.lives.shown import Entry, LifeShown, Unread, ValueShown
from igreg.render.escape.colour import Style
from igreg.render.life.json import blame_json, log_json
from igreg.render.life.markdown import log_markdown
from igreg.render.life.text import blame_text, log_text

LONG = "a title of a good many words " * 5
SAID = Said(
    "a1b2c3d4e5f6" + "0" * 28, dt.date(2026, 4, 1), "Ann \x1b[31mAsh", "Bob", dt.date(2026, 3, 1), f"why: {LONG}"
)
ENTRY = Entry(
    SAID, "changed", None, None, "register/policies.yaml", "register/old.yaml", None,
    (FieldChange(("title",), "one", LONG), FieldChange(("tags", 0), None, "a\nb")),
    "policies", {"title": "one"}, {"title": LONG, "tags": ["a\nb"]},
)  # fmt: skip
RENAMED = Entry(SAID, "renamed", "P-0", "P-1", "register/policies.yaml", None, None, (), "policies", {}, {})
GONE = Entry(None, "gone", None, "P-2", "register/policies.yaml", None, None, (), "policies", {}, {})
LIFE = LifeShown(
    "P-1", "policies", LONG, ("P-1", "P-0"), True, [ENTRY, RENAMED], [GONE], [Unread(SAID, "register/policies.yaml"), Unread(None, "x.yaml")]
)  # fmt: skip
VALUES = [
    ValueShown(("title",), LONG, SAID),
    ValueShown(("holders", 1, "until"), "2026-01-01", None),
    ValueShown(("sum",), 2.5, SAID),
]


@pytest.mark.parametrize("width", [60, 120])
def test_every_line_fits(width: int) -> None:
    style = Style(False, width)
    for text in (log_text(LIFE, str, style), blame_text(LIFE, VALUES, str, style)):
        assert max(map(cells, text.splitlines())) <= width
        assert "\x1b" not in text
    assert "renamed from P-0 to P-1" in log_text(LIFE, str, style)
    assert "holders 2 until: 2026-01-01" in blame_text(LIFE, VALUES, str, style)


def test_what_is_said() -> None:
    text = log_text(LIFE, str, Style(False, None))
    assert "1 April 2026, Ann \\x1b[31mAsh (a1b2c3d4e5), committed by Bob, written on 1 March 2026\n" in text
    assert "  changed, and moved from register/old.yaml to register/policies.yaml\n" in text
    assert "Not committed yet\n  taken out of register/policies.yaml, and added as P-2\n" in text
    assert "This is a shallow clone" in text
    assert "x.yaml could not be read as it stands here" in text


def test_more_fields_than_anybody_reads() -> None:
    fields = tuple(FieldChange(("tags", place), None, f"t{place}") for place in range(30))
    life = LifeShown("P-1", "policies", None, ("P-1",), False, [], [Entry(None, "changed", None, None, "f", None, None, fields, "policies", {}, {})], [])  # fmt: skip
    assert "and 18 more" in log_text(life, str, Style(False, None))


def test_markdown_and_json_obey_nothing() -> None:
    for text in (log_markdown(LIFE, str), log_json(LIFE), blame_json(LIFE, VALUES)):
        assert "\x1b" not in text
