"""Slips put right in a text: what becomes of it, where it is told, and whether a machine may do it."""

from __future__ import annotations

import pytest

from igreg.source.reading.document import parse
from igreg.source.reading.exact import read
from igreg.source.reading.repair import repaired

SURE, UNSURE = True, False
SLIPS = [
    ("an odd space sets in", "- id: a\n\xa0 title: x\n", (2, 1), SURE, "- id: a\n  title: x\n"),
    ("one odd space for two", "- id: a\n\xa0title: x\n", (2, 1), SURE, "- id: a\n  title: x\n"),
    (
        "an odd space behind a colon",
        "- id: a\n  title:\xa0x\n  unit: u\n",
        (2, 9),
        SURE,
        "- id: a\n  title: x\n  unit: u\n",
    ),
    (
        "a comma lost",
        "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01 until: 2021-01-01}\n",
        (3, 34),
        SURE,
        "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01, until: 2021-01-01}\n",
    ),
    ("a ditto mark", '- id: a\n  title: "\n  unit: u\n', (2, 10), UNSURE, "- id: a\n  title: '\"'\n  unit: u\n"),
    (
        "a ditto mark in braces",
        '- id: a\n  holders:\n    - {staff: ", from: 2020-01-01}\n',
        (3, 15),
        UNSURE,
        "- id: a\n  holders:\n    - {staff: '\"', from: 2020-01-01}\n",
    ),
    (
        "a list left open",
        "- id: a\n  areas: [risk\n  title: x\n",
        (2, 10),
        SURE,
        "- id: a\n  areas: [risk]\n  title: x\n",
    ),
    (
        "a list of lines left open",
        "- id: a\n  areas: [risk,\n    security\n  title: x\n",
        (2, 10),
        SURE,
        "- id: a\n  areas: [risk,\n    security]\n  title: x\n",
    ),
    ("the last line left open", "- id: a\n  areas: [risk,\n    it", (2, 10), SURE, "- id: a\n  areas: [risk,\n    it]"),
    (
        "a list left open at a comma",
        "- id: a\n  areas: [risk, it,\n  title: x\n",
        (2, 10),
        UNSURE,
        "- id: a\n  areas: [risk, it]\n  title: x\n",
    ),
    (
        "a list of lines left open at a comma",
        "- id: a\n  areas: [risk,\n    it,\n  title: x\n",
        (2, 10),
        UNSURE,
        "- id: a\n  areas: [risk,\n    it]\n  title: x\n",
    ),
    (
        "a list left open at a comma, before a record",
        "- id: a\n  areas: [risk,\n- id: b\n",
        (2, 10),
        UNSURE,
        "- id: a\n  areas: [risk]\n- id: b\n",
    ),
    (
        "a list left open at a comma, last of all",
        "- id: a\n  areas: [risk,",
        (2, 10),
        UNSURE,
        "- id: a\n  areas: [risk]",
    ),
    ("a dash of Word's", "\u2013 id: a\n  title: x\n", (1, 1), SURE, "- id: a\n  title: x\n"),
    (
        "a bullet at the margin",
        "- id: a\n  actions:\n\u2022 what: x\n  owner: o\n",
        (3, 1),
        UNSURE,
        "- id: a\n  actions:\n  - what: x\n  owner: o\n",
    ),
    ("an apostrophe inside", "- id: a\n  title: 'it's x'\n", (2, 13), SURE, '- id: a\n  title: "it\'s x"\n'),
    ("two apostrophes", "- id: a\n  title: ''x y''\n", (2, 10), UNSURE, '- id: a\n  title: "x y"\n'),
    (
        "closed by another sign",
        '- id: a\n  title: "x\u201d\n  unit: u\n',
        (2, 10),
        UNSURE,
        '- id: a\n  title: "x"\n  unit: u\n',
    ),
    ("no space behind a colon", "- id: a\n  title:x\n  unit: u\n", (2, 9), SURE, "- id: a\n  title: x\n  unit: u\n"),
    ("closed by the other bracket", "- id: a\n  areas: [risk}\n", (2, 15), SURE, "- id: a\n  areas: [risk]\n"),
    ("a plus of a difference", "- id: a\n+  title: x\n  unit: u\n", (2, 1), UNSURE, "- id: a\n  title: x\n  unit: u\n"),
    (
        "a minus and a plus",
        "- id: a\n-  title: y\n+  title: x\n",
        (2, 1),
        UNSURE,
        "- id: a\n#-  title: y\n  title: x\n",
    ),
    (
        "Windows line ends",
        "- id: a\r\n  areas: [risk\r\n  title: x\r\n",
        (2, 10),
        SURE,
        "- id: a\r\n  areas: [risk]\r\n  title: x\r\n",
    ),
    (
        "line ends of two sorts, as two people left them",
        "- id: a\r\n  unit: u\n  areas: [risk\r\n  title: x\n  notes: y",
        (3, 10),
        SURE,
        "- id: a\r\n  unit: u\n  areas: [risk]\r\n  title: x\n  notes: y",
    ),
]


@pytest.mark.parametrize(("text", "place", "certain", "right"), [pytest.param(*row[1:], id=row[0]) for row in SLIPS])
def test_a_slip_is_put_right(text: str, place: tuple[int, int], certain: bool, right: str) -> None:
    told = [one.fault.place for one in parse("f", text).faults]
    assert [(one.line, one.column) for one in told if one is not None] == [place]
    found = repaired(text, certain=False)
    assert found is not None
    assert (found.text, [slip.certain for slip in found.slips]) == (right, [certain])
    assert (repaired(text, certain=True) is not None) is certain
    assert not read("f", right).faults


def test_lines_that_a_slip_makes_of_one_end_as_it_did() -> None:
    text = "- id: a\n  title: x job_title: y\r\n  areas: [risk\n"
    found = repaired(text, certain=False)
    assert found is not None
    assert found.text == "- id: a\n  title: x\r\n  job_title: y\r\n  areas: [risk]\n"


def test_several_are_put_right_one_after_the_other_or_none_of_them() -> None:
    both = "- id: a\n  areas: [risk\n  title: x\n- id: b\n  title: ''x y''\n"
    found = repaired(both, certain=False)
    assert found is not None
    assert found.text == '- id: a\n  areas: [risk]\n  title: x\n- id: b\n  title: "x y"\n'
    assert [slip.line for slip in found.slips] == [1, 4]
    assert repaired(both, certain=True) is None


@pytest.mark.parametrize("text", ["- id: a\n", "", "- id: a\n  }{\n"])
def test_what_is_sound_or_beyond_help_is_left(text: str) -> None:
    assert repaired(text, certain=False) is None


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\na: 2\n", 1), ("# x\n\na: 1\nb: 1\na: 2\n", 3), ("- b: 1\n  a: 1\n  a: 2\n", 2)]
)
def test_a_key_again_names_the_line_of_the_first(text: str, line: int) -> None:
    assert [told.fault.message for told in read("f", text).faults] == [
        f"the key 'a' stands here again, first on line {line}"
    ]


@pytest.mark.parametrize("text", ["- {id: %5\n", "- id: a\n- {id: 'tis\n", "- id: a\n  holders:\n    - {staff: @b\n"])
def test_fields_that_are_not_closed_do_not_become_one_text(text: str) -> None:
    assert repaired(text, certain=True) is None
