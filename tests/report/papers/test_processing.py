"""The record of processing activities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from igreg.analysis.incidents import breaches
from igreg.exchange.columns.heads import rows
from igreg.model.kinds.incidents import Incident
from igreg.register.register import Register
from igreg.report import article_30
from igreg.report.ico_columns import CONTROLLER, NOT_HELD, PROCESSOR, controller_row, processor_row
from igreg.report.paper import Points, Table
from igreg.report.papers.processing import paper, sheets, values
from tests.report.asking import asked, markdown

REGISTER = """
# file: organisation.yaml
{name: Example, type: other, website: example.org, ico_registration: {number: Z1}}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: roles.yaml
- {id: dpo, title: DPO, function: dpo, public_contact: dpo@example.org, holders: [{staff: ann, from: 2020-01-01}]}
# file: bodies.yaml
- {id: acme, name: Acme Ltd, contact: acme.example}
- {id: twin, name: Twin Trust}
# file: policies.yaml
- {id: POL, title: Security policy, owner: dpo}
# file: contracts.yaml
- {id: C-1, title: Hosting, with: acme, owner: dpo, start: 2020-01-01, document: {path: docs/c1.md}}
- {id: C-2, title: Over, with: acme, owner: dpo, start: 2020-01-01, end: 2026-11-23}
# file: dpias.yaml
- {id: D-1, title: The system, owner: dpo, assets: [A-1], decision: proceed-with-conditions, document: {path: docs/d1.md}}
# file: assets.yaml
- {id: A-1, name: System, owner: dpo, personal_data: true, location: London}
- {id: A-2, name: Box, owner: dpo, personal_data: true, purposes: [Pay], outside_uk: true, safeguards: IDTA, supplier: acme, location: Cellar}
- {id: A-3, name: Plans, owner: dpo, personal_data: false}
# file: incidents.yaml
- {id: I-1, title: Lost, aware: 2026-05-01, assets: [A-1]}
- {id: I-2, title: Nearly, aware: 2026-05-01, assets: [A-1], near_miss: true}
# file: processing.yaml
- id: R-1
  title: Care
  owner: dpo
  our_role: joint-controller
  controllers: [twin]
  purposes: [Treat, Plan]
  lawful_basis: [6(1)(e)]
  condition: ["9(2)(h), DPA 2018 Schedule 1", 9(2)(a)]
  subjects: [Patients]
  categories: [Health]
  special_category: true
  recipients: [twin]
  recipient_categories: [Courts]
  transfers: [{country: Peru, to: acme, safeguard: IDTA}, {country: Chad}]
  retention: 8 years
  security: [POL, Locks]
  processors: [acme]
  assets: [A-1]
  dpia: D-1
  source: Patients
  automated_decisions: none
