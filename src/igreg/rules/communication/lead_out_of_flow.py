"""The lead of an area has no flow in, or none out."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.flows import everyone
from igreg.findings import Fault, Severity
from igreg.model.kinds.group import Group
from igreg.model.kinds.role import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG707", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    flows = everyone(ctx.register)
    groups: dict[str, set[str]] = {}
    for group in ctx.register.of(Group):
        for member in (group.chair, group.deputy_chair, group.secretary, *group.members):
            groups.setdefault(member or "", set()).add(group.id or "")
    for role in ctx.register.of(Role):
        if not role.areas or role.id is None:
            continue
        names = {role.id, *ctx.tenure.people(role.id)}
        names |= {group for name in tuple(names) for group in groups.get(name, ())}
        missing = [
            word
            for word, side in (("leads to", 0), ("starts from", 1))
            if not any(flows.get(n, ([], []))[side] for n in names)
        ]
        if missing:
            areas = listed(ctx.register.areas.get(area, area) for area in dict.fromkeys(role.areas))
            message = (
                f"no communication flow {listed(missing, 'or')} {who(ctx.register, role.id)}, the lead for {areas}"
            )
            yield role.fault((), message, "add a flow that names the role, its holder or a group it sits in")
