"""A holder without a skill, at its level, that the role requires."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.role import Role
from igreg.model.kinds.staff import StaffMember
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG212", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        if role.requires is None or not role.requires.skills:
            continue
        for held in ctx.tenure.holders(role):
            person = ctx.register.get(StaffMember, held.holder.staff)
            if person is None:
                continue
            has = {(s.skill or "").strip().casefold(): s.level or 0 for s in person.skills}
            for wanted in role.requires.skills:
                level = has.get((wanted.skill or "").strip().casefold())
                if level is not None and level >= (wanted.level or 0):
                    continue
                at = f" at level {wanted.level}" if wanted.level else ""
                state = "does not have it" if level is None else f"has it at level {level or 'unknown'}"
                message = (
                    f"{role.called} requires the skill {wanted.skill!r}{at}; {who(ctx.register, person.id)} {state}"
                )
                help = "plan the learning, or add the skill with its evidence to the person"
                yield role.fault(held.path, message, help, subject=person.id)
