"""A value in typographic quotation marks, which are part of the text."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.model.said import shown
from igreg.register.excerpt import stretches
from igreg.rules._rule import Context, rule
from igreg.rules._words import id_and_title
from igreg.source.slips.doubtful import typographic


@rule("IG117", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for file, (place, told, becomes), record in stretches(ctx.register, typographic):
        message = f"the quotation marks of {shown(told)} are typographic, and so part of the text"
        help = f"delete them, or type those of the keyboard: {becomes}" if len(becomes) <= 60 else "delete them"
        yield Fault(Origin(file), (), message, help, *id_and_title(record), place=place, becomes=becomes)
