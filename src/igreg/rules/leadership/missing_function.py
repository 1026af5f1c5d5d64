"""A function that this type of organisation needs is held by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.functions import unfilled_needs
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import are_not_there, are_vacant, listed

_MUST = {"required": "must have", "expected": "is expected to have", "optional": "may have"}


@rule("IG202", Severity.ERROR, "law", "uk-gdpr", "ndg-guidance", "nhs-contract", "foia", "foisa", "care-hub")
def check(ctx: Context) -> Iterator[Fault]:
    for need, roles in unfilled_needs(ctx):
        gone = [role for role in ctx.tenure.gone_roles if need.function in role.all_functions] if not roles else []
        state = f"no role has the function '{need.function}'"
        if roles or gone:
            state = are_vacant(roles) if roles else are_not_there(gone, ctx.today)
        rests_on = need.source
        if need.elsewhere is not None:
            rests_on = f"good practice, no rule here for {need.elsewhere} yet"
        must = _MUST[need.need] if need.elsewhere is None else "does well to have"
        message = f"{need.organisation} {must} {need.title}, and {state} ({rests_on})"
        help = "appoint a holder" if roles else f"add a role with `function: {need.function}` and a holder"
        if need.asks:
            fields = listed([f"`{name}`" for name in need.asks], "or")
            message = f"{message}; whether it must depends on {fields}, which organisation.yaml does not say"
            help = f"write {fields} into organisation.yaml; where it must, {help}"
        fault = ctx.register.organisation.fault((), message, help, subject=need.function)
        yield replace(fault, severity=need.severity)
