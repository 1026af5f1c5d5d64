"""What partners show of themselves: certificates on their last day, and a status in any usual spelling."""

from __future__ import annotations

import pytest

from igreg.analysis.partners import is_certified, letters, meets, partners_on
from igreg.model.kinds.bodies import Body
from tests.analysis.registers import day, register


@pytest.mark.parametrize(
    ("certificates", "found"),
    [
        pytest.param("[{name: ISO 27001, expires: 2026-11-23}]", True, id="tomorrow is its last day"),
        pytest.param("[{name: ISO 27001, expires: 2026-11-22}]", True, id="today is"),
        pytest.param("[{name: ISO 27001, expires: 2026-11-21}]", False, id="yesterday was"),
        pytest.param("[{name: ISO 27001}]", True, id="without an end"),
        pytest.param("[{name: iso-27001:2022}]", True, id="in another spelling"),
        pytest.param("[{name: Cyber Essentials}]", False, id="another one"),
        pytest.param("[{name: Cyber Essentials}, {name: ISO27001, expires: 2027-01-01}]", True, id="the second"),
        pytest.param("[]", False, id="none"),
    ],
)
def test_a_certificate_counts_to_its_last_day(certificates: str, found: bool) -> None:
    made = register(bodies=f"- {{id: b, name: B, certificates: {certificates}}}")
    (body,) = (one for one in made.of(Body) if one.id == "b")
    assert is_certified(body, ["ISO 27001"], day("2026-11-22")) is found
    assert is_certified(body, [], day("2026-11-22")) is False


@pytest.mark.parametrize(
    ("status", "met"),
    [
        ("Standards met", True), ("standards_met", True), ("standardsmet", True), ("Met", True), ("exceeded", True),
        ("Standards not met", False), ("nearly met", False), ("Approaching standards met", False), ("unmet", False),
        ("", False), (None, False), ("no, met", False),
    ],
)  # fmt: skip
def test_a_status_that_says_that_standards_are_met(status: str | None, met: bool) -> None:
    assert meets(status, ["met", "exceeded"]) is met


def test_what_two_names_have_in_common() -> None:
    assert {letters(name) for name in ("ISO 27001", "ISO27001", "iso-27001", "I_S_O 27 001")} == {"iso27001"}
    assert letters(None) == ""


CONTRACT = "- {{id: C1, title: C, with: b, {}}}"
FLOW = "- {{id: F1, title: F, to: [b], {}}}"


@pytest.mark.parametrize(
    ("files", "by"),
    [
        pytest.param({"processing": "- {id: P1, title: P, processors: [b]}"}, "P1", id="it processes"),
        pytest.param({"processing": "- {id: P1, title: P, recipients: [b]}"}, "P1", id="it receives"),
        pytest.param({"processing": "- {id: P1, title: P, recipients: [r, x]}"}, None, id="a role and nobody"),
        pytest.param({"data_flows": FLOW.format("personal_data: true")}, "F1", id="data flow to it"),
        pytest.param({"data_flows": FLOW.format("personal_data: false")}, None, id="none of persons"),
        pytest.param({"data_flows": FLOW.format("personal_data: true, end: 2026-11-21")}, None, id="no more"),
        pytest.param({"contracts": CONTRACT.format("processes_personal_data: true")}, "C1", id="a contract"),
        pytest.param({"contracts": CONTRACT.format("processes_personal_data: false")}, None, id="about other things"),
        pytest.param({"contracts": CONTRACT.format("processes_personal_data: true, our_part: customer")}, "C1", id="for us"),
        pytest.param({"contracts": CONTRACT.format("processes_personal_data: true, our_part: provider")}, None, id="for them"),
        pytest.param({"contracts": CONTRACT.format("processes_personal_data: true, our_part: commissioned")}, None, id="by order"),
        pytest.param({"contracts": CONTRACT.format("processes_personal_data: true, end: 2026-11-21")}, None, id="that has ended"),
        pytest.param(
            {"contracts": CONTRACT.format("processes_personal_data: true"), "processing": "- {id: P1, title: P, processors: [b]}"},
            "P1",
            id="the first that says so",
        ),
    ],
)  # fmt: skip
def test_who_has_our_personal_data(files: dict[str, str], by: str | None) -> None:
    made = register(bodies="- {id: b, name: B}", roles="- {id: r, title: R}", **files)
    found = {body: record.identity for body, record in partners_on(made, day("2026-11-22")).items()}
    assert found == ({} if by is None else {"b": by})
