"""What partners show of themselves: certificates on their last day, and a status in any usual spelling."""

from __future__ import annotations

import pytest

from igreg.analysis.partners import is_certified, letters, meets
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
