"""What is put to a second reader, and when it has its way."""

from __future__ import annotations

import pytest

from igreg.source.editing.change import EditError
from igreg.source.editing.second_opinion import second_opinion, telling


def test_of_records_that_differ_in_plain_words_one_is_asked_of_each_form() -> None:
    records = [{"staff": "zoe"}, {"staff": "ben"}, {"course": "fire"}, {"course": "risk"}, {"staff": "ali"}]
    assert telling(records) == [{"staff": "zoe"}, {"course": "fire"}]


def test_each_record_that_is_not_plain_is_asked() -> None:
    records = [{"title": "Fire"}, {"title": "a: b"}, {"title": "# c"}, {"course": "fire"}]
    assert [one for one in records if one not in telling(records)] == []


@pytest.mark.parametrize("ours", [[{"id": "q"}, {}], [{"id": "r"}], [{"name": "q"}], {"id": "q"}, [["id"]]])
def test_two_readers_that_differ_are_told(ours: object) -> None:
    with pytest.raises(EditError, match="two readers do not agree"):
        second_opinion("", "- id: q\n", ours)


def test_days_and_numbers_are_as_each_reader_has_them() -> None:
    second_opinion("", "- {id: q, on: 2026-11-24, share: 0.50}\n", [{"id": "q", "on": "2026-11-24", "share": 0.5}])


def test_what_the_second_could_not_read_before_it_need_not_read_now() -> None:
    second_opinion("a: [\n", "a: [\n", {"a": "b"})
    with pytest.raises(EditError, match="two readers do not agree"):
        second_opinion("a: b\n", "a: [\n", {"a": "b"})


def test_a_day_that_no_month_has_is_none_of_its_business_but_may_not_be_written() -> None:
    ours = [{"id": "q", "on": "2026-02-30"}]
    second_opinion("- {id: p, on: 2026-02-30}\n", "- {id: q, on: 2026-02-30}\n", ours)
    with pytest.raises(EditError, match="two readers do not agree"):
        second_opinion("- {id: p}\n", "- {id: q, on: 2026-02-30}\n", ours)


def test_a_text_that_was_read_before_is_judged_anew() -> None:
    second_opinion("", "- id: again\n", [{"id": "again"}])
    with pytest.raises(EditError, match="two readers do not agree"):
        second_opinion("", "- id: again\n", [{"id": "other"}])
