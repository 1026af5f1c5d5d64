"""One figure, one answer: what papers say of a register is what `status`, `due` and `check` say of it on the same day."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.report.sweep_records import RECORDS

Igreg = Callable[..., Ran]
SAMPLES = Path(__file__).parents[1] / "registers"


class Told:
    """What is told of one register on one day, by each command and paper that is asked."""

    def __init__(self, igreg: Igreg, folder: Path, day: str) -> None:
        self._igreg, self._folder, self._day = igreg, folder, day

    def _json(self, *words: str) -> Any:
        return json.loads(self._igreg(*words, self._folder, "--today", self._day, "--format", "json").out)

    def paper(self, name: str, *options: str) -> Any:
        """The values of a report."""
        return self._json("report", name, *options, "--out", "-")

    def capacity(self, *options: str) -> Any:
        """What `igreg capacity` says."""
        return self._json("capacity", *options)

    @cached_property
    def board(self) -> Any:
        """What the board is told."""
        return self.paper("board")["overview"]

    @cached_property
    def status(self) -> Any:
        """The screen."""
        return self._json("status")

    @cached_property
    def late(self) -> list[Any]:
        """The lines of the weekly list that are overdue."""
        return [one for one in self._json("due")["items"] if one["days"] < 0]

    @cached_property
    def found(self) -> list[str]:
        """The rules that found something, each as often as it did."""
        return [one["rule"] for one in self._json("check")["findings"]]


@pytest.fixture(params=["overdue", "care-home", "mutual"])
def told(request: pytest.FixtureRequest, igreg: Igreg, tmp_path: Path) -> Told:
    """A register in which something of every sort is overdue, and two samples."""
    if request.param != "overdue":
        return Told(igreg, SAMPLES / request.param / "register", "2026-11-24")
    folder = tmp_path / "register"
    folder.mkdir()
    for part in RECORDS.split("# file:")[1:]:
        name, _, text = part.strip().partition("\n")
        (folder / name).write_text(text, encoding="utf-8")
    return Told(igreg, folder, "2026-10-15")


def _nobody(areas: list[Any]) -> list[str]:
    return sorted(one["id"] for one in areas if not any(lead["holders"] for lead in one["leads"]))


def test_who_leads(told: Told) -> None:
    vacant = sorted(one["area"] for one in told.status["areas"] if one["vacant"])
    assert _nobody(told.board["areas"]) == vacant
    assert _nobody(told.paper("annual")["overview"]["areas"]) == vacant
    assert _nobody(told.paper("leads")["areas"]) == vacant


def test_who_is_trained(told: Told) -> None:
    def shares(of: Any) -> dict[str, float]:
        return {one["title"]: one["percent"] for one in of["courses"] if one["counted"]}

    on_paper = shares(told.board["training"])
    assert shares(told.paper("training")["training"]) == on_paper
    assert shares(told.paper("annual")["overview"]["training"]) == on_paper
    for one in told.status["training"]:
        assert abs(100 * one["trained"] / one["counted"] - on_paper[one["title"]]) < 0.1
        assert one["reached"] or "training-below-target" in told.found


def test_what_is_overdue(told: Told) -> None:
    def late(what: str) -> int:
        return sum(one["what"] == what for one in told.late)

    policies = sum(one["what"] == "review" and one["kind"] == "policies" for one in told.late)
    assert told.paper("policies")["overdue"] == told.board["policies"]["overdue"] == policies
    for planned in (told.paper("audits")["audits"]["planned"], told.board["audits"]["planned"]):
        assert sum(one["overdue"] for one in planned) == late("audit") == told.found.count("overdue-audit")
    for of in (told.paper("requests")["requests"], told.board["requests"]):
        assert of["total"]["overdue"] == late("request") == told.found.count("request-overdue")
    agenda = told.paper("group-agenda")
    actions = [one for one in (*agenda["own_actions"], *agenda["other_actions"]) if one["days_late"] > 0]
    assert len(actions) == late("action") == told.found.count("overdue-action")


def test_what_happened_and_which_clocks_run(told: Told) -> None:
    log = told.paper("incidents")
    assert len(log["counts"]["running"]) == len(told.status["clocks"]) == len(told.board["incidents"]["running"])
    assert log["counts"]["now"]["counts"]["incidents"] == len(log["incidents"])


def test_which_risks_there_are(told: Told) -> None:
    scores = [(one["title"], one["score"]) for one in told.paper("risks")["risks"]["risks"]]
    assert [(one["title"], one["score"]) for one in told.board["risks"]["risks"]] == scores


CAPACITY = [("gp-practice", ()), ("mutual", ()), ("trust", ()), ("trust", ("--unit", "adult-services"))]


@pytest.mark.parametrize(("sample", "options"), CAPACITY, ids=lambda one: "".join(one).replace("--", "-") or "whole")
def test_what_work_there_is_and_who_has_hours_for_it(igreg: Igreg, sample: str, options: tuple[str, ...]) -> None:
    folder = SAMPLES.parents[1] / "register" if sample == "trust" else SAMPLES / sample / "register"
    told = Told(igreg, folder, "2026-11-24")
    paper, plan = told.paper("capacity", *options), told.capacity(*options)

    def same(on_paper: Any, cell: Any) -> None:
        for figure in ("demand", "overdue", "supply"):
            assert on_paper[figure] == pytest.approx(cell[figure], abs=0.006), figure
        assert (on_paper["load"], on_paper["state"]) == (cell["load"], cell["state"])

    assert len(plan["months"]) == len(paper["totals"]) == 12
    for total, month, other in zip(paper["totals"], plan["months"], paper["not_weighed"], strict=True):
        same(total, month)
        assert other == pytest.approx(month["not_weighed"], abs=0.006)
    busy = [one for one in plan["roles"] if any(cell["demand"] for cell in one["months"])]
    assert len(paper["posts"]) == len(busy) > 1
    for post, role in zip(paper["posts"], busy, strict=True):
        for on_paper, cell in zip(post["months"], role["months"], strict=True):
            same(on_paper, cell)
    assert len(paper["short"]) == len({one["month"] for one in plan["cannot_hold"]})
    assert paper["guessed"] == plan["defaults_percent"]
    assert any(total["demand"] for total in paper["totals"])
