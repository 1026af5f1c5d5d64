"""A registration past its confirmation, or a Caldicott Guardian who is registered nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.role import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG213", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        if role.function == "caldicott-guardian" and not role.registrations:
            message = f"{role.called} has no registration, and Guardians belong on the national register"
            yield role.fault((), message, "add `registrations:` with the Caldicott Guardian Register")
        for index, entry in enumerate(role.registrations):
            if entry.confirm_every is None:
                continue
            last = entry.confirmed or entry.on
            if last is not None and entry.confirm_every.after(last) >= ctx.today:
                continue
            seen = f"was last confirmed on {long_day(last)}" if last else "was never confirmed"
            message = (
                f"the registration with {ctx.register.title(entry.with_)} {seen}; it is due every {entry.confirm_every}"
            )
            yield role.fault(("registrations", index), message, "look there, and write the day under `confirmed:`")
