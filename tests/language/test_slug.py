"""Names as ids: what is dropped, what is folded, what is kept together."""

from __future__ import annotations

import pytest

from igreg.language.person_name import person
from igreg.language.slug import slug


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Jane Osei", "j-osei"),
        ("Sean O\u2019Neill", "s-oneill"),
        ("Amy Smith-Jones", "a-smith-jones"),
        ("Lotte van der Berg", "l-van-der-berg"),
        ("Jude St John", "j-st-john"),
        ("Mary Ann Lee", "m-lee"),
        ("Dr Niamh Farrow", "n-farrow"),
        ("Mr Tom Brown Jr", "t-brown"),
        ("Zo\u00eb \u0141uczak RGN", "z-luczak"),
        ("Øyvind Ås", "o-as"),
        ("Madonna", "madonna"),
        ("Sister Agnes", "agnes"),
        ("Van Berg", "v-berg"),
        ("李小龙", "person-1"),
        ("", "person-1"),
    ],
)
def test_the_id_of_a_person(name: str, id: str) -> None:
    assert person(name) == id


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Senior partner", "senior-partner"),
        ("Children\u2019s Services (North)", "childrens-services-north"),
        ("A title of very many words that goes on", "a-title-of-very-many-words-that-goes-on"),
        ("A title of very many words that goes on longer", "a-title-of-very-many-words-that-goes-on"),
        ("x" * 70, "x" * 40),
        ("—", ""),
    ],
)
def test_the_id_of_a_title(title: str, id: str) -> None:
    assert slug(title) == id
