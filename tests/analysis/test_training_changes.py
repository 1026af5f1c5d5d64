"""Which training records two states have not in common: by person, course and day, and counted."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.analysis.training_changes import training_changes
from tests.analysis.registers import register

ANN, BEN = "staff: ann, course: ig, completed: 2026-01-01", "staff: ben, course: ig, completed: 2026-01-01"
LATER = "staff: ann, course: ig, completed: 2026-02-02"
NAME, BENS, LATERS = "ann/ig/2026-01-01", "ben/ig/2026-01-01", "ann/ig/2026-02-02"
UNTIL = [("expires", None, "2027-01-01")]


def changes(before: list[str], after: list[str], renames: dict[str, str] | None = None) -> list[Any]:
    was, now = (
        register(training_records="".join(f"- {{{one}}}\n" for one in some) or "[]") for some in (before, after)
    )
    return [
        (word, name, [(".".join(map(str, one.path)), one.before, one.after) for one in fields])
        for word, name, fields in training_changes(was, now, renames or {})
    ]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param([ANN], [ANN], [], id="nothing"),
        pytest.param([ANN, BEN], [BEN, ANN], [], id="another order"),
        pytest.param([], [ANN], [("added", NAME, [])], id="one more"),
        pytest.param([ANN], [], [("gone", NAME, [])], id="one less"),
        pytest.param([ANN], [LATER], [("added", LATERS, []), ("gone", NAME, [])], id="another day is another one"),
        pytest.param([ANN], [f"{ANN}, expires: 2027-01-01"], [("changed", NAME, UNTIL)], id="until when it counts"),
        pytest.param([ANN], [f"{ANN}, notes: late"], [("changed", NAME, [("notes", None, "late")])], id="a note"),
        pytest.param([f"{ANN}, notes: a"], [f"{ANN}, notes: b"], [("changed", NAME, [("notes", "a", "b")])], id="another note"),
        pytest.param([ANN], [ANN, ANN], [("added", NAME, [])], id="twice"),
        pytest.param([ANN, ANN], [ANN], [("gone", NAME, [])], id="once again"),
        pytest.param([ANN, ANN], [ANN, f"{ANN}, expires: 2027-01-01"], [("changed", NAME, UNTIL)], id="one of two"),
        pytest.param([ANN, ANN], [f"{ANN}, expires: 2027-01-01"], [("changed", NAME, UNTIL), ("gone", NAME, [])], id="one of two, and the other is gone"),
        pytest.param([f"{ANN}, notes: a"], [f"{ANN}, notes: b", f"{ANN}, notes: a"], [("added", NAME, [])], id="what is alike is one"),
        pytest.param([ANN, BEN], [BEN, LATER], [("added", LATERS, []), ("gone", NAME, [])], id="at another place"),
        pytest.param(["staff: ann, course: ig"], ["staff: ann, course: ig, expires: 2027-01-01"], [("changed", None, UNTIL)], id="without a day"),
    ],
)  # fmt: skip
def test_what_differs(before: list[str], after: list[str], rows: list[Any]) -> None:
    assert changes(before, after) == rows


def test_somebody_whose_id_is_another_now() -> None:
    assert changes([ANN], [BEN], {"ann": "ben"}) == [("changed", BENS, [("staff", "ann", "ben")])]
    assert changes([BEN], [ANN], {"ann": "ben"}) == [("added", NAME, []), ("gone", BENS, [])]
