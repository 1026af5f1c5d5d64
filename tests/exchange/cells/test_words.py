"""Words of lists, yes and no, lengths of time and numbers, as other systems write them."""

from __future__ import annotations

import pytest

from igreg.exchange.cells import words
from igreg.exchange.cells.refused import CellRefused
from igreg.model import everyday
from igreg.model.everyday import NotMeant

STATUS = ("draft", "in-force", "withdrawn")


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("In Force", STATUS, "in-force"),
        ("Live", STATUS, "in-force"),
        ("Approved", STATUS, "in-force"),
        ("DSAR", ("subject-access", "erasure"), "subject-access"),
        ("FOI", ("freedom-of-information",), "freedom-of-information"),
        ("EIR", ("environmental",), "environmental"),
        ("Accept", ("tolerate", "treat"), "tolerate"),
    ],
)
def test_a_word_of_a_list(text: str, known: tuple[str, ...], found: str) -> None:
    assert everyday.word(text, known) == found


def test_a_word_that_is_none_names_those_there_are() -> None:
    with pytest.raises(NotMeant) as refused:
        everyday.word("Pending", STATUS)
    assert "draft, in-force, withdrawn" in refused.value.help


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Annual", "12 months"),
        ("2 yearly", "2 years"),
        ("3-yearly", "3 years"),
        ("1 Yearly", "1 year"),
        ("every 6 months", "6 months"),
        ("36 months", "36 months"),
        ("Quarterly", "3 months"),
        ("Yearly", "1 year"),
        ("once a year", "1 year"),
        ("half_yearly", "6 months"),
    ],
)
def test_a_length_of_time(text: str, found: str) -> None:
    assert everyday.span(text) == found


@pytest.mark.parametrize("text", ["12", "1.5", "often", "0 months"])
def test_a_bare_number_is_no_length_of_time(text: str) -> None:
    with pytest.raises(NotMeant):
        everyday.span(text)


@pytest.mark.parametrize(("text", "found"), [("Yes", True), ("x", True), ("\u2713", True), ("0", False), ("N", False)])
def test_yes_and_no(text: str, found: bool) -> None:
    assert words.flag(text, text) is found


def test_what_is_neither_yes_nor_no() -> None:
    assert words.flag(False, "no") is False
    with pytest.raises(CellRefused, match="neither yes nor no"):
        words.flag("maybe", "maybe")


def test_how_somebody_works() -> None:
    known = ("employee", "bank", "volunteer")
    found = [words.worker(one, known) for one in ("Fixed Term", "Bank", "Honorary", "Locum")]
    assert [one.value for one in found] == ["employee", "bank", "volunteer", None]
    assert [note.what for one in found for note in one.notes] == ["worker"]


@pytest.mark.parametrize(
    ("text", "decimal", "comma", "sign", "found"),
    [
        ("37.5", True, False, "", 37.5),
        ("37,5", True, True, "", 37.5),
        ("1,200", False, False, "", 1200),
        ("\u00a31,250,000.50", True, False, "\u00a3", 1250000.5),
        ("95%", True, False, "%", 95),
    ],
)
def test_a_number(text: str, decimal: bool, comma: bool, sign: str, found: float) -> None:
    assert everyday.number(text, decimal=decimal, comma=comma, sign=sign) == found


@pytest.mark.parametrize(("text", "decimal"), [("many", True), ("3.5", False), ("37,5", True), ("95%", False)])
def test_no_number(text: str, decimal: bool) -> None:
    with pytest.raises(NotMeant):
        everyday.number(text, decimal=decimal)
