"""Which flows of personal data to a body nothing covers, to the day."""

from __future__ import annotations

import pytest

from igreg.analysis.cover import uncovered
from tests.analysis.registers import day, register

FLOW = "id: F1, title: F, from: a1, to: [b]"
PERSONAL = f"{FLOW}, personal_data: true"
AGREED = "id: S1, title: S, partners: [b]"


@pytest.mark.parametrize(
    ("flow", "files", "found"),
    [
        pytest.param(PERSONAL, {}, True, id="nothing covers it"),
        pytest.param(FLOW, {}, False, id="nobody said that the data are personal"),
        pytest.param(f"{FLOW}, special_category: true", {}, True, id="of a special category"),
        pytest.param(f"{PERSONAL}, end: 2026-11-22", {}, True, id="its last day"),
        pytest.param(f"{PERSONAL}, end: 2026-11-21", {}, False, id="it has ended"),
        pytest.param(PERSONAL.replace("[b]", "[r]"), {}, False, id="to a role"),
        pytest.param(PERSONAL.replace("[b]", "[law]"), {}, False, id="to whom the law sends it"),
        pytest.param(PERSONAL, {"contracts": "id: C1, title: C, with: b"}, False, id="a contract"),
        pytest.param(PERSONAL, {"contracts": "id: C1, title: C, with: b, end: 2026-11-22"}, False, id="its last day too"),
        pytest.param(PERSONAL, {"contracts": "id: C1, title: C, with: b, end: 2026-11-21"}, True, id="one that has ended"),
        pytest.param(PERSONAL, {"contracts": "id: C1, title: C, with: law"}, True, id="with another"),
        pytest.param(PERSONAL, {"sharing_agreements": AGREED}, False, id="an agreement about everything"),
        pytest.param(PERSONAL, {"sharing_agreements": f"{AGREED}, assets: [a1]"}, False, id="about its asset"),
        pytest.param(PERSONAL, {"sharing_agreements": f"{AGREED}, assets: [a2]"}, True, id="about another"),
        pytest.param(f"{PERSONAL}, assets: [a2]", {"sharing_agreements": f"{AGREED}, assets: [a2]"}, True, id="about some"),
        pytest.param(f"{PERSONAL}, assets: [a2]", {"sharing_agreements": f"{AGREED}, assets: [a2, a1]"}, False, id="about all"),
        pytest.param(PERSONAL.replace("from: a1", "from: r"), {"sharing_agreements": f"{AGREED}, assets: [a2]"}, False, id="without an asset any agreement will do"),
        pytest.param(PERSONAL, {"sharing_agreements": f"{AGREED}, expires: 2026-11-21"}, True, id="that has ended"),
    ],
)  # fmt: skip
def test_what_covers_a_flow(flow: str, files: dict[str, str], found: bool) -> None:
    made = register(
        bodies="- {id: b, name: B, category: supplier}\n- {id: law, name: L, category: regulator}",
        roles="- {id: r, title: R}",
        assets="- {id: a1, title: A}\n- {id: a2, title: A}",
        data_flows=f"- {{{flow}}}",
        **{name: f"- {{{text}}}" for name, text in files.items()},
    )
    told = [(one.id, index) for one, index in uncovered(made, day("2026-11-22"))]
    assert told == ([("F1", 0)] if found else [])


def test_which_of_several_is_told() -> None:
    made = register(
        bodies="- {id: b, name: B}\n- {id: c, name: C}\n- {id: d, name: D}",
        contracts="- {id: C1, title: C, with: c}",
        data_flows="- {id: F1, title: F, to: [c, b, d], personal_data: true}",
    )
    assert [index for _, index in uncovered(made, day("2026-11-22"))] == [1, 2]
