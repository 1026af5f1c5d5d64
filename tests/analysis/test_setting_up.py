"""Whether a register is still being set up: while an exception that init wrote is as it was."""

from __future__ import annotations

import pytest

from igreg.analysis.setting_up import is_being_set_up
from igreg.register.read import read
from tests.pages import sources

EXCEPTION = "- {id: EX-1, rule: IG203, record: dpo, reason: none yet, approved_by: top, until: 2026-12-01, REST}\n"


@pytest.mark.parametrize(
    ("rest", "being"),
    [
        ("notes: still to be approved", True),
        ("notes: still to be approved, approved_on: 2026-11-01", False),
        ("notes: approved by letter", False),
        ("compensating: none", False),
    ],
)
def test_a_register_is_being_set_up_until_its_exceptions_are_approved(rest: str, being: bool) -> None:
    text = EXCEPTION.replace("REST", rest)
    assert is_being_set_up(read(sources({"register/exceptions.yaml": text.encode()}))) is being
