"""A date of birth in a text."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.walk import texts
from igreg.register.identifiers import birth_dates, may_hold_birth_dates
from igreg.rules._rule import Context, rule


@rule("IG802", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    help = "take it out, here and from the history: a register needs nobody's birth date"
    register = ctx.register
    suspects = {file for file, text in register.sources.texts.items() if may_hold_birth_dates(text)}
    for file in sorted(suspects):
        for record in register.by_file.get(file, ()):
            for path, text in texts(record):
                if birth_dates(text):
                    yield record.fault(path, "a date of birth, as it seems", help)
