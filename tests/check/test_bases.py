"""What each rule rests on, how bad it may be therefore, and in which nations it binds (rulings B31, B34)."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.facts.in_force import Facts
from igreg.findings import Severity
from igreg.rules._rule import Rule, by_word, catalogue
from tests.analysis.registers import register
from tests.pages import moment

FREE = ("IG0", "IG1", "IG9", "IG201")
"""Rules that may be errors whatever they rest on: without them nothing else can be trusted."""

RULES = [pytest.param(rule, id=rule.code) for rule in catalogue()]


@pytest.mark.parametrize("rule", RULES)
def test_only_law_contract_and_toolkit_make_errors(rule: Rule) -> None:
    assert rule.basis in ("law", "contract", "toolkit", "own")
    if rule.basis == "own" and not rule.code.startswith(FREE):
        assert rule.severity is not Severity.ERROR


@pytest.mark.parametrize("rule", RULES)
def test_what_it_rests_on_is_there(rule: Rule) -> None:
    assert rule.rests_on
    assert len(rule.lives(Facts())) == len(rule.rests_on)


@pytest.mark.parametrize("code", ["IG209", "IG217", "IG307", "IG309", "IG608", "IG609", "IG611", "IG701", "IG706"])
def test_what_is_igregs_own_warns(code: str) -> None:
    assert by_word()[code].severity is Severity.WARNING


@pytest.mark.parametrize("code", ["IG204", "IG607"])
def test_what_rests_on_toolkit_or_law_stays_an_error(code: str) -> None:
    assert by_word()[code].severity is Severity.ERROR


LEFT = {"roles": "- {id: a, title: A, holders: [{staff: p}]}", "staff": "- {id: p, name: P, left: 2026-11-01}"}


@pytest.mark.parametrize(
    ("nation", "severity", "words"),
    [
        ("england", Severity.ERROR, ""),
        ("wales", Severity.INFO, "good practice, no rule here for Wales yet"),
        ("northern-ireland", Severity.INFO, "good practice, no rule here for Northern Ireland yet"),
    ],
)
def test_what_the_toolkit_asks_binds_in_england(nation: str, severity: Severity, words: str) -> None:
    made = register(organisation=f"{{name: E, type: other, nation: {nation}}}", **LEFT)
    (found,) = check(made, moment("2026-11-22"), Config(select=("IG204",))).findings
    assert found.severity is severity
    assert words in found.message
    assert ("good practice" in found.message) == bool(words)
    own = Config(select=("IG204",), severity={"holder-has-left": Severity.WARNING})
    assert check(made, moment("2026-11-22"), own).findings[0].severity is Severity.WARNING, "igreg.toml decides"


@pytest.mark.parametrize("nation", ["england", "scotland"])
def test_what_the_law_asks_binds_everywhere(nation: str) -> None:
    made = register(
        organisation=f"{{name: E, type: other, nation: {nation}}}",
        incidents="- {id: a, title: A, aware: 2026-11-02T09:30}",
    )
    (found,) = check(made, moment("2026-11-22"), Config(select=("IG607",))).findings
    assert found.severity is Severity.ERROR
    assert "good practice" not in found.message
