"""Every rule's page is its test: each YAML block is run with only that rule on."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.rules._rule import Rule, catalogue, page
from tests.pages import blocks, compare, run

MORE = Path(__file__).parent / "rules"
SECTIONS = ("Why it matters", "What it rests on", "Not accepted", "Accepted", "How to put it right")

RULES = [pytest.param(rule, id=f"{rule.code}-{rule.name.replace('-', '_')}") for rule in catalogue()]


@pytest.mark.parametrize("rule", RULES)
def test_page_has_its_parts(rule: Rule) -> None:
    text = page(rule)
    assert text.startswith(f"# {rule.name} ({rule.code})\n\n")
    for section in SECTIONS:
        assert f"\n## {section}\n" in text, f"no section {section!r}"


@pytest.mark.parametrize("rule", RULES)
def test_page_says_what_the_rule_does(rule: Rule) -> None:
    found = blocks(page(rule))
    bad = [block for block in found if block.expected]
    assert bad, "no block with a mark"
    assert [block for block in found if not block.expected], "no accepted block"
    for block in found:
        assert bool(block.expected) == (block.heading == "Not accepted"), f"block {block.number}: {block.heading}"
        compare(block, run(block, rule.code))


CASES = [
    pytest.param(rule, id=f"{rule.code}-{rule.name.replace('-', '_')}")
    for rule in catalogue()
    if (MORE / f"{rule.name.replace('-', '_')}.md").exists()
]


@pytest.mark.parametrize("rule", CASES)
def test_more_cases(rule: Rule) -> None:
    text = (MORE / f"{rule.name.replace('-', '_')}.md").read_text(encoding="utf-8")
    for block in blocks(text):
        compare(block, run(block, rule.code))


def test_cases_belong_to_rules() -> None:
    names = {f"{rule.name.replace('-', '_')}.md" for rule in catalogue()}
    assert {path.name for path in MORE.glob("*.md")} <= names
