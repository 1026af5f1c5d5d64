"""A text without quotes is cut off by a number sign."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.model.messages import shown
from igreg.register.excerpt import beginnings
from igreg.rules._rule import Context, rule
from igreg.rules._words import id_and_title
from igreg.source.slips.doubtful import cut_short


@rule("IG118", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    unread = set(ctx.register.unread)
    for file, text in ctx.register.sources.texts.items():
        if file in unread:
            continue
        begun = None
        for place, told, becomes in cut_short(text):
            begun = begun or beginnings(ctx.register, file)
            who = id_and_title(begun.record_at(place.line))
            message = f"{shown(told)} is cut off: behind a blank, # begins a comment"
            help = f"put the text in quotes: {becomes}" if len(becomes) <= 80 else "put the whole text in quotes"
            yield Fault(
                Origin(file), (), message, f"{help}; for a comment type a blank behind the #", *who, place=place
            )
