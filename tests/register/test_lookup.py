"""Which record a word means, and which is the nearest."""

from __future__ import annotations

import pytest

from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources


@pytest.fixture
def register() -> Register:
    return read(
        Sources(
            {
                "register/organisation.yaml": "name: X\n",
                "register/roles.yaml": (
                    "- {id: siro, title: Risk Owner, functions: [siro, cio]}\n- {id: ciso, title: Information_Security  Lead}\n"
                    "- {id: Siro-2, title: nadia rahman}\n"
                ),
                "register/staff.yaml": "- {id: cio, name: Nadia Rahman}\n- {id: n-2, name: Zoë Ödegård}\n",
                "register/risks.yaml": "- {id: R, title: Fire, owner: siro, actions: [{id: ACT, what: Fire}]}\n",
            }
        )
    )


@pytest.mark.parametrize(
    ("word", "kinds", "ids"),
    [
        pytest.param("siro", (), ("siro",), id="an id is itself"),
        pytest.param("SIRO", (), ("siro",), id="case does not count"),
        pytest.param("siro 2", (), ("Siro-2",), id="nor do hyphens"),
        pytest.param("CIO", (), ("cio",), id="an id written otherwise goes before a function"),
        pytest.param("cio", ("roles",), ("siro",), id="unless it is of another kind"),
        pytest.param("information security lead", (), ("ciso",), id="blanks and underscores of a title"),
        pytest.param("NADIA RAHMAN", (), ("Siro-2", "cio"), id="several"),
        pytest.param("NADIA RAHMAN", ("staff",), ("cio",), id="one of the kind"),
        pytest.param("ZOË ödegård", (), ("n-2",), id="letters with accents"),
        pytest.param("act", (), ("ACT",), id="an action by its id"),
        pytest.param("fire", ("actions",), (), id="an action has no name"),
        pytest.param("Data Protection", ("areas",), ("data-protection",), id="an area"),
        pytest.param("Data Protection", (), ("data-protection",), id="an area where any kind may be meant"),
        pytest.param("Data Protection", ("roles",), (), id="no area where a role is meant"),
        pytest.param("fire", ("areas", "risks"), ("R",), id="a risk where an area may be meant, too"),
        pytest.param("nobody", (), (), id="nobody"),
        pytest.param("", (), (), id="nothing"),
    ],
)
def test_what_a_word_means(register: Register, word: str, kinds: tuple[str, ...], ids: tuple[str, ...]) -> None:
    assert register.lookup.matches(word, kinds) == ids


@pytest.mark.parametrize(
    ("word", "kinds", "id"),
    [
        ("sirro", (), "siro"),
        ("SIRRO", (), "siro"),
        ("Zoe Odegard", (), "n-2"),
        ("RISK OWNR", ("roles",), "siro"),
        ("Zoe Odegard", ("roles",), None),
        ("data protektion", ("areas",), "data-protection"),
        ("data protektion", (), "data-protection"),
        ("data protektion", ("roles", "staff"), None),
        ("quite another thing", (), None),
    ],
)
def test_which_is_the_nearest(register: Register, word: str, kinds: tuple[str, ...], id: str | None) -> None:
    assert register.lookup.nearest(word, kinds) == id


def test_what_else_a_word_means_is_said(register: Register) -> None:
    assert register.lookup.hint("Zoë Ödegård", ("roles",)) == "'Zoë Ödegård' is n-2 (Zoë Ödegård), a person (staff)"
    assert register.lookup.hint("xyz", ("roles",), "look again") == "look again"


@pytest.mark.parametrize(
    ("text", "kinds", "id"),
    [
        ("the owner of risk", (), "siro"),
        ("an owner, a rahman", (), "siro"),
        ("Rahman", ("staff",), "cio"),
        ("Rahman", (), None),
        ("confidentiality please", (), "confidentiality"),
        ("confidentiality please", ("roles",), None),
        ("risk", (), None),
        ("", (), None),
    ],
)
def test_which_one_a_longer_word_tells(register: Register, text: str, kinds: tuple[str, ...], id: str | None) -> None:
    assert register.lookup.by_telling_word(text, kinds) == id
