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


def given(kind: str, there: list[str], count: int = 1, name: str | None = None) -> list[str | None]:
    """The ids that so many new records of a kind get, one after the other."""
    texts = {f"{kind}.yaml": "".join(f"- {{id: {one}}}\n" for one in there)}
    ids = NewIds(read(Sources(texts, root="")), kind, TODAY)
    return [ids.of(name) for _ in range(count)]


@pytest.mark.parametrize(
    ("there", "ids"),
    [
        pytest.param([], ["INC-001", "INC-002", "INC-003"], id="from the first"),
        pytest.param(["INC-7"], ["INC-8", "INC-9", "INC-10"], id="counted on over a digit"),
        pytest.param(["inc-8", "INC-7"], ["inc-9", "inc-10", "inc-11"], id="of two heads of one id each the first"),
        pytest.param(["INC-2016-07"], ["INC-2026-01", "INC-2026-02", "INC-2026-03"], id="ten years ago is a year"),
        pytest.param(["INC-2015-07"], ["INC-2015-08", "INC-2015-09", "INC-2015-10"], id="eleven is a number"),
        pytest.param(["INC-2027-07"], ["INC-2026-01", "INC-2026-02", "INC-2026-03"], id="next year is one"),
        pytest.param(["INC-2028-07"], ["INC-2028-08", "INC-2028-09", "INC-2028-10"], id="the one after is not"),
        pytest.param(["A2026-07"], ["A2026-08", "A2026-09", "A2026-10"], id="nor what has letters beside it"),
        pytest.param(["2026-2025-1"], ["2026-2025-2", "2026-2025-3", "2026-2025-4"], id="the first that is a year"),
        pytest.param(["a", "INC-1"], ["INC-2", "INC-3", "INC-4"], id="half have a number"),
        pytest.param(["a", "b", "INC-1"], [None, None, None], id="fewer have"),
        pytest.param(["INC-1", "INC-0002"], ["INC-0003", "INC-0004", "INC-0005"], id="as wide as the widest"),
        pytest.param(["INC-1234567890"], ["INC-1234567891", "INC-1234567892", "INC-1234567893"], id="very long"),
    ],
)
def test_ids_one_after_the_other(there: list[str], ids: list[str | None]) -> None:
    assert given("incidents", there, 3) == ids


@pytest.mark.parametrize(
    ("name", "there", "ids"),
    [
        ("Senior partner", [], ["senior-partner", "senior-partner-2", "senior-partner-3"]),
        ("Senior partner", ["SENIOR-PARTNER", "senior-partner-3", "chair"], ["senior-partner-2", "senior-partner-4"]),
        ("x" * 70, [], ["x" * 40, "x" * 40 + "-2"]),
    ],
)
def test_ids_of_one_name(name: str, there: list[str], ids: list[str]) -> None:
    assert given("roles", there, len(ids), name) == ids


def test_what_is_taken_is_counted_on_from() -> None:
    ids = NewIds(read(Sources({}, root="")), "incidents", TODAY)
    assert ids.of(None) == "INC-001"
    ids.take("INC-007")
    ids.take("INC-003")
    ids.take("other-9")
    assert [ids.of(None), ids.is_free("INC-009"), ids.is_free("inc-007"), ids.is_free("OTHER-9")] == [
        "INC-008",
        True,
        False,
        False,
    ]


def test_nameless_people_are_counted() -> None:
    ids = NewIds(read(Sources({"staff.yaml": "- {id: person-4}\n"}, root="")), "staff", TODAY)
    assert [ids.person("person-1"), ids.person("person-1"), ids.person("a-b"), ids.person("a-b")] == [
        "person-5",
        "person-6",
        "a-b",
        "a-b-2",
    ]


@pytest.mark.parametrize(
    ("id", "date", "next_"),
    [
        ("G-2026-11-03", "2026-11-03", "G-2026-12-01"),
        ("G-261103-x", "2026-11-03", "G-261201-x"),
        ("G-26-11-03", "2026-11-03", "G-26-12-01"),
        ("G-202611", "2026-11-03", "G-202612"),
        ("G-2611", "2026-11-03", "G-2612"),
        ("2026-11-03-2026-11-03", "2026-11-03", "2026-11-03-2026-12-01"),
        ("G-2026-10", "2026-11-03", "G-2026-11"),
        ("g" * 56 + "2026-11", "2026-11-03", "g" * 56 + "2026-12"),
    ],
)
def test_the_day_in_the_id_of_a_meeting(id: str, date: str, next_: str) -> None:
    ids = NewIds(read(Sources({"meetings.yaml": rows((id, date))})), "meetings", TODAY)
    assert ids.of(None, "g", dt.date(2026, 12, 1)) == next_


def test_what_most_of_the_groups_meetings_have() -> None:
    there = rows(("A-2026-09", "2026-09-01"), ("B-2026-10", "2026-10-01"), ("B-2026-11", "2026-11-01"))
    ids = NewIds(read(Sources({"meetings.yaml": there})), "meetings", TODAY)
    assert ids.of(None, "g", dt.date(2026, 12, 1)) == "B-2026-12"
    assert ids.of(None, "g" * 64, dt.date(2026, 12, 1)) == "g" * 53 + "-2026-12-01"
