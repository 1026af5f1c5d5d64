"""A processor told us of a breach late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.contracts import they_tell_within
from igreg.analysis.incidents import concerning_people
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, day_or_minute, elapsed, who


@rule("IG618", Severity.WARNING, "law", "limits.processor-notice")
def check(ctx: Context) -> Iterator[Fault]:
    """Counted from when the processor knew, as the law is; else from when it happened, as a question (ruling B48)."""
    clock = ctx.register.clock
    for incident in concerning_people(ctx.register):
        processor = incident.processor
        if processor is None or processor.told_us is None:
            continue
        since = processor.aware if processor.aware is not None else incident.occurred
        if since is None:
            continue
        hours, contract = _hours(ctx, processor.body, clock.day_of(since))
        took = clock.minutes_between(since, processor.told_us)
        if took <= hours * 60:
            continue
        late = f"{who(ctx.register, processor.body)} told us {elapsed(took)} after"
        limit = f"{counted(hours, 'hour')}{contract}"
        path = ("processor", "told_us")
        if processor.aware is not None:
            message = f"{late} it knew, later than {limit}"
            help = "take it up with them; a contract says how soon they tell us (UK GDPR, Article 33(2))"
            yield incident.fault(path, message, help)
        else:
            message = f"{late} it happened ({day_or_minute(since)}), and nothing says when they knew"
            help = f"ask them, and write `aware:`; they have {limit} from then on"
            yield replace(incident.fault(path, message, help), severity=Severity.INFO)


def _hours(ctx: Context, body: str | None, day: dt.date) -> tuple[float, str]:
    """The hours that a processor has, and the contract that says so; without one those of the facts."""
    found = they_tell_within(ctx.register, body, day)
    if found is None:
        return ctx.number("processor-notice"), ""
    within, contract = found
    return within.hours_from(day), f" by {contract.called}"
