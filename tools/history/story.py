"""What was committed when and by whom, and what of it the dates of the sample do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HEAD_OF_IG = "Anita Farrow"
MANAGER = "Oliver Bramwell"


@dataclass(frozen=True)
class Was:
    """A field of a record that read otherwise before the commit; None where it was not there."""

    record: str
    field: str
    value: Any


@dataclass(frozen=True)
class Said:
    """A text of a document that read otherwise before the commit."""

    document: str
    now: str
    was: str


@dataclass(frozen=True)
class Renamed:
    """An id that was another before the commit."""

    now: str
    was: str


@dataclass(frozen=True)
class Ended:
    """A record that stood at the end of a list until the commit, and not any more."""

    file: str
    text: str


@dataclass(frozen=True)
class Began:
    """The record that stands at the end of a list from the commit on, until one that is `Ended`."""

    file: str
    text: str


@dataclass(frozen=True)
class InOneFile:
    """A folder that was one file with a list before the commit."""

    folder: str


@dataclass(frozen=True)
class Brought:
    """A file that a branch brought: it is not on the main line before the commit that merges it."""

    file: str


Undo = Was | Said | Renamed | Ended | Began | InOneFile | Brought


@dataclass(frozen=True)
class Commit:
    """One commit of the main line: its day, who wrote it and why, and what is undone to come to the state before it."""

    day: str
    author: str
    message: str
    undo: tuple[Undo, ...] = ()
    written: str = ""
    """The day on which it was written, where it was committed later."""
    breaks: tuple[str, str, str] | None = None
    """A file that it broke: what stands there, and what was typed."""
    branch: tuple[tuple[str, str, str, float], ...] = ()
    """Commits of a branch that it merges: day, author, message, and how much of the files was there by then."""


_EXCEPTION = """\
- id: EX-2025-01
  rule: no-deputy
  record: foi-lead
  reason: The deputy's post is advertised; requests wait when the manager is on leave, and people are told so.
  approved_by: siro
  approved_on: 2025-03-03
  until: 2025-09-30
  compensating: The Head of Information Governance opens the mailbox each day.
"""

COMMITS: Sequence[Commit] = (
    Commit("2024-11-25", HEAD_OF_IG, "Begin the register: who leads on what, policies, systems, staff"),
    Commit("2024-12-09", MANAGER, "Audits and spot checks since the autumn"),
    Commit("2025-01-22", MANAGER, "Information Governance Group of January"),
    Commit("2025-02-10", MANAGER, "Requests from the police: protocol reviewed, version 2.0"),
    Commit(
        "2025-03-04",
        HEAD_OF_IG,
        "Exception: no deputy for access to information until the post is filled",
        (Began("exceptions.yaml", _EXCEPTION),),
    ),
    Commit("2025-03-21", HEAD_OF_IG, "Information governance policy reviewed by the board, version 6.0"),
    Commit("2025-04-08", MANAGER, "Training records from the learning system"),
    Commit("2025-05-30", HEAD_OF_IG, "Strategy 2025 to 2028, and the group's new terms"),
    Commit("2025-06-13", MANAGER, "Incident INC-2025-05 reported"),
    Commit("2025-06-27", HEAD_OF_IG, "Toolkit 2024-25 published: approaching standards"),
    Commit("2025-07-23", MANAGER, "Information Governance Group of July"),
    Commit("2025-08-06", MANAGER, "INC-2025-05 closed"),
    Commit("2025-09-02", HEAD_OF_IG, "A deputy for access to information"),
    Commit(
        "2025-09-03",
        HEAD_OF_IG,
        "The exception for access to information is no longer needed",
        (Ended("exceptions.yaml", _EXCEPTION),),
    ),
    Commit(
        "2025-09-16", MANAGER, "Policies: one file each, so that each owner changes their own", (InOneFile("policies"),)
    ),
    Commit(
        "2025-09-30",
        MANAGER,
        "The Head of ICT is the Head of Digital Services: id renamed",
        (Renamed("head-of-digital", "head-of-ict"),),
    ),
    Commit("2025-10-14", MANAGER, "A new training officer; training records"),
    Commit("2025-11-20", MANAGER, "Confidentiality policy reviewed; acceptable use, version 4.0"),
    Commit("2025-12-02", MANAGER, "Audits of the autumn"),
    Commit("2025-12-15", HEAD_OF_IG, "The SIRO retires; Joanna Whitlock acts from 1 January"),
    Commit("2026-01-16", MANAGER, "Incident INC-2026-01 reported: addresses of 61 parents"),
    Commit("2026-01-27", MANAGER, "INC-2026-01: what was done first; group of January"),
    Commit(
        "2026-02-11",
        MANAGER,
        "Incident INC-2026-02 of a supplier; security policy reviewed",
        breaks=("incidents/2026/INC-2026-02.yaml", "effects: [", "effects: [[confidentiality, "),
    ),
    Commit("2026-02-12", MANAGER, "Mend INC-2026-02, a bracket too many"),
    Commit("2026-03-18", MANAGER, "Information Governance Group of March"),
    Commit("2026-03-27", HEAD_OF_IG, "Board of March: training needs analysis endorsed"),
    Commit(
        "2026-04-14",
        HEAD_OF_IG,
        "Nadia Rahman is SIRO since 1 April (board minute 2026/14), written down late",
        written="2026-04-13",
    ),
    Commit("2026-04-29", MANAGER, "Training records; who acts for school nursing; safe sending, version 4.0"),
    Commit(
        "2026-05-05",
        HEAD_OF_IG,
        "Restructuring: information governance is one team in Corporate Affairs",
        (
            Was("ig-team", "parent", "finance-digital"),
            Was("records-manager", "accountable_to", "head-of-digital"),
            Was("records-manager", "unit", "digital-services"),
            Was("foi-lead", "accountable_to", "director-corporate-affairs"),
            Was("foi-lead", "unit", "corporate-affairs"),
            Was("ra-manager", "accountable_to", "cdio"),
            Was("ra-manager", "unit", "digital-services"),
        ),
    ),
    Commit("2026-05-13", MANAGER, "INC-2026-01 closed, with its lesson"),
    Commit(
        "2026-06-03",
        HEAD_OF_IG,
        "Merge the map of data flows",
        (Brought("data-flows.yaml"),),
        branch=(
            ("2026-05-18", MANAGER, "Data flows of the clinical systems", 0.5),
            ("2026-06-01", MANAGER, "Data flows: the rest", 1),
        ),
    ),
    Commit("2026-06-05", HEAD_OF_IG, "Information risk policy: review done"),
    Commit("2026-06-26", HEAD_OF_IG, "Complaints are in the data protection policy; toolkit published, standards met"),
    Commit(
        "2026-07-23",
        MANAGER,
        "Network security: the window for changes is on Thursdays",
        (
            Said(
                "policies/POL-013-network-security.md",
                "Changes are made in the agreed window, with a rehearsed way back.",
                "Changes are made in the agreed window.",
            ),
        ),
    ),
    Commit("2026-08-05", MANAGER, "A second privacy officer, for the child health system"),
    Commit(
        "2026-09-02",
        HEAD_OF_IG,
        "The data quality lead has left: the post is vacant, the policy is the CDIO's meanwhile",
        (Was("POL-009", "owner", "data-quality-lead"),),
    ),
    Commit("2026-10-06", HEAD_OF_IG, "The deputy DPO has left"),
    Commit("2026-11-24", MANAGER, "Incidents, minutes and training of the autumn"),
)
