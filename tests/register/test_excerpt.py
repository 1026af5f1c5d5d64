"""A record as its file has it, and the record that a line belongs to."""

from __future__ import annotations

import pytest

from igreg.register.excerpt import beginnings, excerpt, line_numbers
from tests.analysis.registers import register

ROLES = """# The roles.

- id: a
  title: A
  # said of a

# before b
- id: b
  title: B
  accountable_to: a

"""
MADE = register(roles=ROLES, training_records="# none yet\n- {staff: a, course: b, completed: 2026-01-01}\n")


@pytest.mark.parametrize(
    ("id", "first", "lines"),
    [
        pytest.param("a", 3, ["- id: a", "  title: A"], id="comments before the next are not its own"),
        pytest.param("b", 8, ["- id: b", "  title: B", "  accountable_to: a"], id="the last one"),
    ],
)
def test_excerpts(id: str, first: int, lines: list[str]) -> None:
    assert excerpt(MADE, MADE.by_id[id]) == (first, lines)


def test_a_file_of_one_record() -> None:
    made = register(organisation="# Who we are.\nname: Example\ntype: other\n\n# the end\n")
    assert excerpt(made, made.organisation) == (1, ["# Who we are.", "name: Example", "type: other"])


def test_line_numbers() -> None:
    b, organisation = MADE.by_id["b"], MADE.organisation
    assert line_numbers(MADE, [(b, ()), (organisation, ("type",)), (b, ("accountable_to",))]) == [8, 1, 10]
    assert line_numbers(MADE, []) == []


def test_the_line_of_a_value_is_where_it_begins_and_not_where_its_key_stands() -> None:
    made = register(policies="- id: P\n  title: P\n  review:\n    # yearly\n    every: 1 year\n")
    assert line_numbers(made, [(made.by_id["P"], ("review",)), (made.by_id["P"], ("review", "every"))]) == [5, 5]


@pytest.mark.parametrize(
    ("line", "record"),
    [(1, None), (2, None), (3, "a"), (6, "a"), (7, "a"), (8, "b"), (99, "b")],
)
def test_the_record_of_a_line(line: int, record: str | None) -> None:
    found = beginnings(MADE, "register/roles.yaml").record_at(line)
    assert (found.identity if found else None) == record


def test_the_training_record_of_a_line() -> None:
    begun = beginnings(MADE, "register/training-records.yaml")
    assert begun.record_at(1) is None
    assert begun.record_at(2) is MADE.training[0]


def test_a_file_without_records() -> None:
    assert beginnings(MADE, "register/policies.yaml").record_at(1) is None
