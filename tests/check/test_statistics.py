"""Findings counted by the role that answers for the record, and by its unit."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from igreg.analysis.as_of import AsOf
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.check.statistics import NOBODY, NOWHERE, statistics
from igreg.due.due_list import Choice, due_list
from igreg.findings import CheckResult, Finding, Place, Severity
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.store.read import read_sources
from tests.pages import moment

REGISTER = read(
    Sources(
        {
            "organisation.yaml": "name: X\ntype: other\n",
            "units.yaml": "- {id: ward, name: Ward, lead: lead}\n",
            "roles.yaml": "- {id: lead, title: Lead, unit: ward}\n- {id: chair, title: Chair}\n",
            "policies.yaml": "- {id: P, title: P, owner: lead}\n- {id: Q, title: Q}\n",
            "audits.yaml": "- {id: A, title: A, lead: lead}\n- {id: B, title: B, lead: lead, units: [hall, yard]}\n",
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
        pytest.param(None, NOBODY, NOWHERE, id="a finding about no record, where nobody holds a role"),
    ],
)
def test_who_a_finding_is_counted_for(record: str | None, owner: str, unit: str) -> None:
    finding = Finding("r", "IG999", Severity.INFO, "f", Place(1, 1, 2), record, None, None, (), "m", "h")
    found = statistics(CheckResult(dt.date(2026, 11, 22), (finding, finding)), REGISTER)
    assert (found.rules, found.owners, found.units) == ((("IG999 r", 2),), ((owner, 2),), ((unit, 2),))


def test_what_belongs_to_several_units_is_counted_under_each() -> None:
    finding = Finding("r", "IG999", Severity.INFO, "f", Place(1, 1, 2), "B", None, None, (), "m", "h")
    found = statistics(CheckResult(dt.date(2026, 11, 22), (finding,)), REGISTER)
    assert (found.owners, found.units) == ((("lead", 1),), (("hall", 1), ("yard", 1)))


ROOT = Path(__file__).parents[2]
SAMPLES = [ROOT / "register", *sorted((ROOT / "tests/registers").glob("*/register"))]


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize(("rule", "what"), [("overdue-action", "action"), ("overdue-review", "review")])
def test_the_list_of_what_is_due_counts_for_the_same_owners_and_units(folder: Path, rule: str, what: str) -> None:
    register, now = read(read_sources(folder)), moment("2027-03-01")
    result = check(register, now, Config(select=(rule,), no_exceptions=True))
    reported = {finding.record for finding in result.findings}
    rows = due_list(AsOf(register, now), Choice(overdue=True, kinds=frozenset({what}))).rows
    rows = tuple(row for row in rows if row.item.record in reported)
    found = statistics(result, register)
    assert result.findings or folder.parent.name == "smallest"
    assert dict(found.owners) == Counter(row.item.owner or NOBODY for row in rows)
    assert dict(found.units) == Counter(unit for row in rows for unit in row.units or (NOWHERE,))
