"""The structure chart: every role and group once, who holds what, the marks, the lines, and the parts asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.chart.about import Address
from igreg.chart.graph import Node
from igreg.chart.lines import LineEnds
from igreg.chart.structure import https, structure
from igreg.errors import IgregError
from igreg.wording.boxes import held, led, said
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view


def lines(node: Node) -> list[str]:
    return [said(line) for line in node.lines]


def test_every_role_and_group_is_one_node_and_the_top_comes_first() -> None:
    graph = structure(view())
    assert [node.id for node in graph.nodes] == ["owner", "ig-lead", "champion", "caldicott", "dpo", "ig-group"]


def test_holders_deputies_acting_absent_and_vacant_are_told_in_words() -> None:
    said = {node.id: lines(node) for node in structure(view()).nodes}
    assert said["ig-lead"] == ["Jo Osei", "Deputy: Max Lewis"]
    assert said["caldicott"] == ["Ana Reid", "Absent until 1 December 2026, covered by Max Lewis"]
    assert said["dpo"] == ["Acting until 31 December 2026: Max Lewis"]
    assert said["champion"] == ["Vacant since 1 November 2026", "East wing"]


AWAY = "absences: [{from: 2026-11-20, until: 2026-12-01}]"


@pytest.mark.parametrize(
    ("staff", "holders", "said"),
    [
        pytest.param(
            f"- {{id: a, name: Ann, {AWAY}}}\n- {{id: b, name: Bo}}\n",
            "{staff: a, from: 2026-01-01}, {staff: b, from: 2026-01-01, as: deputy}",
            ["Ann", "Absent until 1 December 2026, no cover named", "Deputy: Bo"],
            id="the only holder is not named twice",
        ),
        pytest.param(
            f"- {{id: a, name: Ann, {AWAY}}}\n- {{id: b, name: Bo}}\n",
            "{staff: b, from: 2026-01-01}, {staff: a, from: 2026-01-01, as: deputy}",
            ["Bo", "Deputy: Ann", "Ann absent until 1 December 2026, no cover named"],
            id="a deputy is named, for the holder is there",
        ),
        pytest.param(
            f"- {{id: a, name: Ann, {AWAY}}}\n- {{id: b, name: Bo}}\n",
            "{staff: a, from: 2026-01-01}, {staff: b, from: 2026-01-01}",
            ["Ann", "Ann absent until 1 December 2026, no cover named", "Bo"],
            id="one of two holders is named",
        ),
        pytest.param(
            f"- {{id: a, name: Ann, {AWAY[:-2]}, cover: b}}]}}\n- {{id: b, name: Bo, left: 2026-11-21}}\n",
            "{staff: a, from: 2026-01-01}",
            ["Ann", "Absent until 1 December 2026, no cover: Bo is not employed"],
            id="a cover who has left covers nobody",
        ),
        pytest.param(
            "- {id: a, name: Ann, started: 2026-11-25}\n- {id: b, name: Bo, left: 2026-11-23}\n",
            "{staff: a, from: 2026-01-01}, {staff: b, from: 2026-01-01, as: deputy}",
            [
                "Ann",
                "Begins on 25 November 2026, and is named already",
                "Deputy: Bo",
                "Bo left on 23 November 2026, and is still named",
            ],
            id="one is still to begin, one has left",
        ),
        pytest.param(
            "- {id: a, name: Ann, started: 2026-11-24}\n- {id: b, name: Bo, left: 2026-11-24}\n",
            "{staff: a, from: 2026-01-01}, {staff: b, from: 2026-01-01, as: deputy}",
            ["Ann", "Deputy: Bo"],
            id="the first and the last day count",
        ),
        pytest.param(
            f"- {{id: a, name: Ann, {AWAY[:-2]}, cover: b}}]}}\n- {{id: b, name: Bo, {AWAY}}}\n",
            "{staff: a, from: 2026-01-01}",
            ["Ann", "Absent until 1 December 2026, no cover: Bo is away too"],
            id="nor does one who is away too",
        ),
    ],
)
def test_who_of_several_is_absent(staff: str, holders: str, said: list[str]) -> None:
    roles = f"- {{id: owner, title: Owner, holders: [{holders}]}}\n"
    graph = structure(view({"organisation.yaml": HOME["organisation.yaml"], "staff.yaml": staff, "roles.yaml": roles}))
    assert lines(graph.node("owner")) == said


def test_without_names_nothing_is_told_of_absences() -> None:
    drawn = worded(structure(view(names=False)))
    assert not [line for node in drawn.nodes for line in node.lines if line.kind == "absent"]
    assert "bsent" not in " ".join(node.told for node in drawn.nodes)


def test_without_names_the_day_of_a_chart_is_not_that_of_an_absence() -> None:
    files = {"staff.yaml": f"- {{id: a, name: Ann, {AWAY}}}\n"}
    with_names, without = (view(files, dated=False, names=names).subtitle for names in (True, False))
    assert with_names.endswith("as on 24 November 2026, unchanged since 20 November 2026")
    assert "20 November" not in without


@pytest.mark.parametrize(
    ("day", "mark"),
    [
        pytest.param("2026-10-31", "Pat Hughes (2 roles)", id="the last day still counts"),
        pytest.param("2026-11-01", "Vacant since 1 November 2026", id="vacant from the day after"),
        pytest.param("2019-12-31", "Vacant; filled from 1 January 2020", id="before anybody held it"),
    ],
)
def test_as_of_draws_from_dated_appointments(day: str, mark: str) -> None:
    node = structure(view(day=dt.date.fromisoformat(day))).node("champion")
    assert node is not None
    assert lines(node)[0] == mark


def test_lines_of_each_kind() -> None:
    edges = {(edge.start, edge.end, edge.kind) for edge in structure(view()).edges}
    assert ("owner", "ig-lead", "accountable") in edges
    assert ("dpo", "owner", "reports") in edges
    assert ("caldicott", "owner", "advises") in edges
    assert ("champion", "ig-lead", "supports") in edges


def test_chair_and_members_stand_in_the_node_of_the_group() -> None:
    group = structure(view()).node("ig-group")
    assert group is not None
    assert lines(group) == [
        "Chair: Owner",
        "Secretary: Data Security and Protection Lead",
        "Members: Data Protection Officer; Local champion; Jo Osei",
    ]


def test_an_area_without_a_lead_is_a_gap() -> None:
    rows = {row.area: row for row in structure(view()).areas}
    assert rows["Risk"].gap
    assert (led(rows["Risk"]), held(rows["Risk"])) == ("No role is named as lead", "Nobody")
    assert not rows["Information governance"].gap
    assert held(rows["Information governance"]) == "Jo Osei; Deputy: Max Lewis"


def test_without_names_no_name_and_no_staff_id_is_left() -> None:
    told = repr(worded(structure(view(names=False))))
    for secret in ("Hughes", "Osei", "Lewis", "Reid", "p-hughes", "j-osei", "m-lewis", "a-reid"):
        assert secret not in told
    assert "1 member of staff" in told
    assert "Acting until 31 December 2026" in told


def test_risks_mark_a_lead_for_whom_nobody_stands_in() -> None:
    said = {node.id: lines(node) for node in structure(view(risks=True)).nodes}
    assert "Single point of failure: nobody stands in" in said["dpo"]
    assert "Single point of failure: nobody stands in" not in said["ig-lead"]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        pytest.param({"unit": "home"}, ["owner", "ig-lead", "champion"], id="a unit, those below it, its line up"),
        pytest.param({"unit": "east"}, ["owner", "ig-lead", "champion"], id="a unit below, with its line up"),
        pytest.param({"unit": "west"}, [], id="a unit without roles"),
        pytest.param({"area": "caldicott"}, ["owner", "caldicott"], id="an area and its line up"),
        pytest.param({"area": "data-protection"}, ["owner", "dpo", "ig-group"], id="the groups its lead sits in"),
        pytest.param({"depth": 0}, ["owner"], id="the top alone"),
        pytest.param({"depth": 1}, ["owner", "ig-lead", "caldicott", "dpo", "ig-group"], id="one step below the top"),
    ],
)
def test_parts(options: dict[str, object], left: list[str]) -> None:
    assert [node.id for node in structure(view(**options)).nodes] == left  # type: ignore[arg-type]


def test_an_unknown_unit_or_area_is_a_clear_word() -> None:
    with pytest.raises(IgregError, match="there is no unit 'eats'") as unit:
        structure(view(unit="eats"))
    assert unit.value.hint == "did you mean 'east'?"
    with pytest.raises(IgregError, match="there is no area 'caldicot'"):
        structure(view(area="caldicot"))


def test_loops_and_lines_to_nowhere_are_drawn_all_the_same() -> None:
    roles = """
