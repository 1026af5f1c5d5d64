"""A long list is proved row by row: it holds just the records that it should, or only a closer look can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from igreg.source.editing import edit, rows_proof
from igreg.source.editing.change import Insert, Set
from igreg.source.editing.edit import apply, new_file
from igreg.source.editing.rows_proof import LONG, are_rows, count, goes_on, holds, last_two
from igreg.source.reading.exact import read as exact

ONE = {"staff": "j-osei", "course": "dsa", "completed": "2026-03-01"}
ENDS = {**ONE, "expires": "2027-03-01"}
ROW = "- staff: j-osei\n  course: dsa\n  completed: 2026-03-01\n"


@pytest.mark.parametrize(
    ("text", "records", "wanted"),
    [
        (ROW, [ONE], True),
        (ROW * 2, [ONE, ONE], True),
        (ROW + "  expires: 2027-03-01\n", [ENDS], True),
        (ROW + ROW + "  expires: 2027-03-01\n", [ONE, ENDS], True),
        (ROW + ROW + "  expires: 2027-03-01\n", [ENDS, ONE], False),
        (ROW, [ONE, ONE], False),
        (ROW * 2, [ONE], False),
        (ROW, [ENDS], False),
        (ROW, [{**ONE, "course": "sar"}], False),
        (ROW.replace("dsa", "'dsa'"), [ONE], True),
        (ROW.replace("dsa", "'d s'"), [{**ONE, "course": "d s"}], True),
        (ROW.replace("dsa", "null"), [{**ONE, "course": "null"}], False),
        (ROW.replace("dsa", "no"), [{**ONE, "course": "no"}], True),
        (ROW.removeprefix("- ").replace("\n  ", "\n"), [ONE], False),
        (ROW.replace("dsa", "[dsa"), [ONE], None),
    ],
)
def test_a_text_holds_its_records_or_not(text: str, records: list[dict[str, Any]], wanted: bool | None) -> None:
    assert holds(text, records) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [(ROW * 3, 3), (ROW.replace("dsa", "[dsa"), None), ("staff: j-osei\n", None), ("", 0)]
)
def test_records_that_were_read_are_counted(text: str, wanted: int | None) -> None:
    assert count(text) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (ROW * 2, ROW * 3, True),
        (ROW * 2, ROW * 4, False),
        (ROW * 2, ROW.replace("dsa", "sar") + ROW * 2, None),
        (ROW, ROW * 2, None),
        ("[]\n", ROW, None),
        (ROW + ROW.replace("dsa", "[dsa"), ROW + ROW, None),
    ],
)
def test_a_list_goes_on(before: str, after: str, wanted: bool | None) -> None:
    assert goes_on(before, after, [ONE]) is wanted


def test_only_training_comes_in_rows() -> None:
    assert are_rows([ONE, ENDS])
    assert not are_rows([ONE, {**ONE, "notes": "seen"}])


@pytest.mark.parametrize(
    "row", [ROW, "- {staff: j-osei, course: dsa, completed: 2026-03-01}\n", "\n" + ROW, ROW.replace("dsa", '"dsa"')]
)
def test_long_lists_go_on_as_short_ones_do(row: str) -> None:
    """What is written behind a long list is what is written behind a short one."""
    many: list[Mapping[str, Any]] = [ONE, ENDS, {**ONE, "staff": "null"}, {**ONE, "course": "a b"}]
    short, long = row * 3, row * (LONG // len(row) + 2)
    added = apply(short, [Insert(tuple(many))]).removeprefix(short)
    assert apply(long, [Insert(tuple(many))]) == long + added
    assert apply(long, [Insert(tuple(many), is_plain=True)]) == long + added


def test_what_is_no_end_of_a_plain_list_is_looked_at_as_a_whole() -> None:
    assert last_two(ROW * 3) == len(ROW)
    assert last_two(ROW) is None
    assert last_two("a: 1\n") is None
    assert last_two(ROW.replace("\n", "\r\n") + ROW * 2) is None
    odd = ROW.replace("dsa", '"dsa\n  more"')
    added = apply(ROW + odd, [Insert((ONE,))]).removeprefix(ROW + odd)
    long = ROW * (LONG // len(ROW) + 2) + odd
    assert apply(long, [Insert((ONE,), is_plain=True)]) == long + added


@pytest.mark.thorough
def test_a_long_new_file_is_as_a_short_one() -> None:
    many = [{**ONE, "staff": f"s{number:05}"} for number in range(2000)]
    text = new_file(many)
    assert len(text) > LONG
    assert text == "".join(new_file([one]) for one in many)


@pytest.mark.parametrize(
    "row", [ROW, "- {staff: j-osei, course: dsa, completed: 2026-03-01}\n"], ids=["lines", "braces"]
)
def test_rows_are_proved_together_and_not_one_by_one(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_proof, "_is", None)
    assert holds(row * 9, [ONE] * 9) is True
    assert holds(row * 9, [ONE] * 8 + [{**ONE, "course": "sar"}]) is False


def test_of_a_long_list_that_goes_on_only_the_end_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[int]()
    for name in ("exact", "glance"):
        inside = getattr(edit, name)
        monkeypatch.setattr(edit, name, lambda *given, inside=inside: (read.append(len(given[-1])), inside(*given))[1])
    long = ROW * (LONG // len(ROW) + 2)
    assert apply(long, [Insert((ONE, ENDS), is_plain=True)]).startswith(long)
    assert max(read, default=0) < 10 * len(ROW)


def test_a_long_list_that_is_plain_is_never_read_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where its values are changed, for which all of it is read."""
    monkeypatch.setattr(edit, "exact", lambda file, text: exact(file, text) if len(text) < 10 * len(ROW) else 1 / 0)
    long = ROW * (LONG // len(ROW) + 2)
    assert apply(long, [Set((1, "course"), "sar")]) == ROW + ROW.replace("dsa", "sar") + long[2 * len(ROW) :]
    assert apply(long, [Insert(({**ONE, "notes": "seen"},))]) == long + ROW + "  notes: seen\n"


@pytest.mark.parametrize(("more", "asked"), [(0, "_data"), (1, "proof")])
def test_from_a_bound_on_a_new_list_is_proved_and_not_read(
    more: int, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, called = new_file([ONE, ENDS]), list[str]()
    for name in ("_data", "proof"):
        inside = getattr(edit, name)
        monkeypatch.setattr(
            edit, name, lambda *given, name=name, inside=inside: (called.append(name), inside(*given))[1]
        )
    monkeypatch.setattr(edit, "LONG", len(text) - more)
    assert new_file([ONE, ENDS]) == text
    assert called == [asked]


def test_records_in_lines_are_taken_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only in braces, or with ends that some have, each is taken apart."""
    monkeypatch.setattr(rows_proof, "rows", lambda *given: 1 / 0)
    assert holds(ROW * 9, [ONE] * 9) is True
    assert holds((ROW + "  expires: 2027-03-01\n") * 9, [ENDS] * 9) is True
