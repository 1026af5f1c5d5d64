"""A lead's holder without a word on how the appointment was made."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG210", Severity.WARNING, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        if not any(area in ctx.register.areas for area in role.areas):
            continue
        for held in ctx.tenure.filling(role):
            if held.holder.assigned_by is None:
                message = f"nothing says how {who(ctx.register, held.holder.staff)} was made {role.called}"
                help = "add `assigned_by:` with the minute, letter or job description"
                yield role.fault(held.path, message, help, subject=held.holder.staff)
