"""A text without quotes is cut off by a number sign, or holds a remark that stands too close."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.model.said import shown
from igreg.register.excerpt import stretches
from igreg.rules._rule import Context, rule
from igreg.rules._words import id_and_title
from igreg.source.slips.doubtful import cut_short, too_close


@rule("IG118", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for file, (place, told, becomes), record in stretches(ctx.register, cut_short):
        message = f"{shown(told)} is cut off: behind a blank, # begins a comment"
        help = f"put the text in quotes: {becomes}" if len(becomes) <= 80 else "put the whole text in quotes"
        help = f"{help}; for a comment type a blank behind the #"
        yield Fault(Origin(file), (), message, help, *id_and_title(record), place=place)
    for file, (place, told, becomes), record in stretches(ctx.register, too_close):
        message = f"{shown(told)} is part of the text: no space stands before the #"
        help = "type a space before it where a remark begins; else put the whole text in quotes"
        help = f"for a remark write: {becomes}; else put the text in quotes" if len(becomes) <= 80 else help
        yield Fault(Origin(file), (), message, help, *id_and_title(record), place=place)
