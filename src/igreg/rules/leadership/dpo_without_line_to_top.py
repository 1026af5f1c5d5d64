"""The data protection officer has no line to the highest level of management."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.accountability import is_at_the_top, is_broken
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG208", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for dpo in ctx.tenure.roles_with.get("dpo", ()):
        upper = [id for id in (dpo.accountable_to, *dpo.reports_to) if id]
        if any(is_at_the_top(ctx.tenure, id) for id in upper):
            continue
        if any(is_broken(ctx.register, [id]) for id in upper):
            continue
        top = ctx.register.organisation.top
        to = f"to {who(ctx.register, top)}, nor to" if top else "to"
        message = f"{dpo.called} neither answers nor reports {to} a board-level role or group"
        yield dpo.fault((), message, "add `reports_to:` with the board or a board-level role")
