"""How a risk moved, in words for a paper on risks, for a short table, and beside a figure."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.report.matters.moved import Moved, beside_a_figure, in_full, in_short

DAY = dt.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("moved", "full", "short", "figure"),
    [
        (Moved("new", DAY), "new since 30 June 2026", "", ""),
        (Moved("same", DAY, 9), "unchanged since 30 June 2026", "", ""),
        (Moved("up", DAY, 9), "up from 9 on 30 June 2026", "", ""),
        (Moved("down", DAY, 9), "down from 9 on 30 June 2026", "", ""),
        (Moved("first scored", DAY), "no score on 30 June 2026", "", ""),
        (Moved("no longer scored", DAY, 9), "no score now; was 9 on 30 June 2026", "", ""),
        (Moved("never scored", DAY), "no score now; no score on 30 June 2026", "", ""),
        (
            Moved("reviewed: unchanged", DAY),
            "unchanged when reviewed on 30 June 2026",
            "unchanged, reviewed 30 June 2026",
            "unchanged",
        ),
        (
            Moved("reviewed: changed", DAY),
            "changed when reviewed on 30 June 2026; from what is not kept",
            "changed, reviewed 30 June 2026",
            "changed",
        ),
        (
            Moved("reviewed: not said", DAY),
            "not known: the review of 30 June 2026 does not say",
            "",
            "how it moved is not known",
        ),
        (Moved("not reviewed", DAY), "not known: last reviewed on 30 June 2026", "", "how it moved is not known"),
        (Moved("never reviewed", None), "not known: never reviewed", "", "how it moved is not known"),
    ],
)
def test_how_it_moved(moved: Moved, full: str, short: str, figure: str) -> None:
    assert (in_full(moved), in_short(moved), beside_a_figure(moved)) == (full, short or full, figure or full)
