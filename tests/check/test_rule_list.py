"""The list of rules as configured."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.rule_list import table
from igreg.findings import Severity
from igreg.rules._rule import catalogue


def test_every_rule_has_a_row_by_code() -> None:
    rows = table(Config())
    assert [row.code for row in rows] == sorted(rule.code for rule in catalogue())
    assert {row.severity for row in rows} == {"error", "warning", "info", "off"}
    assert {row.code for row in rows if row.severity == "off"} == {rule.code for rule in catalogue() if rule.only_named}
    assert all(row.summary.endswith(".") for row in rows)


@pytest.mark.parametrize(
    ("config", "severity"),
    [
        pytest.param(Config(), "warning", id="its own"),
        pytest.param(Config(severity={"no-deputy": Severity.INFO}), "info", id="as configured"),
        pytest.param(Config(severity={"no-deputy": None}), "off", id="switched off"),
        pytest.param(Config(ignore=("IG2",)), "off", id="ignored"),
        pytest.param(Config(select=("IG1",)), "off", id="not selected"),
    ],
)
def test_a_row_says_how_severe(config: Config, severity: str) -> None:
    (row,) = [row for row in table(config) if row.name == "no-deputy"]
    assert row.severity == severity
