"""Rows that are new: at the end of which list a part goes, and what is said where that is not clear."""

from __future__ import annotations

import pytest

from igreg.findings import KeyPath
from igreg.sheets.book import Value
from tests.workbook.away import back, book, with_rows

LISTS = """\
- id: a-one
  answers:
    - {item: A1, documents: [{title: First}]}
    - {item: A2}
- id: a-two
  answers:
    - {item: A1}
- {id: a-none}
"""


@pytest.mark.parametrize(
    ("record", "position", "place"),
    [
        ("a-one", "1", ("answers", 0, "documents", 1)),
        ("a-one", "1.", ("answers", 0, "documents", 1)),
        ("a-one", "1.2", ("answers", 0, "documents", 1)),
        ("a-one", "1.9", ("answers", 0, "documents", 1)),
        ("a-one", "2", ("answers", 1, "documents", 0)),
        ("a-one", 2, ("answers", 1, "documents", 0)),
        ("a-one", "2.1", ("answers", 1, "documents", 0)),
        ("a-two", "1.", ("answers", 0, "documents", 0)),
        ("a-two", None, ("answers", 0, "documents", 0)),
    ],
)
def test_a_part_in_a_list_within_a_list_goes_to_the_one_its_position_begins_with(
    record: str, position: Value, place: KeyPath
) -> None:
    given = with_rows(
        book(LISTS, "assessments"),
        "assessments.answers.documents",
        {"record": record, "position": position, "Title": "New"},
    )
    made = back(LISTS, "assessments", given).brought
    assert made.refused == []
    (changed,) = made.changed
    assert [(one.path, one.after) for one in changed.fields] == [(place, {"title": "New"})]


NOT_SAID = "it is not said of which of assessments.answers the row is part"


@pytest.mark.parametrize(
    ("record", "position", "message"),
    [
        ("a-one", None, NOT_SAID),
        ("a-one", "3.", NOT_SAID),
        ("a-one", "0.1", NOT_SAID),
        ("a-one", "0.2", NOT_SAID),
        ("a-two", "2.", NOT_SAID),
        ("a-none", None, NOT_SAID),
        ("a-none", "1.", NOT_SAID),
        ("a-one", "1.1", "a new row goes to the end of the list"),
        ("a-one", "1.x", "a new row goes to the end of the list"),
        ("a-other", "1.", "'a-other' is none of the assessments"),
        (None, "1.", "the record is not given"),
    ],
)
def test_a_part_of_which_the_place_is_not_clear_is_refused(record: Value, position: Value, message: str) -> None:
    given = with_rows(
        book(LISTS, "assessments"),
        "assessments.answers.documents",
        {"record": record, "position": position, "Title": "New"},
    )
    made = back(LISTS, "assessments", given).brought
    assert made.changed == []
    (refused,) = made.refused
    assert refused.message == message
    if message == NOT_SAID:
        assert refused.help == "put the position that it has on assessments.answers in front, such as 2."


@pytest.mark.parametrize(
    ("positions", "wanted"),
    [
        ([None], [["New 0"], []]),
        (["1.", "1."], [["New 0", "New 1"], []]),
        (["2.", "1."], [["New 1"], ["New 0"]]),
        (["3."], NOT_SAID),
        (["0."], NOT_SAID),
        (["0.2"], NOT_SAID),
    ],
)
def test_parts_of_a_record_that_is_new_itself(positions: list[Value], wanted: object) -> None:
    given = with_rows(book(LISTS, "assessments"), "assessments", {"Id": "a-new", "Title": "New"})
    answers = [{"record": "a-new", "Item": item} for item in ("B1", "B2")]
    given = with_rows(given, "assessments.answers", *answers)
    parts = [{"record": "a-new", "position": one, "Title": f"New {at}"} for at, one in enumerate(positions)]
    made = back(LISTS, "assessments", with_rows(given, "assessments.answers.documents", *parts)).brought
    if isinstance(wanted, str):
        assert [one.message for one in made.refused] == [wanted]
        return
    (new,) = made.new
    titles = [[part["title"] for part in one.get("documents", ())] for one in new.values["answers"]]
    assert made.refused == [] and titles == wanted
