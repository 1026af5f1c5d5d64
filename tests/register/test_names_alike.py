"""People of one name: what tells them apart, and that nobody else is called anything but their name."""

from __future__ import annotations

import pytest

from igreg.model.kinds.staff import StaffMember
from igreg.register.names_alike import NamesAlike
from tests.analysis.registers import register

UNITS = "- {id: ash, name: Ash House}\n- {id: elm, name: Elm House}\n"
CASES = [
    pytest.param(
        ["job_title: Practice manager", "job_title: Lead nurse"],
        ["Jo Osei (Practice manager)", "Jo Osei (Lead nurse)"],
        id="job titles",
    ),
    pytest.param(
        ["job_title: Nurse, unit: ash", "job_title: nurse, unit: elm"],
        ["Jo Osei (Ash House)", "Jo Osei (Elm House)"],
        id="units, where they have one job",
    ),
    pytest.param(
        ["job_title: Nurse, unit: ash", "job_title: Nurse, unit: ash"], ["Jo Osei (p0)", "Jo Osei (p1)"], id="ids"
    ),
    pytest.param(["job_title: Nurse", "left: 2020-01-01"], ["Jo Osei (Nurse)", "Jo Osei (p1)"], id="one has a job"),
    pytest.param(
        ["job_title: Nurse, unit: ash", "job_title: Nurse, unit: gone", "job_title: Clerk, unit: elm"],
        ["Jo Osei (Ash House)", "Jo Osei (p1)", "Jo Osei (Clerk)"],
        id="three, one of them in a unit that is not in the register",
    ),
    pytest.param(
        ["job_title: Ash House, unit: elm", "unit: ash"],
        ["Jo Osei (Elm House)", "Jo Osei (p1)"],
        id="a job like a unit",
    ),
]


@pytest.mark.parametrize(("people", "called"), CASES)
def test_people_of_one_name(people: list[str], called: list[str]) -> None:
    staff = "\n".join(f"- {{id: p{number}, name: Jo Osei, {more}}}" for number, more in enumerate(people))
    made = register(staff=staff, units=UNITS)
    assert [made.title(f"p{number}") for number in range(len(people))] == called
    assert {made.plain_title(f"p{number}") for number in range(len(people))} == {"Jo Osei"}


def test_names_are_alike_whatever_their_case_and_blanks() -> None:
    made = register(
        staff="- {id: a, name: Jo  Osei}\n- {id: b, name: jo osei}\n- {id: c, name: Jo Osei-Reid}\n- {id: d}"
    )
    assert [made.title(id) for id in "abcd"] == ["Jo  Osei (a)", "jo osei (b)", "Jo Osei-Reid", "d"]


def test_an_id_that_two_people_have_tells_nobody_apart() -> None:
    made = register(staff="- {id: a, name: Jo Osei}\n- {id: a, name: Jo Osei}")
    assert made.title("a") == "Jo Osei"


def test_each_name_is_looked_into_once_however_often_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    looked, inside = list[list[str | None]](), NamesAlike._told_apart

    def told_apart(names: NamesAlike, several: list[StaffMember]) -> object:
        looked.append([one.id for one in several])
        return inside(names, several)

    monkeypatch.setattr(NamesAlike, "_told_apart", told_apart)
    made = register(
        staff="- {id: a, name: Jo Osei}\n- {id: b, name: Jo Osei}\n- {id: c, name: Al Ash}\n- {id: d, name: Di}"
    )
    assert [made.title(id) for id in "abcabc"] == ["Jo Osei (a)", "Jo Osei (b)", "Al Ash"] * 2
    assert looked == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("id", "name", "called"),
    [
        ("a", "Jo Osei", "Jo Osei (a)"),
        ("z", "Jo Osei", None),
        ("c", "Al Ash", None),
        ("z", "Nobody", None),
        ("a", None, None),
    ],
)
def test_only_whoever_shares_a_name_is_called_otherwise(id: str, name: str | None, called: str | None) -> None:
    """And nobody who is asked about by a name of others."""
    made = register(staff="- {id: a, name: Jo Osei}\n- {id: b, name: Jo Osei}\n- {id: c, name: Al Ash}")
    assert NamesAlike(made.of(StaffMember), {}).called(id, name) == called
