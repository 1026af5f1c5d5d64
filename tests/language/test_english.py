"""Words for people: numbers with their word, lists in a sentence, days in full."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from igreg.language.english import are, counted, ended, every, listed, long_day, money, some_of, workers
from igreg.model.span import Span


@pytest.mark.parametrize(
    ("number", "word", "plural", "told"),
    [
        pytest.param(1, "day", "", "1 day", id="one"),
        pytest.param(0, "day", "", "0 days", id="none"),
        pytest.param(1_234_567, "record", "", "1234567 records", id="very many"),
        pytest.param(46.0, "hour", "", "46 hours", id="a whole number of hours"),
        pytest.param(0.5, "hour", "", "0.5 hours", id="half an hour"),
        pytest.param(37.25, "hour", "", "37.25 hours", id="a quarter of an hour"),
        pytest.param(3.3333, "hour", "", "3.33 hours", id="a third of ten"),
        pytest.param(3, "info", "info", "3 info", id="a plural of its own"),
    ],
)
def test_a_number_with_its_word(number: float, word: str, plural: str, told: str) -> None:
    assert counted(number, word, plural) == told


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ("1 month", "every month"),
        ("1 hour", "every hour"),
        ("3 months", "every 3 months"),
        ("12 months", "every 12 months"),
        (Span(1, "year"), "every year"),
        (Span(11, "week"), "every 11 weeks"),
    ],
)
def test_how_often(span: object, told: str) -> None:
    assert every(span) == told


@pytest.mark.parametrize(
    ("number", "sort", "told"),
    [
        pytest.param(1, "volunteer", "1 volunteer", id="one"),
        pytest.param(2, "volunteer", "2 volunteers", id="two"),
        pytest.param(0, "trustee", "0 trustees", id="none"),
        pytest.param(1, "agency", "1 agency worker", id="one of the staff"),
        pytest.param(2, "bank", "2 bank staff", id="several of the staff"),
    ],
)
def test_workers_of_one_sort(number: int, sort: str, told: str) -> None:
    assert workers(number, sort) == told


def test_lists_and_days() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], "or") == "a or b"
    assert listed([]) == ""
    assert long_day(dt.date(2026, 3, 1)) == "1 March 2026"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["a"], "a", id="one"),
        pytest.param(["a", "b", "c", "d"], "a, b, c and d", id="one more than most is named too"),
        pytest.param(["a", "b", "c", "d", "e"], "a, b, c and 2 more", id="two more are counted"),
    ],
)
def test_the_first_few_of_many(words: list[str], told: str) -> None:
    assert some_of(words) == told


@pytest.mark.parametrize(
    ("written", "currency", "said"),
    [
        pytest.param("1250.5", "GBP", "£1,250.50", id="pence"),
        pytest.param("1250.00", "GBP", "£1,250", id="whole pounds"),
        pytest.param("0", "GBP", "£0", id="nothing"),
        pytest.param("1E+3", "EUR", "EUR 1,000", id="another currency"),
        pytest.param("12345678901234567890.123", "GBP", "£12,345,678,901,234,567,890.123", id="not rounded"),
    ],
)
def test_money(written: str, currency: str, said: str) -> None:
    assert money(Decimal(written), currency) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained", "It rained."),
        ("It rained.", "It rained."),
        ("And so on...", "And so on."),
        ("Who knows?", "Who knows?"),
        ("At last!", "At last!"),
    ],
)
def test_a_text_ends_its_sentence_once(text: str, told: str) -> None:
    assert ended(text) == told


@pytest.mark.parametrize(("number", "verb"), [(0, "are"), (1, "is"), (2, "are"), (0.5, "are"), (1.0, "is")])
def test_the_verb_of_so_many(number: float, verb: str) -> None:
    assert are(number) == verb
