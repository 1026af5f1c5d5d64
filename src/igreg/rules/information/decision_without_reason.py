"""A Caldicott decision with no reason, or none of the principles."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.language.english import listed
from igreg.model.kinds.decisions import RecordedDecision
from igreg.rules._rule import Context, rule


@rule("IG828", Severity.WARNING, "toolkit", "ndg-guidance")
def check(ctx: Context) -> Iterator[Fault]:
    for decision in ctx.register.of(RecordedDecision):
        if decision.category != "caldicott" or decision.decided is None or decision.decided > ctx.today:
            continue
        wanted = {"reason": "no reason", "principles": "none of the eight principles"}
        lacking = [words for field, words in wanted.items() if decision.lacks(field)]
        if lacking:
            message = f"decided with {listed(lacking)}"
            yield decision.fault((), message, "write under `reason:` why, and under `principles:` which were weighed")
