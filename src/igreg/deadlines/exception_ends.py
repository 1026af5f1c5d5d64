"""Exceptions that end; an ended one stays until it is renewed or taken out (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.exceptions import RuleException


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[RuleException]]:
    for exception in as_of.register.of(RuleException):
        if exception.until is not None:
            why = f"{exception.rule} on {exception.record}: {exception.reason}"
            yield Deadline(exception, exception.until, why, ("until",), title=exception.rule)
