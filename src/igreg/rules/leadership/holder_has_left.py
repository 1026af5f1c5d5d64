"""A current holder or deputy is no longer employed, or not yet."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG204", Severity.ERROR, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        for held in ctx.tenure.appointments(role):
            person = ctx.register.get(StaffMember, held.holder.staff)
            if person is None or ctx.tenure.is_employed(person):
                continue
            name = who(ctx.register, person.id)
            holds = "deputises for" if held.holder.as_ == "deputy" else "holds"
            if person.left is not None and person.has_left(ctx.today):
                message = f"{name} left on {long_day(person.left)} and still {holds} {role.called}"
                help = f"end the appointment with `until: {person.left}` and name a successor"
            else:
                start = long_day(person.started) if person.started else "a later day"
                message = f"{name} starts on {start} and already {holds} {role.called}"
                help = "let the appointment begin when the employment does"
            yield role.fault((*held.path, "staff"), message, help, subject=person.id)
