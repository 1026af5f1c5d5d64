"""The last day for a review, whichever of three says it: the record, the figure for its kind, or a toolkit."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.latest_review import latest_review, pack_limits
from igreg.model.kinds.policies import Policy
from igreg.model.span import Span
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
LIMIT = "the limit of 36 months for policies"


@pytest.mark.parametrize(
    ("policy", "packs", "day", "why"),
    [
        ("review: {last: 2026-01-01}", {}, "2029-01-01", LIMIT),
        ("review: {last: 2026-01-01, every: 2 years}", {}, "2028-01-01", "its own interval of 2 years"),
        ("review: {last: 2026-01-01, every: 4 years}", {}, "2029-01-01", LIMIT),
        ("review: {last: 2026-01-01}", {"policies": 12}, "2027-01-01", "the 12 months that a toolkit asks for"),
        ("review: {last: 2026-01-01}", {"assets": 12}, "2029-01-01", LIMIT),
        ("review: {last: 2026-01-01, every: 6 months}", {"policies": 12}, "2026-07-01", "its own interval of 6 months"),
        ("in_force_from: 2025-01-01, review: {next: 2040-01-01}", {}, "2028-01-01", LIMIT),
        ("in_force_from: 2025-01-01, review: {last: 2026-01-01}", {}, "2029-01-01", LIMIT),
        ("review: {every: 1 year}", {"policies": 12}, "2026-11-22", "its own interval of 1 year"),
        ("review: {next: 2040-01-01}", {"policies": 12}, None, None),
    ],
)
def test_the_last_day_and_what_sets_it(policy: str, packs: dict[str, int], day: str | None, why: str | None) -> None:
    as_of = AsOf(register(policies=f"- {{id: p, title: P, {policy}}}"), NOW)
    found = latest_review(as_of, as_of.register.of(Policy)[0], {kind: Span(n, "month") for kind, n in packs.items()})
    assert (found and (found.day.isoformat(), found.why)) == (day and (day, why))


def test_what_a_pack_asks_for_is_the_shortest_time_of_each_kind() -> None:
    assert pack_limits(AsOf(register(), NOW)) == {}
    assert pack_limits(AsOf(register(organisation="{name: E, type: other, frameworks: [unheard-of]}"), NOW)) == {}
