"""An incident is closed while an action is not done."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.register.incidents import current
from igreg.rules._rule import Context, rule


@rule("IG611", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        if incident.status != "closed":
            continue
        for index, action in enumerate(incident.actions):
            if action.done is None:
                message = f"closed while the action {action.id!r} is not done: {action.what}"
                yield incident.fault(("actions", index), message, "finish it and write `done:`, or open the incident")
