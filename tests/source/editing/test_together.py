"""Records that are written together: taken apart by field, in their order, and only where that says the same."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.source.editing.rows_proof import holds
from igreg.source.editing.together import Alike, together

ROW = {"staff": "s1", "course": "c", "completed": "2026-01-02"}
ENDS = {**ROW, "staff": "s2", "expires": "2027-01-02"}


def test_records_of_one_shape_are_one_run() -> None:
    (run,) = together([ROW, ROW]).runs
    assert (run.keys, run.records) == (("staff", "course", "completed"), [ROW, ROW])
    assert run.columns == {"staff": ["s1", "s1"], "course": ["c", "c"], "completed": ["2026-01-02"] * 2}


def test_records_of_other_shapes_are_other_runs_and_their_columns_have_gaps() -> None:
    some = together(iter([ROW, ENDS, ROW]))
    assert [(run.keys[-1], len(run.records)) for run in some.runs] == [
        ("completed", 1),
        ("expires", 1),
        ("completed", 1),
    ]
    assert some.columns is not None
    assert some.columns["expires"] == ["", "2027-01-02", ""]
    assert some.columns["staff"] == ["s1", "s2", "s1"]
    assert (len(some), some[1], some[1:]) == (3, ENDS, [ENDS, ROW])


@pytest.mark.parametrize("odd", [{**ROW, "completed": None}, {**ROW, "notes": ["a"]}, {**ROW, "course": ""}])
def test_what_is_no_text_or_is_empty_has_no_columns(odd: dict[str, Any]) -> None:
    assert together([ROW, odd]).columns is None


def test_what_was_taken_apart_once_is_not_taken_apart_again() -> None:
    some = together([ROW])
    assert together(some) is some
    assert some.runs is some.runs


def test_records_that_are_given_by_field_are_those_that_are_given_one_by_one() -> None:
    records = [ENDS, {**ENDS, "staff": "s3"}]
    some = Alike({key: [one[key] for one in records] for key in ENDS})
    assert (list(some), some[1], list(some[1:]), len(some)) == (records, records[1], records[1:], 2)
    (run,) = together(some).runs
    assert (run.keys, list(run.records), run.columns) == (tuple(ENDS), records, together(records).columns)
    assert list(together(Alike({"staff": []})).runs) == []


def test_nothing_is_no_run() -> None:
    assert (list(together([]).runs), together([]).columns) == ([], {})


def _text(*records: dict[str, str]) -> str:
    return "".join("- {" + ", ".join(f"{key}: {one}" for key, one in record.items()) + "}\n" for record in records)


@pytest.mark.parametrize(
    ("written", "meant", "same"),
    [
        ([ROW, ENDS, ROW], [ROW, ENDS, ROW], True),
        ([ROW, ENDS, ROW], [ROW, ROW, ENDS], False),
        ([ROW, ENDS], [ROW, {**ENDS, "expires": "2027-01-03"}], False),
        ([ROW, ROW], [ROW], False),
        ([ROW], [ROW, ROW], False),
        ([ROW, ROW], [ROW, ENDS], False),
        ([ENDS, ROW], [ROW, ROW], False),
        ([ROW, {**ROW, "notes": "x"}], [ROW, {**ROW, "notes": "x"}], True),
        ([ROW, {**ROW, "notes": "x"}], [ROW, ROW], False),
    ],
)
def test_a_text_holds_just_the_records_that_it_should(written: Any, meant: Any, same: bool) -> None:
    assert holds(_text(*written), meant) is same


def test_of_records_that_are_given_by_field_none_is_made_to_take_them_apart() -> None:
    class Unmade(Alike):
        def __getitem__(self, at: object) -> Any:
            raise AssertionError(at)

    some = together(Unmade({key: [value] * 3 for key, value in ROW.items()}))
    (run,) = some.runs
    assert (run.keys, len(run.records), some.columns) == (tuple(ROW), 3, {key: [one] * 3 for key, one in ROW.items()})
