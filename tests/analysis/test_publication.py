"""Whether the edition that closed last was published, and of whom it is asked."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.publication import publication_asked, unpublished
from igreg.findings import Severity
from tests.analysis.registers import register


def as_of(fields: str, day: int = 1) -> AsOf:
    made = register(organisation=f"{{name: E, {fields}}}")
    return AsOf(made, dt.datetime(2026, 7, day, 12, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("dspt", "published"),
    [
        ("{edition: 2025-26, published: 2026-06-30}", True),
        ("{edition: version 8, published: 2026-07-01}", True),
        ("{edition: 2025-26, published: 2026-07-02}", False),
        ("{edition: 2025-26}", False),
        ("{edition: 2024-25, published: 2025-06-30}", False),
        ("{published: 2026-06-30}", False),
        ("{edition: 2024-25, published: 2025-06-30}, {edition: 2025-26, published: 2026-06-30}", True),
        ("", False),
    ],
)
def test_whether_it_was_published_by_the_day(dspt: str, published: bool) -> None:
    found = unpublished(as_of(f"type: nhs-trust, dspt: [{dspt}]"))
    assert (found and found.year) == (None if published else 2026)


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ("type: nhs-trust", Severity.WARNING),
        ("type: nhs-trust, nation: scotland", None),
        ("type: care-provider", Severity.INFO),
        ("type: care-provider, nhs_contract: full", Severity.WARNING),
        ("type: care-provider, nhs_contract: none", Severity.INFO),
        ("type: other", None),
    ],
)
def test_of_whom_it_is_asked(fields: str, asked: Severity | None) -> None:
    assert publication_asked(as_of(fields)) == asked
