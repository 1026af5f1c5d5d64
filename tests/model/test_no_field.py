"""What is said of a key that no field has: once for all records that have it."""

from __future__ import annotations

import pytest

from igreg.model import no_field as module
from igreg.model.kinds.policies import Policy
from igreg.model.messages import describe
from igreg.model.no_field import no_field

FIELDS = ("title", "owner", "review", "notes")


def test_a_key_of_many_records_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(module, "in_key", lambda key, fields, empty: looked.append(key))
    said = {no_field("a key of its own", value, FIELDS, ()) for value in ("x", "y", 1, ["z"]) for _ in range(20)}
    assert (len(said), looked) == (1, ["a key of its own"])


def test_a_key_without_a_value_is_another_matter() -> None:
    assert no_field("colour", "x", FIELDS, ()).help != no_field("colour", None, FIELDS, ()).help


def test_the_day_of_a_review_is_said_with_each_value() -> None:
    helps = [no_field("next_review", value, FIELDS, ()).help for value in ("2026-01-02", "2027-03-04")]
    assert helps == ["write: review: {next: 2026-01-02}", "write: review: {next: 2027-03-04}"]


def test_a_field_of_a_part_is_told_whose_it_is() -> None:
    detail = {"type": "extra_forbidden", "loc": ("every",), "msg": "", "input": "1 year"}
    for _ in range(2):
        assert "it is a field of `review`" in describe(Policy, ("every",), detail).help  # type: ignore[arg-type]
