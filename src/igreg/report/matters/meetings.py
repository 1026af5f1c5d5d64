"""How often the groups that lead information governance met, and whether they could decide."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.meetings import attendance, ig_groups, meetings_by_group
from igreg.dataclass import dataclass
from igreg.language.english import every
from igreg.model.kinds.groups import Group
from igreg.report.asked import Asked
from igreg.report.paper import Column, Table


@dataclass(frozen=True, slots=True)
class GroupMet:
    """A group and its meetings of the time."""

    group: str
    title: str
    every: str
    """How often it is to meet."""
    held: tuple[dt.date, ...]
    quorate: int
    """At how many of them enough were there."""
    unknown: int
    """Of how many that cannot be said."""


def groups_met(asked: Asked) -> tuple[GroupMet, ...]:
    """The groups of the day."""
    return tuple(_met(asked, one) for one in ig_groups(asked.as_of.tenure))


def _met(asked: Asked, group: Group) -> GroupMet:
    held = sorted(
        (
            one
            for one in meetings_by_group(asked.register).get(group.id or "", ())
            if one.status == "held" and asked.period.has(one.date)
        ),
        key=lambda one: one.date or dt.date.max,
    )
    there = [attendance(asked.register, one, group) if one.present else None for one in held]
    could = [one.enough and one.one_of_those and not one.missing for one in there if one is not None]
    return GroupMet(
        group.id or "",
        asked.called(group),
        str(group.meets_every) if group.meets_every is not None else "",
        tuple(one.date for one in held if one.date is not None),
        sum(could),
        len(there) - len(could),
    )


def table(found: tuple[GroupMet, ...]) -> Table:
    """Each group with its meetings."""
    rows = tuple(
        (
            one.title,
            every(one.every) if one.every else "not said",
            len(one.held),
            one.quorate,
            one.unknown,
        )
        for one in found
    )
    columns = (
        Column("Group"),
        Column("Is to meet"),
        Column("Met", "number"),
        Column("could decide", "number"),
        Column("not known", "number"),
    )
    return Table("Groups that lead information governance", columns, rows, "No group leads information governance.")
