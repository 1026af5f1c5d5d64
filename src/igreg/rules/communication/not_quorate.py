"""Fewer people were at a meeting than its quorum, or none of those who must be."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.tenure import Tenure
from igreg.findings import Fault, Severity
from igreg.model.kinds.group import Group
from igreg.model.kinds.meeting import Meeting
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG705", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for meeting in ctx.register.of(Meeting):
        group = ctx.register.get(Group, meeting.group)
        if meeting.status != "held" or group is None or meeting.date is None:
            continue
        if not meeting.present and not meeting.lacks("present"):
            continue
        tenure = ctx.tenure_on(meeting.date)
        people = _people(ctx, tenure, meeting.present)
        faults: list[str] = []
        if group.quorum is not None and len(people) < group.quorum:
            were = f"{len(people) or 'nobody'} {'were' if len(people) > 1 else 'was'} present"
            faults.append(f"{were}, and the quorum of {group.called} is {group.quorum}")
        if group.quorum_roles and not any(_there(tenure, role, meeting.present, people) for role in group.quorum_roles):
            roles = listed((ctx.register.title(role) for role in group.quorum_roles), "or")
            faults.append(f"none of those was there of whom one must be: {roles}")
        if faults:
            help = "note in the minutes what was decided without a quorum"
            yield meeting.fault(("present",), "; ".join(faults), help)


def _people(ctx: Context, tenure: Tenure, present: list[str]) -> set[str]:
    """The people who were there: a role stands for its holder of the day, one that several share for one of them."""
    roles = [party for party in present if ctx.register.kind_of.get(party) == "roles"]
    out = {party for party in present if party not in roles}
    for held, role in sorted(((tenure.people(role), role) for role in roles), key=lambda pair: len(pair[0])):
        if not out & set(held):
            out.update(held if len(held) == 1 else [role] if held else [])
    return out


def _there(tenure: Tenure, role: str, present: list[str], people: set[str]) -> bool:
    """Whether a quorum role was there: listed, or its holder or deputy of the day (ruling A84)."""
    return role in present or bool(people & set(tenure.people(role, deputies=True)))
