"""Selection: which rules are on, by name, code, beginning of a code, and who has the last word."""

from __future__ import annotations

import pytest

from igreg.check.config import Config, matches, words
from igreg.errors import IgregError
from igreg.findings import Severity
from igreg.rules._rule import by_word, catalogue

NO_DEPUTY = by_word()["no-deputy"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("no-deputy", True, id="name"),
        pytest.param("No-Deputy", True, id="name in any case"),
        pytest.param("IG205", True, id="code"),
        pytest.param("ig205", True, id="code in any case"),
        pytest.param("IG2", True, id="the beginning of a code"),
        pytest.param("IG", True, id="all of them"),
        pytest.param("ALL", True, id="ALL"),
        pytest.param("all", True, id="all"),
        pytest.param("IG3", False, id="another family"),
        pytest.param("IG2055", False, id="longer than a code"),
        pytest.param("no-dep", False, id="the beginning of a name"),
        pytest.param("I", False, id="too short"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_a_word_means(word: str, meant: bool) -> None:
    assert matches(word, NO_DEPUTY) is meant


@pytest.mark.parametrize(
    ("config", "on"),
    [
        pytest.param(Config(), True, id="every rule is on"),
        pytest.param(Config(select=("IG3",)), False, id="others were selected"),
        pytest.param(Config(ignore=("IG2",)), False, id="ignored"),
        pytest.param(Config(select=("IG2",), ignore=("no-deputy",)), False, id="ignored wins over selected"),
        pytest.param(Config(ignore=("IG2",), extend_select=("IG205",)), True, id="and extended wins over ignored"),
        pytest.param(Config(select=("IG205",), severity={"no-deputy": None}), False, id="off is off"),
        pytest.param(Config(severity={"no-deputy": Severity.INFO}), True, id="another severity"),
    ],
)
def test_which_rules_are_on(config: Config, on: bool) -> None:
    assert (NO_DEPUTY in config.selected(catalogue())) is on


def test_the_severity_of_a_finding() -> None:
    assert Config().severity_of(NO_DEPUTY, None) == NO_DEPUTY.severity
    assert Config().severity_of(NO_DEPUTY, Severity.ERROR) == Severity.ERROR
    assert Config(severity={"no-deputy": Severity.INFO}).severity_of(NO_DEPUTY, Severity.ERROR) == Severity.INFO


def test_words_as_typed() -> None:
    assert words(["IG2, no-deputy", "", "IG301,"], "--select") == ("IG2", "no-deputy", "IG301")


@pytest.mark.parametrize(
    ("word", "hint"),
    [("no-deputi", "did you mean 'no-deputy'?"), ("ig205x", "did you mean"), ("zzz", "`igreg rules` lists them all")],
)
def test_a_word_that_is_no_rule(word: str, hint: str) -> None:
    with pytest.raises(IgregError, match=f"--ignore: no rule is called '{word}'") as refused:
        words([word], "--ignore")
    assert refused.value.hint.startswith(hint)
