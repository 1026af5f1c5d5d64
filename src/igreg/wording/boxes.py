"""What stands in a box, and who answers for an area."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.chart.graph import AreaRow, Change, Node
from igreg.chart.lines import (
    Absent,
    Balloted,
    BuiltBy,
    Count,
    Deputises,
    Elect,
    HangsOnOne,
    HasLeft,
    Holds,
    InPost,
    InUnit,
    Line,
    LineEnds,
    NextElection,
    NotBegun,
    NotReached,
    Said,
    Seat,
    Sit,
    Vacant,
)
from igreg.chart.members import voted
from igreg.language.english import counted, listed, long_day

CHANGES: Mapping[Change, str] = {"new": "NEW", "gone": "GONE", "changed": "CHANGED"}
"""What stands before the title of such a box, so that it is seen without colour and heard when read out."""


def headed(node: Node) -> str:
    """The title of a box as it stands in it: with a word before it where it is new, gone or changed."""
    return f"{CHANGES[node.change]}: {node.title}" if node.change else node.title


def led(row: AreaRow) -> str:
    """Which role leads an area."""
    return "No role is named as lead" if row.role is None else row.role


def held(row: AreaRow) -> str:
    """Who holds the role that leads an area."""
    return "Nobody" if row.role is None else "; ".join(map(said, row.held))


def all_said(node: Node) -> str:
    """All lines of a box in one."""
    return "; ".join(map(said, node.lines))


def who(node: Node) -> str:
    """A role with whoever holds it."""
    return f"{node.title} ({all_said(node)})"


def seats(line: Elect) -> str:
    """How many seats the members elect."""
    return counted(line.seats, "seat")


def said(line: Line) -> str:
    """A line of a box."""
    match line:
        case Said():
            return line.text
        case Holds() | Deputises() | Vacant() | HangsOnOne() | NotReached() | InPost():
            return _of_a_role(line)
        case Absent() | HasLeft() | NotBegun():
            return _not_there(line)
        case InUnit():
            return line.title
        case LineEnds():
            return _line_ends(line)
        case Sit():
            return _sit(line)
        case Seat():
            return _seat(line)
        case Count():
            return counted(line.members, "member")
        case Elect():
            return f"Elect {seats(line)}"
        case NextElection():
            day = long_day(line.day)
            return f"The election was to be on {day}" if line.late else f"Next election: {day}"
        case Balloted():
            return f"Ballot on {long_day(line.day)}: {line.title}: {voted(line.ballot)}"
        case BuiltBy():
            return f"Built by {listed(line.courses)}"


def _of_a_role(line: Holds | Deputises | Vacant | HangsOnOne | NotReached | InPost) -> str:
    match line:
        case Holds():
            return _holds(line)
        case Deputises():
            return f"Deputy: {'in place' if line.name is None else line.name}"
        case Vacant():
            since = f" since {long_day(line.since)}" if line.since else ""
            return f"Vacant{since}" + (f"; filled from {long_day(line.filled)}" if line.filled else "")
        case HangsOnOne():
            return "Single point of failure: nobody stands in"
        case NotReached():
            return "Not reached from staff by incident flows"
        case InPost():
            name = "In post" if line.name is None else line.name
            return f"Acting: {name}" if line.acting else name


def _holds(line: Holds) -> str:
    several = f" ({line.roles} roles)" if line.roles > 1 else ""
    if not line.acting:
        return ("In post" if line.name is None else line.name) + several
    until = f" until {long_day(line.until)}" if line.until else ""
    return f"Acting{until}" + ("" if line.name is None else f": {line.name}") + several


def _not_there(line: Absent | HasLeft | NotBegun) -> str:
    """That somebody is away, with the name where others stand in the same box."""
    match line:
        case HasLeft():
            words = f"left on {long_day(line.day)}, and is still named"
        case NotBegun():
            words = f"begins on {long_day(line.day)}, and is named already"
        case Absent():
            until = f" until {long_day(line.until)}" if line.until else ""
            words = f"absent{until}, {_cover(line)}"
    return f"{words[:1].upper()}{words[1:]}" if line.name is None else f"{line.name} {words}"


def _cover(line: Absent) -> str:
    if line.cover is None:
        return "no cover named"
    if line.fails is None:
        return f"covered by {line.cover}"
    return f"no cover: {line.cover} {'is away too' if line.fails == 'away' else 'is not employed'}"


def _line_ends(line: LineEnds) -> str:
    if line.why == "nobody":
        return "No line to the top"
    if line.why == "not there":
        return f"Accountable to {line.to}, which is not there on this day"
    whom = "somebody" if line.to is None else repr(line.to)
    return f"Accountable to {whom}, which is not a role or group in the register"


def _sit(line: Sit) -> str:
    """Several chairs are named side by side (ruling B18)."""
    part = "chairs" if line.part == "chair" and len(line.titles) > 1 else line.part
    unnamed = (counted(line.unnamed, "member of staff", "members of staff"),) if line.unnamed else ()
    return f"{part.capitalize()}: {'; '.join((*line.titles, *unnamed))}"


def _seat(line: Seat) -> str:
    """Who elects, for how long, until when; or that the term is over."""
    words = f"elected by {line.by}" if line.by else "elected"
    words += f" for {line.term}" if line.term else ""
    if line.ends is None:
        return f"{line.name}: {words}"
    if line.over:
        return f"{line.name}: {words}; term over since {long_day(line.ends)}"
    return f"{line.name}: {words}, until {long_day(line.ends)}"
