"""An exception that silences nothing."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.exception import RuleException
from igreg.rules._rule import Context, by_word, rule


@rule("IG902", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for exception in ctx.register.of(RuleException):
        meant = by_word().get(exception.rule or "")
        if exception.id in ctx.used_exceptions or meant is None or not meant.can_be_silenced:
            continue
        if exception.until is None or exception.until < ctx.today or exception.record is None:
            continue
        message = f"nothing that {meant.name} ({meant.code}) finds is about {exception.record!r}"
        yield exception.fault((), message, "take it out: the matter is settled, or the id is wrong")
