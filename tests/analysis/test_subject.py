"""What a word means of which somebody asks who it was: the sorts in their order, exact ids before names."""

from __future__ import annotations

import pytest

from igreg.analysis.subject import near, subject
from igreg.errors import IgregError
from tests.analysis.registers import register

MADE = register(
    roles="- {id: siro, title: Risk owner, functions: [siro]}\n- {id: head, title: Head of IG}\n- {id: risk, title: Risk lead}\n",
    staff="- {id: ann, name: Ann Lee}\n- {id: bea, name: Ann Lee}\n- {id: head, name: Hed}",
    policies="- {id: POL, title: Policy}",
)


@pytest.mark.parametrize(
    ("word", "sort", "id"),
    [
        ("siro", "function", "siro"), ("SIRO", "function", "siro"), ("function:siro", "function", "siro"),
        ("function: SIRO", "function", "siro"), ("role:siro", "role", "siro"), ("Role : siro", "role", "siro"),
        ("risk", "area", "risk"), ("area:risk", "area", "risk"), ("role:risk", "role", "risk"),
        ("Risk owner", "role", "siro"), ("risk  OWNER", "role", "siro"), ("Head of IG", "role", "head"),
        ("head", "role", "head"), ("person:head", "person", "head"), ("person:ann", "person", "ann"),
        ("ann", "person", "ann"), ("Caldicott Guardian", "function", "caldicott-guardian"),
        ("caldicott-guardian", "function", "caldicott-guardian"), ("Confidentiality", "area", "confidentiality"),
    ],
)  # fmt: skip
def test_what_a_word_means(word: str, sort: str, id: str) -> None:
    found = subject(MADE, word)
    assert found is not None
    assert (found.sort, found.id) == (sort, id)


@pytest.mark.parametrize("word", ["nobody", "role:ann", "area:siro", "function:nobody", "x:siro", ""])
def test_what_means_nothing(word: str) -> None:
    assert subject(MADE, word) is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Ann Lee", "'Ann Lee' may mean several"),
        ("person:Ann Lee", "'person:Ann Lee' may mean several"),
        ("POL", "'POL' is the id of a record of another kind (policy)"),
    ],
)
def test_what_cannot_be_told(word: str, said: str) -> None:
    with pytest.raises(IgregError) as caught:
        subject(MADE, word)
    assert caught.value.sentence == said


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("Hed of IG", "head"), ("role:Hed of IG", "head"), ("person: Ann Leee", "ann"), ("caldicot", "caldicott"),
        ("area:caldicot", "caldicott"), ("function:dpoo", "dpo"),
        ("person: anm", "ann"),
        ("role:hed", "head"),
        ("area:rsk", "risk"),
    ],
)  # fmt: skip
def test_what_is_nearest_to_a_word_that_means_nothing(word: str, id: str) -> None:
    assert near(MADE, word) == f"did you mean {id!r}?"


def test_what_is_near_to_nothing() -> None:
    said = "name an area, a function, a role or a person by its id or name"
    assert {near(MADE, word) for word in ("zzzzzzzzzz", "role:zzzzzzzzzz", "zz:zzzzzzzzzz")} == {said}
