"""A value is of the wrong type or out of range, or an area or time zone does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from igreg.findings import Fault, Severity
from igreg.language.suggest import did_you_mean, one_of
from igreg.model.base import Record
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.model.marks import AreaName
from igreg.model.said import shown
from igreg.model.usual_words import several, usual_among
from igreg.model.walk import gather, plan, walk
from igreg.rules import _returns
from igreg.rules._rule import Context, rule


@rule("IG103", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    yield from (_everybody(ctx, fault) for fault in ctx.reading("invalid-value"))
    known = ctx.register.areas
    lost = "organisation" in ctx.register.lost_kinds  # and with it the areas that it adds
    for records in () if lost else ctx.register.kinds.values():
        way = plan(type(records[0]), AreaName) if records else None
        if way is None or not (way.here or way.parts):
            continue
        named: dict[object, set[str]] = {}
        gather(records, way, named)
        unknown = set().union(*named.values()) - known.keys()
        for record in records if unknown else ():
            for path, area, _ in walk(record, way):
                if area in unknown:
                    yield _area(ctx, record, path, area)
    yield from _returns.amiss(ctx)
    zone = ctx.register.organisation.timezone
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        message = f"no time zone is called {shown(zone)}"
        yield ctx.register.organisation.fault(("timezone",), message, "write one like Europe/London")


def _everybody(ctx: Context, fault: Fault) -> Fault:
    """A fault in who came to a meeting: where a word stands for everybody, those who belong to its group are named."""
    if fault.path not in (("present",), ("apologies",)) or not fault.help.startswith("name each"):
        return fault
    meeting = ctx.register.get(Meeting, fault.record)
    group = ctx.register.get(Group, meeting.group if meeting is not None else None)
    if group is None:
        return fault
    members = dict.fromkeys(one for one in (group.chair, *group.members) if one)
    listed = f"name each in brackets, of those who belong to it: {fault.path[0]}: [{', '.join(members)}]"
    return replace(fault, help=listed) if members else fault


def _area(ctx: Context, record: Record, path: tuple[str | int, ...], area: str) -> Fault:
    parts = several(area)
    if parts and all(part in ctx.register.areas for part in parts):
        return record.fault(path, f"{shown(area)} are several areas in one", f"part them by commas: {', '.join(parts)}")
    called = usual_among(area, ctx.register.areas)
    if called is not None:
        return record.fault(path, f"no area is called {shown(area)}", did_you_mean(called))
    if area.casefold().strip(" .\u2026") in ("", "etc", "and so on"):
        return record.fault(
            path, f"no area is called {shown(area)}", "take it out, and name each area that belongs here"
        )
    help = one_of(area, ctx.register.areas, f"the areas are: {', '.join(ctx.register.areas)}")
    return record.fault(path, f"no area is called {shown(area)}", help)
