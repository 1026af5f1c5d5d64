"""An NHS, CHI, H&C or National Insurance number anywhere in a file, comments included."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import named


@rule("IG801", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    help = "take it out, here and from the Git history, and treat it as an incident if it is a real person's"
    for file, numbers in ctx.register.person_numbers.items():
        for what, shown, place in numbers:
            record = ctx.register.record_at(file, place.line)
            yield Fault(Origin(file), (), f"{what}: {shown}", help, *named(record), place=place, secret=True)
