"""Values that a reader takes otherwise than they were meant: told where they stand, and not inside block texts."""

from __future__ import annotations

import pytest

from igreg.source.slips.doubtful import cut_short


@pytest.mark.parametrize("mark", ["|", ">", "|-", ">-  # folded", ">2"])
def test_in_block_texts_all_signs_are_text(mark: str) -> None:
    text = f"notes: {mark}\n  team: Carer #2 (nights)\n\n  more: Carer #3 (days)\ntitle: Carer #4 (nights)\n"
    assert [(one.place.line, one.becomes) for one in cut_short(text)] == [(5, '"Carer #4 (nights)"')]


def test_a_comparison_begins_no_block_text() -> None:
    text = "title: more > less\n  team: Carer #2 (nights)\n"
    assert [(one.place.line, one.place.column) for one in cut_short(text)] == [(2, 15)]
