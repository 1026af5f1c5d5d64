"""What is there on a day, and what becomes of whatever names a post, group, unit or flow that is not."""

from __future__ import annotations

import pytest

from igreg.analysis.accountability import is_at_the_top, line_of_day, next_in_line
from igreg.analysis.audience import Audiences
from igreg.analysis.breach_path import must_be_told
from igreg.analysis.existence import is_there
from igreg.analysis.flows import incident_steps, quickest_ways
from igreg.analysis.participation import Participation
from igreg.analysis.quorum import Reach, reach
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from tests.analysis.registers import day, register

DAYS = [
    pytest.param("2026-03-31", False, id="the day before"),
    pytest.param("2026-04-01", True, id="the first day"),
    pytest.param("2026-09-30", True, id="the last day"),
    pytest.param("2026-10-01", False, id="the day after"),
]
SPAN = "start: 2026-04-01, end: 2026-09-30"
HELD = "holders: [{staff: ann, from: 2020-01-01}, {staff: bob, from: 2020-01-01, as: deputy}]"
MADE = register(
    organisation="name: Example\ntype: other\ntop: chief\nbreach_report_to: ico\n",
    roles=f"""
- {{id: chief, title: Chief, level: board, holders: [{{staff: cy, from: 2020-01-01}}]}}
- {{id: dpo, title: DPO, function: dpo, areas: [data-protection], accountable_to: board, {SPAN}, {HELD}}}
- {{id: low, title: Low, accountable_to: dpo}}
""",
    groups=f"- {{id: board, title: Board, chair: chief, {SPAN}}}\n- {{id: team, title: Team, members: [dpo]}}",
    units=f"- {{id: house, name: House, {SPAN}}}\n- {{id: room, name: Room, parent: house}}",
    flows=f"""
- {{id: up, title: Up, from: all-staff, to: [dpo], trigger: incident, within: 1 hour}}
- {{id: on, title: On, from: dpo, to: [ico, chief], trigger: incident, within: 1 hour}}
- {{id: past, title: Past, from: all-staff, to: [chief], trigger: incident, {SPAN}}}
""",
    bodies="- {id: ico, name: ICO}",
    staff="""
- {id: ann, name: Ann, unit: house}
- {id: bob, name: Bob, unit: room}
- {id: cy, name: Cy}
""",
)


@pytest.mark.parametrize("when", ["2026-03-31", "2026-04-01", "2026-10-01"])
def test_one_id_is_gone_where_it_is_among_all_that_are(when: str) -> None:
    there = Tenure(MADE, day(when)).there
    asked = [*MADE.by_id, "nobody", None]
    assert {id for id in asked if there.is_gone(id)} == set(there.gone)


def test_of_a_group_alone_no_other_record_is_looked_at() -> None:
    tenure = Tenure(MADE, day("2026-05-01"))
    assert [reach(tenure, group) for group in tenure.register.of(Group)] == [None, Reach(1, True)]
    assert "gone" not in tenure.there.__dict__


@pytest.mark.parametrize(("when", "there"), DAYS)
@pytest.mark.parametrize("id", ["dpo", "board", "house", "past"])
def test_posts_groups_units_and_flows_come_and_go(id: str, when: str, there: bool) -> None:
    assert is_there(MADE.by_id[id], day(when)) is there
    assert (id not in Tenure(MADE, day(when)).there.gone) is there


@pytest.mark.parametrize("id", ["chief", "up", "ann", "ico"])
def test_what_has_no_days_is_there_always(id: str) -> None:
    assert is_there(MADE.by_id[id], day("1990-01-01"))


def test_what_is_still_to_begin_has_not_ended() -> None:
    assert Tenure(MADE, day("2026-03-31")).there.ended == {}
    assert set(Tenure(MADE, day("2026-10-01")).there.ended) == {"dpo", "board", "house", "past"}


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_a_post_that_is_not_there_is_held_by_nobody(when: str, there: bool) -> None:
    tenure = Tenure(MADE, day(when))
    assert tenure.people("dpo", deputies=True) == (["ann", "bob"] if there else [])
    assert [role.id for role in tenure.roles_with.get("dpo", ())] == (["dpo"] if there else [])
    assert [role.id for role in tenure.leads["data-protection"]] == (["dpo"] if there else [])
    assert bool(tenure.held_by.get("ann")) is there


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_what_is_not_there_is_no_audience(when: str, there: bool) -> None:
    audiences = Audiences(Tenure(MADE, day(when)))
    assert audiences.of("house") == ({"ann", "bob"} if there else set())
    assert audiences.of("room") == {"bob"}
    assert audiences.of("board") == ({"cy"} if there else set())
    assert audiences.of("dpo") == ({"ann", "bob"} if there else set())
    assert "ann" in audiences.of("all-staff")


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_what_is_not_there_is_no_way(when: str, there: bool) -> None:
    reached = quickest_ways(incident_steps(MADE, day(when)))
    assert set(reached) == ({"all-staff", "dpo", "ico", "chief"} if there else {"all-staff"})
    assert must_be_told(Tenure(MADE, day(when))) == (("dpo", "ico") if there else ("ico",))


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_a_flow_from_or_to_what_is_not_there_tells_nobody(when: str, there: bool) -> None:
    part = Participation(Tenure(MADE, day(when)))
    assert (part.is_told("dpo"), part.tells("dpo"), part.is_told("chief")) == (there, there, there)
    chief, dpo = MADE.by_id["chief"], MADE.by_id["dpo"]
    assert part.parties_of(chief) == ({"chief", "cy", "board"} if there else {"chief", "cy"})  # type: ignore[arg-type]
    assert "team" in part.parties_of(dpo)  # type: ignore[arg-type]


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_a_line_ends_at_what_is_not_there_and_goes_on_for_what_is_owed(when: str, there: bool) -> None:
    tenure = Tenure(MADE, day(when))
    assert line_of_day(tenure, "low") == (["dpo", "board"] if there else ["dpo"])
    assert is_at_the_top(tenure, "board") is there
    assert next_in_line(tenure, "low") == ("dpo" if there else None)
    assert next_in_line(tenure, "dpo") == ("chief" if there else None)
