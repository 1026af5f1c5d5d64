"""Methods of values whose answers are worked out once for each that is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from igreg.dataclass import dataclass
from igreg.model.kinds.roles import Role
from igreg.once import once_for_each, once_for_each_record

worked_out: list[object] = []
"""What was not known yet, in the order in which it was asked."""


@dataclass(frozen=True)
class Weighed:
    """A value that is asked with words, and of records."""

    unit: str

    @once_for_each
    def said(self, number: int, of: str | None) -> str | None:
        """So much of something; of nothing, nothing."""
        worked_out.append((number, of))
        return None if of is None else f"{number} {self.unit} of {of}"

    @once_for_each_record
    def title(self, role: Role) -> str:
        """What a role is called."""
        worked_out.append(role.title)
        return role.title or ""


@dataclass(frozen=True)
class Measured(Weighed):
    """The same, which says it in another way."""

    @once_for_each
    def said(self, number: int, of: str | None) -> str | None:
        """So much of something, measured."""
        return f"measured: {super().said(number, of)}"


@pytest.fixture(autouse=True)
def _nothing_yet() -> None:
    worked_out.clear()


def test_each_question_is_worked_out_once_and_an_answer_of_nothing_too() -> None:
    one = Weighed("grams")
    assert [one.said(2, "tea"), one.said(2, "tea"), one.said(3, "tea")] == [
        "2 grams of tea",
        "2 grams of tea",
        "3 grams of tea",
    ]
    assert one.said(1, None) is one.said(1, None) is None
    assert worked_out == [(2, "tea"), (3, "tea"), (1, None)]


def test_each_value_has_its_own_answers() -> None:
    one = Weighed("grams")
    assert (one.said(1, "tea"), replace(one, unit="ounces").said(1, "tea")) == ("1 grams of tea", "1 ounces of tea")


def test_what_was_asked_makes_no_value_another() -> None:
    one, other = Weighed("grams"), Weighed("grams")
    one.said(1, "tea")
    assert one == other and hash(one) == hash(other) and repr(one) == repr(other)


def test_a_class_that_asks_the_one_below_it_mixes_nothing_up() -> None:
    one = Measured("grams")
    assert [one.said(1, "tea"), one.said(1, "tea")] == ["measured: 1 grams of tea"] * 2
    assert worked_out == [(1, "tea")]


def test_records_are_told_apart_as_objects_and_not_by_what_they_hold() -> None:
    one, first, same = Weighed("grams"), Role(id="r", title="SIRO"), Role(id="r", title="SIRO")
    assert [one.title(first), one.title(first), one.title(same)] == ["SIRO"] * 3
    assert worked_out == ["SIRO", "SIRO"]


def test_no_record_comes_to_have_the_answer_of_one_that_is_gone() -> None:
    """Python gives the number of an object that is gone to the next; the answers keep theirs."""
    one = Weighed("grams")
    assert [one.title(Role(id="r", title=f"post {number}")) for number in range(50)] == [f"post {n}" for n in range(50)]


def test_a_refusal_is_no_answer() -> None:
    @dataclass(frozen=True)
    class Refusing:
        """Refuses the first time."""

        @once_for_each
        def of(self, name: str) -> str:
            """The name."""
            worked_out.append(name)
            if len(worked_out) == 1:
                raise ValueError(name)
            return name

    one = Refusing()
    with pytest.raises(ValueError, match="tea"):
        one.of("tea")
    assert one.of("tea") == one.of("tea") == "tea"
    assert worked_out == ["tea", "tea"]


def test_it_keeps_its_name_and_words() -> None:
    assert (Weighed.said.__name__, Weighed.said.__doc__) == ("said", "So much of something; of nothing, nothing.")
