"""The days of a consequence in words, and verbs of one or of several, now or then."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.consequences.runs import FIRST
from igreg.analysis.consequences.words import When
from tests.analysis.registers import day

TODAY = day("2026-11-24")
BEFORE, EARLIER, LATER = day("2026-11-23"), day("2026-10-01"), day("2026-12-01")


@pytest.mark.parametrize(
    ("on", "until", "words", "past", "first"),
    [
        (FIRST, None, "as now written, at all times", False, TODAY),
        (FIRST, BEFORE, "the past is written anew, until 23 November 2026", True, BEFORE),
        (FIRST, TODAY, "as now written, until 24 November 2026", False, TODAY),
        (FIRST, LATER, "as now written, until 1 December 2026", False, TODAY),
        (EARLIER, None, "as now written, since 1 October 2026", False, EARLIER),
        (EARLIER, BEFORE, "the past is written anew, from 1 October 2026 until 23 November 2026", True, EARLIER),
        (EARLIER, TODAY, "as now written, from 1 October 2026 until 24 November 2026", False, EARLIER),
        (EARLIER, EARLIER, "the past is written anew, on 1 October 2026", True, EARLIER),
        (TODAY, None, "from 24 November 2026", False, TODAY),
        (TODAY, TODAY, "on 24 November 2026", False, TODAY),
        (LATER, None, "from 1 December 2026", False, LATER),
        (LATER, LATER, "on 1 December 2026", False, LATER),
    ],
)
def test_days(on: dt.date, until: dt.date | None, words: str, past: bool, first: dt.date) -> None:
    when = When(on, until, TODAY)
    assert (when.words, when.past, when.first) == (words, past, first)
    assert when.tell("nobody leads") == f"{words}: nobody leads"


@pytest.mark.parametrize(
    ("on", "until", "words"),
    [
        (TODAY, None, "as on 24 November 2026"),
        (TODAY, LATER, "as on 24 November 2026, until 1 December 2026"),
        (LATER, None, "from 1 December 2026"),
    ],
)
def test_days_of_what_was_looked_at(on: dt.date, until: dt.date | None, words: str) -> None:
    assert When(on, until, TODAY, TODAY).words == words


@pytest.mark.parametrize(
    ("word", "one", "several", "then"),
    [
        ("lead", "leads", "lead", "led"),
        ("hold", "holds", "hold", "held"),
        ("deputise", "deputises", "deputise", "deputised"),
        ("answer", "answers", "answer", "answered"),
    ],
)
def test_verbs(word: str, one: str, several: str, then: str) -> None:
    now, over = When(TODAY, None, TODAY), When(EARLIER, BEFORE, TODAY)
    assert [now.verb(word), now.verb(word, 1), now.verb(word, 2), now.verb(word, 0)] == [one, one, several, several]
    assert [over.verb(word), over.verb(word, 2)] == [then, then]
