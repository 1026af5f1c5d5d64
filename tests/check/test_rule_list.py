"""The list of rules as configured, and what applies to a type of organisation."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.rule_list import applies, table
from igreg.errors import IgregError
from igreg.findings import Severity
from igreg.rules._rule import catalogue


def test_every_rule_has_a_row_by_code() -> None:
    rows = table(Config())
    assert [row.code for row in rows] == sorted(rule.code for rule in catalogue())
    assert {row.severity for row in rows} == {"error", "warning", "info"}
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


@pytest.mark.parametrize(
    ("type", "category", "training"),
    [
        ("care-provider", 3, "95 % of staff within 12 months"),
        ("gp-practice", 4, "95 % of staff within 12 months"),
        ("nhs-trust", 1, "the target of each course, where it has one"),
        ("it-supplier", 2, "the target of each course, where it has one"),
    ],
)
def test_what_applies_to_a_type(type: str, category: int, training: str) -> None:
    found = applies(type, Config())
    assert (found.type, found.category) == (type, category)
    assert found.training.startswith(training)
    assert "ig-lead" in {need.function for need in found.needs}
    assert found.conflicts
    assert "breach-notice" in {limit.key for limit in found.limits}


@pytest.mark.parametrize(
    ("type", "hint"), [("care-providr", "did you mean 'care-provider'?"), ("zoo", "one of: nhs-trust")]
)
def test_a_type_that_is_none(type: str, hint: str) -> None:
    with pytest.raises(IgregError, match=f"--for: there is no type '{type}'") as refused:
        applies(type, Config())
    assert refused.value.hint.startswith(hint)