- {id: a, title: A, accountable_to: b}
- {id: b, title: B, accountable_to: a}
- {id: c, title: C, accountable_to: nobody-here}
- {id: d, title: D, accountable_to: d}
"""
    graph = structure(
        view(HOME | {"roles.yaml": roles, "groups.yaml": "", "organisation.yaml": "name: X\ntype: other\n"})
    )
    assert {node.id for node in graph.nodes} == {"a", "b", "c", "d"}
    assert LineEnds("nobody-here", "not known") in {node.id: node for node in graph.nodes}["c"].lines


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://trust.example/contact", Address("https://trust.example/contact")),
        ("javascript:alert(1)", None),
        ("http://trust.example", None),
        ('https://trust.example/"onclick="x', None),
        ("the front desk", None),
        (None, None),
    ],
)
def test_only_https_addresses_are_links(text: str | None, link: Address | None) -> None:
    assert https(text) == link


def test_the_day_is_named_only_when_asked_for() -> None:
    """Else it names the day it was drawn for and the one since which nothing has changed."""
    assert view().subtitle == "Willow Court Care, as of 24 November 2026"
    assert view(dated=False).subtitle == ("Willow Court Care, as on 24 November 2026, unchanged since 20 November 2026")
    assert view(dated=False, day=dt.date(2026, 11, 30)).subtitle.endswith("since 20 November 2026")
    assert view(dated=False, day=dt.date(2026, 12, 2)).subtitle.endswith("since 2 December 2026")


def test_roles_with_a_faulty_or_a_second_id_are_drawn_too() -> None:
    roles = "- {id: a, title: A}\n- {id: bad id!, title: B, accountable_to: a}\n- {id: a, title: C}\n- {title: D}\n"
    graph = structure(view(HOME | {"roles.yaml": roles, "groups.yaml": ""}))
    assert sorted(node.title for node in graph.nodes) == ["A", "B", "C", "D"]
    assert [(edge.start, edge.end) for edge in graph.edges] == [("a", "_2")]


def test_a_chart_of_a_unit_names_only_the_leads_that_it_draws() -> None:
    rows = structure(view(unit="home")).areas
    assert [(row.area, row.role) for row in rows] == [
        ("Information governance", "Data Security and Protection Lead"),
        ("Confidentiality", "Data Security and Protection Lead"),
    ]


def test_of_very_many_other_roles_of_one_person_some_are_named() -> None:
    held = "holders: [{staff: ann, from: 2020-01-01}]"

    def told(count: int) -> str:
        roles = "".join(f"- {{id: r{number}, title: R{number}, {held}}}\n" for number in range(count))
        one = view({"organisation.yaml": "name: X\n", "roles.yaml": roles, "staff.yaml": "- {id: ann, name: Ann}\n"})
        return worded(structure(one)).nodes[1].told

    named = ", ".join(f"R{number}" for number in (0, *range(2, 21)))
    assert told(22).endswith(f"Ann also holds {named} and R21.")
    assert told(23).endswith(f"Ann also holds {named} and 2 more.")
    assert told(500).endswith(f"Ann also holds {named} and 479 more.")


def test_to_others_nothing_is_told_of_the_days_on_which_people_come_and_go() -> None:
    files = HOME | {
        "staff.yaml": "- {id: a, name: Ann, started: 2026-11-25}\n- {id: b, name: Bo, left: 2026-11-23}\n",
        "roles.yaml": "- {id: r, title: R, holders: [{staff: a, from: 2026-01-01}, {staff: b, from: 2026-01-01}]}\n",
    }
    [node] = [node for node in structure(view(files, names=False)).nodes if node.id == "r"]
    assert lines(node) == ["In post", "In post"]
