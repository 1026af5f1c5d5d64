"""A snapshot: its rows, what they leave out, and which rows are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from igreg.estate.figures import AssessmentState, Breaches, Figures, Organisation, TrainingShare
from igreg.estate.rows import MOST_LETTERS, MOST_ROWS, NoSnapshot, Row, figures_of, rows, rows_here

FIGURES = Figures(
    organisation=Organisation("Millbeck Surgery", "gp-practice", "P89999", "2026-11-22", "0" * 40),
    leads={"governance": "held", "caldicott": "vacant"},
    findings={"error": 1, "warning": 2, "info": 0},
    rules={"no-deputy": 2, "vacant-role": 1},
    overdue={"review": 1},
    due={"audit": 1, "review": 3},
    training=(
        TrainingShare("DSA", "Data security awareness", 7, 85.7),
        TrainingShare("SIRO", "For the SIRO", 5, 100.0),
        TrainingShare("CG", "For the Caldicott Guardian", 4, 75.0),
        TrainingShare("DSA", "Data security awareness", 9, 88.8),
    ),
    assessment=AssessmentState("dspt-v8", "in-progress", 3),
    breaches=Breaches(1, 1, 80),
    unread=1,
)


def test_what_goes_out_comes_back_but_for_shares_of_few() -> None:
    few = TrainingShare("CG", "For the Caldicott Guardian", None, None)
    told = replace(FIGURES, training=(*FIGURES.training[:2], few, FIGURES.training[3]))
    assert figures_of(rows(FIGURES)) == told


def test_nothing_that_may_be_missing_need_be_there() -> None:
    bare = Figures(Organisation(None, None, None, "2026-11-22"), {}, {"error": 0, "warning": 0, "info": 0}, {}, {}, {})
    assert figures_of(rows(bare)) == bare


def test_a_share_of_fewer_than_five_is_not_in_a_snapshot() -> None:
    told = [(row.part, row.item, row.value, row.words) for row in rows(FIGURES) if row.item in ("SIRO", "CG")]
    assert told == [
        ("course", "SIRO", None, "For the SIRO"),
        ("audience", "SIRO", 5, None),
        ("share", "SIRO", 100.0, None),
        ("course", "CG", None, "For the Caldicott Guardian"),
        ("audience", "CG", None, "<5"),
        ("share", "CG", None, "<5"),
    ]
    assert ("share", "CG", 75.0) in [(row.part, row.item, row.value) for row in rows_here(FIGURES)]


def changed(part: str, item: str, /, **values: object) -> list[Row]:
    return [row._replace(**values) if (row.part, row.item) == (part, item) else row for row in rows(FIGURES)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "found",
    [
        changed("finding", "error", value=-1.0),
        changed("finding", "error", value=0.5),
        changed("finding", "error", value=float("nan")),
        changed("finding", "error", value=float("inf")),
        changed("finding", "error", value=None),
        changed("finding", "error", item="mistake"),
        changed("share", "DSA", value=101.0),
        changed("share", "DSA", part="other"),
        changed("lead", "caldicott", words="perhaps"),
        changed("organisation", "as_of", words="yesterday"),
        changed("organisation", "as_of", words=None),
        changed("organisation", "name", part="other"),
        [*rows(FIGURES), Row(1, 99, "rule", "no-deputy", 1.0, None)],
        rows_here(FIGURES),
    ],
)
def test_rows_that_are_none_are_refused(found: list[Row]) -> None:
    with pytest.raises(NoSnapshot, match="it is no snapshot of igreg: rows are missing"):
        figures_of(found)


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (2, "it is a snapshot of version 2, and this igreg reads up to version 1"),
        (0, "it is a snapshot of version 0, which there never was"),
        (None, "it is no snapshot of igreg: it has no version"),
    ],
)
def test_another_version_is_refused_in_words(version: int | None, message: str) -> None:
    with pytest.raises(NoSnapshot, match=message):
        figures_of([row._replace(version=version) for row in rows(FIGURES)])  # type: ignore[arg-type]


def test_no_rows_and_too_many_are_refused() -> None:
    with pytest.raises(NoSnapshot):
        figures_of([])
    with pytest.raises(NoSnapshot, match="more than 5,000 rows"):
        figures_of([*rows(FIGURES), *[Row(1, 99, "rule", "x", 1.0, None)] * MOST_ROWS])


def test_what_a_later_igreg_adds_is_passed_over() -> None:
    more = [*rows(FIGURES), Row(1, 999, "contracts", "ended", 3.0, None)]
    assert figures_of(more) == figures_of(rows(FIGURES))


def test_a_long_text_is_cut() -> None:
    name = figures_of(changed("organisation", "name", words="x" * 9_000)).organisation.name
    assert name is not None
    assert len(name) == MOST_LETTERS
