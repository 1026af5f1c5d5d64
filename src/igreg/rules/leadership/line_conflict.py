"""A line of accountability that national guidance advises against."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.accountability import all_above, is_broken, line_of_day
from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG207", Severity.WARNING, "own", "ukcgc", "nhscfa-iao")
def check(ctx: Context) -> Iterator[Fault]:
    siros = _ids(ctx, "siro")
    for guardian in ctx.tenure.roles_with.get("caldicott-guardian", ()):
        line = line_of_day(ctx.tenure, guardian.id)
        upper = next((id for id in line if id in siros), None)
        if upper is not None:
            by_way = listed(ctx.register.title(id) for id in line[: line.index(upper)])
            siro = who(ctx.register, upper) + (f" by way of {by_way}" if by_way else "")
            message = f"{guardian.called} answers to {siro}, whose decisions a Guardian must be free to question"
            yield guardian.fault(
                ("accountable_to",), message, "let the Guardian answer to the board or chief executive"
            )
    for owner in ctx.tenure.roles_with.get("information-asset-owner", ()) if siros else ():
        upper_all = all_above(ctx.tenure, owner.id)
        if not siros & {owner.id, *upper_all} and not any(is_broken(ctx.register, [id]) for id in upper_all):
            yield _beside(owner, "information assets", "the SIRO", "`accountable_to` or `reports_to`")
    chiefs = _ids(ctx, "chief-executive")
    for siro_role in ctx.tenure.roles_with.get("siro", ()) if chiefs else ():
        line = line_of_day(ctx.tenure, siro_role.id)
        if not chiefs & {siro_role.id, *line} and not is_broken(ctx.register, line):
            yield _beside(siro_role, "information risk", "the chief executive", "`accountable_to`")


def _beside(role: Role, owned: str, title: str, by: str) -> Fault:
    """A role whose line passes by whom it should reach; not asked where nobody has that function (ruling A47)."""
    message = f"{role.called} owns {owned}, and its line of accountability does not reach {title}"
    return role.fault(("accountable_to",), message, f"lead {by} up to {title}")


def _ids(ctx: Context, function: str) -> set[str | None]:
    return {role.id for role in ctx.tenure.roles_with.get(function, ())}
