"""A body has our personal data, and nobody looked in the last year at how safe they are with it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.partners import is_certified, meets, partners_on
from igreg.findings import Fault, Severity
from igreg.model.kinds.bodies import Body
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day

_SORTS = frozenset({None, "supplier", "provider", "partner"})
"""Regulators, commissioners, courts and their like have no toolkit (ruling B62)."""


@rule(
    "IG826",
    Severity.WARNING,
    "toolkit",
    "dspt-v8",
    "limits.partner-check",
    "lists.outcomes-met",
    "lists.partner-certificates",
)
def check(ctx: Context) -> Iterator[Fault]:
    if not ctx.standing.in_england:
        return
    for id, record in partners_on(ctx.register, ctx.today).items():
        body = ctx.register.get(Body, id)
        if body is None or body.category not in _SORTS or not (body.category or body.lacks("category")):
            continue
        if is_certified(body, ctx.facts.values("partner-certificates"), ctx.today):
            continue
        wrong = _wrong(ctx, body)
        if wrong is not None:
            where = ("dspt",) if body.dspt is not None else ()
            message = f"{body.called} has personal data of ours ({record.called}), and {wrong}"
            help = "look it up on the site of the toolkit and write it into `dspt:`, or name a certificate that it has"
            yield body.fault(where, message, help)


def _wrong(ctx: Context, body: Body) -> str | None:
    """What is wrong with what is known of a body's outcome of the toolkit; nothing where it is in order."""
    dspt = body.dspt
    if dspt is None:
        return "nobody looked up its outcome of the toolkit" if body.lacks("dspt") else None
    if dspt.checked is None:
        return "nobody looked up its outcome of the toolkit" if body.lacks("dspt", "checked") else None
    if ctx.span("partner-check").after(dspt.checked) < ctx.today:
        return f"its outcome of the toolkit was looked up on {long_day(dspt.checked)}, over a year ago"
    if not meets(dspt.status, ctx.facts.values("outcomes-met")):
        if dspt.status is None:
            return "nothing says which outcome of the toolkit it has" if body.lacks("dspt", "status") else None
        return f"its outcome of the toolkit is {dspt.status!r}"
    return None
