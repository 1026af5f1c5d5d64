"""What the box of a group says: its chairs, its members, and who else has a seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igreg.analysis.elections import top_group
from igreg.chart.graph import Line
from igreg.chart.members import member_lines, seat_lines
from igreg.chart.view import View
from igreg.language.english import counted, every, listed
from igreg.model.kinds.groups import Group


def group_lines(view: View, group: Group) -> Iterator[Line]:
    """Who chairs it, writes for it and belongs to it, the seats of others, and the members who elect the top."""
    yield from _chairs(view, group)
    for word, id in (("Deputy chair", group.deputy_chair), ("Secretary", group.secretary)):
        if id and view.is_there(id):
            yield Line("list", f"{word}: {view.title(id)}")
    for word, parties in (("Members", group.members), ("In attendance", group.attendees)):
        parties = _there(view, parties)
        if parties:
            yield Line("list", f"{word}: {_parties(view, parties)}")
    yield from seat_lines(view, group)
    if not group.elected and group is top_group(view.register):
        yield from member_lines(view)


def _there(view: View, parties: Iterable[str]) -> list[str]:
    """Parties, each once; without roles that are not there on the day."""
    return [party for party in dict.fromkeys(parties) if view.is_there(party)]


def _chairs(view: View, group: Group) -> Iterator[Line]:
    """The chair; several are named side by side (ruling B18)."""
    chairs = _there(view, group.chairs)
    if chairs:
        word = "Chair" if len(chairs) == 1 else "Chairs"
        yield Line("list", f"{word}: {'; '.join(map(view.title, chairs))}")


def _parties(view: View, parties: list[str]) -> str:
    """Roles and bodies by title, then people: without names only how many they are."""
    people = [party for party in parties if view.is_staff(party)]
    others = [view.title(party) for party in parties if party not in people]
    if view.names:
        others += [view.title(person) for person in people]
    elif people:
        others.append(counted(len(people), "member of staff", "members of staff"))
    return "; ".join(others)


def short_lines(view: View, group: Group) -> Iterator[Line]:
    """The chairs, how many members, and the seats of others: for where there is little room."""
    yield from _chairs(view, group)
    members = _there(view, group.members)
    if members:
        yield Line("list", counted(len(members), "member"))
    yield from seat_lines(view, group)


def told_group(view: View, group: Group) -> str:
    """Everything about a group in sentences, for those who do not see the drawing."""
    parts = [f"{group.title or group.id}, a group.", *(f"{line.text}." for line in group_lines(view, group))]
    if group.accountable_to and view.is_there(group.accountable_to):
        parts.append(f"Accountable to {view.title(group.accountable_to)}.")
    others = [target for target in group.reports_to if view.is_there(target)]
    if others:
        parts.append(f"Reports to {listed(map(view.title, others))}.")
    if group.meets_every:
        parts.append(f"Meets {every(group.meets_every)}.")
    return " ".join(parts)
