"""Rows of facts in a terminal: as wide as it is, and nothing lost where it is narrow."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.facts.ask import with_word
from igreg.facts.in_force import Facts
from igreg.render.facts.life import life, out_of_date
from igreg.render.facts.table import facts_table

DAY = dt.date(2026, 11, 24)
ROWS = with_word(Facts().rows(), "dspt")


@pytest.mark.parametrize("width", [30, 60, 71, 72, 100, 200])
def test_it_fits(width: int) -> None:
    text = facts_table(ROWS, DAY, width=width, colour=False)
    assert max(len(line) for line in text.splitlines()) <= width
    assert text.splitlines()[-1] == f"{len(ROWS)} rows"
    assert "last looked at: not" in text


def test_nothing_to_list() -> None:
    assert facts_table((), DAY, width=100, colour=False) == "0 rows\n"


def test_what_is_not_known_is_said() -> None:
    row = Facts().row("limits.acting-limit")
    assert life(row) == (
        "no edition; UK; in force from: not known; last looked at: not known; medium confidence; not read at first hand"
    )


@pytest.mark.parametrize(("day", "said"), [("2026-06-30", None), ("2026-07-01", "its last day was 30 June 2026")])
def test_a_row_past_its_last_day_says_so(day: str, said: str | None) -> None:
    update = {"rests_on": None, "until": dt.date(2026, 6, 30)}
    row = Facts().row("limits.minutes").model_copy(update=update)
    assert out_of_date(row, dt.date.fromisoformat(day)) == said
