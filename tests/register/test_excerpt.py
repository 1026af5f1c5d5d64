"""A record as its file has it, and the record that a line belongs to."""

from __future__ import annotations

import pytest

from igreg.register import excerpt as module
from igreg.register.excerpt import beginnings, excerpt, line_numbers, stretches
from igreg.source.slips.doubtful import typographic
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


def test_a_file_of_one_record_begins_on_its_first_line() -> None:
    made = register(roles="# one role\nid: a\ntitle: A\n")
    begun, record = beginnings(made, "register/roles.yaml"), made.by_id["a"]
    assert (begun.records, begun.lines) == ((record,), (1,))
    assert [begun.record_at(line) for line in (0, 1, 3)] == [None, record, record]


@pytest.mark.parametrize(
    ("id", "first", "lines"),
    [
        pytest.param("a", 1, ["[{id: a, title: A},"], id="the first"),
        pytest.param("b", 2, ["  {id: b,", "  title: B},"], id="one over two lines"),
        pytest.param("c", 4, ["  {id: c}]"], id="the last"),
    ],
)
def test_excerpts_of_a_list_in_brackets(id: str, first: int, lines: list[str]) -> None:
    made = register(roles="[{id: a, title: A},\n  {id: b,\n  title: B},\n  {id: c}]\n# the end\n")
    assert excerpt(made, made.by_id[id]) == (first, lines)


def test_what_a_search_finds_is_given_with_its_record_and_not_of_files_that_cannot_be_read() -> None:
    text = "# \u201cnone\u201d\n- id: a\n  title: \u201cA\u201d\n- {id: b, title: \u201cB\u201d}\n"
    made = register(roles=text, policies="- id: p\n  title: \u201cP\u201d\n  owner: [\n")
    found = [(file, one.text, record and record.identity) for file, one, record in stretches(made, typographic)]
    assert found == [("register/roles.yaml", "\u201cA\u201d", "a"), ("register/roles.yaml", "\u201cB\u201d", "b")]


def test_only_files_in_which_something_is_found_are_looked_through_for_their_records(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = list[str]()
    monkeypatch.setattr(module, "beginnings", lambda made, file: looked.append(file) or beginnings(made, file))
    made = register(roles="- {id: a, title: A}\n", policies="- {id: p, title: \u201cP\u201d}\n")
    assert [file for file, _, _ in stretches(made, typographic)] == ["register/policies.yaml"]
    assert looked == ["register/policies.yaml"]


def test_the_lines_of_a_list_tell_where_its_records_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where they do not, as in brackets, a place is looked for."""
    expected = [excerpt(MADE, MADE.by_id[id]) for id in "ab"]
    monkeypatch.setattr(module, "locate", None)
    assert [excerpt(MADE, MADE.by_id[id]) for id in "ab"] == expected
