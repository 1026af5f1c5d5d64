"""Audits: the planned ones on their day, the repeating ones by their interval (ruling A72)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.audits import is_planned
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import every
from igreg.model.kinds.audits import Audit


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Audit]]:
    for audit in as_of.register.of(Audit):
        if audit.planned is not None and is_planned(audit):
            yield Deadline(audit, audit.planned, "planned", every=audit.every)
        elif audit.performed is not None and audit.every is not None and audit.status != "cancelled":
            why = f"{every(audit.every)}, last performed {audit.performed}"
            day = audit.every.after(audit.performed)
            yield Deadline(audit, day, why, last=audit.performed, every=audit.every)
