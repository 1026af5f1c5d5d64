"""What stands out, sentence by sentence, and the level of assurance that follows from it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from igreg.analysis.incident_counts import IncidentCounts
from igreg.report.matters.audits import AuditDone
from igreg.report.matters.departures import Departure
from igreg.report.matters.money import BudgetRow
from igreg.report.matters.moved import Moved
from igreg.report.matters.overview import Overview, overview
from igreg.report.matters.requests import Waiting
from igreg.report.matters.returns import OpenReturn, sentences
from igreg.report.matters.reviews_waiting import ReviewWaiting
from igreg.report.matters.risks import RiskRow
from igreg.report.matters.statement import Statement
from igreg.report.matters.statements import assurance, statements
from tests.analysis.registers import day, register
from tests.report.quarter import asked

NOTHING = "advise: No incident is recorded for this time; that none is recorded does not show that none happened."


@cache
def _nothing() -> Overview:
    return overview(asked(register()))


def _with(matter: str, **fields: Any) -> Overview:
    """An overview of an empty register with something else in one matter."""
    found = _nothing()
    return dataclasses.replace(found, **{matter: dataclasses.replace(getattr(found, matter), **fields)})


def _said(found: Overview) -> list[str]:
    return [f"{one.level}: {one.text}" for one in statements(found)]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (
            IncidentCounts(1, reported=1, in_time=1),
            "assure: The one breach that was reported to the ICO was reported within 72 hours.",
        ),
        (
            IncidentCounts(2, reported=2, in_time=2),
            "assure: All 2 breaches reported to the ICO were reported within 72 hours.",
        ),
        (
            IncidentCounts(3, reported=3, in_time=1),
            "alert: 2 of 3 breaches reported to the ICO were reported after the 72 hours were over.",
        ),
        (
            IncidentCounts(1, reported=1, in_time=0),
            "alert: The one breach that was reported to the ICO was reported after the 72 hours were over.",
        ),
        (
            IncidentCounts(1, to_report=1),
            "alert: 1 breach was to be reported to the ICO, and nothing shows that it was done.",
        ),
        (
            IncidentCounts(2, to_report=2),
            "alert: 2 breaches were to be reported to the ICO, and nothing shows that it was done.",
        ),
        (IncidentCounts(), NOTHING),
        (None, NOTHING),
    ],
)
def test_of_incidents(counts: IncidentCounts | None, words: str) -> None:
    now = dataclasses.replace(_nothing().incidents.now, counts=counts)
    assert words in _said(_with("incidents", now=now))


def _return(**fields: Any) -> OpenReturn:
    values: dict[str, Any] = {
        "id": "r", "title": "Toolkit", "usable": True, "target": "Met", "reached": "", "deadline": None, "days": None,
        "left": 0, "asked": 0, "met": 0, "approved_by": "", "approved_on": None,
    }  # fmt: skip
    return OpenReturn(**values | fields)


SOON, FAR, PAST = dt.date(2026, 12, 1), dt.date(2027, 6, 30), dt.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("one", "words", "sentence"),
    [
        (
            _return(usable=False),
            "alert: Toolkit: what is reached is not known.",
            "Toolkit: what is reached is not known, since the list of what it asks cannot be used.",
        ),
        (
            _return(left=1, deadline=PAST, days=-28, asked=3, met=2),
            "alert: Toolkit was due on 1 November 2026: 1 item still stands between us and “Met”.",
            "Toolkit, due on 1 November 2026 (28 days ago): no status is reached yet; “Met” is aimed for, and 1 item stands "
            "in between; 2 of 3 mandatory items are met.",
        ),
        (
            _return(reached="Met", deadline=PAST, days=-28),
            "alert: Toolkit was due on 1 November 2026 and is not published; “Met” is reached.",
            "Toolkit, due on 1 November 2026 (28 days ago): “Met” is reached, and no more is aimed for.",
        ),
        (
            _return(deadline=PAST, days=-28, asked=2, met=1),
            "alert: Toolkit was due on 1 November 2026 and is not published; no status is reached yet; 1 of 2 mandatory "
            "items are met.",
            "Toolkit, due on 1 November 2026 (28 days ago): no status is reached yet; “Met” is aimed for, and no item "
            "stands in between; 1 of 2 mandatory items are met.",
        ),
        (
            _return(usable=False, deadline=PAST),
            "alert: Toolkit was due on 1 November 2026 and is not published; what is reached is not known.",
            "Toolkit: what is reached is not known, since the list of what it asks cannot be used.",
        ),
        (
            _return(left=2, deadline=SOON, days=2),
            "alert: Toolkit is due on 1 December 2026: 2 items still stand between us and “Met”.",
            "Toolkit, due on 1 December 2026 (2 days from now): no status is reached yet; “Met” is aimed for, and 2 items "
            "stand in between.",
        ),
        (
            _return(left=2, deadline=FAR),
            "advise: Toolkit, due on 30 June 2027: 2 items still stand between us and “Met”.",
            "Toolkit, due on 30 June 2027 (0 days from now): no status is reached yet; “Met” is aimed for, and 2 items "
            "stand in between.",
        ),
        (
            _return(left=2),
            "advise: Toolkit: 2 items still stand between us and “Met”.",
            "Toolkit: no status is reached yet; “Met” is aimed for, and 2 items stand in between.",
        ),
        (
            _return(reached="Met", target=""),
            "assure: Toolkit: “Met” is reached.",
            "Toolkit: “Met” is reached.",
        ),
        (
            _return(asked=4, met=1, target=""),
            "advise: Toolkit: no status is reached yet; 1 of 4 mandatory items are met.",
            "Toolkit: no status is reached yet; 1 of 4 mandatory items are met.",
        ),
    ],
)
def test_of_returns(one: OpenReturn, words: str, sentence: str) -> None:
    found = _with("returns", open=(one,))
    assert words in _said(found)
    assert sentences(found.returns)[0] == sentence


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"done": 1, "late": 1}, "advise: The one request answered in this time was answered late."),
        ({"done": 2, "late": 2}, "advise: All 2 requests answered in this time were answered late."),
        ({"done": 3, "late": 1}, "advise: 1 of 3 requests answered in this time was answered late."),
        ({"done": 3, "late": 2}, "advise: 2 of 3 requests answered in this time were answered late."),
        ({"done": 1, "in_time": 1}, "assure: The one request was in time."),
        ({"done": 2, "in_time": 2}, "assure: All 2 requests answered in this time were in time."),
        ({"done": 2, "in_time": 1}, "assure: 1 of 2 requests were answered in time; of the others no limit is known."),
        ({"overdue": 2}, "alert: 2 requests are open past the last day that the law allows."),
    ],
)
def test_of_requests(figures: dict[str, int], words: str) -> None:
    total = dataclasses.replace(_nothing().requests.total, **figures)
    assert words in _said(_with("requests", recorded=1, total=total))


def test_of_complaints_and_internal_reviews() -> None:
    """What is counted by its acknowledgement is said to be, and what waits for long is told."""
    before = _nothing().requests
    total = dataclasses.replace(before.total, done=2, in_time=2)
    complaints = (dataclasses.replace(before.total, category="complaint", done=1),)
    waits = Waiting("Q1", "One", "Complaint", None, None, overdue=False, long_open=True)
    late = ReviewWaiting("Q2", "Two", "Freedom of information", None, None, overdue=True)
    said = _said(
        _with(
            "requests", recorded=3, total=total, categories=complaints, waiting=(waits,), reviews_waiting=(late, late)
        )
    )
    ours = [text for text in said if "request" in text or "review" in text or "complaint" in text]
    assert ours == [
        "advise: 2 internal reviews of answers are open past the last day.",
        "advise: 1 complaint is open for longer than 90 days.",
        "assure: All 2 requests answered in this time were in time. A complaint counts once it is acknowledged.",
    ]


def _budget(**fields: Any) -> BudgetRow:
    nought = Decimal(0)
    values: dict[str, Any] = {
        "id": "b", "title": "Ours", "year": "2026-27", "currency": "GBP", "lines": (), "planned": nought, "left": nought,
        "committed": nought, "spent": nought, "over": 0, "reason": "", "forecast": None, "approved_by": "",
        "approved_on": None, "approved": False,
    }  # fmt: skip
    return BudgetRow(**values | fields)


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (_budget(over=2), "alert: More has gone than was planned in 2 lines of “Ours”, and nothing says why."),
        (_budget(over=1, reason="Rain."), "advise: More has gone than was planned in 1 line of “Ours”: Rain."),
        (_budget(), "assure: “Ours” is within what was planned."),
    ],
)
def test_of_money(budget: BudgetRow, words: str) -> None:
    assert words in _said(_with("money", budgets=(budget,)))


def test_of_audits() -> None:
    done = AuditDone("a", "A", (), "audit", day("2026-08-01"), "Good", None, None, ())
    assert "assure: 1 audit done, and none is overdue." in _said(_with("audits", done=(done,), areas_without=()))
    assert done.result == "Good"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"in_force": 1, "current": 1}, "assure: The one policy in force is current."),
        ({"in_force": 2, "current": 2}, "assure: All 2 policies in force are current."),
        ({"in_force": 1, "current": 1}, "assure: The one policy in force is current."),
        ({"in_force": 1, "current": 0}, "advise: The one policy in force is not current: ."),
        ({"in_force": 2, "current": 1}, "advise: 1 of 2 policies is not current: ."),
        ({"in_force": 2, "current": 0}, "advise: 2 of 2 policies are not current: ."),
        ({"in_force": 1, "current": 1, "behind": 1}, "advise: 1 policy is older than guidance that has changed since."),
        (
            {"in_force": 2, "current": 2, "behind": 2},
            "advise: 2 policies are older than guidance that has changed since.",
        ),
    ],
)
def test_of_policies(figures: dict[str, int], words: str) -> None:
    assert words in _said(_with("policies", **figures))


def _risk(above: bool | None, score: int | None = 12) -> RiskRow:
    return RiskRow(
        "r", "Fire", "", (), "", "", None, None, score, 6, above, "", (), "", Moved("new", None), None, None, ()
    )


@pytest.mark.parametrize(
    ("risks", "words"),
    [
        ((_risk(True),), "advise: The one risk is above the score aimed for; the highest is Fire (12)."),
        ((_risk(True), _risk(True)), "advise: Every risk is above the score aimed for; the highest is Fire (12)."),
        (
            (dataclasses.replace(_risk(False), title="Flood"), _risk(True)),
            "advise: 1 of 2 risks is above the score aimed for; the highest is Fire (12).",
        ),
        ((_risk(True), _risk(False)), "advise: 1 of 2 risks is above the score aimed for; the highest is Fire (12)."),
        (
            (_risk(True), _risk(True), _risk(None)),
            "advise: 2 of 3 risks are above the score aimed for; the highest is Fire (12).",
        ),
        ((_risk(False), _risk(False)), "assure: 2 risks recorded, none above the score aimed for."),
    ],
)
def test_of_risks(risks: tuple[RiskRow, ...], words: str) -> None:
    assert words in _said(_with("risks", risks=risks))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "advise: 1 accepted departure from a rule has ended and still stand in the register: A."),
        (2, "advise: 2 accepted departures from rules have ended and still stand in the register: A and A."),
    ],
)
def test_of_departures(count: int, words: str) -> None:
    ended = Departure("e", "r", "", "A", "", "", "", None, day("2026-01-01"), -1, "ended", "")
    assert words.replace("has ended and still stand ", "has ended and still stands ") in _said(
        _with("departures", departures=(ended,) * count)
    )


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        (("alert", "alert", "assure"), "limited"),
        (("advise", "assure"), "moderate"),
        (("assure",), "substantial"),
    ],
)
def test_the_level_of_assurance(levels: tuple[Any, ...], level: str) -> None:
    said = tuple(Statement(one, "") for one in levels)
    assert assurance(_nothing(), said)[0] == level
    unread = dataclasses.replace(_nothing(), head=dataclasses.replace(_nothing().head, unread="risks.yaml"))
    assert assurance(unread, said)[0] == "none can be given"


@pytest.mark.parametrize(("count", "told", "rest"), [(3, 3, False), (4, 4, False), (5, 3, True)])
def test_what_is_left_out_says_of_what_sort_it_is(count: int, told: int, rest: bool) -> None:
    """It may stand first in a list, where nothing is above it that it could be like."""
    open_ = tuple(
        _return(id=f"R{n}", title=f"Return {n}", deadline=dt.date(2026, 11, 1), left=2, target="Standards met")
        for n in range(count)
    )
    found = _with("returns", open=open_)
    said = [one for one in statements(found) if one.level == "alert" and "return" in one.text.casefold()]
    assert [one.text for one in said if one.text.startswith("Return ")] == [
        f"Return {n} was due on 1 November 2026: 2 items still stand between us and “Standards met”."
        for n in range(told)
    ]
    assert [one.text for one in said][told:] == ["2 more returns were due before today and are not published."] * rest
    whole = [one for one in statements(found, None) if one.text.startswith("Return ")]
    assert len(whole) == count


def test_courses_that_are_left_out_are_told_without_what_stands_above() -> None:
    plans = "".join(
        f"{{id: c{n}, title: Course {n}, valid_for: 12 months, target: 75}}\n- " for n in range(6)
    ).removesuffix("- ")
    needs = ", ".join(f"{{course: c{n}}}" for n in range(6))
    records = "".join(f"- {{staff: a, course: c{n}, completed: 2025-12-10}}\n" for n in range(6))
    made = register(
        courses=f"- {plans}",
        staff="- {id: a, name: Ann, started: 2020-01-01}",
        **{"training-plans": f"- {{id: p, title: Plan, audience: [all-staff], courses: [{needs}]}}"},
        **{"training-records": records},
    )
    said = [one.text for one in statements(overview(asked(made))) if "raining in" in one.text]
    assert said[-1] == "Training in 3 more courses falls under its target within 3 months."
