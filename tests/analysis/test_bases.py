"""Lawful bases as people write them: by number in any spacing, or by a name."""

from __future__ import annotations

import pytest

from igreg.analysis.bases import Paragraphs, listed_texts

KNOWN = Paragraphs(
    (
        ("6(1)(a)", "consent"),
        ("6(1)(e)", "public task"),
        ("6(1)(f)", "legitimate interest"),
        ("9(2)(h)", "health or social care"),
    )
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("6(1)(e)", {"6(1)(e)"}), ("Article 6 (1) (e)", {"6(1)(e)"}), ("6(1)e", {"6(1)(e)"}), ("6.1.e", {"6(1)(e)"}),
        ("6, 1(e)", {"6(1)(e)"}), ("6 1 e", {"6(1)(e)"}), ("16(1)(e)", set()), ("6(11)(e)", set()), ("6(1)(ea)", set()),
        ("61e", set()), ("Public task", {"6(1)(e)"}), ("public-task", {"6(1)(e)"}), ("public tasks", {"6(1)(e)"}),
        ("public tasking", set()), ("6(1)(a) and 6(1)(f)", {"6(1)(a)", "6(1)(f)"}), ("legitimate_interests", {"6(1)(f)"}),
        ("health or social care", {"9(2)(h)"}), ("health and social care", {"9(2)(h)"}),
        ("Health & social care", {"9(2)(h)"}), ("health&social care", {"9(2)(h)"}), ("health/social care", {"9(2)(h)"}),
        ("health / social care", {"9(2)(h)"}), ("health social care", set()), ("", set()), ("care", set()),
    ],
)  # fmt: skip
def test_which_paragraphs_a_text_names(text: str, named: set[str]) -> None:
    assert KNOWN.named(text) == named
    assert KNOWN.named(text) == named  # and again, as nearly every text comes again


@pytest.mark.parametrize(
    ("text", "near"),
    [("Art. 6(1)(g)", "6(1)(f)"), ("article consnt", "consent"), ("pubic task", "public task"), ("quite else", None)],
)
def test_which_is_the_nearest(text: str, near: str | None) -> None:
    assert KNOWN.nearest(text) == near


def test_texts_of_a_field() -> None:
    assert [listed_texts(value) for value in ("a", ["a", "b"], [], None)] == [("a",), ("a", "b"), (), ()]
