"""Scalars of a long text, exactly as they are written: by its events they are what its nodes say they are."""

from __future__ import annotations

import pytest

from igreg.findings import KeyPath
from igreg.source.places import Cut
from igreg.source.reading.limits import MOST_RECORD
from igreg.source.scalars import _Walk, scalars

TEXT = """id: 1.10
groups: [{id: 01, of: [1e3, ~]}, two]
items:
- id: &a 0x1F
  "need": *a
  more: {deep: {er: 1_000}}
- - 2.0
  - "b"
-
last: 3.50
"""
PATHS: list[KeyPath] = [
    ("id",),
    *(("groups", 0, "id"), ("groups", 0, "of", 0), ("groups", 0, "of", 1), ("groups", 1)),
    *(("items", 0, "id"), ("items", 0, "more", "deep", "er"), ("items", 1, 0), ("items", 1, 1), ("items", 2)),
    ("last",),
]


def test_each_path_gives_what_is_written() -> None:
    found = scalars(TEXT, PATHS)
    assert list(found) == PATHS
    assert list(found.values()) == ["1.10", "01", "1e3", "~", "two", "0x1F", "1_000", "2.0", "b", "", "3.50"]
    assert found == Cut(TEXT).written(PATHS)


@pytest.mark.parametrize("path", [("none",), ("items", 0, "need"), ("items", 9), ("items",), ()])
def test_what_is_no_scalar_is_left_out(path: KeyPath) -> None:
    assert scalars(TEXT, [path]) == {}


def test_a_text_that_breaks_off_gives_what_it_can() -> None:
    assert scalars("a: 1.10\nb: [1\nc: 2\n", [("a",), ("c",)]) == {("a",): "1.10"}


def test_a_mapping_too_long_to_be_read_whole_is_walked() -> None:
    rows = "".join(f"- {{id: 1.{number}0, title: {'x' * 50}}}\n" for number in range(10_000))
    text = f"items:\n{rows}"
    assert len(text) > MOST_RECORD
    assert Cut(text).written([("items", 9_999, "id")]) == {("items", 9_999, "id"): "1.99990"}


def test_the_walk_ends_where_the_last_of_them_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, inside = list[str](), _Walk.value
    monkeypatch.setattr(_Walk, "value", lambda walk, text: (seen.append(text), inside(walk, text))[1])
    assert scalars(TEXT, [("id",), ("groups", 0, "id")]) == {("id",): "1.10", ("groups", 0, "id"): "01"}
    assert seen == ["id", "1.10", "groups", "id", "01"]
    assert scalars(TEXT, []) == {}
    assert len(seen) == 5
