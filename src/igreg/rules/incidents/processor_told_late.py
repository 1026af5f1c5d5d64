"""A processor told us of a breach late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.incidents import concerning_people
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, day_or_minute, elapsed, who


@rule("IG618", Severity.WARNING, "law", "limits.processor-notice")
def check(ctx: Context) -> Iterator[Fault]:
    """Counted from when the processor knew, as the law is; else from when it happened, as a question (ruling B48)."""
    hours = ctx.number("processor-notice")
    for incident in concerning_people(ctx.register):
        processor = incident.processor
        if processor is None or processor.told_us is None:
            continue
        since = processor.aware if processor.aware is not None else incident.occurred
        if since is None:
            continue
        took = ctx.register.clock.minutes_between(since, processor.told_us)
        if took <= hours * 60:
            continue
        late = f"{who(ctx.register, processor.body)} told us {elapsed(took)} after"
        path = ("processor", "told_us")
        if processor.aware is not None:
            message = f"{late} it knew, later than {counted(hours, 'hour')}"
            help = "take it up with them; a contract says how soon they tell us (UK GDPR, Article 33(2))"
            yield incident.fault(path, message, help)
        else:
            message = f"{late} it happened ({day_or_minute(since)}), and nothing says when they knew"
            help = f"ask them, and write `aware:`; they have {counted(hours, 'hour')} from then on"
            yield replace(incident.fault(path, message, help), severity=Severity.INFO)
