"""Who is taken out of texts, in which form a name stands there, and what only looks like one."""

from __future__ import annotations

import pytest

from igreg.analysis.people_in_texts import People
from igreg.register.read import read
from igreg.register.sources import Sources

STAFF = """
- {id: j-osei, name: Dr Jane Osei, email: jane.osei@example.org}
- {id: j-osei-2, name: Jane Osei-Bonsu}
- {id: ann, name: Ann}
- {id: z-adams, name: Zoë O'Neill}
- {name: Nobody Known}
"""
MONTHS = People(read(Sources({"register/staff.yaml": "- {id: j, name: June Patel}\n- {id: m, name: Al May}\n"})))
UNITS = "- {id: bonsu, name: Bonsu House}\n- {id: room, name: The room of Jane Osei}\n"
PEOPLE = People(read(Sources({"register/staff.yaml": STAFF, "register/units.yaml": UNITS})))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jane Osei", "person-2"),
        ("dr jane  osei", "person-2"),
        ("DR. JANE OSEI", "person-2"),
        ("Osei, Jane", "person-2"),
        ("Jane\nOsei did", "person-2 did"),
        ("docs/jane_osei_v2.pdf", "docs/person-2_v2.pdf"),
        ("docs/JaneOsei.pdf", "docs/person-2.pdf"),
        ("Jane%20Osei", "person-2"),
        ("<mailto:Jane.Osei@example.org>", "<mailto:person-2>"),
        ("j-osei/ig/2026-01-01", "person-2/ig/2026-01-01"),
        ("J-OSEI", "person-2"),
        ("j-osei-2", "person-3"),
        ("Jane Osei-Bonsu and Jane Osei", "person-3 and person-2"),
        ("post-j-osei", "post-person-2"),
        ("Zoe\u0308 O\u2019Neill", "person-4"),
        ("Ann, Anna, annual, can", "person-1, Anna, annual, can"),
        ("Nobody Known", "person-5"),
        ("Jane. The Osei", "somebody. The somebody"),
        ("Jane; ---- Osei", "somebody; ---- somebody"),
        ("Dr Osei, or jane, or osei.pdf", "Dr somebody, or jane, or osei.pdf"),
        ("Bonsu's room, BONSU, BONSU-1, Bonsu-led", "person-3's room, person-3, BONSU-1, person-3-led"),
        ("ask O'Neill or Zoë; zoë o'neill", "ask person-4 or person-4; person-4"),
        ("bonsu of Bonsu House, at Bonsu", "bonsu of Bonsu House, at person-3"),
        ("the room of Jane Osei", "the room of person-2"),
        ("", ""),
        ("-- . ", "-- . "),
    ],
)
def test_a_text(text: str, wanted: str) -> None:
    assert PEOPLE.text(text) == wanted


def test_numbers_follow_the_ids_and_replace_each_other_once() -> None:
    people = People(
        read(Sources({"register/staff.yaml": "- {id: person-2, name: A B}\n- {id: person-1, name: C D}\n"}))
    )
    assert people.text("person-1 person-2 A B") == "person-1 person-2 person-2"


def test_whom_a_reference_names_that_is_not_in_staff() -> None:
    files = {
        "register/staff.yaml": STAFF,
        "register/groups.yaml": "- {id: g, title: G, members: [x-gone, whole], chair: no-role}\n",
        "register/training-records.yaml": "- {staff: a-gone, course: c, completed: 2026-01-01}\n",
    }
    people = People(read(Sources(files)))
    assert [people.id(one) for one in ("a-gone", "whole", "x-gone", "no-role", "g")] == [
        *("person-5", "person-6", "person-7", "no-role", "g")
    ]
    assert people.text("x-gone is on the whole gone") == "person-7 is on the whole gone"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("held since 1 June 2026", "held since 1 June 2026"),
        ("in June 2026", "in June 2026"),
        ("on 1 May", "on 1 May"),
        ("June said so", "person-1 said so"),
        ("the list of Mr May", "the list of Mr person-2"),
        ("June Patel, 1 June", "person-1, 1 June"),
    ],
)
def test_the_month_of_a_day_is_nobody(text: str, wanted: str) -> None:
    assert MONTHS.text(text) == wanted
