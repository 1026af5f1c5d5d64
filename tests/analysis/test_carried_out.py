"""When regular flows were last carried out, and what was sent that looks like one of them."""

from __future__ import annotations

import pytest

from igreg.analysis.carried_out import last_carried_out, looks_like
from igreg.analysis.tenure import Tenure
from tests.analysis.registers import day, register

TODAY = day("2026-11-24")
FLOW = "- {id: F, title: T, from: siro, to: [board, dpo], every: 1 month, about: [risk, security]}\n"
ROLES = "- {id: siro, title: S}\n- {id: dpo, title: D}\n"
GROUPS = "- {id: board, title: B}\n"


def sent(*lines: str) -> str:
    return "".join(f"- {{id: C-{number}, title: T, {line}}}\n" for number, line in enumerate(lines))


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param(["flow: F, date: 2026-11-01"], {"F": "2026-11-01"}, id="once"),
        pytest.param(
            ["flow: F, date: 2026-11-01", "flow: F, date: 2026-10-01"], {"F": "2026-11-01"}, id="the later of two"
        ),
        pytest.param(
            ["flow: F, date: 2026-10-01", "flow: F, date: 2026-11-01"], {"F": "2026-11-01"}, id="in whatever order"
        ),
        pytest.param(["flow: F, date: 2026-11-24"], {"F": "2026-11-24"}, id="today"),
        pytest.param(["flow: F, date: 2026-11-25"], {}, id="still to come"),
        pytest.param(["date: 2026-11-01", "flow: F"], {}, id="without a flow or a day"),
        pytest.param(
            ["flow: F, date: 2026-11-01", "flow: G, date: 2026-10-01"], {"F": "2026-11-01", "G": "2026-10-01"}, id="two"
        ),
    ],
)
def test_when_it_was_last_carried_out(lines: list[str], last: dict[str, str]) -> None:
    made = register(communications=sent(*lines))
    assert {id: str(when) for id, when in last_carried_out(made, TODAY).items()} == last


LIKE = "from: siro, to: [dpo, board], areas: [security, risk]"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param([f"{LIKE}, date: 2026-11-01"], {"F": "C-0"}, id="the same sender, audience and areas"),
        pytest.param([f"{LIKE}, date: 2026-11-24"], {"F": "C-0"}, id="today"),
        pytest.param([f"{LIKE}, date: 2026-11-25"], {}, id="still to come"),
        pytest.param([LIKE], {}, id="without a day"),
        pytest.param([f"{LIKE}, date: 2026-11-01, flow: G"], {}, id="it names a flow"),
        pytest.param(["from: dpo, to: [dpo, board], areas: [security, risk], date: 2026-11-01"], {}, id="another sender"),
        pytest.param(["from: siro, to: [board], areas: [security, risk], date: 2026-11-01"], {}, id="fewer are told"),
        pytest.param(["from: siro, to: [dpo, board], areas: [risk], date: 2026-11-01"], {}, id="of less"),
        pytest.param(["to: [dpo, board], areas: [security, risk], date: 2026-11-01"], {}, id="nobody sent it"),
        pytest.param(
            [f"{LIKE}, date: 2026-10-01", f"{LIKE}, date: 2026-11-01", f"{LIKE}, date: 2026-09-01"], {"F": "C-1"},
            id="the latest",
        ),
        pytest.param(
            [f"{LIKE}, date: 2026-10-01", f"{LIKE}, date: 2026-10-01"], {"F": "C-0"}, id="the first of one day",
        ),
        pytest.param([f"{LIKE}, date: 2026-11-01", "flow: F, date: 2026-10-31"], {"F": "C-0"}, id="after the last"),
        pytest.param([f"{LIKE}, date: 2026-11-01", "flow: F, date: 2026-11-01"], {}, id="on the day of the last"),
        pytest.param([f"{LIKE}, date: 2026-11-01", "flow: F, date: 2026-11-02"], {}, id="before it"),
    ],
)  # fmt: skip
def test_what_looks_like_it(lines: list[str], found: dict[str, str]) -> None:
    made = register(communications=sent(*lines), flows=FLOW, roles=ROLES, groups=GROUPS)
    assert {id: one.id for id, one in looks_like(Tenure(made, TODAY)).items()} == found


@pytest.mark.parametrize(
    "flows",
    [
        pytest.param(FLOW + FLOW.replace("id: F", "id: G"), id="two flows are alike"),
        pytest.param(FLOW.replace("every: 1 month, ", ""), id="a flow that is not regular"),
        pytest.param(FLOW.replace(", about: [risk, security]", ""), id="a flow about nothing"),
        pytest.param(FLOW.replace("id: F,", "id: F, end: 2026-11-23,"), id="a flow that is over"),
    ],
)
def test_flows_that_nothing_looks_like(flows: str) -> None:
    made = register(communications=sent(f"{LIKE}, date: 2026-11-01"), flows=flows, roles=ROLES, groups=GROUPS)
    assert looks_like(Tenure(made, TODAY)) == {}
