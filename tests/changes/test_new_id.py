"""The id of a new record: the pattern of the register, counted on; else letters of the kind, or words."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.changes.new_id import NewIds, id_for
from igreg.register.read import read
from igreg.register.sources import Sources

TODAY = dt.date(2026, 11, 24)

ROWS: list[tuple[str, str | None, list[str], str | None]] = [
    ("incidents", None, [], "INC-001"),
    ("assets", None, [], "AST-001"),
    ("training-plans", None, [], "TP-001"),
    ("incidents", None, ["INC-01", "INC-9"], "INC-10"),
    ("incidents", None, ["AST-001"], "AST-002"),
    ("incidents", None, ["INC-2026-01", "INC-2026-02", "INC-2025-40"], "INC-2026-03"),
    ("incidents", None, ["INC-2025-40"], "INC-2026-01"),
    ("incidents", None, ["INC-25-07"], "INC-26-01"),
    ("incidents", None, ["INC-1998-07"], "INC-1998-08"),
    ("incidents", None, ["R-8", "R-9", "OTHER-55"], "R-10"),
    ("incidents", None, ["lost-letter", "found-letter", "R-9"], None),
    ("incidents", "Lost letter", ["lost-letter"], "lost-letter-2"),
    ("roles", None, [], None),
    ("roles", "Senior partner", [], "senior-partner"),
    ("roles", "\u2014", [], None),
    ("staff", "Jane Osei", [], "j-osei"),
    ("staff", "Jane Osei", ["J-Osei", "j-osei-2"], "j-osei-3"),
    ("staff", "Jane Osei", ["p-1", "p-2"], "j-osei"),
    ("staff", None, ["p-1", "p-2"], None),
    ("roles", "Public", [], "public-2"),
]


@pytest.mark.parametrize(("kind", "name", "there", "id"), ROWS)
def test_the_id(kind: str, name: str | None, there: list[str], id: str | None) -> None:
    texts = {"register/organisation.yaml": "name: X\ntype: other\n"}
    texts[f"register/{kind}.yaml"] = "".join(f"- {{id: {one}}}\n" for one in there)
    assert id_for(read(Sources(texts, root="register")), kind, TODAY, name) == id


def test_an_id_of_another_kind_is_not_given_again() -> None:
    texts = {
        "register/organisation.yaml": "name: X\ntype: other\n",
        "register/risks.yaml": "- {id: inc-001}\n",
    }
    assert id_for(read(Sources(texts, root="register")), "incidents", TODAY) == "INC-002"


def test_a_long_name_leaves_room_for_a_number() -> None:
    texts = {
        "register/organisation.yaml": "name: X\ntype: other\n",
        "register/staff.yaml": f"- {{id: {'a-' + 'b' * 62}}}\n",
    }
    found = id_for(read(Sources(texts, root="register")), "staff", TODAY, "Al " + "b" * 80)
    assert found == "a-" + "b" * 60 + "-2"


def rows(*meetings: tuple[str, str]) -> str:
    return "".join(f"- {{id: {id}, group: g, date: {date}}}\n" for id, date in meetings)


@pytest.mark.parametrize(
    ("there", "days", "given"),
    [
        ("", ["2026-12-01"], ["MTG-001"]),
        (rows(("IGG-2026-11", "2026-11-03")), ["2026-12-01", "2027-01-05"], ["IGG-2026-12", "IGG-2027-01"]),
        (rows(("IGG-2026-11", "2026-11-03")), ["2026-11-24"], ["IGG-2026-11-24"]),
        (rows(("IGG-2026-11", "2026-11-03")), ["2026-12-01", "2026-12-15"], ["IGG-2026-12", "IGG-2026-12-15"]),
        (rows(("G-20261103", "2026-11-03")), ["2026-12-01"], ["G-20261201"]),
        (rows(("m26-11", "2026-11-03")), ["2026-12-01"], ["m26-12"]),
        (rows(("MTG-007", "2026-11-03")), ["2026-12-01", "2026-12-15"], ["MTG-008", "MTG-009"]),
        (rows(("first", "2026-11-03")), ["2026-12-01"], ["MTG-001"]),
        ("- {id: B-2026-11, group: board, date: 2026-11-03}\n", ["2026-12-01"], ["g-2026-12-01"]),
    ],
)
def test_ids_of_meetings_are_as_the_groups_others(there: str, days: list[str], given: list[str]) -> None:
    ids = NewIds(read(Sources({"meetings.yaml": there})), "meetings", TODAY)
    assert [ids.of(None, "g", dt.date.fromisoformat(day)) for day in days] == given


def test_an_id_of_a_meeting_that_another_has_is_not_given_again() -> None:
    there = {"meetings.yaml": "- {id: B-2026-11, group: board, date: 2026-11-03}\n"}
    there["staff.yaml"] = "- {id: g-2026-12-01, name: A}\n- {id: G-2026-12-01-2, name: B}"
    ids = NewIds(read(Sources(there)), "meetings", TODAY)
    assert ids.of(None, "g", dt.date(2026, 12, 1)) == "g-2026-12-01-3"


def test_a_meeting_whose_id_has_its_day_in_it_has_none_before_that_is_known() -> None:
    register = read(Sources({"meetings.yaml": rows(("IGG-2026-11", "2026-11-03"))}))
    assert id_for(register, "meetings", TODAY) is None
    assert id_for(read(Sources({})), "meetings", TODAY) == "MTG-001"
