"""Names as lists have them: their parts, the ids made of them, and how a register writes them."""

from __future__ import annotations

import pytest

from igreg.language.person_name import name_of_parts, person_name

IDS = [
    ("Jane Osei", "j-osei"),
    ("Siobhan O'Neill", "s-oneill"),
    ("Siobhan O\u2019Neill", "s-oneill"),
    ("Ann Smith-Jones", "a-smith-jones"),
    ("Ann Smith\u2011Jones", "a-smith-jones"),
    ("Lotte van der Berg", "l-van-der-berg"),
    ("van der Berg, Lotte", "l-van-der-berg"),
    ("Jo St John", "j-st-john"),
    ("Jo St. John", "j-st-john"),
    ("Gwen ferch Rhys", "g-ferch-rhys"),
    ("Maria de la Cruz", "m-de-la-cruz"),
    ("Sukarno", "sukarno"),
    ("Mr Jane Osei", "j-osei"),
    ("Dr Jane Osei", "j-osei"),
    ("Jane Osei RGN", "j-osei"),
    ("Jane Osei, RGN", "j-osei"),
    ("Jane Osei Jr", "j-osei"),
    ("Jane Osei PhD", "j-osei"),
    ("Osei, Mrs. Jane Akua", "j-osei"),
    ("Osei, Jane (Mrs)", "j-osei"),
    ("Jack Ma", "j-ma"),
    ("Ole S\u00f8rensen", "o-sorensen"),
    ("Pawe\u0142 W\u00f3jcik", "p-wojcik"),
    ("Karl Gro\u00df", "k-gross"),
    ("\u00c6lfric Stone", "ae-stone"[0] + "-stone"),
    ("\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432", "person-1"),
    ("\u674e\u5a1c", "person-1"),
]


@pytest.mark.parametrize(("name", "id"), IDS)
def test_ids(name: str, id: str) -> None:
    assert person_name(name).id == id


TEXTS = [
    ("Mr Jane Osei", "Jane Osei"),
    ("Dr Jane Osei", "Dr Jane Osei"),
    ("Osei, Mrs. Jane Akua", "Jane Akua Osei"),
    ("Osei, Dr Jane", "Dr Jane Osei"),
    ("Sister Mary Ody", "Sister Mary Ody"),
    ("van der Berg, Lotte", "Lotte van der Berg"),
]


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_texts(name: str, text: str) -> None:
    assert person_name(name).text == text


SHOUTED = [
    ("JANE OSEI", "Jane Osei"),
    ("SIOBHAN O'NEILL", "Siobhan O'Neill"),
    ("IAN MCDONALD", "Ian McDonald"),
    ("ANN SMITH-JONES", "Ann Smith-Jones"),
    ("LOTTE VAN DER BERG", "Lotte van der Berg"),
    ("MCDONALD, IAN", "Ian McDonald"),
]


@pytest.mark.parametrize(("name", "text"), SHOUTED)
def test_capitals(name: str, text: str) -> None:
    found = person_name(name)
    assert found.is_shouted
    assert found.quiet().text == text


def test_a_family_name_of_two_words_stays_whole_where_the_parts_are_given() -> None:
    assert name_of_parts("Ana", "Garcia Lopez").id == "a-garcia-lopez"
    assert name_of_parts("Jane", "Osei", "Dr").text == "Dr Jane Osei"
    assert name_of_parts("Jane", "Osei", "Mrs").text == "Jane Osei"
    assert name_of_parts("", "Sukarno").id == "sukarno"


@pytest.mark.parametrize("text", ["", ",", "Osei,", ", Jane", "Mr", "RGN", "-", "'"])
def test_odd_names_end_in_no_fault(text: str) -> None:
    found = person_name(text)
    assert found.id and found.text.strip() == found.text


def test_names_are_compared_without_titles_accents_and_letters_behind() -> None:
    assert person_name("Dr Zo\u00eb O\u2019Neill RGN").folded == person_name("ONEILL, ZOE").folded
    assert person_name("\u674e\u5a1c").folded != person_name("\u738b\u82b3").folded
