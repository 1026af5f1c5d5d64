"""What looks like a person's details, found in one text or in many that are looked at together."""

from __future__ import annotations

import time

import pytest

from igreg.register.personal_details import personal_details
from igreg.register.suspects import suspect_texts

FOUND = {
    "a call from Mr Quillfeather": "a person's name",
    "a letter for Miss  Quillfeather Okoro": "a person's name",
    "seen by Ms. Okoro": "a person's name",
    "the chart of Master Ned Quillfeather": "a person's name",
    "HOSPITAL NUMBER: AB 12345": "a hospital number",
    "ho\u017fpital no. 12345": "a hospital number",
    "mrn 998877": "a hospital number",
    "Patient ID is 123456": "a hospital number",
    "lives at 12 Acacia Road, LS9 9ZZ": "a home address",
    "07700 900123": "a mobile number",
    "+44 7700 900 123": "a mobile number",
    "call 0044 (0) 7700900123": "a mobile number",
    "ned.q@gmail.com": "a private mailbox",
    "write to n+q@GMAIL.co.uk.": "a private mailbox",
}
NOTHING = (
    "",
    "Mr and Mrs",
    "the Master Data Index",
    "Mrs Known came",
    "patient number of beds: 12",
    "XMRN 12345",
    "from LS9 9ZZ",
    "12 March LS9 9ZZ",
    "ALS9 9ZZ and 12 Acacia Road ALS9 9ZZ",
    "107700900123",
    "+07700 900123",
    "+107700900123",
    "077009001234",
    "@gmail.com",
    "ned@gmail.com.au",
    "ned@gmail.community",
    "ned@trust.co.uk",
)
PROVIDERS = frozenset({"gmail"})


@pytest.mark.parametrize(("text", "what"), FOUND.items())
def test_what_is_found(text: str, what: str) -> None:
    assert list(personal_details(text, {"Known"}, PROVIDERS)) == [what]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not(text: str) -> None:
    assert list(personal_details(text, {"Known"}, PROVIDERS)) == []


@pytest.mark.parametrize("together", [0, 60, 200_000])
def test_together_or_alone(together: int) -> None:
    texts = dict(enumerate((*FOUND, *NOTHING, "12 Acacia Road", "LS9 9ZZ", "Mr", "Quillfeather", "07700", "900123")))

    def look(text: str) -> bool:
        return any(personal_details(text, (), PROVIDERS))

    assert list(suspect_texts(texts, look, together)) == [key for key, text in texts.items() if look(text)]


def test_a_long_word_takes_no_longer_than_it_is_long() -> None:
    begun = time.process_time()
    assert list(personal_details("a" * 1_000_000 + "@", (), PROVIDERS)) == []
    assert time.process_time() - begun < 5


WORKPLACES = [
    "ward",
    "building",
    "block",
    "unit",
    "suite",
    "floor",
    "level",
    "room",
    "clinic",
    "theatre",
    "section",
    "box",
]


@pytest.mark.parametrize("word", [*WORKPLACES, *map(str.capitalize, WORKPLACES)])
def test_a_number_behind_the_word_of_a_workplace_is_no_house(word: str) -> None:
    """At the beginning of a text, within it, and where the word is but the end of another."""
    for before, found in (("", []), ("in ", []), ("x" * 20 + " ", []), ("my", ["a home address"])):
        assert list(personal_details(f"{before}{word} 12 West, LS9 9ZZ", (), PROVIDERS)) == found


@pytest.mark.parametrize(("between", "found"), [(40, True), (41, False)])
@pytest.mark.parametrize("before", ["", "x ", "we met at "])
def test_the_number_of_a_house_is_looked_for_so_far_back(between: int, found: bool, before: str) -> None:
    text = f"{before}{'12 Acacia Road, Leeds'.ljust(between)}LS9 9ZZ"
    assert list(personal_details(text, (), PROVIDERS)) == ["a home address"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 Acacia Road LS9 9ZZ", True),
        ("12a Acacia Road LS9 9ZZ", True),
        ("1234 Acacia Road LS9 9ZZ", True),
        ("12345 Acacia Road LS9 9ZZ", False),
        ("012 Acacia Road LS9 9ZZ", False),
        ("3 12 Acacia Road LS9 9ZZ", False),
        ("12 A LS9 9ZZ", False),
        ("12 May Road LS9 9ZZ", False),
        ("ward 12, 7 Acacia Road LS9 9ZZ", True),
        ("LS9 9ZZ is where 12 Acacia Road is", False),
        ("LS9 9ZZ, and 12 Acacia Road LS8 8ZZ", True),
        ("Near Miss Reporting", False),
        ("a near-Miss Okoro", True),
        ("Near Miss Okoro", False),
        ("Ms Teams", False),
        ("Ms Teamson", True),
        ("Miss Form", False),
        ("Mr Form", True),
        ("Mr Known", False),
        ("Mr Known's", False),
        ("Mr Ned Known", False),
        ("Mr Ab", False),
        ("Master Patient Index", False),
        ("Master Ned Known", False),
        ("Master Ned", False),
    ],
)
def test_what_is_somebodys_and_what_is_not(text: str, found: bool) -> None:
    assert bool(list(personal_details(text, {"Known"}, PROVIDERS))) is found
