"""A figure of an estate is that of its own command, for every sample register."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, Write

ROOT = Path(__file__).parents[2]
DAY = ("--today", "2026-11-24")
REGISTERS = [ROOT / "register", *sorted(path for path in (ROOT / "tests" / "registers").iterdir() if path.is_dir())]
Igreg = Callable[..., Ran]


_SAID: dict[tuple[object, ...], Ran] = {}
"""What was answered to the same words before: nothing here changes a register."""


def ran_once(igreg: Igreg, *words: object) -> Ran:
    if words not in _SAID:
        _SAID[words] = igreg(*words)
    return _SAID[words]


def said(igreg: Igreg, *words: object) -> Any:
    return json.loads(ran_once(igreg, *words, *DAY, "--format", "json").out)


def row(igreg: Igreg, register: Path, *words: str) -> dict[str, Any]:
    ran = ran_once(igreg, "estate", register, *(words or DAY), "--format", "json")
    assert ran.code == 0, ran.err
    [found] = json.loads(ran.out)["registers"]
    return dict(found)


@pytest.fixture(params=REGISTERS, ids=lambda path: path.name)
def register(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.mark.thorough
def test_findings_are_those_of_check(igreg: Igreg, register: Path) -> None:
    found, check = row(igreg, register), said(igreg, "check", register)
    assert found["findings"] == {word: check["summary"][word] for word in ("error", "warning", "info")}
    assert found["rules"] == Counter(one["rule"] for one in check["findings"])
    counted = igreg("check", register, *DAY, "--statistics", "--format", "concise").out
    for rule, count in found["rules"].items():
        assert re.search(rf"{rule} +{count}$", counted, re.MULTILINE), rule


def test_dates_are_those_of_due(igreg: Igreg, register: Path) -> None:
    found, due = row(igreg, register)["due"], said(igreg, "due", register)
    assert {"overdue": found["overdue"], "due": found["due"]} == due["summary"]
    assert found["kinds"] == Counter(one["what"] for one in due["items"])
    late = said(igreg, "estate", register)["late"]
    overdue = said(igreg, "due", register, "--overdue")["items"]
    assert {one["what"]: one["overdue"] for one in late} == Counter(one["what"] for one in overdue)


def test_shares_are_those_of_due(igreg: Igreg, register: Path) -> None:
    shares = said(igreg, "due", register, "--kind", "training", "--all")["shares"]
    assert row(igreg, register)["training"] == [
        {
            "course": one["course"],
            "title": one["title"],
            "audience": one["counted"],
            "share": one["trained"] * 1000 // one["counted"] / 10,
        }
        for one in shares
    ]


def test_leads_clocks_and_the_assessment_are_those_of_status(igreg: Igreg, register: Path) -> None:
    found, status = row(igreg, register), said(igreg, "status", register)
    assert found["leads"] == {one["area"]: "vacant" if one["vacant"] else "held" for one in status["areas"]}
    clocks = [one["hours"] for one in status["clocks"]]
    assert found["breaches"]["clocks"] == len(clocks)
    assert found["breaches"]["late"] == sum(hours < 0 for hours in clocks)
    left = [
        next(one["hours"] for one in said(igreg, "breach", clock["incident"], register)["recipients"])
        for clock in status["clocks"]
    ]
    assert left == clocks
    assert found["breaches"]["longest_hours"] == max((71 - one for one in left), default=None), "never on the hour here"
    if status["assessments"]:
        [state] = status["assessments"]
        assert found["assessment"]["missing"] == (state["left"] if state["target"] is not None else None)
    else:
        assert found["assessment"] is None


def test_items_are_missing_as_assess_counts_them(igreg: Igreg) -> None:
    register = ROOT / "tests" / "registers" / "care-home"
    items = said(igreg, "assess", register)["items"]
    left = [one for one in items if one["need"] == "mandatory" and one["state"] not in ("met", "not-applicable")]
    assert row(igreg, register)["assessment"] == {
        "framework": "dspt-v8",
        "status": "in-progress",
        "missing": len(left),
    }


ORGANISATION = "name: Millbeck Surgery\ntype: gp-practice\nods_code: P89999\n"
INCIDENT = """\
- id: INC-1
  title: A letter to the wrong house
  occurred: 2026-11-01T08:00
  aware: 2026-11-20T14:00
  personal_data: true
  owner: siro
"""


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-20T13:59", {"clocks": 0, "late": 0, "longest_hours": None}),
        ("2026-11-20T14:00", {"clocks": 1, "late": 0, "longest_hours": 0}),
        ("2026-11-21T13:59", {"clocks": 1, "late": 0, "longest_hours": 23}),
        ("2026-11-23T14:00", {"clocks": 1, "late": 0, "longest_hours": 72}),
        ("2026-11-23T14:01", {"clocks": 1, "late": 1, "longest_hours": 72}),
    ],
)
def test_a_clock_is_late_the_minute_after_its_hours(
    igreg: Igreg, write: Write, now: str, expected: dict[str, Any]
) -> None:
    register = write({"organisation.yaml": ORGANISATION, "incidents.yaml": INCIDENT})
    assert row(igreg, register, "--now", now)["breaches"] == expected


def test_a_review_is_overdue_the_day_after(igreg: Igreg, write: Write) -> None:
    policy = "- {id: POL-1, title: Privacy, status: in-force, owner: siro, review: {next: 2026-11-22}}\n"
    register = write({"organisation.yaml": ORGANISATION, "policies.yaml": policy})
    before = row(igreg, register, "--today", "2026-11-22")["due"]
    after = row(igreg, register, "--today", "2026-11-23")["due"]
    assert (before["overdue"], before["kinds"]["review"]) == (0, 1)
    assert (after["overdue"], after["kinds"]["review"]) == (1, 1)


ASSESSMENTS = """\
- {{id: a-1, framework: dspt-v8, owner: siro, status: {one}, due: 2027-06-30{published}}}
- {{id: a-2, framework: dspt-v8, owner: siro, status: {other}, due: 2027-05-31, published: 2025-06-01}}
"""


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("planned", "published", "planned"),
        ("published", "published", "published"),
        ("planned", "in-progress", "in-progress"),
    ],
)
def test_the_open_assessment_that_is_due_first_is_told(
    igreg: Igreg, write: Write, one: str, other: str, status: str
) -> None:
    published = ", published: 2026-06-01" if one == "published" else ""
    text = ASSESSMENTS.format(one=one, other=other, published=published)
    register = write({"organisation.yaml": ORGANISATION, "assessments.yaml": text})
    assert row(igreg, register)["assessment"]["status"] == status


def test_a_pack_that_is_not_there_gives_no_count(igreg: Igreg, write: Write) -> None:
    text = "- {id: a-1, framework: no-such-pack, owner: siro, due: 2027-06-30}\n"
    register = write({"organisation.yaml": ORGANISATION, "assessments.yaml": text})
    assert row(igreg, register)["assessment"] == {
        "framework": "no-such-pack",
        "status": "in-progress",
        "missing": None,
    }
