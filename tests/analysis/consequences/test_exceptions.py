"""Exceptions that are added or gone."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import compare, row, texts, told
from tests.analysis.registers import register

ONE = "{id: EX-1, rule: no-deputy, record: r, reason: The deputy is being sought, approved_by: r, until: 2027-03-31}"


def state(*exceptions: str, **files: str) -> Register:
    rows = "".join(f"- {one}\n" for one in exceptions)
    return register(**{"roles": "- {id: r, title: SIRO}\n", "exceptions": rows} | files)


def test_added_and_gone() -> None:
    days = ("2026-11-24", "2027-03-31")
    assert told(state(), state(ONE)) == [("exception-added", "EX-1", "", "EX-1", *days)]
    assert told(state(ONE), state()) == [("exception-gone", "EX-1", "EX-1", "", *days)]
    assert told(state(ONE), state(ONE)) == []
    assert told(state(ONE), state(ONE.replace("sought", "found"))) == []


@pytest.mark.parametrize(("until", "past"), [("2026-11-23", True), ("2026-11-24", False)])
def test_its_last_day_counts(until: str, past: bool) -> None:
    found = compare(state(), state(ONE.replace("2027-03-31", until)))
    assert [(one.what, one.past, str(one.until)) for one in found] == [("exception-added", past, until)]


def test_one_that_is_called_otherwise() -> None:
    after = state(ONE.replace("EX-1", "EX-9"))
    assert compare(state(ONE), after, renamed={"EX-1": "EX-9"}) == []
    assert [row(one)[0] for one in compare(state(ONE), after)] == ["exception-added", "exception-gone"]


def test_nothing_is_said_of_what_a_broken_file_could_hold() -> None:
    broken = state(exceptions="- {id: EX-2\n")
    assert told(state(ONE), broken) == []
    assert told(broken, state(ONE)) == []


def test_the_words() -> None:
    assert texts(state(), state(ONE)) == [
        "until 31 March 2027: the finding “no deputy” of SIRO is accepted and told no more (EX-1); "
        "accepted by SIRO; reason: The deputy is being sought"
    ]
    assert texts(state(ONE), state()) == [
        "the finding “no deputy” of SIRO is no longer accepted, and told where it is so; "
        "EX-1 would have counted until 31 March 2027"
    ]
    assert texts(state(), state(ONE.replace("2027-03-31", "2026-11-23"))) == [
        "an exception that has run out is added: “no deputy” of SIRO until 23 November 2026 (EX-1)"
    ]
    assert texts(state(ONE.replace("2027-03-31", "2026-11-23")), state()) == [
        "an exception that has run out is gone: “no deputy” of SIRO until 23 November 2026 (EX-1)"
    ]


@pytest.mark.parametrize(
    ("reason", "code"), [("asked by NHS 943 476 5919", "IG801"), ("'born on 1 February 1960, as she said'", "IG802")]
)
def test_what_ought_not_to_have_been_written_is_not_told(reason: str, code: str) -> None:
    assert texts(state(), state(ONE.replace("The deputy is being sought", reason)))[0].endswith(
        f"; reason: (not shown: {code})"
    )
