"""Where a report of a breach begins, and who has no way on."""

from __future__ import annotations

import pytest

from igreg.analysis.audience import Audiences
from igreg.analysis.breach_start import beginnings, dead_ends, hours_to, parties_of
from igreg.analysis.flows import incident_steps
from igreg.analysis.tenure import Tenure
from igreg.register.register import Register
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
FILES = {
    "units": "- {id: oak, name: Oak}\n- {id: ward, name: Ward, parent: oak}\n- {id: elm, name: Elm}",
    "staff": "- {id: ann, name: Ann, unit: ward}\n- {id: ben, name: Ben, unit: elm}",
    "roles": "- {id: r, title: R, holders: [{staff: ann}]}\n- {id: s, title: S}\n- {id: dpo, title: D, function: dpo}",
    "groups": "- {id: g, title: G, chair: s, co_chairs: [r]}",
    "bodies": "- {id: ico, name: ICO}",
}


def _made(*flows: str, **files: str) -> Register:
    lines = "\n".join(f"- {{id: f{n}, title: F, trigger: incident, {flow}}}" for n, flow in enumerate(flows))
    return register(**{**FILES, "flows": lines, **files})


CASES = [
    pytest.param(["from: all-staff, to: [dpo]"], "all-staff", id="all staff"),
    pytest.param([], "all-staff", id="nobody tells"),
    pytest.param(["from: r, to: [dpo]"], "all-staff r", id="a role that nobody tells"),
    pytest.param(["from: all-staff, to: [r]", "from: r, to: [dpo]"], "all-staff", id="a role that is told"),
    pytest.param(["from: all-staff, to: [g]", "from: r, to: [dpo]"], "all-staff", id="told as a co-chair"),
    pytest.param(["from: all-staff, to: [ann]", "from: r, to: [dpo]"], "all-staff", id="told as its holder"),
    pytest.param(["from: all-staff, to: [r]", "from: ann, to: [dpo]"], "all-staff", id="a holder told by the role"),
    pytest.param(["from: r, to: [s], two_way: true"], "all-staff", id="a role that is answered"),
    pytest.param(["from: r, to: [r]"], "all-staff r", id="itself is nobody"),
    pytest.param(["from: r, to: [ico, public]"], "all-staff", id="a role that tells outsiders alone"),
    pytest.param(["from: r, to: [ico, s]"], "all-staff r", id="not them alone"),
    pytest.param(["from: oak, to: [ico]", "from: elm, to: [ico]"], "oak elm", id="a unit that tells outsiders"),
    pytest.param(["from: g, to: [dpo]", "from: ico, to: [dpo]"], "all-staff", id="no groups and bodies"),
    pytest.param(["from: oak, to: [r]", "from: elm, to: [r]"], "oak elm", id="units that are all staff"),
    pytest.param(
        ["from: oak, to: [r], two_way: true", "from: elm, to: [r]"], "oak elm", id="an answer is no report to a unit"
    ),
    pytest.param(["from: oak, to: [r]", "from: r, to: [elm], two_way: true"], "oak elm", id="a unit that answers"),
    pytest.param(["from: oak, to: [r]"], "oak elm", id="a unit that cannot report"),
    pytest.param(["from: ward, to: [r]", "from: elm, to: [r]"], "ward elm", id="one that only holds others need not"),
    pytest.param(["from: all-staff, to: [r]", "from: oak, to: [dpo]"], "all-staff oak", id="beside all staff"),
]


@pytest.mark.parametrize(("flows", "starts"), CASES)
def test_beginnings(flows: list[str], starts: str) -> None:
    made = _made(*flows)
    assert " ".join(beginnings(Audiences(Tenure(made, DAY)), incident_steps(made, DAY))) == starts


def test_somebody_of_no_unit_is_in_all_staff_only() -> None:
    made = _made("from: oak, to: [r]", staff=FILES["staff"] + "\n- {id: cat, name: Cat}")
    assert beginnings(Audiences(Tenure(made, DAY)), incident_steps(made, DAY)) == ("all-staff", "oak", "elm")


def test_as_whom_somebody_begins() -> None:
    tenure = Tenure(_made(), DAY)
    assert (parties_of(tenure, "ann"), parties_of(tenure, "r")) == (("ann", "r"), ("r",))


def test_hours_from_everybody() -> None:
    made = _made(
        "from: oak, to: [r], within: 5 hours",
        "from: oak, to: [s], within: 1 hour",
        "from: s, to: [r], within: 1 hour",
        "from: r, to: [dpo], within: 1 hour",
    )
    steps = incident_steps(made, DAY)
    assert hours_to(steps, ["dpo"]) == {"dpo": 0, "r": 1, "g": 1, "s": 2, "oak": 3}
    assert hours_to(steps, ["dpo", "r"]) == {"dpo": 0, "r": 0, "g": 0, "s": 1, "oak": 2}
    assert hours_to(steps, []) == {}


@pytest.mark.parametrize(
    ("flows", "ends"),
    [
        pytest.param(["from: all-staff, to: [r, s]", "from: r, to: [dpo]"], {"s": ["all-staff"]}, id="one of two"),
        pytest.param(["from: all-staff, to: [r, dpo]"], {}, id="beside who must be told"),
        pytest.param(["from: dpo, to: [r]"], {}, id="by who must be told"),
        pytest.param(["from: all-staff, to: [ann]", "from: r, to: [dpo]"], {}, id="a person passes on as a role"),
        pytest.param(["from: oak, to: [g]", "from: elm, to: [g]"], {"g": ["oak", "elm"]}, id="a group, told twice"),
        pytest.param(["from: r, to: [all-staff, oak, ico, public]"], {}, id="who is warned, and who is outside"),
    ],
)
def test_who_passes_nothing_on(flows: list[str], ends: dict[str, list[str]]) -> None:
    made = _made(*flows)
    assert dead_ends(Tenure(made, DAY), incident_steps(made, DAY), ["dpo"]) == ends


def test_what_is_not_there_begins_nothing() -> None:
    made = _made(
        "from: all-staff, to: [dpo]",
        "from: r, to: [s], end: 2026-11-21",
        "from: s, to: [dpo], start: 2026-11-23",
    )
    assert beginnings(Audiences(Tenure(made, DAY)), incident_steps(made, DAY)) == ("all-staff",)
    units = "- {id: oak, name: Oak}\n- {id: elm, name: Elm}\n- {id: old, name: Old, end: 2026-11-21}"
    made = _made("from: oak, to: [dpo]", "from: elm, to: [dpo]", units=units, staff="- {id: ann, name: Ann, unit: oak}")
    assert beginnings(Audiences(Tenure(made, DAY)), incident_steps(made, DAY)) == ("oak", "elm")
