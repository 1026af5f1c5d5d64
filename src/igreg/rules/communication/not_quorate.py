"""Fewer people were at a meeting than its quorum, or not those who must be; or a quorum that no meeting can reach."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.meetings import Attendance, attendance
from igreg.analysis.seats import seats
from igreg.findings import Fault, Severity
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who


@rule("IG705", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for group in ctx.tenure.there.groups:
        yield from _out_of_reach(ctx, group)
    for meeting in ctx.register.of(Meeting):
        group_of = ctx.register.get(Group, meeting.group)
        if group_of is None or group_of.id in ctx.tenure.there.gone:
            continue
        found = attendance(ctx.register, meeting, group_of)
        faults = list(_faults(ctx, group_of, found)) if found is not None else []
        if faults:
            help = "note in the minutes what was decided without a quorum"
            without = _without_a_seat(group_of)
            if found is not None and found.counted < len(found.people) and not found.enough and without:
                help += f"; or, if {listed(without, 'or')} of the group has a vote, list that role under `members` too"
            yield meeting.fault(("present",), "; ".join(faults), help)


def _without_a_seat(group: Group) -> list[str]:
    """Which of deputy chair and secretary a group has that hold no seat, so that they do not count."""
    have = seats(group)
    posts = (("the deputy chair", group.deputy_chair), ("the secretary", group.secretary))
    return [words for words, role in posts if have and role and role not in have]


def _out_of_reach(ctx: Context, group: Group) -> Iterator[Fault]:
    """A quorum above the number of seats (ruling B22); a post that has ended, or is to begin, has none.

    Seats that are filled by election are seats too, whoever sits in them.
    """
    there = len([seat for seat in seats(group) if seat not in ctx.tenure.there.gone]) + len(group.elected)
    if group.members and group.quorum is not None and group.quorum > there:
        message = (
            f"{group.called} can never be quorate: its quorum is {group.quorum}, and it has {counted(there, 'seat')}"
        )
        yield group.fault(("quorum",), message, "lower the quorum, or add the members that are missing")


def _faults(ctx: Context, group: Group, found: Attendance) -> Iterator[str]:
    """What was missing at a meeting."""
    if not found.enough:
        present = len(found.people)
        were = f"{present or 'nobody'} {'were' if present > 1 else 'was'} present"
        if found.counted < present:
            were += f", of whom {found.counted or 'nobody'} {'counts' if found.counted < 2 else 'count'}"
        yield f"{were}, and the quorum of {group.called} is {group.quorum}"
    if not found.one_of_those:
        roles = listed((ctx.register.title(role) for role in group.quorum_roles), "or")
        yield f"none of those was there of whom one must be: {roles}"
    if found.missing:
        roles = listed(who(ctx.register, role) for role in found.missing)
        yield f"{roles} must be there, or a deputy, and {'was' if len(found.missing) == 1 else 'were'} not"
