"""A line of accountability that national guidance advises against."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG207", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    siros = _ids(ctx, "siro")
    if siros:
        for guardian in ctx.tenure.roles_with.get("caldicott-guardian", ()):
            if siros & set(ctx.tenure.line(guardian)):
                message = f"{guardian.called} answers to the SIRO, whose decisions a Guardian must be free to question"
                yield guardian.fault(
                    ("accountable_to",), message, "let the Guardian answer to the board or chief executive"
                )
        for owner in ctx.tenure.roles_with.get("information-asset-owner", ()):
            line = ctx.tenure.line(owner)
            if not siros & set(line) and not ctx.tenure.is_broken(line):
                message = f"{owner.called} owns information assets and does not answer to the SIRO"
                yield owner.fault(("accountable_to",), message, "lead `accountable_to` up to the SIRO")
    chiefs = _ids(ctx, "chief-executive")
    if chiefs:
        for siro in ctx.tenure.roles_with.get("siro", ()):
            line = ctx.tenure.line(siro)
            if not chiefs & set(line) and not ctx.tenure.is_broken(line):
                message = f"{siro.called} does not answer to the chief executive"
                yield siro.fault(("accountable_to",), message, "lead `accountable_to` up to the chief executive")


def _ids(ctx: Context, function: str) -> set[str | None]:
    return {role.id for role in ctx.tenure.roles_with.get(function, ())}
