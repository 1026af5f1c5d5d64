"""An NHS, CHI, H&C or National Insurance number anywhere in a file, comments included."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.register.excerpt import beginnings
from igreg.register.private_numbers import MOST_NUMBERS
from igreg.rules._rule import Context, rule
from igreg.rules._words import id_and_title


@rule("IG801", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    help = "take it out, here and from the Git history, and treat it as an incident if it is a real person's"
    for file, numbers in ctx.register.private_numbers.items():
        begun = beginnings(ctx.register, file)
        for index, (what, shown, place) in enumerate(numbers):
            record = begun.record_at(place.line)
            more = f"more than {MOST_NUMBERS} such numbers in this file: those from here on are not told one by one"
            message = f"{what}: {shown}" if index < MOST_NUMBERS else more
            yield Fault(Origin(file), (), message, help, *id_and_title(record), place=place, secret=True)
