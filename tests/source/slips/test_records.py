"""What is said of a text that is YAML and yet no list of records, and what to write instead."""

from __future__ import annotations

import pytest

from igreg.source.slips.records import no_record, no_records, second_field, second_record, torn

RECORDS: list[tuple[object, str, str]] = [
    ("// who", "// does not begin a remark here, and what follows is read as one text with it",
     "write # instead"),
    ("; who", "; does not begin a remark here, and what follows is read as one text with it",
     "write # instead"),
    ("<!-- who -->", "<!-- does not begin a remark here, and what follows is read as one text with it",
     "write # instead"),
    ("/* who", "/* does not begin a remark here, and what follows is read as one text with it",
     "write # instead"),
    ("//", "'//' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("-id: a title: b", "a space is missing behind the dash of `id`",
     "write: - id: a"),
    ("-id", "a space is missing behind the dash of `id`",
     "write: - id: "),
    ("-id:a\n", "a space is missing behind the dash of `id`",
     "write: - id: a"),
    ("id:\u00a0a", "a no-break space, which looks like a space, stands behind the colon of `id`",
     "delete it (shown as \u2423) and type a space"),
    ("title:x", "a space is missing behind the colon of `title`",
     "write: title: x"),
    ("title:x y\nunit:u unit: v", "a space is missing behind the colon of `title`",
     "write: title: x y"),
    ("http://x", "'http://x' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("id a", "a colon is missing behind `id`",
     "write: id: a"),
    ("title Head unit: u", "a colon is missing behind `title`",
     "write: title: Head"),
    ("name", "'name' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("staff b", "a colon is missing behind `staff`",
     "write: staff: b"),
    ("ids c", "'ids c' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("id:yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "a space is missing behind the colon of `id`",
     "write: id: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"),
    ("id:yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "a space is missing behind the colon of `id`",
     "write: id: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy..."),
    ("word", "'word' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww...' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (None, "nothing where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (7, "'7' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (True, "'True' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (["a"], "a list where a record belongs",
     "take one of the two dashes out"),
    ([], "a list where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (["a", "b"], "a list where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (2.5, "'2.5' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("title:", "'title:' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("a b:c", "'a b:c' where a record belongs",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
]  # fmt: skip
FILES: list[tuple[object, str, str]] = [
    ("id,name,email", "a table stands here, as a spreadsheet saves it",
     "write each row as a record: - {id: ..., name: ...}"),
    ("id; name; unit", "a table stands here, as a spreadsheet saves it",
     "write each row as a record: - {id: ..., name: ...}"),
    ("\"id\",\"name\",\"x\"", "a table stands here, as a spreadsheet saves it",
     "write each row as a record: - {id: ..., name: ...}"),
    ("id\tname\tunit", "a table stands here, as a spreadsheet saves it",
     "write each row as a record: - {id: ..., name: ...}"),
    ("id,name", "a single value where records belong",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("a, b, c", "a table stands here, as a spreadsheet saves it",
     "write each row as a record: - {id: ..., name: ...}"),
    ("title:x", "a space is missing behind the colon of `title`",
     "write: title: x"),
    ("7", "a single value where records belong",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    ("word", "a single value where records belong",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (5, "a single value where records belong",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (None, "a single value where records belong",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
    (["a"], "a single value where records belong",
     "write a record (`id: ...`) or a list of records (`- id: ...`)"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "says", "write"), RECORDS)
def test_a_value_that_is_no_record(value: object, says: str, write: str) -> None:
    assert no_record(value) == (says, write)


@pytest.mark.parametrize(("value", "says", "write"), FILES)
def test_a_file_that_holds_no_records(value: object, says: str, write: str) -> None:
    assert no_records(value) == (says, write)


@pytest.mark.parametrize(
    ("value", "shown"), [("b", "b"), ("b" * 60, "b" * 60), ("b" * 61, "..."), (7, "..."), (None, "..."), (["b"], "...")]
)
def test_a_second_id(value: object, shown: str) -> None:
    told = f"if another record begins here, its dash is missing: - id: {shown}; else keep one of the two"
    assert second_record(value) == told


def test_a_second_field() -> None:
    both = "keep one of the two"
    begins = f"{both}; if another record begins here, its first line is missing: - id: ..."
    assert [second_field(key) for key in ("title", "name", "owner", "id")] == [begins, begins, both, both]


@pytest.mark.parametrize(
    ("value", "key", "day"),
    [
        ("3 May", "2026", "3 May, 2026"),
        ("May 3", "2026", "May 3, 2026"),
        ("Mon, 4 May", "2026", "Mon, 4 May, 2026"),
        ("1st May", "2026", "1st May, 2026"),
        ("3 May", "26", None),
        ("x", "2026", None),
        (3, "2026", None),
        ("3", "May 2026", None),
        ("Mon", "4 May 2026", "Mon, 4 May 2026"),
        ("3 Sept.", "2026", "3 Sept., 2026"),
    ],
)
def test_a_day_with_a_comma_in_it(value: object, key: str, day: str | None) -> None:
    says = f"the day {day!r} ends at its comma, and {key!r} is read as a field, which stands here already"
    assert torn(value, key) == (None if day is None else (says, "write the day in the form 2026-03-31"))
