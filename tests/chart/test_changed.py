"""Boxes of two charts: which are new, gone or changed, and how they are marked."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.chart.changed import changes, marked
from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.chart.structure import structure
from igreg.chart.view import View
from igreg.wording.boxes import headed
from igreg.wording.worded import worded
from tests.analysis.registers import register

DAY = dt.date(2026, 11, 24)
ROLES = """\
- {id: top, title: Chief, level: board, holders: [{staff: ann, from: 2020-01-01}]}
- {id: siro, title: SIRO, areas: [risk], accountable_to: top, holders: [{staff: ben, from: 2020-01-01}]}
- {id: dpo, title: DPO, accountable_to: top, holders: [{staff: cat, from: 2020-01-01}]}
"""
STAFF = "".join(f"- {{id: {id}, name: {id.title()}}}\n" for id in ("ann", "ben", "cat", "dan"))
FLOWS = "- {id: F-1, title: Tell, from: dpo, to: [siro], trigger: incident, within: 1 hour}\n"


def chart(roles: str = ROLES, flows: str = FLOWS, *, told: bool = False) -> Graph:
    view = View(register(roles=roles, staff=STAFF, flows=flows), DAY)
    return communication(view) if told else structure(view)


def boxes(before: Graph, after: Graph, renamed: dict[str, str] | None = None) -> tuple[list[str], list[str]]:
    old, new = marked(before, after, renamed or {})
    return [headed(one) for one in old.nodes if one.change], [headed(one) for one in new.nodes if one.change]


@pytest.mark.parametrize(
    ("roles", "old", "new"),
    [
        pytest.param(ROLES, [], [], id="nothing"),
        pytest.param(ROLES.replace("staff: ben", "staff: dan"), ["CHANGED: SIRO"], ["CHANGED: SIRO"], id="the holder"),
        pytest.param(ROLES.replace("[risk]", "[risk, security]"), ["CHANGED: SIRO"], ["CHANGED: SIRO"], id="an area"),
        pytest.param(
            ROLES.replace("DPO, accountable_to: top", "DPO, accountable_to: siro"),
            ["CHANGED: DPO"],
            ["CHANGED: DPO"],
            id="to whom it answers, and not whom it leaves",
        ),
        pytest.param(
            ROLES.replace("id: dpo, title: DPO", "id: ciso, title: CISO"),
            ["GONE: DPO"],
            ["NEW: CISO"],
            id="one for another",
        ),
        pytest.param(ROLES.replace("from: 2020-01-01", "from: 2019-01-01"), [], [], id="what is not on the chart"),
    ],
)
def test_structure(roles: str, old: list[str], new: list[str]) -> None:
    assert boxes(chart(), chart(roles)) == (old, new)
    words = {"GONE": "NEW", "NEW": "GONE"}
    turned = [f"{words.get(word, word)}: {title}" for word, title in (one.split(": ") for one in (*new, *old))]
    assert [*boxes(chart(roles), chart())[0], *boxes(chart(roles), chart())[1]] == turned


def test_another_id_is_no_other_box() -> None:
    after = chart(ROLES.replace("id: siro", "id: sr"), FLOWS.replace("siro", "sr"))
    assert boxes(chart(), after, {"siro": "sr"}) == ([], [])
    assert boxes(chart(), after) == (["GONE: SIRO"], ["NEW: SIRO"])


def test_who_tells_is_changed_and_not_who_is_told() -> None:
    assert boxes(chart(told=True), chart(flows=FLOWS.replace("1 hour", "2 hours"), told=True)) == (
        ["CHANGED: DPO"],
        ["CHANGED: DPO"],
    )


def test_the_words_for_those_who_do_not_see_it() -> None:
    _, after = marked(chart(), chart(ROLES.replace("staff: ben", "staff: dan")), {})
    assert [one.told.split(". ")[0] for one in worded(after).nodes if one.change] == ["Changed"]
    assert changes(*marked(chart(), chart(ROLES.splitlines()[0] + "\n"), {})) == {"gone": 2}
