"""How much is laid on one person."""

from __future__ import annotations

import pytest

from igreg.analysis.capacity import loads
from igreg.analysis.tenure import Appointment, Tenure
from igreg.model.kinds.roles import Role
from tests.analysis.registers import day, register

CASES = [
    pytest.param(
        "{staff: ann, hours_per_week: 4}", "{staff: ann, hours_per_week: 6}", 10.0, False, id="as many as there are"
    ),
    pytest.param(
        "{staff: ann, hours_per_week: 4}", "{staff: ann, hours_per_week: 6.5}", 10.5, True, id="half an hour more"
    ),
    pytest.param(
        "{staff: ann}", "{staff: ann, hours_per_week: 1}", 9.0, False, id="the role's hours where the holder has none"
    ),
    pytest.param(
        "{staff: ann, hours_per_week: 0}",
        "{staff: ann}",
        0.0,
        False,
        id="no hours are hours too; a role without counts none",
    ),
    pytest.param(
        "{staff: ann, as: deputy}", "{staff: ann, hours_per_week: 11}", 11.0, True, id="deputising takes no hours"
    ),
    pytest.param(
        "{staff: ann, until: 2026-11-21}", "{staff: ann, hours_per_week: 1}", 1.0, False, id="what has ended takes none"
    ),
    pytest.param(
        "{staff: ann, hours_per_week: 0.1}", "{staff: ann, hours_per_week: 0.2}", 0.3, False, id="tenths add up"
    ),
]


@pytest.mark.parametrize(("first", "second", "hours", "over"), CASES)
def test_hours(first: str, second: str, hours: float, over: bool) -> None:
    made = register(
        staff="- {id: ann, name: Ann, hours_per_week: 10}",
        roles=f"- {{id: a, title: A, hours_per_week: 8, holders: [{first}]}}\n- {{id: b, title: B, holders: [{second}]}}",
    )
    (load,) = loads(Tenure(made, day("2026-11-22")), ())
    assert (load.hours, load.is_over) == (hours, over)


def test_without_hours_of_their_own_nobody_has_too_many() -> None:
    made = register(
        staff="- {id: ann, name: Ann}",
        roles="- {id: a, title: A, hours_per_week: 99, holders: [{staff: ann}, {staff: bob}]}",
    )
    (load,) = loads(Tenure(made, day("2026-11-22")), ())  # bob is not in the register
    assert not load.is_over


def test_lead_functions() -> None:
    roles = "\n".join(
        f"- {{id: {id}, title: T, function: {function}, holders: [{{staff: ann{capacity}}}]}}"
        for id, function, capacity in [
            ("z", "dpo", ""),
            ("a", "siro", ""),
            ("b", "siro", ", as: deputy"),
            ("c", "iao", ""),
            ("d", "dpo", ", as: acting"),
        ]
    )
    made = register(staff="- {id: ann, name: Ann}", roles=roles)
    (load,) = loads(Tenure(made, day("2026-11-22")), ("dpo", "siro"))
    assert load.leads == ("dpo", "siro")


class Counting(Tenure):
    """A tenure that counts how often the holders of a role were looked for."""

    asked = 0

    def filling(self, role: Role) -> list[Appointment]:
        """As always."""
        type(self).asked += 1
        return super().filling(role)


def test_a_role_of_very_many_is_shared_out_once() -> None:
    ids = [f"s{number}" for number in range(50)]
    holders = ", ".join(f"{{staff: {id}, from: 2020-01-01}}" for id in ids)
    one = register(
        staff="".join(f"- {{id: {id}, name: {id}}}\n" for id in ids),
        roles=f"- {{id: r, title: R, hours_per_week: 100, holders: [{holders}]}}\n",
    )
    assert {load.hours for load in loads(Counting(one, day("2026-11-22")), ())} == {2.0}
    assert Counting.asked == 1


def test_two_appointments_of_one_person_share_the_hours_of_a_role_and_take_no_more() -> None:
    one = register(
        staff="- {id: ann, name: Ann, hours_per_week: 40}\n",
        roles="- {id: r, title: R, hours_per_week: 30, holders: [{staff: ann, from: 2020-01-01}, {staff: ann, from: 2021-01-01}]}\n",
    )
    tenure = Tenure(one, day("2026-11-22"))
    (role,) = one.of(Role)
    assert tenure.share_of_hours(role) == 15.0
    assert len(tenure.holders(role)) == 1
