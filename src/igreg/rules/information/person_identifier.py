"""An NHS, CHI, H&C or National Insurance number anywhere in a file, comments included."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.register.identifiers import person_numbers, place_of
from igreg.rules._rule import Context, rule
from igreg.rules._words import named


@rule("IG801", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for file, text in ctx.register.sources.texts.items():
        for kind, start, end in person_numbers(text):
            place = place_of(text, start, end)
            record = ctx.register.record_at(file, place.line)
            message = f"{kind}: {text[start : start + 2]}{'.' * 6}"
            help = "take it out, here and from the Git history, and treat it as an incident if it is a real person's"
            yield Fault(Origin(file), (), message, help, *named(record), place=place, secret=True)
