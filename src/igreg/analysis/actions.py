"""Actions wherever they stand: in audits' findings, incidents, meetings and risks."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.shared import Action
from igreg.model.walk import actions
from igreg.register.register import Register


def open_actions(register: Register) -> Iterator[tuple[Record, KeyPath, Action]]:
    """Every action that is not done, with its record and path. Withdrawn incidents are passed over (ruling A75)."""
    for kind in ("audits", "incidents", "meetings", "risks"):
        for record in register.kinds.get(kind, ()):
            if kind == "incidents" and getattr(record, "status", None) == "withdrawn":
                continue
            for path, action in actions(record):
                if action.done is None:
                    yield record, path, action
