"""A skill that the register does not keep, where it keeps any."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.competence import Named
from igreg.findings import Fault, Severity
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.kinds.roles import Role
from igreg.model.kinds.skills import LeadingSkill
from igreg.model.kinds.staff import StaffMember
from igreg.rules._rule import Context, rule


@rule("IG223", Severity.WARNING, "own", "ico-accountability")
def check(ctx: Context) -> Iterator[Fault]:
    named = Named(ctx.register)
    if not named.known or LeadingSkill.kind in ctx.register.lost_kinds:
        return
    lost = ctx.register.lost_ids
    words = [word for skill in ctx.register.of(LeadingSkill) for word in (skill.title, skill.id) if word]
    for record, path, word in _said(ctx):
        if word is None or named.of(word) is not None or word in lost:
            continue
        message = f"the register keeps skills, and {word!r} is none of them"
        help = did_you_mean(nearest(word, words), "name one of them by its id or title, or add it to skills.yaml")
        yield record.fault(path, message, help)


def _said(ctx: Context) -> Iterator[tuple[Role | StaffMember, tuple[str | int, ...], str | None]]:
    """Every skill that a role asks for or a person has, and where."""
    for role in ctx.register.of(Role):
        for index, needed in enumerate(role.requires.skills if role.requires is not None else ()):
            yield role, ("requires", "skills", index, "skill"), needed.skill
    for person in ctx.register.of(StaffMember):
        for index, skill in enumerate(person.skills):
            yield person, ("skills", index, "skill"), skill.skill
