"""How a text is cut into pieces, and what stands above and between its records."""

from __future__ import annotations

import pytest

from igreg.source.reading.pieces import _spans, glance, indent, is_idle, opening

DASH = "\n- "


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("- a\n", 0),
        ("---\n- a\n", 4),
        ("# c\n\n--- # so\n- a\n", 14),
        ("--- a\n", 0),
        ("--\n", 0),
        ("a\n---\n", 0),
    ],
)
def test_where_the_document_begins(text: str, begins: int) -> None:
    assert opening(text) == begins


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        ("- a", 0),
        ("-", 0),
        ("-a", None),
        ("  - a", 2),
        ("# c\n\n   -\ta", 3),
        ("a: b", None),
        ("[a]", None),
        ("", None),
        ("\n\n", None),
    ],
)
def test_how_far_a_list_is_indented(text: str, deep: int | None) -> None:
    assert indent(text) == deep


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("", True),
        (" \t", True),
        ("# c", True),
        ("\n# c\n---\n# d\n ", True),
        ("---\n", True),
        ("---\n---\n", False),
        ("a", False),
        ("# c\na\n", False),
        ("- ", False),
    ],
)
def test_blanks_and_comments(text: str, idle: bool) -> None:
    assert is_idle(text) is idle


@pytest.mark.parametrize(
    ("size", "pieces"),
    [(1, [["a"], ["b"], ["c"]]), (9, [["a"], ["b"], ["c"]]), (10, [["a", "b"], ["c"]]), (100, [["a", "b", "c"]])],
)
def test_pieces_end_where_a_record_begins(size: int, pieces: list[list[str]]) -> None:
    text = "- {id: a}\n- {id: b}\n- {id: c}\n"
    assert [[record["id"] for record in piece] for _, piece in glance(text, size)] == pieces


@pytest.mark.parametrize(
    ("odd", "spans"),
    [
        pytest.param([0], [(0, 4)], id="in the first"),
        pytest.param([2], [(0, 4)], id="at its end"),
        pytest.param([4], [(4, 8)], id="the second begins"),
        pytest.param([6], [(4, 8)], id="within the second"),
        pytest.param([10], [(8, 12)], id="in the last"),
        pytest.param([1, 2], [(0, 4)], id="two in one"),
        pytest.param([1, 6], [(0, 8)], id="two that touch are one"),
        pytest.param([1, 10], [(0, 4), (8, 12)], id="two apart"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_records_that_places_stand_in(odd: list[int], spans: list[tuple[int, int]]) -> None:
    assert _spans("- a\n- b\n- c\n", 0, 12, odd, DASH) == spans


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("- id: a\tb\n- id: c\n- id: d\n", [["a\tb"], ["c", "d"]], id="the first"),
        pytest.param("- id: a\n- id: b\tc\n- id: d\n", [["a"], ["b\tc"], ["d"]], id="one between"),
        pytest.param("- id: a\n- id: b\n- id: c\td\n", [["a", "b"], ["c\td"]], id="the last"),
        pytest.param("- id: a\tb\n- id: c\td\n", [["a\tb", "c\td"]], id="all of them"),
    ],
)
def test_records_with_an_odd_sign_are_a_piece_of_their_own(text: str, pieces: list[list[str]]) -> None:
    assert [[record["id"] for record in piece] for _, piece in glance(text)] == pieces
