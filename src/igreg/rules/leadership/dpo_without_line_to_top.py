"""The data protection officer has no line to the highest level of management."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.group import Group
from igreg.model.kinds.role import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG208", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for dpo in ctx.tenure.roles_with.get("dpo", ()):
        above = [dpo.accountable_to, *dpo.reports_to]
        if any(_is_top(ctx, id) for id in above if id):
            continue
        if any(id and ctx.tenure.is_broken([id]) for id in above):
            continue
        top = ctx.register.organisation.top
        to = f"to {who(ctx.register, top)}, nor to" if top else "to"
        message = f"{dpo.called} neither answers nor reports {to} a board-level role or group"
        yield dpo.fault((), message, "add `reports_to:` with the board or a board-level role")


def _is_top(ctx: Context, id: str) -> bool:
    """The top, a board-level role, or a group that such a role chairs (rulings A48, A49)."""
    if id == ctx.register.organisation.top:
        return True
    role = ctx.register.get(Role, id)
    if role is not None:
        return role.level == "board"
    group = ctx.register.get(Group, id)
    chair = ctx.register.get(Role, group.chair) if group is not None else None
    return chair is not None and chair.level == "board"
