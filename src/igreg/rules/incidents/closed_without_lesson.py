"""An incident is closed with no root cause or no lesson."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.register.incidents import current
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG609", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        if incident.status != "closed":
            continue
        missing = [
            word for word, value in (("root cause", incident.root_cause), ("lesson", incident.lessons)) if not value
        ]
        if missing:
            message = f"closed with no {listed(missing, 'and no')}"
            fields = [f"`{word.replace(' ', '_')}:`" for word in missing]
            help = f"add {listed(fields).replace('`lesson:`', '`lessons:`')}, or open it again"
            yield incident.fault((), message, help)
