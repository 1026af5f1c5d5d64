"""An open request that nobody sees to."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.requests import Request
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.rules._rule import Context, rule
from igreg.rules._words import are_vacant, long_day, not_there, who


@rule("IG623", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for request in ctx.register.of(Request):
        if not request.is_open:
            continue
        why = "nobody sees to this request" if request.lacks("handler") else _away(ctx, request.handler)
        if why:
            help = "write the role or person who sees to the answer under `handler:`"
            yield request.fault(("handler",) if request.handler else (), why, help, subject=request.handler)


def _away(ctx: Context, handler: str | None) -> str:
    """Why whoever is named does not see to it today; nothing where they do. Deputies do not handle (ruling B10)."""
    role = ctx.register.get(Role, handler)
    if role is not None:
        if handler in ctx.tenure.there.gone:
            return f"nobody sees to this request: {who(ctx.register, handler)} {not_there(role, ctx.today)}"
        return "" if ctx.tenure.is_held(role) else f"nobody sees to this request: {are_vacant([role])}"
    person = ctx.register.get(StaffMember, handler)
    if person is None or ctx.tenure.is_employed(person):
        return ""
    name = who(ctx.register, handler)
    if person.left is not None and person.has_left(ctx.today):
        return f"nobody sees to this request: {name} left on {long_day(person.left)}"
    return f"nobody sees to this request: {name} is not employed today"
