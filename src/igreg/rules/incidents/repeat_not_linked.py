"""Two incidents of one type in one unit within three months, and the later does not name the earlier."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.model.kinds.incident import Incident
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG613", Severity.INFO)
def check(ctx: Context) -> Iterator[Fault]:
    window = ctx.span("repeat-window")
    last: dict[tuple[str, str], Incident] = {}
    dated = [i for i in current(ctx.register) if i.aware is not None and i.breach_type and i.unit]
    for incident in sorted(dated, key=lambda i: ctx.register.clock.instant(i.aware or ctx.now)):
        key = ((incident.breach_type or "").casefold(), incident.unit or "")
        earlier = last.get(key)
        last[key] = incident
        if earlier is None or earlier.aware is None or incident.aware is None or incident.repeat_of is not None:
            continue
        if window.after(ctx.register.clock.day_of(earlier.aware)) >= ctx.register.clock.day_of(incident.aware):
            unit = ctx.register.title(incident.unit)
            message = f"{incident.breach_type!r} in {unit} again, within {window} of {who(ctx.register, earlier.id)}"
            help = f"add `repeat_of: {earlier.id}`, or record an exception that says why it is none"
            yield incident.fault((), message, help)
