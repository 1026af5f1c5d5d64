"""How many seats are filled."""

from __future__ import annotations

import pytest

from igreg.analysis.seats import filled, seats
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from tests.analysis.registers import day, register

PEOPLE = ["ann", "ben", "cat", "dan"]
STAFF = "\n".join(f"- {{id: {id}, name: {id}}}" for id in PEOPLE) + "\n- {id: eve, name: eve, employer: x}"
ROLES = """
- {id: one, title: One, holders: [{staff: ann}]}
- {id: two, title: Two, holders: [{staff: ann}, {staff: ben}]}
- {id: three, title: Three, holders: [{staff: ben}, {staff: cat, as: deputy}]}
- {id: vacant, title: Vacant}
"""
CASES = [
    pytest.param("members: [one, two, three]", "ann ben cat", 3, id="each finds a seat, whoever asks first"),
    pytest.param("members: [three, two, one]", "ann ben cat", 3, id="in any order of the seats"),
    pytest.param("members: [one, two]", "ann", 1, id="two seats of one person"),
    pytest.param("members: [three]", "ben cat", 1, id="holder and deputy of one seat"),
    pytest.param("members: [two, three]", "two ben", 2, id="a role of several stands for one of them"),
    pytest.param("members: [two]", "two ben", 1, id="and they have one seat"),
    pytest.param("members: [vacant, ann]", "ann", 1, id="nobody fills a vacant role"),
    pytest.param("members: [ann, one]", "ann", 1, id="a person by name and by role"),
    pytest.param("members: [x, ann]", "eve ann", 2, id="somebody sent by a body"),
    pytest.param("members: [x, eve]", "eve", 1, id="who fills one seat"),
    pytest.param("members: [x, eve]", "eve x", 2, id="a body that is listed too"),
    pytest.param("members: [one], attendees: [ann]", "ann", 0, id="who attends never counts"),
    pytest.param("members: [one], attendees: [two]", "ann", 1, id="who has a seat besides does"),
    pytest.param("chair: one", "ann ben dan", 3, id="no members"),
    pytest.param("chair: one, attendees: [three, two]", "ann ben cat dan", 2, id="no members: but who attends"),
    pytest.param("attendees: [x]", "eve ann", 1, id="no members: whom a body sent that attends"),
    pytest.param("title: G", "eve x", 1, id="no members: a body and whom it sent are one"),
    pytest.param("members: [unheard-of]", "unheard-of", 1, id="an id that is unknown"),
]


@pytest.mark.parametrize(("group", "present", "count"), CASES)
def test_filled(group: str, present: str, count: int) -> None:
    made = register(staff=STAFF, roles=ROLES, bodies="- {id: x, name: X}", groups=f"- {{id: g, {group}}}")
    (one,) = made.of(Group)
    assert filled(Tenure(made, day("2026-11-22")), one, present.split()) == count


@pytest.mark.no_cover
def test_many_seats() -> None:
    """A chain in which the last to come moves everybody on by one."""
    number = 1500
    staff = "\n".join(f"- {{id: p{n}, name: P}}" for n in range(number + 1))
    roles = "\n".join(
        f"- {{id: r{n}, title: R, holders: [{{staff: p{n}}}, {{staff: p{n + 1}, as: deputy}}]}}" for n in range(number)
    )
    members = ", ".join(f"r{n}" for n in range(number))
    made = register(staff=staff, roles=roles, groups=f"- {{id: g, title: G, members: [{members}]}}")
    (group,) = made.of(Group)
    tenure = Tenure(made, day("2026-11-22"))
    assert filled(tenure, group, [f"p{n}" for n in range(1, number + 1)]) == number
    assert filled(tenure, group, [f"p{n}" for n in range(number)]) == number


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        pytest.param("chair: one, co_chairs: [two, one], members: [three, two]", "one two three", id="chairs, members"),
        pytest.param("secretary: one, deputy_chair: two, members: [three]", "three", id="no others"),
        pytest.param("chair: one, co_chairs: [two]", "", id="no members are listed"),
        pytest.param("members: [one, two], attendees: [two]", "one", id="in attendance"),
    ],
)
def test_seats(group: str, wanted: str) -> None:
    (one,) = register(roles=ROLES, groups=f"- {{id: g, {group}}}").of(Group)
    assert " ".join(seats(one)) == wanted
