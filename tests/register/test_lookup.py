"""Which record a word means, and which is the nearest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from igreg.register.lookup import Lookup
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


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        pytest.param("Rahman, Nadia", ("cio",), id="the last name first"),
        pytest.param("Dr Nadia Rahman", ("cio",), id="addressed"),
        pytest.param("mrs. rahman, nadia", ("cio",), id="both"),
        pytest.param("Professor Nadia Rahman", ("cio",), id="addressed in a long word"),
        pytest.param("Nadia Rahman (risk)", ("cio",), id="with what she does"),
        pytest.param("Dr Nadia Rahman (risk)", ("cio",), id="and addressed"),
        pytest.param("cio (Nadia)", (), id="an id with something behind it is none"),
        pytest.param("Nadia, Rahman, Dr", (), id="more than one comma"),
        pytest.param("Drnadia Rahman", (), id="no address"),
        pytest.param("Sidney O'Hara", ("o",), id="an apostrophe of the keyboard"),
        pytest.param("Sidney O\u2019Hara", ("o",), id="and of a word processor"),
    ],
)
def test_a_person_as_a_letter_or_a_list_has_them(register: Register, word: str, ids: tuple[str, ...]) -> None:
    texts = dict(register.sources.texts)
    texts["register/staff.yaml"] += "- {id: o, name: Sidney O\u2019Hara}\n"
    assert read(Sources(texts)).lookup.matches(word, ("staff",)) == ids


@pytest.mark.parametrize(
    ("word", "kinds", "ids"),
    [
        pytest.param("nadia", ("staff",), ("cio",), id="a first name"),
        pytest.param("RAHMAN", ("staff",), ("cio",), id="a last name"),
        pytest.param("Nadia", (), ("Siro-2", "cio"), id="of several kinds"),
        pytest.param("NR", ("staff",), ("cio",), id="initials"),
        pytest.param("nr", ("staff",), (), id="which are capitals"),
        pytest.param("N", ("staff",), (), id="and more than one"),
        pytest.param("ISL", ("roles",), ("ciso",), id="three"),
        pytest.param("NADI", ("staff",), (), id="no part"),
        pytest.param("Nadia Rahman", ("staff",), (), id="not the whole name"),
        pytest.param("", (), (), id="nothing"),
    ],
)
def test_whom_a_part_of_a_name_may_mean(
    register: Register, word: str, kinds: tuple[str, ...], ids: tuple[str, ...]
) -> None:
    assert register.lookup.by_part(word, kinds) == ids


def test_names_are_looked_through_once_however_many_parts_are_asked_for() -> None:
    class Counted(dict[str, list[str]]):
        """Names that count how often all of them are gone through."""

        gone_through = 0

        def __iter__(self) -> Iterator[str]:
            """The names."""
            Counted.gone_through += 1
            return super().__iter__()

    lookup = Lookup(read(Sources({})))
    names = Counted({f"ann{number} lee": [f"s{number}"] for number in range(50)})
    lookup.__dict__["_by_name"] = lambda kinds: names
    assert lookup.by_part("lee", ("staff",)) == tuple(f"s{number}" for number in range(50))
    assert lookup.by_part("AL", ("staff",)) == tuple(f"s{number}" for number in range(50))
    found = [lookup.by_part(f"ann{number}", ("staff",)) for number in range(60)]
    assert found == [(f"s{number}",) if number < 50 else () for number in range(60)]
    assert Counted.gone_through == 1


def test_what_a_record_and_an_area_are_called(register: Register) -> None:
    lookup = register.lookup
    assert [lookup.title(id) for id in ("cio", "R", "ACT", "data-protection", "zed")] == [
        "Nadia Rahman",
        "Fire",
        "Fire",
        "data protection",
        "zed",
    ]
    assert (lookup.called("cio"), lookup.called("zed")) == ("cio (Nadia Rahman)", "zed")


@pytest.mark.parametrize(
    ("word", "kinds", "said"),
    [
        ("siro", ("staff",), "look again"),
        ("Risk Owner", ("staff",), "'Risk Owner' is siro (Risk Owner), a role"),
        ("nadia rahman", ("risks",), "look again"),
        ("sirro", ("roles",), "did you mean 'siro'?"),
        ("Risk Owner", (), "did you mean 'siro'?"),
    ],
)
def test_what_to_do_about_a_word(register: Register, word: str, kinds: tuple[str, ...], said: str) -> None:
    assert register.lookup.hint(word, kinds, "look again") == said


def test_people_by_their_addresses() -> None:
    texts = """- {id: a, name: Ann, email: Ann.Pike@example.nhs.uk}
- {id: b, name: Ben, email: desk@example.nhs.uk}
- {id: c, name: Cy, email: DESK@example.nhs.uk}
- {id: d, name: Di}
- {name: Ed, email: ed@example.nhs.uk}
"""
    made = read(Sources({"register/staff.yaml": texts}))
    assert made.lookup.by_email == {"ann.pike@example.nhs.uk": ["a"], "desk@example.nhs.uk": ["b", "c"]}


@pytest.mark.parametrize(
    ("word", "kinds", "ids"),
    [
        ("ig-lead", (), ("ig-lead",)),
        ("IG_Lead", ("roles",), ("IG_Lead",)),
        ("IG lead", (), ("ig-lead", "IG_Lead", "IG-LEAD")),
        ("IG lead", ("roles",), ("ig-lead", "IG_Lead")),
        ("ig-lead", ("staff",), ("IG-LEAD",)),
        ("risk", ("areas",), ("risk",)),
        ("RISK", ("areas",), ("risk", "Risk")),
    ],
)
def test_of_ids_that_are_compared_alike_the_one_that_is_written_so_is_meant(
    word: str, kinds: tuple[str, ...], ids: tuple[str, ...]
) -> None:
    texts = {
        "organisation": "name: X\ntype: other\nareas: [{id: Risk, title: Hazards}]\n",
        "roles": "- {id: ig-lead, title: A}\n- {id: IG_Lead, title: B}\n",
        "staff": "- {id: IG-LEAD, name: C}\n",
    }
    made = read(Sources({f"register/{kind}.yaml": text for kind, text in texts.items()}))
    assert made.lookup.matches(word, kinds) == ids


@pytest.mark.parametrize(
    ("word", "kinds", "id"),
    [
        ("record-leads", (), "records-lead"),
        ("record-leads", ("roles",), "records-lead"),
        ("record-leads", ("staff",), "zo"),
        ("record-leads", ("risks",), None),
        ("rik", ("areas",), "risk"),
        ("rik", ("roles",), None),
        ("risks", ("areas",), "risk"),
        ("risks", ("roles", "areas"), "risk"),
    ],
)
def test_an_id_that_is_near_goes_before_a_name_that_is_nearer(
    word: str, kinds: tuple[str, ...], id: str | None
) -> None:
    texts = {"roles": "- {id: records-lead, title: Archivist}\n", "staff": "- {id: zo, name: Record Leads}\n"}
    texts["organisation"] = "name: X\ntype: other\nareas: [{id: archive, title: Risks}]\n"
    made = read(Sources({f"register/{kind}.yaml": text for kind, text in texts.items()}))
    assert made.lookup.nearest(word, kinds) == id
