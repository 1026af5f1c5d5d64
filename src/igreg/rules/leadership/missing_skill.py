"""A holder without a skill, at its level, that the role requires."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.competence import missing_skills
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG212", Severity.WARNING, "own", "ico-accountability")
def check(ctx: Context) -> Iterator[Fault]:
    for missing in missing_skills(ctx.tenure):
        role, person, level = missing.held.role, missing.person.id, missing.level
        at = f" at level {missing.wanted.level}" if missing.wanted.level else ""
        state = "does not have it" if level is None else f"has it at level {level or 'unknown'}"
        message = f"{role.called} requires the skill {missing.wanted.skill!r}{at}; {who(ctx.register, person)} {state}"
        help = "plan the learning, or add the skill with its evidence to the person"
        yield role.fault(missing.held.path, message, help, subject=person)
