"""The lead of an area has no flow in, or none out."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.participation import Participation
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG707", Severity.WARNING, "own", "mission")
def check(ctx: Context) -> Iterator[Fault]:
    takes_part = Participation(ctx.tenure)
    for role in ctx.tenure.there.roles:
        if not role.areas or role.id is None:
            continue
        parties = takes_part.parties_of(role)
        missing = [] if any(map(takes_part.is_told, parties)) else ["leads to"]
        missing += [] if any(map(takes_part.tells, parties)) else ["starts from"]
        if missing:
            areas = listed(ctx.register.areas.get(area, area) for area in dict.fromkeys(role.areas))
            message = (
                f"no communication flow {listed(missing, 'or')} {who(ctx.register, role.id)}, the lead for {areas}"
            )
            yield role.fault((), message, "add a flow that names the role, its holder or a group it sits in")