- {id: R-2, title: Payroll, owner: dpo, our_role: processor, controllers: [acme], categories: [Pay]}
- {id: R-3, title: Unsaid, owner: dpo}
"""


def test_ours_as_controller_and_as_processor() -> None:
    found = values(asked(REGISTER))
    assert [[one.id for one in part] for part in (found.controller, found.processor, found.unsaid)] == [
        ["R-1", "A-2"],
        ["R-2"],
        ["R-3"],
    ]
    assert (found.registration, found.website) == ("Z1", "example.org")
    assert [(one.name, one.contact) for one in found.officers] == [("DPO (Ann Lee)", "dpo@example.org")]


def test_what_belongs_to_an_activity() -> None:
    one = values(asked(REGISTER)).controller[0]
    assert one.controllers == ("Twin Trust",) and one.processors == ("Acme Ltd, acme.example",)
    assert one.contracts == ("Hosting: docs/c1.md",)
    assert one.recipients == ("Twin Trust", "Courts") and one.security == ("Security policy", "Locks")
    assert [(to.country, to.to, to.safeguard) for to in one.transfers] == [
        ("Peru", "Acme Ltd", "IDTA"),
        ("Chad", "", ""),
    ]
    assert one.schedule == ("9(2)(h), DPA 2018 Schedule 1",)
    assert (one.dpia, one.dpia_state, one.breaches) == ("The system", "proceed with conditions", ("I-1",))
    assert (one.locations, one.missing) == (("London",), ())


def test_an_asset_that_no_record_names() -> None:
    one = values(asked(REGISTER)).controller[1]
    assert (one.is_asset, one.purposes, one.processors) == (True, ("Pay",), ("Acme Ltd, acme.example",))
    assert [(to.country, to.safeguard) for to in one.transfers] == [("a country that is not recorded", "IDTA")]
    assert one.missing == (
        "about whom",
        "which data",
        "who receives them",
        "how long they are kept",
        "what keeps them safe",
    )


def test_the_spreadsheet_has_the_columns_of_the_template() -> None:
    first, second, *_ = sheets(values(asked(REGISTER))).parts
    table, other = first.blocks[0], second.blocks[0]
    assert isinstance(table, Table) and isinstance(other, Table)
    assert len(CONTROLLER) == 30 and tuple(one.title for one in table.columns) == CONTROLLER
    row = dict(zip(CONTROLLER, table.rows[0], strict=True))
    assert row["Business function"] == "Care" and row["Purpose of processing"] == "Treat; Plan"
    assert row["Categories of recipients"] == "Twin Trust; Courts"
    assert row["Has a personal data breach occurred?"] == "Yes"
    assert row["Data Protection Act 2018 Schedule 1 Condition for processing"] == "9(2)(h), DPA 2018 Schedule 1"
    assert row["Link to Data Protection Impact Assessment"] == "docs/d1.md"
    assert row["Rights available to individuals"] is None
    assert dict(zip(CONTROLLER, table.rows[1], strict=True))["Has a personal data breach occurred?"] == "None recorded"
    assert tuple(one.title for one in other.columns) == PROCESSOR
    assert other.rows == (("Acme Ltd, acme.example", None, "Payroll: Pay", "Hosting: docs/c1.md", "", "", ""),)


def test_an_import_knows_every_column_of_the_template() -> None:
    known = {head for row in rows("processing") for head in row["heads"]}
    for head in CONTROLLER:
        bare = head.split(" (if ")[0].rstrip("?").replace(",", "").casefold()
        assert any(bare == one.replace(",", "") for one in known), head


def test_on_paper_what_is_missing_is_said() -> None:
    text = markdown("processing", asked(REGISTER))
    assert "4 processing activities: 2 we decide on, 1 we carry out for others, and of 1 nobody has said which." in text
    assert "1 of those is an information asset with personal data that no record of processing names." in text
    assert "- Payroll: what keeps them safe" in text
    assert "| What keeps them safe | not recorded; Article 30 asks for it |" in text
    assert "Nobody has said whether we decide on it" in text
    assert [part.title for part in paper(values(asked(REGISTER))).parts[2:]] == ["Care", "Box", "Payroll", "Unsaid"]


def test_nothing_is_recorded() -> None:
    text = markdown("processing", asked(""))
    assert "No processing activity is recorded." in text and "none is named in the register" in text
    assert "register of fee payers: not recorded" in text


def test_nobody_is_named() -> None:
    text = markdown("processing", asked(REGISTER, names=False))
    assert "Ann" not in text and "DPO (a member of staff)" in text


def test_the_columns_that_are_left_empty_are_named_and_no_other() -> None:
    *_, last = sheets(values(asked(REGISTER))).parts
    assert last.title == "Left empty: not held in the register" and last.blocks == (Points(NOT_HELD),)
    found = values(asked(REGISTER)).controller[0]
    texts = ("purposes", "lawful_basis", "condition", "schedule", "subjects", "categories", "recipients", "security")
    full = replace(found, **dict.fromkeys(texts, ("x",)), controllers=("x",), breaches=("x",), dpia="x")
    row = dict(zip(CONTROLLER, controller_row(full), strict=True))
    row |= dict(zip(PROCESSOR, processor_row(full), strict=True))
    assert {head for head, cell in row.items() if cell is None} == set(NOT_HELD)
    page = (Path(__file__).parents[3] / "docs" / "reports.md").read_text(encoding="utf-8")
    assert [head for head in NOT_HELD if f"| {head} |" not in page] == []


def test_what_is_beside_assets_is_gathered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []

    def looking(register: Register) -> Iterator[Incident]:
        looked.append(register)
        return breaches(register)

    monkeypatch.setattr(article_30, "breaches", looking)
    more = "".join(f"- {{id: B-{n}, name: Box, owner: dpo, personal_data: true}}\n" for n in range(30))
    found = values(asked(f"{REGISTER}# file: assets/more.yaml\n{more}"))
    assert sum(1 for one in found.controller if one.is_asset) == 31
    assert len(looked) == 1
