"""What the box of a group says: its chairs, its members, and who else has a seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igreg.analysis.elections import top_group
from igreg.chart.lines import Count, Line, Part, Sit
from igreg.chart.members import member_lines, seat_lines
from igreg.chart.view import View
from igreg.model.kinds.groups import Group


def group_lines(view: View, group: Group) -> Iterator[Line]:
    """Who chairs it, writes for it and belongs to it, the seats of others, and the members who elect the top."""
    parts: tuple[tuple[Part, Iterable[str | None]], ...] = (
        ("chair", group.chairs),
        ("deputy chair", (group.deputy_chair,)),
        ("secretary", (group.secretary,)),
        ("members", group.members),
        ("in attendance", group.attendees),
    )
    for part, parties in parts:
        yield from _sit(view, part, parties)
    yield from seat_lines(view, group)
    if not group.elected and group is top_group(view.register):
        yield from member_lines(view)


def short_lines(view: View, group: Group) -> Iterator[Line]:
    """The chairs, how many members, and the seats of others: for where there is little room."""
    yield from _sit(view, "chair", group.chairs)
    members = _there(view, group.members)
    if members:
        yield Count(len(members))
    yield from seat_lines(view, group)


def _there(view: View, parties: Iterable[str | None]) -> list[str]:
    """Parties, each once; without roles that are not there on the day."""
    return [party for party in dict.fromkeys(parties) if party and view.is_there(party)]


def _sit(view: View, part: Part, parties: Iterable[str | None]) -> Iterator[Line]:
    """Those who have one part, if anybody has: roles and bodies, then people, without names only how many."""
    there = _there(view, parties)
    people = [party for party in there if part in ("members", "in attendance") and view.is_staff(party)]
    titles = [view.title(party) for party in there if party not in people]
    if view.names:
        titles += [view.title(person) for person in people]
    if there:
        yield Sit(part, tuple(titles), 0 if view.names else len(people))
