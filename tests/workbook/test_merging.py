"""Which records come back unchanged, changed or not at all."""

from __future__ import annotations

import pytest

from igreg.sheets.book import Book
from tests.workbook.away import back, book, with_cell, with_rows, without_row

PEOPLE = """\
- {id: a-one, name: Ann One, job_title: Clerk, skills: [{skill: Excel, level: 2}, {skill: Word, level: 1}]}
- {id: b-two, name: Ben Two, job_title: Clerk}
- {id: c-ten, name: Cy Ten, job_title: Clerk}
"""
SENT = book(PEOPLE, "staff")


@pytest.mark.parametrize(
    ("given", "unchanged", "changed", "gone"),
    [
        (SENT, ["a-one", "b-two", "c-ten"], [], []),
        (with_cell(SENT, "staff", 2, "Job title", "Porter"), ["a-one", "c-ten"], ["b-two"], []),
        (with_cell(SENT, "staff.skills", 2, "Level", 2), ["b-two", "c-ten"], ["a-one"], []),
        (
            with_rows(SENT, "staff.skills", {"record": "c-ten", "Skill": "Word", "Level": 1}),
            ["a-one", "b-two"],
            ["c-ten"],
            [],
        ),
        (without_row(SENT, "staff", 2), ["a-one", "c-ten"], [], ["b-two"]),
        (without_row(SENT, "staff.skills", 1), ["a-one", "b-two", "c-ten"], [], ["a-one#1"]),
        (
            without_row(with_cell(SENT, "staff", 2, "Job title", "Porter"), "staff", 1),
            ["c-ten"],
            ["b-two"],
            ["a-one"],
        ),
    ],
)
def test_each_record_that_came_back_as_it_went_is_unchanged(
    given: Book, unchanged: list[str], changed: list[str], gone: list[str]
) -> None:
    made = back(PEOPLE, "staff", given).brought
    assert made.refused == []
    assert made.unchanged == unchanged
    assert [one.id for one in made.changed] == changed
    assert [one.id for one in made.gone] == gone


@pytest.mark.parametrize(
    ("review", "message"),
    [
        ("yearly", "`review` is not what it should be in the register"),
        ("[yearly]", "`review` is not what it should be in the register"),
        ("''", "`review` is not what it should be; put that right first"),
        ("{}", None),
        ("{every: 1 year}", None),
        (None, None),
    ],
)
def test_a_field_below_something_that_is_no_mapping_is_refused(review: str | None, message: str | None) -> None:
    text = f"- {{id: r, title: Lead{f', review: {review}' if review is not None else ''}}}\n"
    made = back(text, "roles", with_cell(book(text, "roles"), "roles", 1, "Review every", "6 months")).brought
    assert [one.message for one in made.refused] == ([message] if message else [])
    paths = [(change.path, change.after) for one in made.changed for change in one.fields]
    assert paths == ([] if message else [(("review", "every"), "6 months")])
    assert all("register/roles.yaml" in one.help and one.cell for one in made.refused)
