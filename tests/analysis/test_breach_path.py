"""Who must be told of a breach: the rule and the drill give one answer, whatever the register says."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.breach_path import Addressee, addressees, must_be_told
from igreg.analysis.flows import Way
from igreg.analysis.tenure import Tenure
from igreg.chart.drill import drill
from igreg.chart.view import View
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.register.register import Register
from tests.analysis.registers import register

DAY = dt.date(2026, 11, 24)
LEADS = "- {id: dpo, title: DPO, function: dpo}\n- {id: siro, title: SIRO, function: siro}"
BOTH = """
- {id: f, title: F, from: all-staff, to: [dpo], trigger: incident, within: 1 hour}
- {id: g, title: G, from: dpo, to: [siro], trigger: incident, within: 1 hour}
"""
ICO = "- {id: ico, name: ICO}"


def _organisation(to: str) -> str:
    return f"name: Example\ntype: other\nbreach_report_to: {to}\n"


CASES = [
    pytest.param({}, [], [], id="nobody is in the register"),
    pytest.param(
        {"roles": LEADS, "flows": BOTH}, ["dpo", "siro"], [], id="a regulator without a record is not asked for"
    ),
    pytest.param(
        {"roles": LEADS, "flows": BOTH, "bodies": ICO}, ["dpo", "siro", "ico"], ["ico"], id="a regulator with one is"
    ),
    pytest.param(
        {"organisation": _organisation("public"), "roles": LEADS, "flows": BOTH},
        ["dpo", "siro", "public"],
        ["public"],
        id="an audience has no record and is asked for",
    ),
    pytest.param(
        {"organisation": _organisation("dpo"), "roles": LEADS, "flows": BOTH},
        ["dpo", "siro"],
        [],
        id="breaches are reported to the DPO, who is told once",
    ),
    pytest.param(
        {
            "organisation": _organisation("board"),
            "roles": LEADS,
            "flows": BOTH,
            "groups": "- {id: board, title: Board}",
        },
        ["dpo", "siro", "board"],
        ["board"],
        id="a group",
    ),
    pytest.param(
        {"organisation": _organisation("all-staff"), "roles": LEADS, "flows": BOTH},
        ["dpo", "siro", "all-staff"],
        [],
        id="all staff know already",
    ),
    pytest.param(
        {"roles": f"{LEADS}\n- {{id: dpo-2, title: Second DPO, function: dpo}}", "flows": BOTH},
        ["dpo", "dpo-2", "siro"],
        [],
        id="of two DPOs one is enough for the rule, and the drill shows both",
    ),
]


@pytest.mark.parametrize(("files", "wanted", "unreached"), CASES)
def test_rule_and_drill_agree(files: dict[str, str], wanted: list[str], unreached: list[str]) -> None:
    made = register(**files)
    assert list(must_be_told(Tenure(made, DAY))) == wanted
    assert _found(made) == unreached
    view = View(made, DAY)
    told = {name: total for name, total, *_ in drill(view).tables[0].rows}
    assert list(told) == [view.title(id) for id in wanted]
    assert {id for id in wanted if told[view.title(id)] == "not reached"} - {"dpo-2"} == set(unreached)


def _found(made: Register) -> list[str | None]:
    now = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
    return [finding.subject for finding in check(made, now, Config(select=("IG708",))).findings]


@pytest.mark.parametrize(
    ("reached", "hours"),
    [
        pytest.param({}, None, id="none is reached"),
        pytest.param({"a": 3.0}, 3.0, id="one of two is"),
        pytest.param({"a": 3.0, "b": 2.5}, 2.5, id="the quicker of two counts"),
        pytest.param({"c": 1.0}, None, id="others do not count"),
    ],
)
def test_one_party_of_an_addressee_is_enough(reached: dict[str, float], hours: float | None) -> None:
    way = Addressee("dpo", ("a", "b")).quickest({id: Way((), time) for id, time in reached.items()})
    assert (way.hours if way is not None else None) == hours


def test_functions_come_first_each_with_all_its_roles() -> None:
    made = register(roles=f"{LEADS}\n- {{id: b, title: B, function: siro}}", bodies=ICO)
    assert [(one.subject, one.ids) for one in addressees(Tenure(made, DAY))] == [
        ("dpo", ("dpo",)),
        ("siro", ("siro", "b")),
        ("ico", ("ico",)),
    ]
