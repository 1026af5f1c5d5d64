"""An exception names a rule that does not exist, or one that cannot be silenced."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.exceptions import RuleException
from igreg.rules._rule import Context, by_word, rule, rule_hint


@rule("IG904", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for exception in ctx.register.of(RuleException):
        if exception.rule is None:
            continue
        meant = by_word().get(exception.rule)
        if meant is None:
            yield exception.fault(("rule",), f"no rule is called {exception.rule!r}", _help(exception.rule))
        elif not meant.can_be_silenced:
            message = f"{meant.name} ({meant.code}) cannot be silenced"
            yield exception.fault(("rule",), message, "put the fault right and take the exception out")


def _help(word: str) -> str:
    """The nearest rule; for the beginning of codes that an exception is from one rule."""
    if any(code.startswith(word.upper()) and code != word.upper() for code in by_word()):
        return "an exception is from one rule, not from a family; see `igreg rules`"
    return rule_hint(word, "see `igreg rules`")
