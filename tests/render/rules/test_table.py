"""The table of rules and what applies to a type: the same rows as text, JSON and Markdown."""

from __future__ import annotations

import json

import pytest

from igreg.check.config import Config
from igreg.check.rule_list import RuleRow, table
from igreg.facts.applies import applies
from igreg.render.rules.table import applies_text, rules_table

ROWS = (
    RuleRow("IG205", "no-deputy", "warning", "toolkit", "Nobody stands in."),
    RuleRow("IG206", "two", "off", "law", "Two."),
)


def test_text() -> None:
    assert rules_table(ROWS, "text") == (
        "IG205  warning  no-deputy                       toolkit   Nobody stands in.\n"
        "IG206  off      two                             law       Two.\n"
    )


def test_markdown() -> None:
    assert rules_table(ROWS, "markdown") == (
        "| Code | Name | Severity | Found when | Rests on |\n| --- | --- | --- | --- | --- |\n"
        "| IG205 | no-deputy | warning | Nobody stands in. | toolkit |\n| IG206 | two | off | Two. | law |\n"
    )


def test_json() -> None:
    assert json.loads(rules_table(ROWS, "json"))[0] == {
        "code": "IG205", "name": "no-deputy", "severity": "warning", "basis": "toolkit", "summary": "Nobody stands in.",
    }  # fmt: skip


def test_each_rule_is_one_line() -> None:
    rows = table(Config())
    assert len(rules_table(rows, "text").splitlines()) == len(rows)
    assert len(rules_table(rows, "markdown").splitlines()) == len(rows) + 2


FOUND = applies("gp-practice")
ROW = len(FOUND.needs) + len(FOUND.conflicts) + len(FOUND.limits)


def test_what_applies_as_json() -> None:
    found = json.loads(applies_text(FOUND, "json"))
    assert set(found) == {"type", "category", "training", "functions", "conflicts", "limits"}
    assert (found["type"], found["category"]) == ("gp-practice", 4)
    assert len(found["functions"]) + len(found["conflicts"]) + len(found["limits"]) == ROW
    (dpo,) = [row for row in found["functions"] if row["function"] == "dpo"]
    assert (dpo["need"], dpo["severity"]) == ("required", "error")
    assert {row["severity"] for row in found["conflicts"]} <= {"error", "warning", "info"}


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_each_row_says_where_it_comes_from(format: str) -> None:
    text = applies_text(FOUND, format)
    for row in (*FOUND.needs, *FOUND.conflicts, *FOUND.limits):
        assert row.source in text
        assert (row.edition or "none") in text
    for title in ("Functions", "Conflicts", "Figures"):
        assert title in text
    assert "gp-practice, DSPT category 4" in text.splitlines()[0]


def test_what_applies_as_text() -> None:
    (need,) = [need for need in FOUND.needs if need.function == "dpo"]
    assert (
        f"  {need.title} (dpo): required, error\n      {need.source}\n"
        f"      edition: {need.edition}; confidence: {need.confidence}\n"
    ) in applies_text(FOUND, "text")


def test_what_applies_as_markdown_is_whole_tables() -> None:
    lines = [line for line in applies_text(FOUND, "markdown").splitlines() if line.startswith("|")]
    assert len(lines) == ROW + 2 * 3
    assert {line.count("|") for line in lines} == {7}
