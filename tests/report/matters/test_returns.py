"""What is said of returns against a framework."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.report.matters.returns import OpenReturn, Returns, returns, sentences
from tests.analysis.registers import register
from tests.report.quarter import asked


@pytest.mark.parametrize("written", ["standards_met", "standards-met", "standards met"])
def test_a_status_stands_as_people_say_it(written: str) -> None:
    text = f"# file: organisation.yaml\n{{name: A, type: other, dspt: [{{edition: 2025-26, status: {written}, published: 2026-06-18}}]}}"
    assert sentences(returns(asked(register(text))))[-1].endswith("2025-26 on 18 June 2026: standards met.")


@pytest.mark.parametrize(
    ("target", "reached", "left", "told"),
    [
        ("", "", 0, "no status is reached yet; 30 of 42 mandatory items are met."),
        ("Met", "", 12, "no status is reached yet; “Met” is aimed for, and 12 items stand in between; 30 of 42"),
        ("Met", "", 1, "; “Met” is aimed for, and 1 item stands in between; 30 of 42"),
        ("Met", "", 0, "; “Met” is aimed for, and no item stands in between; 30 of 42"),
        ("Met", "Met", 0, "“Met” is reached, and no more is aimed for; 30 of 42"),
        ("Met", "Exceeded", 0, "“Exceeded” is reached; “Met” is aimed for, and no item stands in between; 30 of 42"),
    ],
)
def test_what_stands_before_the_aim(target: str, reached: str, left: int, told: str) -> None:
    one = OpenReturn("T", "Toolkit", True, target, reached, dt.date(2027, 6, 30), 240, left, 42, 30, "", None)
    assert told in sentences(Returns((one,), None))[0]
