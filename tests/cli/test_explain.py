"""`igreg explain`: the page of a rule, by name or code in any case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from igreg.facts.in_force import Facts
from igreg.render.rules.explained import explained
from igreg.rules._rule import catalogue
from tests.conftest import Ran

Igreg = Callable[..., Ran]


@pytest.mark.parametrize("word", ["no-deputy", "No-Deputy", "IG204", "ig204"])
def test_a_name_or_a_code_in_any_case(igreg: Igreg, word: str) -> None:
    (rule,) = [rule for rule in catalogue() if rule.name == "no-deputy"]
    ran = igreg("explain", word if word.lower() == rule.name else rule.code if word.isupper() else rule.code.lower())
    assert (ran.code, ran.out, ran.err) == (0, explained(rule, Facts()), "")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        pytest.param("no-deputi", "did you mean 'no-deputy'?", id="a name that is near"),
        pytest.param("ig1099", "did you mean 'IG109'?", id="a code that is near, in lower case"),
        pytest.param("x", "see `igreg rules`", id="nothing near"),
        pytest.param("", "see `igreg rules`", id="nothing at all"),
    ],
)
def test_an_unknown_rule_suggests_the_nearest(igreg: Igreg, word: str, hint: str) -> None:
    ran = igreg("explain", word)
    assert (ran.code, ran.out, ran.err) == (2, "", f"igreg: no rule is called {word!r}\nhelp: {hint}\n")


def test_a_rule_must_be_named(igreg: Igreg) -> None:
    assert igreg("explain").code == 2


def test_of_a_source_that_nobody_published_no_edition_is_told(igreg: Callable[..., Ran]) -> None:
    told = igreg("explain", "stray-signs").out
    assert "- Design of igreg: what igreg asks of its own accord" in told
    assert "not known" not in told
