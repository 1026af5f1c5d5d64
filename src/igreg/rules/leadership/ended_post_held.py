"""Somebody holds a role, or deputises, past its end or before its start."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.existence import is_there
from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import not_there, who

_HOLDS = {"acting": "acts as", "deputy": "deputises for"}


@rule("IG220", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        if is_there(role, ctx.today):
            continue
        for held in ctx.tenure.named_in(role):
            holds = _HOLDS.get(held.holder.as_, "holds")
            message = f"{who(ctx.register, held.holder.staff)} still {holds} {role.called}, which "
            if role.end is not None and role.end < ctx.today:
                message, help = message + not_there(role, ctx.today), f"end the appointment with `until: {role.end}`"
            else:
                message = message.replace(" still ", " already ", 1) + not_there(role, ctx.today)
                help = "let the appointment begin when the post does"
            yield role.fault(held.path, message, help, subject=held.holder.staff)
