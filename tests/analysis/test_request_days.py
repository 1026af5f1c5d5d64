"""Days of requests, worked out by hand from the statutes and the calendar, before there was code to ask."""

from __future__ import annotations

import pytest
import yaml

from igreg.analysis.requests import TimeLimits
from igreg.facts.figures import Figures
from igreg.model.kinds.requests import Request
from igreg.model.values import Nation

BY_HAND: list[tuple[str, Nation, str, str, str | None]] = [
    # category, nation, received, what else, the last day
    ("subject-access", "england", "2026-01-15", "", "2026-02-16"),
    ("subject-access", "england", "2026-01-30", "", "2026-03-02"),
    ("subject-access", "england", "2026-01-28", "", "2026-03-02"),
    ("subject-access", "england", "2026-01-27", "", "2026-02-27"),
    ("subject-access", "england", "2026-03-31", "", "2026-04-30"),
    ("subject-access", "england", "2026-03-04", "", "2026-04-07"),
    ("subject-access", "scotland", "2026-03-04", "", "2026-04-06"),
    ("subject-access", "northern-ireland", "2026-06-12", "", "2026-07-14"),
    ("subject-access", "england", "2026-06-12", "", "2026-07-13"),
    ("subject-access", "scotland", "2026-07-03", "", "2026-08-04"),
    ("subject-access", "england", "2026-07-03", "", "2026-08-03"),
    ("subject-access", "england", "2026-07-31", "", "2026-09-01"),
    ("subject-access", "scotland", "2026-07-31", "", "2026-08-31"),
    ("subject-access", "scotland", "2026-10-30", "", "2026-12-01"),
    ("subject-access", "england", "2026-10-30", "", "2026-11-30"),
    ("subject-access", "england", "2026-11-26", "", "2026-12-29"),
    ("subject-access", "england", "2026-12-01", "", "2027-01-04"),
    ("subject-access", "scotland", "2026-12-01", "", "2027-01-05"),
    ("subject-access", "northern-ireland", "2026-02-16", "", "2026-03-16"),
    ("subject-access", "northern-ireland", "2026-02-17", "", "2026-03-18"),
    ("subject-access", "wales", "2026-04-04", "", "2026-05-05"),
    ("subject-access", "england", "2026-01-31", "extended: {months: 2, told: 2026-02-10, reason: Many}", "2026-04-30"),
    ("subject-access", "england", "2026-01-31", "extended: {months: 1, told: 2026-02-10, reason: Many}", "2026-03-31"),
    ("erasure", "england", "2025-12-31", "extended: {months: 2, told: 2026-01-30, reason: Many}", "2026-03-31"),
    ("subject-access", "england", "2026-05-10", "identity_confirmed: 2026-05-20", "2026-06-22"),
    ("subject-access", "england", "2026-05-10", "identity_confirmed: 2026-05-01", "2026-06-10"),
    ("portability", "england", "2026-05-10", "identity_confirmed: 2026-05-20", "2026-06-22"),
    (
        "subject-access",
        "england",
        "2026-05-11",
        "clarification: [{asked: 2026-05-13, answered: 2026-05-13}]",
        "2026-06-12",
    ),
    (
        "subject-access",
        "england",
        "2026-05-11",
        "clarification: [{asked: 2026-05-13, answered: 2026-05-20}]",
        "2026-06-19",
    ),
    (
        "subject-access",
        "england",
        "2026-05-11",
        "clarification: [{asked: 2026-05-13, answered: 2026-05-14}, {asked: 2026-05-20, answered: 2026-05-21}]",
        "2026-06-15",
    ),
    (
        "subject-access",
        "england",
        "2026-05-11",
        "clarification: [{asked: 2026-05-13, answered: 2026-05-18}, {asked: 2026-05-16, answered: 2026-05-20}]",
        "2026-06-19",
    ),
    ("subject-access", "england", "2026-05-11", "clarification: [{asked: 2026-06-11}]", None),
    ("subject-access", "england", "2026-05-11", "clarification: [{asked: 2026-06-12}]", "2026-06-11"),
    ("restriction", "england", "2026-05-11", "clarification: [{asked: 2026-05-13}]", "2026-06-11"),
    (
        "subject-access",
        "england",
        "2026-05-11",
        "extended: {months: 2, told: 2026-06-01, reason: Many}, clarification: [{asked: 2026-05-13, answered: 2026-05-20}]",
        "2026-08-19",
    ),
    ("freedom-of-information", "england", "2026-01-05", "", "2026-02-02"),
    ("freedom-of-information", "england", "2025-12-22", "", "2026-01-23"),
    ("freedom-of-information", "scotland", "2025-12-22", "", "2026-01-23"),
    ("freedom-of-information", "england", "2026-03-09", "", "2026-04-09"),
    ("freedom-of-information", "scotland", "2026-03-09", "", "2026-04-07"),
    ("freedom-of-information", "wales", "2026-06-01", "", "2026-06-30"),
    ("freedom-of-information", "scotland", "2026-06-01", "", "2026-06-30"),
    ("freedom-of-information", "northern-ireland", "2026-07-06", "", "2026-08-05"),
    ("freedom-of-information", "scotland", "2026-07-06", "", "2026-08-04"),
    ("freedom-of-information", "england", "2026-01-03", "", "2026-01-30"),
    (
        "freedom-of-information",
        "england",
        "2026-01-05",
        "clarification: [{asked: 2026-01-07, answered: 2026-01-14}]",
        "2026-02-11",
    ),
    (
        "freedom-of-information",
        "england",
        "2026-01-05",
        "clarification: [{asked: 2026-01-07, answered: 2026-01-14}, {asked: 2026-01-15}]",
        None,
    ),
    ("environmental", "england", "2026-01-05", "clarification: [{asked: 2026-01-07}]", None),
    (
        "freedom-of-information",
        "england",
        "2026-01-05",
        "extended: {months: 1, told: 2026-02-02, reason: Many}",
        "2026-03-02",
    ),
    (
        "freedom-of-information",
        "scotland",
        "2026-01-05",
        "extended: {months: 1, told: 2026-02-02, reason: Many}",
        "2026-02-02",
    ),
    ("environmental", "scotland", "2026-01-05", "extended: {months: 1, told: 2026-02-02, reason: Many}", "2026-03-02"),
    ("environmental", "england", "2026-01-05", "extended: {months: 2, told: 2026-02-02, reason: Many}", "2026-03-02"),
    ("health-records-of-the-dead", "england", "2026-01-01", "", "2026-02-09"),
    ("health-records-of-the-dead", "england", "2026-01-14", "", "2026-02-22"),
    ("health-records-of-the-dead", "england", "2026-01-12", "identity_confirmed: 2026-01-20", "2026-02-20"),
    ("health-records-of-the-dead", "england", "2026-01-12", "clarification: [{asked: 2026-01-14}]", "2026-02-20"),
    ("complaint", "england", "2026-06-19", "", "2026-07-19"),
]


@pytest.mark.parametrize(("category", "nation", "received", "also", "last"), BY_HAND)
def test_a_day_that_was_worked_out_by_hand(
    category: str, nation: Nation, received: str, also: str, last: str | None
) -> None:
    fields = yaml.load(f"{{{also}}}", Loader=yaml.BaseLoader)
    if "extended" in fields:
        fields["extended"]["months"] = int(fields["extended"]["months"])
    values = {"id": "R", "title": "One", "category": category, "received": received}
    found = TimeLimits(Figures(), nation).of(Request.model_validate(values | fields))
    assert found is not None
    assert (found.day and found.day.isoformat()) == last
