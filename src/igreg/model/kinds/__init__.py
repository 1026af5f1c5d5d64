"""The list of kinds: their names, in the order of the format, and the model of each."""

from __future__ import annotations

import functools
import importlib

from igreg.model.base import Record

_MODELS = {
    "organisation": ("organisation", "Organisation"),
    "units": ("unit", "Unit"),
    "roles": ("role", "Role"),
    "staff": ("staff", "StaffMember"),
    "groups": ("group", "Group"),
    "meetings": ("meeting", "Meeting"),
    "flows": ("flow", "Flow"),
    "bodies": ("body", "Body"),
    "policies": ("policy", "Policy"),
    "guidance": ("guidance", "Guidance"),
    "courses": ("course", "Course"),
    "training-plans": ("training_plan", "TrainingPlan"),
    "training-records": ("training_record", "TrainingRecord"),
    "audits": ("audit", "Audit"),
    "incidents": ("incident", "Incident"),
    "risks": ("risk", "Risk"),
    "assets": ("asset", "Asset"),
    "sharing-agreements": ("sharing_agreement", "SharingAgreement"),
    "dpias": ("dpia", "Dpia"),
    "notices": ("notice", "Notice"),
    "communications": ("communication", "Communication"),
    "delegations": ("delegation", "Delegation"),
    "exceptions": ("exception", "RuleException"),
}

KINDS: tuple[str, ...] = tuple(_MODELS)
"""The names of all kinds."""

PARTS = ("actions", "findings")
"""What else has an id: actions and audit findings, which stand inside records (ruling A21)."""


@functools.cache
def model_of(kind: str) -> type[Record]:
    """The model of a kind; its module is loaded on first use, since most commands need only some kinds."""
    module, name = _MODELS[kind]
    found: type[Record] = getattr(importlib.import_module(f"igreg.model.kinds.{module}"), name)
    return found
