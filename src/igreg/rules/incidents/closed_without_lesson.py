"""An incident is closed with no root cause or no lesson."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed

_WORDS = {"root_cause": "root cause", "lessons": "lesson"}


@rule("IG609", Severity.WARNING, "own", "mission", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        if incident.status != "closed":
            continue
        missing = [field for field in _WORDS if incident.lacks(field)]
        if missing:
            message = f"closed with no {listed((_WORDS[field] for field in missing), 'and no')}"
            help = f"add {listed(f'`{field}:`' for field in missing)}, or open it again"
            yield incident.fault((), message, help)
