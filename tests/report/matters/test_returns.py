"""What is said of returns against a framework."""

from __future__ import annotations

import pytest

from igreg.report.matters.returns import returns, sentences
from tests.analysis.registers import register
from tests.report.quarter import asked


@pytest.mark.parametrize("written", ["standards_met", "standards-met", "standards met"])
def test_a_status_stands_as_people_say_it(written: str) -> None:
    text = f"# file: organisation.yaml\n{{name: A, type: other, dspt: [{{edition: 2025-26, status: {written}, published: 2026-06-18}}]}}"
    assert sentences(returns(asked(register(text))))[-1].endswith("2025-26 on 18 June 2026: standards met.")
