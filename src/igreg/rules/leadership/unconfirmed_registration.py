"""A registration past its confirmation, or a Caldicott Guardian who is registered nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import registration
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG213", Severity.WARNING, "toolkit", "ndg-guidance")
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.tenure.there.roles:
        if "caldicott-guardian" in role.all_functions and not role.registrations:
            message = f"{role.called} has no registration, and Guardians belong on the national register"
            yield role.fault((), message, "add `registrations:` with the Caldicott Guardian Register")
    for due in registration.due.until(ctx, ctx.today):
        if due.last is None or due.is_past(ctx.today):
            seen = f"was last confirmed on {long_day(due.last)}" if due.last else "was never confirmed"
            place, every = ctx.register.title(due.registration.with_), due.registration.confirm_every
            message = f"the registration with {place} {seen}; it is due every {every}"
            yield due.record.fault(due.path, message, "look there, and write the day under `confirmed:`")
