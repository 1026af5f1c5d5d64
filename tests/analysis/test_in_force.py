"""Whether a record counts on a day, kind by kind."""

from __future__ import annotations

import pytest

from igreg.analysis.in_force import in_force, start_of
from igreg.model.base import Record
from tests.analysis.registers import day, register

DAY = day("2026-11-22")


def _record(kind: str, fields: str) -> Record:
    return register(**{kind: f"- {{id: x, title: X, {fields}}}"}).by_id["x"]


CASES = [
    pytest.param("policies", "status: in-force", True, id="a policy without a day"),
    pytest.param("policies", "status: in-force, in_force_from: 2026-11-22", True, id="a policy from today"),
    pytest.param("policies", "status: in-force, in_force_from: 2026-11-23", False, id="a policy from tomorrow"),
    pytest.param("policies", "status: draft, in_force_from: 2020-01-01", False, id="a draft"),
    pytest.param("policies", "status: withdrawn", False, id="a policy withdrawn"),
    pytest.param("policies", "review: {outcome: withdrawn}", False, id="a policy that its review withdrew"),
    pytest.param("policies", "review: {outcome: changed}", True, id="a policy that its review changed"),
    pytest.param("assets", "review: {outcome: withdrawn}", False, id="an asset that its review withdrew"),
    pytest.param("policies", "review: {last: 2026-11-22, outcome: withdrawn}", False, id="withdrawn on the day"),
    pytest.param("policies", "review: {last: 2026-11-23, outcome: withdrawn}", True, id="before it is withdrawn"),
    pytest.param("roles", "review: {last: 2026-01-01, outcome: withdrawn}", True, id="a post ends by its last day"),
    pytest.param("notices", "published: 2026-11-22", True, id="a notice published today"),
    pytest.param("notices", "published: 2026-11-23", False, id="a notice to be published"),
    pytest.param("notices", "audience: [public]", False, id="a notice without a day"),
    pytest.param("sharing-agreements", "signed: 2026-11-22", True, id="an agreement signed today"),
    pytest.param("sharing-agreements", "signed: 2026-11-23", False, id="an agreement to be signed"),
    pytest.param("sharing-agreements", "partners: [ico]", True, id="an agreement without days"),
    pytest.param("sharing-agreements", "expires: 2026-11-22", True, id="an agreement on its last day"),
    pytest.param("sharing-agreements", "expires: 2026-11-21", False, id="an agreement that ended yesterday"),
    pytest.param("assets", "owner: iao", True, id="an asset always counts"),
]


@pytest.mark.parametrize(("kind", "fields", "counts"), CASES)
def test_in_force(kind: str, fields: str, counts: bool) -> None:
    assert in_force(_record(kind, fields), DAY) is counts


@pytest.mark.parametrize(
    ("kind", "fields", "start"),
    [
        ("policies", "in_force_from: 2026-01-02", "2026-01-02"),
        ("notices", "published: 2026-01-02", "2026-01-02"),
        ("sharing-agreements", "signed: 2026-01-02", "2026-01-02"),
        ("policies", "status: draft", None),
        ("courses", "valid_for: 1 month", None),
    ],
)
def test_the_day_it_began(kind: str, fields: str, start: str | None) -> None:
    found = start_of(_record(kind, fields))
    assert (found.isoformat() if found else None) == start
