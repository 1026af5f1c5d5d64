"""An exception that silences nothing."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.kinds.exceptions import RuleException
from igreg.rules._rule import Context, by_word, rule
from igreg.rules._words import who


@rule("IG902", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for exception in ctx.register.of(RuleException):
        meant = by_word().get(exception.rule or "")
        if exception.id in ctx.used_exceptions or meant is None or not meant.can_be_silenced:
            continue
        if meant.only_named and ctx.since_review is None:
            continue  # what it would find was not looked for
        if exception.until is None or exception.until < ctx.today or exception.record is None:
            continue
        message = f"nothing that {meant.name} ({meant.code}) finds is about {who(ctx.register, exception.record)}"
        yield exception.fault((), message, _help(ctx, exception.record))


def _help(ctx: Context, named: str) -> str:
    """What to do about an exception for a record that no finding is about."""
    return did_you_mean(meant_instead(ctx, named), "take it out: the matter is settled, or the id is wrong")


def meant_instead(ctx: Context, named: str) -> str | None:
    """The nearest id, where nothing of the register or the facts is called that: it may never have worked."""
    functions = ctx.facts.functions(ctx.register.organisation.type).needs
    known = {*ctx.register.kind_of, *ctx.register.areas, *functions, "organisation"}
    return nearest(named, sorted(known)) if named not in known and "/" not in named else None
