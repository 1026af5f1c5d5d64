"""Two incidents of one type in one unit within three months, and the later does not name the earlier."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import repeats
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG613", Severity.INFO, "toolkit", "limits.repeat-window")
def check(ctx: Context) -> Iterator[Fault]:
    window = ctx.span("repeat-window")
    for incident, earlier in repeats(ctx.register, window):
        if incident.repeat_of is not None:
            continue
        unit = ctx.register.title(incident.unit)
        message = f"{incident.breach_type!r} in {unit} again, within {window} of {who(ctx.register, earlier.id)}"
        help = f"add `repeat_of: {earlier.id}`, or record an exception that says why it is none"
        yield incident.fault((), message, help)
