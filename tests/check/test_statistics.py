"""Findings counted by the role that answers for the record, and by its unit."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.check.statistics import NOBODY, NOWHERE, statistics
from igreg.findings import CheckResult, Finding, Place, Severity
from igreg.register.read import read
from igreg.register.sources import Sources

REGISTER = read(
    Sources(
        {
            "organisation.yaml": "name: X\ntype: other\n",
            "units.yaml": "- {id: ward, name: Ward, lead: lead}\n",
            "roles.yaml": "- {id: lead, title: Lead, unit: ward}\n- {id: chair, title: Chair}\n",
            "policies.yaml": "- {id: P, title: P, owner: lead}\n- {id: Q, title: Q}\n",
            "audits.yaml": "- {id: A, title: A, lead: lead}\n",
            "groups.yaml": "- {id: board, title: Board, chair: chair}\n",
        }
    )
)


@pytest.mark.parametrize(
    ("record", "owner", "unit"),
    [
        pytest.param("P", "lead", "ward", id="the owner, in their unit"),
        pytest.param("A", "lead", "ward", id="the lead of an audit"),
        pytest.param("board", "chair", NOWHERE, id="the chair of a group"),
        pytest.param("lead", "lead", "ward", id="a role answers for itself"),
        pytest.param("Q", NOBODY, NOWHERE, id="nobody"),
        pytest.param(None, NOBODY, NOWHERE, id="a finding about no record"),
    ],
)
def test_who_a_finding_is_counted_for(record: str | None, owner: str, unit: str) -> None:
    finding = Finding("r", "IG999", Severity.INFO, "f", Place(1, 1, 2), record, None, None, (), "m", "h")
    found = statistics(CheckResult(dt.date(2026, 11, 22), (finding, finding)), REGISTER)
    assert (found.rules, found.owners, found.units) == ((("IG999 r", 2),), ((owner, 2),), ((unit, 2),))
