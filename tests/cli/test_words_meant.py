"""Words that people type at commands: what is meant is said, or taken where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.cli.interview import _by_meaning
from igreg.model.kind_words import kind_meant
from tests.conftest import Ran

Igreg = Callable[..., Ran]
HOME = Path(__file__).parents[1] / "registers" / "care-home" / "register"
DAY = ("--today", "2026-11-24")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        pytest.param(("leave", "m-quayle", "--on", "30 November 2026"), "write --on 2026-11-30", id="a day in words"),
        pytest.param(("leave", "m-quayle", "--on", "30.11.2026"), "write --on 2026-11-30", id="a day with dots"),
        pytest.param(("leave", "m-quayle", "--on", "soon"), "for example: --on 2026-11-02", id="no day"),
        pytest.param(
            ("hold", "Monthly management"), "or for a new one: igreg add meeting", id="a meeting there is not"
        ),
        pytest.param(("assign", "dpo", "Zoe Quill", "--from", "2026-12-01"), "igreg add staff", id="somebody new"),
    ],
)
def test_what_to_type_instead_is_said(igreg: Igreg, typed: tuple[str, ...], says: str) -> None:
    ran = igreg(*typed, "--register", HOME, *DAY, "--dry-run")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("Caldicott", "did you mean 'guardian'?"),
        ("IG203", "igreg explain IG203"),
        ("vacant-role", "igreg explain vacant-role"),
        ("policy", "one of the policies"),
    ],
)
def test_show_says_what_a_word_is_that_is_no_record(igreg: Igreg, word: str, says: str) -> None:
    ran = igreg("show", word, HOME)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "is taken to mean" not in ran.err


@pytest.mark.parametrize("word", ["Mr Dean Lowry", "Lowry, Dean", "DR. DEAN LOWRY"])
def test_a_person_is_found_by_how_letters_call_them(igreg: Igreg, word: str) -> None:
    ran = igreg("show", word, HOME)
    assert ran.code == 0
    assert "d-lowry" in ran.err


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("breach", "incidents"),
        ("Employees", "staff"),
        ("SAR", "requests"),
        ("training", "training-records"),
        ("x", None),
    ],
)
def test_a_kind_by_what_people_call_it(word: str, kind: str | None) -> None:
    assert kind_meant(word) == kind


def test_a_chart_by_what_people_call_it(igreg: Igreg) -> None:
    assert "did you mean 'structure'?" in igreg("chart", "organogram").err


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("care home", ["care-provider"]),
        ("home care", ["care-provider"]),
        ("surgery", ["gp-practice"]),
        ("nhs", ["nhs-trust"]),
        ("practice", ["gp-practice", "dental"]),
        ("circus", []),
    ],
)
def test_a_choice_by_what_stands_beside_it(typed: str, words: list[str]) -> None:
    choices = [
        ("nhs-trust", "NHS trust or foundation trust"),
        ("gp-practice", "GP practice"),
        ("care-provider", "Care home, home care, supported living"),
        ("dental", "Dental practice"),
    ]
    assert _by_meaning(typed, choices) == words
