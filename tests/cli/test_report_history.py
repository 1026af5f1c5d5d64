"""How risks moved: against what was committed before the time that a report tells of, where that is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24", "--out", "-", "--format", "markdown")
REVIEW = "review: {last: 2026-08-01, outcome: changed}"
BEFORE = """
- {id: R1, title: Fire, owner: siro, likelihood: 2, impact: 3}
- {id: R2, title: Flood, owner: siro, likelihood: 4, impact: 5}
- {id: R3, title: Theft, owner: siro, likelihood: 3, impact: 3}
- {id: R4, title: Loss, owner: siro}
- {id: R5, title: Called otherwise, owner: siro, likelihood: 1, impact: 2}
- {id: R6, title: Gone, owner: siro, likelihood: 5, impact: 5}
"""
NOW = f"""
- {{id: R1, title: Fire, owner: siro, likelihood: 4, impact: 3, {REVIEW}}}
- {{id: R2, title: Flood, owner: siro, likelihood: 2, impact: 5, {REVIEW}}}
- {{id: R3, title: Theft, owner: siro, likelihood: 3, impact: 3, {REVIEW}}}
- {{id: R4, title: Loss, owner: siro, likelihood: 1, impact: 1, {REVIEW}}}
- {{id: R5B, title: Called otherwise, owner: siro, likelihood: 2, impact: 2, {REVIEW}}}
- {{id: R7, title: Heat, owner: siro, likelihood: 1, impact: 5, {REVIEW}}}
- {{id: R8, title: Cold, owner: siro, {REVIEW}}}
"""


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """Committed before the quarter, on its first day, and changed since."""
    found = begin(tmp_path)
    organisation = "{name: Example, type: nhs-trust}\n"
    found.commit("2026-06-30", organisation=organisation, risks=BEFORE)
    found.commit("2026-07-01", risks=BEFORE.replace("impact: 3", "impact: 1"))
    found.commit("2026-10-01", risks=NOW)
    return found


def moved(ran: Ran) -> dict[str, str]:
    """The movement of each risk by its id."""
    assert ran.code == 0, ran.err
    lines = [one.split(" | ") for one in ran.out.split("## How they moved")[1].split("\n## ")[0].splitlines()]
    head = next(one for one in lines if one[0] == "| Risk")
    rows = [one for one in lines if one[0].startswith("| R") and one != head and len(one) == len(head)]
    return {row[0].strip("| ").partition(":")[0]: row[head.index("Movement")] for row in rows}


@needs_git
def test_against_what_was_committed_before_the_time(made: Repository, igreg: Igreg) -> None:
    ran = igreg("report", "risks", made.register, *DAY)
    assert moved(ran) == {
        "R1": "up from 6 on 30 June 2026",
        "R2": "down from 20 on 30 June 2026",
        "R3": "unchanged since 30 June 2026",
        "R4": "no score on 30 June 2026",
        "R5B": "up from 2 on 30 June 2026",
        "R7": "new since 30 June 2026",
        "R8": "new since 30 June 2026",
    }
    assert "How the risks moved is told against their scores of 30 June 2026, as committed by then." in ran.out
    board = igreg("report", "board", made.register, *DAY)
    assert "| Fire | 12 | up from 6 on 30 June 2026 | 0 |" in board.out
    assert "told against their scores of 30 June 2026" in board.out


@needs_git
def test_what_is_not_committed_yet_counts_as_now(made: Repository, igreg: Igreg) -> None:
    made.write(risks=NOW.replace("likelihood: 4, impact: 3", "likelihood: 1, impact: 1"))
    assert moved(igreg("report", "risks", made.register, *DAY))["R1"] == "down from 6 on 30 June 2026"


@needs_git
def test_before_the_first_commit_the_last_review_is_asked(made: Repository, igreg: Igreg) -> None:
    ran = igreg("report", "risks", made.register, *DAY, "--period", "2026-06-01..2026-06-30")
    assert moved(ran)["R1"] == "changed when reviewed on 1 August 2026; from what is not kept"
    assert "the history does not tell: nothing had been committed on 31 May 2026." in ran.out


@needs_git
def test_a_file_of_that_day_that_cannot_be_read_is_not_taken_for_nothing(made: Repository, igreg: Igreg) -> None:
    made.commit("2026-10-02", risks="- [")
    made.commit("2026-10-10", risks=NOW)
    ran = igreg("report", "risks", made.register, *DAY, "--period", "2026-10-05..2026-10-31")
    assert "risks.yaml of that day cannot be read" in ran.out
    assert moved(ran)["R7"].startswith("not known: last reviewed")


def test_without_a_repository_the_last_review_is_asked(tmp_path: Path, igreg: Igreg) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "organisation.yaml").write_text("{name: Example, type: nhs-trust}\n")
    (folder / "risks.yaml").write_text(NOW)
    ran = igreg("report", "risks", folder, *DAY)
    assert moved(ran)["R1"].startswith("changed when reviewed on 1 August 2026")
    assert "How the risks moved is what the last review of each says; the history does not tell:" in ran.out


def test_a_report_that_asks_no_history_reads_none(
    tmp_path: Path, igreg: Igreg, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "organisation.yaml").write_text("{name: Example, type: nhs-trust}\n")
    monkeypatch.setattr("igreg.cli._earlier.earlier", lambda *_: pytest.fail("it was asked"))
    assert igreg("report", "policies", folder, *DAY).code == 0
