"""Looking through many small files at once finds just what a look at each finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from igreg.register.birth_dates import may_hold_birth_dates
from igreg.register.private_numbers import may_hold_numbers, private_numbers
from igreg.register.suspects import suspect_texts

TEXTS = {
    "a.yaml": "- {id: a, title: Nothing here}\n",
    "b.yaml": "# 943 476 5919\n",
    "c.yaml": "notes: 94347",
    "d.yaml": "65919\n",
    "e.yaml": "notes: AB 12 34 56 C\n",
    "f.yaml": "summary: born on 3 May 1960\n",
    "g.yaml": "summary: do",
    "h.yaml": "b 03/05/1960\n",
    "i.yaml": "",
}


@pytest.mark.parametrize("together", [0, 10, 40, 200_000])
@pytest.mark.parametrize("look", [may_hold_numbers, may_hold_birth_dates], ids=["numbers", "birth dates"])
def test_together_or_alone(look: Callable[[str], bool], together: int) -> None:
    assert list(suspect_texts(TEXTS, look, together)) == [file for file, text in TEXTS.items() if look(text)]


def test_every_number_of_a_person_is_in_a_suspected_file() -> None:
    found = [file for file, text in TEXTS.items() if list(private_numbers(text))]
    assert found == ["b.yaml", "e.yaml"]
    assert set(found) <= set(suspect_texts(TEXTS, may_hold_numbers))


@pytest.mark.parametrize(
    ("sizes", "looked_at"),
    [
        pytest.param([10, 20, 30], [10 + 1 + 20 + 1 + 30], id="all together"),
        pytest.param([60, 40, 1], [60 + 1 + 40 + 1 + 1], id="as many as may be together, and one over"),
        pytest.param([60, 41, 10, 10], [60 + 1 + 41, 10 + 1 + 10], id="a hundred and one, then anew"),
        pytest.param([10, 10_000], [10 + 1 + 10_000], id="ten thousand are not long"),
        pytest.param([10, 10_001, 10], [10_001, 10 + 1 + 10], id="a character more is looked at alone"),
        pytest.param([101, 60, 40, 5, 5], [101, 60 + 1 + 40 + 1 + 5, 5], id="anew means from nothing"),
        pytest.param([], [], id="none"),
    ],
)
def test_how_many_are_looked_at_together(sizes: list[int], looked_at: list[int]) -> None:
    seen: list[int] = []

    def look(text: str) -> bool:
        seen.append(len(text))
        return False

    assert list(suspect_texts({str(n): "x" * size for n, size in enumerate(sizes)}, look, 100)) == []
    assert [size for size in seen if size] == looked_at
