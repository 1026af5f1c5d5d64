"""An exception names a rule that does not exist, or one that cannot be silenced."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.exception import RuleException
from igreg.model.messages import nearest
from igreg.rules._rule import Context, by_word, rule


@rule("IG904", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for exception in ctx.register.of(RuleException):
        if exception.rule is None:
            continue
        meant = by_word().get(exception.rule)
        if meant is None:
            near = nearest(exception.rule.lower(), by_word()) or nearest(exception.rule.upper(), by_word())
            message, help = f"no rule is called {exception.rule!r}", "see `igreg rules`"
            yield exception.fault(("rule",), message, f"did you mean '{near}'?" if near else help)
        elif not meant.can_be_silenced:
            message = f"{meant.name} ({meant.code}) cannot be silenced"
            yield exception.fault(("rule",), message, "put the fault right and take the exception out")
