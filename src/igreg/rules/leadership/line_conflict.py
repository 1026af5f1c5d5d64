"""A line of accountability that national guidance advises against."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.accountability import is_broken, line_of_day
from igreg.findings import Fault, Severity
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
    yield from _beside(ctx, "information-asset-owner", "information assets", siros, "the SIRO")
    yield from _beside(ctx, "siro", "information risk", _ids(ctx, "chief-executive"), "the chief executive")


def _beside(ctx: Context, function: str, owned: str, wanted: set[str | None], title: str) -> Iterator[Fault]:
    """Roles whose line passes by those it should reach; nothing where nobody has that function (ruling A47)."""
    for role in ctx.tenure.roles_with.get(function, ()) if wanted else ():
        line = line_of_day(ctx.tenure, role.id)
        if not wanted & {role.id, *line} and not is_broken(ctx.register, line):
            message = f"{role.called} owns {owned}, and its line of accountability does not reach {title}"
            yield role.fault(("accountable_to",), message, f"lead `accountable_to` up to {title}")


def _ids(ctx: Context, function: str) -> set[str | None]:
    return {role.id for role in ctx.tenure.roles_with.get(function, ())}
