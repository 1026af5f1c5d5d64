"""A date of birth in a text."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.register.identifiers import birth_dates, place_of
from igreg.rules._rule import Context, rule
from igreg.rules._words import named


@rule("IG802", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    lines = {line.file for line in ctx.register.training}
    for file, text in ctx.register.sources.texts.items():
        if file in lines and "notes" not in text:
            continue  # ids and days only, and by far the most of them
        for start, end in birth_dates(text):
            place = place_of(text, start, end)
            record = ctx.register.record_at(file, place.line)
            message = "a date of birth, as it seems"
            help = "take it out, here and from the history: a register needs nobody's birth date"
            yield Fault(Origin(file), (), message, help, *named(record), place=place)
