"""A report as a file: the charts in it are drawn from the register, without names where none are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Igreg = Callable[..., Ran]

REGISTER = Path(__file__).parents[1] / "registers" / "care-home" / "register"
NAME = "Quayle"
DAY = ("--today", "2026-11-24")


def test_a_chart_is_drawn_from_the_register(igreg: Igreg) -> None:
    run = igreg("report", "leads", REGISTER, *DAY, "--format", "html", "--out", "-")
    assert "<svg" in run.out and "<summary>The chart in words</summary>" in run.out


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_nobody_is_named_without_names(igreg: Igreg, format: str) -> None:
    words = ("report", "leads", REGISTER, *DAY, "--format", format, "--out", "-")
    named = igreg(*words)
    without = igreg(*words, "--no-names")
    assert NAME in named.out and NAME not in without.out
