"""An incident is closed while an action is not done."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import quoted


@rule("IG611", Severity.WARNING, "own", "practice", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        if incident.status != "closed":
            continue
        for index, action in enumerate(incident.actions):
            if action.done is None:
                message = f"closed while the action {quoted(action.what, action.id)} is not done"
                yield incident.fault(("actions", index), message, "finish it and write `done:`, or open the incident")
