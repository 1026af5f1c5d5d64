"""leave, done and completion with the kinds of the second half: returns, processing, money, requests and the like.

One small register has a record of each that is open, and beside it one of each that is over. Ben holds the role that
answers for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from igreg.cli.app import app
from igreg.cli.complete import ids, reviewed
from igreg.model.kinds import model_of
from igreg.model.shared import Action
from igreg.model.walk import can_hold
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")

REGISTER = {
    "organisation.yaml": "name: Example\ntype: other\ntop: chief\n",
    "roles.yaml": "- {id: chief, title: Chief executive, holders: [{staff: a, from: 2020-01-01}]}\n"
    "- {id: lead, title: IG lead, accountable_to: chief, holders: [{staff: b, from: 2020-01-01}]}\n",
    "staff.yaml": "- {id: a, name: Ada}\n- {id: b, name: Ben, skills: [{skill: SK-1, level: 2, on: 2026-01-05}]}\n",
    "bodies.yaml": "- {id: hospital, name: Hospital}\n",
    "assessments.yaml": "- id: AS-1\n  title: Standards 2026\n  framework: ndg-standards\n  owner: lead\n"
    "  answers: [{item: ndg-1}]\n"
    "  actions:\n  - {id: AS-1-1, what: Read the handbook, owner: lead, due: 2026-12-01}\n"
    "  - {id: AS-1-2, what: Ask the board, owner: chief, due: 2026-12-01}\n"
    "- {id: AS-2, title: Standards of the board, framework: ndg-standards, owner: chief, answers: [{item: ndg-2, owner: lead}]}\n"
    "- {id: AS-0, title: Standards 2025, framework: ndg-standards, owner: lead, status: published, published: 2025-06-30}\n",
    "processing.yaml": "- {id: PR-1, title: Care, owner: lead, our_role: controller}\n",
    "data-flows.yaml": "- {id: DF-1, title: Referrals, from: lead, to: [hospital], what: letters, owner: lead}\n"
    "- {id: DF-0, title: Faxes, from: lead, to: [hospital], what: faxes, owner: lead, end: 2025-03-31}\n",
    "decisions.yaml": "- {id: DE-1, title: Fire service, category: caldicott, asked: 2026-10-12, by: lead}\n",
    "requests.yaml": "- id: RQ-1\n  title: Care record\n  category: subject-access\n  received: 2026-11-02\n  handler: lead\n"
    "  actions: [{id: RQ-1-1, what: Search the archive, owner: b, due: 2026-11-27}]\n"
    "- {id: RQ-2, title: Laptops, category: freedom-of-information, received: 2026-11-02, handler: b}\n"
    "- {id: RQ-0, title: Old, category: erasure, received: 2026-03-02, handler: lead, responded: 2026-03-20}\n"
    "- {id: RQ-W, title: Withdrawn, category: erasure, received: 2026-11-02, handler: b, outcome: withdrawn}\n",
    "skills.yaml": "- {id: SK-1, title: Risk assessment}\n",
    "engagements.yaml": "- id: EN-1\n  title: Survey\n  date: 2026-09-14\n  with: [carers]\n  owner: lead\n"
    "  changed: [{what: A table, by: lead, due: 2026-12-31}]\n"
    "- {id: EN-2, title: Forum, date: 2026-09-14, with: [carers], owner: chief,"
    " changed: [{what: Tea, by: lead}, {what: Ramp, by: lead, done: 2026-10-01}]}\n"
    "- {id: EN-3, title: Vote, date: 2026-09-14, with: [carers], owner: chief,"
    " changed: [{what: Board, by: lead, done: 2026-10-01}]}\n",
    "budgets.yaml": "- {id: BU-1, title: Governance, year: 2026-27, owner: lead, lines: [{what: Days, planned: 450.50}]}\n",
    "contracts.yaml": "- {id: CO-1, title: Records system, with: hospital, owner: lead, end: 2029-03-31}\n"
    "- {id: CO-0, title: Old system, with: hospital, owner: lead, end: 2025-03-31}\n",
}
RECORDS = {
    "assessments": {"AS-0", "AS-1", "AS-2"},
    "processing": {"PR-1"},
    "data-flows": {"DF-0", "DF-1"},
    "decisions": {"DE-1"},
    "requests": {"RQ-0", "RQ-1", "RQ-2", "RQ-W"},
    "skills": {"SK-1"},
    "engagements": {"EN-1", "EN-2", "EN-3"},
    "budgets": {"BU-1"},
    "contracts": {"CO-0", "CO-1"},
}
ACTIONS = {"assessments": "AS-1-1", "requests": "RQ-1-1"}


@pytest.fixture
def small(write: Write) -> Path:
    return write(REGISTER)


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


def test_whoever_leaves_is_told_what_of_each_kind_is_theirs(small: Path, igreg: Igreg) -> None:
    ran = igreg("leave", "b", "--on", "2026-12-10", "--register", small, *DAY, "--dry-run")
    assert ran.out.split("\n---")[0].splitlines() == [
        "Ben on 2026-12-10:",
        "  holds IG lead (lead); nobody else does",
        "    answers for the assessment Standards 2026 (AS-1)",
        "    answers items of Standards of the board (AS-2)",
        "    handles Care record (RQ-1)",
        "    answers for the processing Care (PR-1)",
        "    answers for the data flow Referrals (DF-1)",
        "    answers for the contract Records system (CO-1)",
        "    answers for the engagement Survey (EN-1)",
        "    sees to a change after Survey (EN-1)",
        "    sees to a change after Forum (EN-2)",
        "    decided Fire service (DE-1)",
        "    answers for the budget Governance (BU-1)",
        "  owes the action AS-1-1 of AS-1, due 2026-12-01: Read the handbook",
        "  owes the action RQ-1-1 of RQ-1, due 2026-11-27: Search the archive",
        "  handles Laptops (RQ-2)",
    ]


@pytest.mark.parametrize("kind", RECORDS)
def test_ids_of_each_kind_are_offered_with_their_titles(kind: str, small: Path) -> None:
    at = typer.Context(click.Command("x"))
    at.params["register"] = small
    assert {id for id, title in ids(kind)(at, "") if title} == RECORDS[kind]
    assert {id for id, _ in ids()(at, min(RECORDS[kind])[:3])} >= RECORDS[kind]
    can_be = "review" in model_of(kind).model_fields
    assert ({id for id, _ in reviewed(at, "")} >= RECORDS[kind]) == can_be


@pytest.mark.parametrize("kind", RECORDS)
def test_the_shell_completes_show_and_review(kind: str, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    one = min(RECORDS[kind])
    for command in ("show", "review") if "review" in model_of(kind).model_fields else ("show",):
        words = {"_IGREG_COMPLETE": "complete_bash", "COMP_WORDS": f"igreg {command} {one[:-1]}", "COMP_CWORD": "2"}
        offered = CliRunner().invoke(app, [], env=words, prog_name="igreg").output.split()
        assert RECORDS[kind] <= set(offered)


def test_the_kinds_that_have_actions_are_these() -> None:
    assert {kind for kind in RECORDS if can_hold(model_of(kind), Action)} == set(ACTIONS)


@pytest.mark.parametrize("kind", ACTIONS)
def test_an_action_of_each_kind_is_done_and_no_more_owed(kind: str, small: Path, igreg: Igreg) -> None:
    id, before = ACTIONS[kind], content(small)
    at = typer.Context(click.Command("x"))
    at.params["register"] = small
    assert id in [offered for offered, _ in ids("actions")(at, "")]
    ran = igreg("done", id, "--outcome", "All seen", "--register", small, *DAY)
    assert ran.code == 0, ran.err
    assert ran.out == f"Done: {id} of {id[:4]}, on 2026-11-24\n"
    after = content(small)
    assert [name for name in after if after[name] != before[name]] == [f"{kind}.yaml"]
    assert after[f"{kind}.yaml"].count("done: 2026-11-24, outcome: All seen") == 1
    assert id not in [offered for offered, _ in ids("actions")(at, "")]
    assert id not in igreg("leave", "b", "--on", "2026-12-10", "--register", small, *DAY, "--dry-run").out
    assert igreg("done", id, "--register", small, *DAY).code == 2


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_a_record_itself_is_no_action(kind: str, small: Path, igreg: Igreg) -> None:
    ran = igreg("done", min(RECORDS[kind]), "--register", small, *DAY)
    assert ran.code == 2
    assert "is none of the actions" in ran.err
