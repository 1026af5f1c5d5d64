"""What a board is asked: one line for things of one sort, what waits already before what has a day to come."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.report.matters.asks import sentence
from igreg.report.matters.overview import overview
from igreg.report.period import Period
from igreg.rules.leadership import unapproved_budget
from tests.analysis.registers import register
from tests.report.asking import markdown
from tests.report.quarter import asked

HOME = """
# file: organisation.yaml
{name: Willow Court, type: care-provider, top: owner}
# file: roles.yaml
- {id: owner, title: Owner, areas: [risk]}
- {id: lead, title: Lead, areas: [security, confidentiality]}
# file: exceptions.yaml
"""
DEPARTURE = "- {id: X-%d, rule: %s, record: %s, reason: Soon, approved_by: owner, until: %s}\n"


def _asks(text: str) -> list[str]:
    return [sentence(one) for one in overview(asked(register(text))).asks]


def test_empty_posts_are_one_line_and_come_before_what_ends_later() -> None:
    found = _asks(HOME + DEPARTURE % (1, "no-deputy", "owner", "2027-02-01"))
    assert found == [
        found[0],
        "Say who leads on risk, security and confidentiality: these posts are empty: Owner and Lead.",
        "Renew or end the departure from a rule about Owner: it ends on 1 February 2027.",
    ]
    assert found[0].endswith(": no post is named for them.")


def test_departures_that_end_soon_are_one_line() -> None:
    rows = ((1, "no-deputy", "owner", "2027-02-01"), (2, "vacant-role", "lead", "2027-01-10"))
    *_, last = _asks(HOME + "".join(DEPARTURE % row for row in rows))
    assert last == (
        "Renew or end 2 departures from rules that end by 28 February 2027: those about Lead (10 January 2027) and "
        "Owner (1 February 2027)."
    )


def test_one_that_has_ended_is_asked_first() -> None:
    rows = ((1, "no-deputy", "owner", "2027-02-01"), (2, "vacant-role", "lead", "2026-11-01"))
    first, *_ = _asks(HOME + "".join(DEPARTURE % row for row in rows))
    assert first.endswith("those about Lead (ended 1 November 2026) and Owner (1 February 2027).")


BUDGET = "# file: budgets.yaml\n- {id: B, title: Our money, year: 2026-27, owner: lead, lines: [{what: All, planned: 1, spent: 1}]%s}\n"


@pytest.mark.parametrize(
    ("approval", "unapproved", "is_asked"),
    [
        ("", True, True),
        (", approved_by: owner", True, True),
        (", approved_on: 2026-03-01", True, True),
        (", approved_by: owner, approved_on: 2026-11-30", True, True),
        (", approved_by: owner, approved_on: 2026-11-29", False, False),
        (", approved_by: lead, approved_on: 2026-11-30", True, False),
    ],
)
def test_a_budget_is_asked_for_as_long_as_check_calls_it_unapproved(
    approval: str, unapproved: bool, is_asked: bool
) -> None:
    question = asked(register(HOME + BUDGET % approval), Period(dt.date(2026, 4, 1), dt.date(2026, 9, 30)))
    said = "Approve the budget: Our money: its year began on 1 April 2026."
    assert (said in [sentence(one) for one in overview(question).asks]) is is_asked
    assert bool(list(unapproved_budget.check.check(question.context))) is unapproved
    assert ("It has not been approved." in markdown("board", question)) is unapproved
    assert ("It has not been approved." in markdown("capacity", question)) is unapproved


@pytest.mark.parametrize(("due", "said"), [("2026-11-28", "was due on 28"), ("2026-11-29", "is due on 29")])
def test_a_return_that_is_past_its_day_was_due(due: str, said: str) -> None:
    returned = (
        f"# file: assessments.yaml\n- {{id: R, title: Standards, framework: ndg-standards, owner: lead, due: {due}}}\n"
    )
    assert f"Approve the return: Standards: it {said} November 2026." in _asks(HOME + returned)
