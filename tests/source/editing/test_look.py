"""A new record is written like the one before it: its order, its quotes, its lines; all else of the file stays (X45)."""

from __future__ import annotations

import pytest

from igreg.source.editing.edit import Insert, apply

NEW = {"id": "j-osei", "name": "Jane Osei", "unit": "ash", "started": "2026-11-02"}
LINES = "- id: j-osei\n  name: Jane Osei\n  unit: ash\n  started: 2026-11-02\n"
BRACES = "- {id: j-osei, name: Jane Osei, unit: ash, started: 2026-11-02}\n"


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("- id: a\n  name: A\n", LINES),
        ("- {id: a, name: A}\n", BRACES),
        ("- id: a\n  name: A\n- {id: b, name: B}\n", BRACES),
        ("- {id: a, name: A}\n- id: b\n  name: B\n", LINES),
        ("- id: a\n", LINES),
        ("# nothing yet\n", LINES),
    ],
)
def test_lines_or_braces(before: str, added: str) -> None:
    assert apply(before, [Insert((NEW,))]) == before + added


def test_the_order_of_the_fields_that_both_have() -> None:
    before = "- name: A\n  started: 2020-01-01\n  id: a\n"
    added = "- name: Jane Osei\n  started: 2026-11-02\n  unit: ash\n  id: j-osei\n"
    assert apply(before, [Insert((NEW,))]) == before + added


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("- id: a\n  name: 'A'\n", LINES.replace("Jane Osei", "'Jane Osei'")),
        ('- id: a\n  name: "A"\n', LINES.replace("Jane Osei", '"Jane Osei"')),
        (
            '- id: "a"\n  name: "A"\n',
            '- id: "j-osei"\n  name: "Jane Osei"\n  unit: "ash"\n  started: "2026-11-02"\n',
        ),
        ("- {\"id\": a, 'name': A}\n", BRACES),
        ('- {"id": a, name: A}\n', BRACES),
        (
            '- {"id": "a", "name": "A"}\n',
            '- {"id": "j-osei", "name": "Jane Osei", "unit": "ash", "started": "2026-11-02"}\n',
        ),
    ],
)
def test_quotes(before: str, added: str) -> None:
    assert apply(before, [Insert((NEW,))]) == before + added


def test_what_stands_beside_keys_in_double_quotes_is_written_as_json_writes_it_in_letters_of_its_own() -> None:
    before = '- {"id": "a", "name": "A"}\n'
    record = {"id": "b", "name": "Zo\u00eb", "tags": ["M\u00e9lanie", "x"], "more": {"a": None, "b": True, "c": 1}}
    added = '- {"id": "b", "name": "Zo\u00eb", "tags": ["M\u00e9lanie", "x"], "more": {"a": null, "b": true, "c": 1}}\n'
    assert apply(before, [Insert((record,))]) == before + added


def test_a_text_that_needs_quotes_has_them_all_the_same() -> None:
    after = apply("- id: a\n  name: A\n", [Insert(({"id": "b", "name": "B: c #1"},))])
    assert after.endswith("  name: 'B: c #1'\n")
    after = apply("- id: a\n  name: 'A'\n", [Insert(({"id": "b", "name": "it's"},))])
    assert after.endswith("  name: 'it''s'\n")


def test_fields_inside_a_field_and_lists_are_in_lines_where_they_were() -> None:
    new = {"id": "b", "review": {"every": "1 year"}, "areas": ["risk", "security"]}
    flow = "- id: a\n  review: {every: 2 years}\n  areas: [risk]\n"
    assert apply(flow, [Insert((new,))]) == flow + "- id: b\n  review: {every: 1 year}\n  areas: [risk, security]\n"
    block = "- id: a\n  review:\n    every: 2 years\n  areas:\n    - risk\n"
    added = "- id: b\n  review:\n    every: 1 year\n  areas:\n    - risk\n    - security\n"
    assert apply(block, [Insert((new,))]) == block + added


def test_an_empty_line_between_records_stays_between_them() -> None:
    before = "- id: a\n\n- id: b\n"
    both = ({"id": "c"}, {"id": "d"})
    assert apply(before, [Insert(both)]) == before + "\n- id: c\n\n- id: d\n"
    assert apply("- id: a\n\n- id: b\n- id: c\n", [Insert(({"id": "d"},))]).endswith("- id: c\n- id: d\n")


def test_line_ends_and_a_last_line_without_one_stay() -> None:
    assert apply("- id: a\r\n  name: A\r\n", [Insert((NEW,))]).endswith(LINES.replace("\n", "\r\n"))
    assert apply("- id: a\n  name: A", [Insert((NEW,))]) == "- id: a\n  name: A\n" + LINES.rstrip("\n")
    assert apply("# a\n- id: a\n# end\n", [Insert((NEW,))]) == "# a\n- id: a\n" + LINES + "# end\n"


def test_several_in_a_list_in_brackets() -> None:
    both = ({"id": "b"}, {"id": "c"})
    assert apply("[{id: a}]\n", [Insert(both)]) == "[{id: a}, {id: b}, {id: c}]\n"
    assert apply("[\n  {id: a}\n]\n", [Insert(both)]) == "[\n  {id: a},\n  {id: b},\n  {id: c}\n]\n"
    assert apply("[\n  {id: a},\n]\n", [Insert(both)]) == "[\n  {id: a},\n  {id: b},\n  {id: c},\n]\n"
