"""An exception that silences nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from igreg.findings import Fault, Severity
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.kinds.exceptions import RuleException
from igreg.rules._rule import Context, by_word, rule
from igreg.rules._words import who

ENOUGH = 100
"""For how many names that nothing has the nearest is looked for; after that nobody reads suggestions."""


@rule("IG902", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    names = Names(ctx)
    for exception in ctx.register.of(RuleException):
        meant = by_word().get(exception.rule or "")
        if exception.id in ctx.used_exceptions or meant is None or not meant.can_be_silenced:
            continue
        if meant.only_named and ctx.since_review is None:
            continue  # what it would find was not looked for
        if exception.until is None or exception.until < ctx.today or exception.record is None:
            continue
        message = f"nothing that {meant.name} ({meant.code}) finds is about {who(ctx.register, exception.record)}"
        near = names.nearest(exception.record) if names.lack(exception.record) else None
        yield exception.fault((), message, did_you_mean(near, "take it out: the matter is settled, or the id is wrong"))


class Names:
    """What an exception may be for: the ids of the register, and what the facts call a function."""

    def __init__(self, ctx: Context) -> None:
        functions = ctx.facts.functions(ctx.register.organisation.type).needs
        self._known = {*ctx.register.kind_of, *ctx.register.areas, *functions, "organisation"}
        self._left = ENOUGH

    def lack(self, named: str) -> bool:
        """Whether nothing is called that: an exception for it may never have worked."""
        return named not in self._known and "/" not in named

    @property
    def is_enough(self) -> bool:
        """Whether the nearest is not looked for any more."""
        return self._left < 1

    def nearest(self, named: str) -> str | None:
        """The nearest to a name that nothing has, for the first of them; after that nothing."""
        self._left -= 1
        return nearest(named, self._sorted) if self._left >= 0 else None

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._known)
