"""How wide the columns of a table are."""

from __future__ import annotations

import pytest

from igreg.drawing.metrics import width
from igreg.render.report.widths import Type, widths

SHEET = Type(10.0, 500.0, 10.0)
LONG = "a text of some length that takes several lines " * 4


def test_short_texts_share_the_sheet_as_they_need_it() -> None:
    wide, narrow = widths(["Unit", "People"], [["Community nursing", "3"]], [False, True], SHEET)
    assert wide + narrow == pytest.approx(500)
    assert wide > 1.9 * narrow


def test_what_is_left_goes_to_long_texts() -> None:
    found = widths(["Why", "Until", "Left"], [[LONG, "31 December 2026", "3 days left"]], [False, True, False], SHEET)
    assert sum(found) == pytest.approx(500)
    assert found[0] > found[1] + found[2]
    assert found[1] == pytest.approx(97.6, abs=0.1), "a day stands on one line"


def test_a_sentence_in_a_column_of_days_takes_no_room_from_others() -> None:
    days = [["31 December 2026"], ["no day is set by law, or it waits for an answer to our question"]]
    found = widths(["Last day", "Why"], [[*one, LONG] for one in days], [True, False], SHEET)
    assert found[0] == pytest.approx(97.6, abs=25) and found[1] > 370


def test_a_text_without_end_takes_no_more_than_a_long_one() -> None:
    rows = [["word " * 100, "word " * 10_000]]
    assert widths(["", ""], rows, [False, False], SHEET) == pytest.approx([250, 250], abs=25)


def test_a_long_word_is_broken() -> None:
    first, second = widths(["", ""], [["x" * 400, LONG]], [False, False], SHEET)
    assert second > 200 and first + second == pytest.approx(500)


def test_a_short_address_has_room_for_all_of_it() -> None:
    rows = [["x" * 400, "bo@example.org"]]
    assert widths(["", ""], rows, [False] * 2, SHEET)[1] >= width("bo@example.org", SHEET.size) + SHEET.apart


def test_too_many_columns_are_all_narrower() -> None:
    found = widths(["Responsibility"] * 20, [["Responsibility"] * 20], [False] * 20, SHEET)
    assert found == pytest.approx([25.0] * 20)


def test_a_table_of_nothing_but_blanks() -> None:
    assert widths(["", ""], [], [False, False], SHEET) == pytest.approx([250, 250])


def test_no_line_breaks_before_a_digit() -> None:
    rows = [["IGG-2026-11-A1", LONG]]
    assert (
        widths(["", ""], rows, [False, False], SHEET)[0] > widths(["", ""], [["11-A1", LONG]], [False, False], SHEET)[0]
    )


def test_room_goes_to_the_column_that_makes_rows_high_though_another_has_one_long_text() -> None:
    rows = [["a" + " word" * 8, "word" + " word" * 40]] * 20 + [["word" + " word" * 60, "word"]]
    first, second = widths(["", ""], rows, [False, False], SHEET)
    assert second > 1.5 * first


def test_only_the_beginning_of_a_long_table_is_looked_at() -> None:
    begins, narrow = [[LONG, "several"]] * 200, Type(10.0, 300.0, 10.0)
    found = widths(["", ""], begins, [False] * 2, narrow)
    assert widths(["", ""], [*begins, *[["several", LONG]] * 900], [False] * 2, narrow) == found
