"""A skill that a role requires was shown longer ago than it counts."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.competence import lasting_skills
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG224", Severity.WARNING, "own", "ico-accountability")
def check(ctx: Context) -> Iterator[Fault]:
    for one in lasting_skills(ctx.tenure):
        if one.until >= ctx.today:
            continue
        role, person = one.held.role, one.person.id
        message = (
            f"{role.called} requires {one.skill.called}, which counts for {one.skill.valid_for}; "
            f"{who(ctx.register, person)} last showed it on {long_day(one.shown)}"
        )
        help = "have it shown again, and write the day under `on` of the person's skill"
        yield role.fault(one.held.path, message, help, subject=person)
