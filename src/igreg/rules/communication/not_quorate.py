"""Fewer people were at a meeting than its quorum, or none of those who must be."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.meetings import attendance
from igreg.findings import Fault, Severity
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG705", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for meeting in ctx.register.of(Meeting):
        group = ctx.register.get(Group, meeting.group)
        found = attendance(ctx.register, meeting, group) if group is not None else None
        if group is None or found is None:
            continue
        faults: list[str] = []
        if not found.enough:
            were = f"{len(found.people) or 'nobody'} {'were' if len(found.people) > 1 else 'was'} present"
            faults.append(f"{were}, and the quorum of {group.called} is {group.quorum}")
        if not found.one_of_those:
            roles = listed((ctx.register.title(role) for role in group.quorum_roles), "or")
            faults.append(f"none of those was there of whom one must be: {roles}")
        if faults:
            help = "note in the minutes what was decided without a quorum"
            yield meeting.fault(("present",), "; ".join(faults), help)
