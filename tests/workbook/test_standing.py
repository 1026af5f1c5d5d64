"""What stands in the files: what says something in a column, and by which fingerprint a row is found again."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.workbook.columns import Table, tables
from igreg.workbook.standing import There, position, rows_of, value_at, values_of

STAFF, SKILLS = tables("staff")[:2]
ROLES, HOLDERS = tables("roles")[:2]


def people(*every: dict[str, Any]) -> list[There]:
    return [There("staff", "staff.yaml", at, one) for at, one in enumerate(every)]


ANN = {"id": "a-one", "name": "Ann One", "skills": [{"skill": "Excel", "level": 2}, {"skill": "Word"}]}


@pytest.mark.parametrize(
    ("table", "records", "marks"),
    [
        (STAFF, people(ANN), ["e4f504e6ae884be9"]),
        (SKILLS, people(ANN), ["14d5300b91ac60b2", "f46e77a20acb665f"]),
        (
            STAFF,
            people({"id": "a-one"}, {"id": "a-one"}, {"id": "a-one"}),
            ["bb0cfda1dc805494", "d806195bfa8b9681", "fd13f32ce4192652"],
        ),
    ],
)
def test_a_fingerprint_stays_as_it_is_since_workbooks_of_before_come_back(
    table: Table, records: list[There], marks: list[str]
) -> None:
    """Whoever changes how they are made writes another version on the hidden sheet (`pages.VERSION`)."""
    assert [row.fingerprint for row in rows_of(table, records)] == marks


def test_rows_that_say_the_same_have_fingerprints_of_their_own() -> None:
    one, two = {"id": "a-one", "name": "Ann"}, {"id": "a-one", "name": "Ben"}
    marks = [row.fingerprint for row in rows_of(STAFF, people(one, two, one, one))]
    assert len(set(marks)) == 4
    assert marks[:2] == [row.fingerprint for row in rows_of(STAFF, people(one, two))]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, {}),
        ({"title": None, "areas": [], "review": {}, "notes": ""}, {}),
        ({"title": "Lead", "areas": ["a"]}, {"title": "Lead", "areas": ["a"]}),
        ({"title": 0, "notes": False}, {"title": 0, "notes": False}),
        ({"review": {"every": "1 year", "last": ""}}, {"review.every": "1 year"}),
        ({"review": "yearly"}, {}),
        ({"review": ["yearly"]}, {}),
        ({"holders": [{"staff": "a-one"}], "extra": {"a": 1}, "other": 1}, {}),
    ],
)
def test_a_column_holds_what_says_something(data: dict[str, Any], said: dict[str, Any]) -> None:
    assert values_of(ROLES, data) == said


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), {"a": [{"b": 1}, 2]}),
        (("a", 0, "b"), 1),
        (("a", 1), 2),
        (("a", 2), None),
        (("a", "b"), None),
        (("a", 1, "b"), None),
        (("b", 0), None),
        ((0,), None),
    ],
)
def test_what_stands_at_a_way(path: tuple[str | int, ...], found: object) -> None:
    assert value_at({"a": [{"b": 1}, 2]}, path) == found


def test_each_part_of_a_list_has_its_place_as_people_count() -> None:
    ben = {"id": "b-two", "skills": ["Excel", {"skill": "Word"}]}
    rows = list(rows_of(SKILLS, people(ANN, {"id": "c-ten"}, ben)))
    assert [row.original for row in rows] == ["a-one#1", "a-one#2", "b-two#2"]
    assert [row.values for row in rows] == [{"skill": "Excel", "level": 2}, {"skill": "Word"}, {"skill": "Word"}]
    assert (position(()), position((0,)), position((1, 0))) == ("", "1", "2.1")


@pytest.mark.parametrize(
    ("there", "name"),
    [
        (There("staff", "staff.yaml", 0, {"id": "a-one"}), "a-one"),
        (There("staff", "staff.yaml", 0, {"id": ""}), "staff.yaml#1"),
        (There("staff", "staff.yaml", 2, {"id": 7}), "staff.yaml#3"),
        (There("incidents", "incidents/a.yaml", None, {}), "incidents/a.yaml#1"),
        (There("organisation", "organisation.yaml", None, {}), "organisation"),
        (
            There("training-records", "t.yaml", 0, {"staff": "a", "course": "c", "completed": "2026-01-02"}),
            "a/c/2026-01-02",
        ),
    ],
)
def test_what_a_record_is_called(there: There, name: str) -> None:
    assert there.name == name
