"""Who held what on a day, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igreg.analysis.accountability import next_in_line
from igreg.analysis.existence import is_there
from igreg.analysis.standing_in import stand_ins
from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.vacancy import vacancy
from igreg.analysis.who_held import RoleHeld, WhoHeld, absence_of, people_of
from igreg.language.english import listed, long_day
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember
from igreg.register.register import Register
from igreg.render.escape.terminal import folded, plain
from igreg.render.leading.who_written import Known, OtherwiseWritten


def who_text(
    found: WhoHeld, width: int, known: Known | None = None, differences: Sequence[OtherwiseWritten] = ()
) -> str:
    """The same for people, as wide as the terminal."""
    out: list[str] = []
    for part in (*_lines(found, known), *_otherwise(found, differences)):
        indent = part[: len(part) - len(part.lstrip(" "))]
        out += folded(plain(part), width, then=f"{indent}    " if indent else "")
    return "".join(f"{line}\n" for line in out)


def _lines(found: WhoHeld, known: Known | None) -> Iterator[str]:
    tenure, register = found.tenure, found.tenure.register
    written = f", as written down on {long_day(known.date)} ({known.rev[:7]})" if known is not None else ""
    yield f"{_called(found)}, on {long_day(tenure.day)}{written}:"
    above = dict.fromkeys(id for one in found.roles for id in one.line)
    posts = {id: _post(tenure, id, found.is_certain) for id in above}
    for one in found.roles:
        yield ""
        yield from _role(tenure, one, posts, of_person=found.subject.sort == "person", is_certain=found.is_certain)
    for role in found.gone:
        yield ""
        yield f"{_named(register, role.id)}: {_not_there(role, tenure)}"
    for person, absence in found.covers:
        yield ""
        yield f"covers for {register.title(person.id)}, who is away {_span(absence)}"
    if not found.roles and not found.gone:
        yield ""
        yield _nothing(found)


def _otherwise(found: WhoHeld, differences: Sequence[OtherwiseWritten]) -> Iterator[str]:
    """What had been written down by that day and is not so now, or the other way round."""
    if differences:
        yield ""
        yield f"What had been written down by {long_day(found.tenure.day)} was otherwise:"
    for one in differences:
        who = f"{_named(found.tenure.register, one.staff)}, {one.capacity}, of {one.role}"
        days = f"from {long_day(one.start)}" if one.start else "from a day that is not known"
        days += f" until {long_day(one.until)}" if one.until else ""
        verb = "written down" if one.now else "taken out"
        when = f"on {long_day(one.written.date)} ({one.written.rev[:7]})" if one.written else "and not committed yet"
        yield f"  {who}, {days}: {verb} {when}"


def _called(found: WhoHeld) -> str:
    register, subject = found.tenure.register, found.subject
    if subject.sort == "area":
        return f"the area {_with_title(subject.id, register.areas[subject.id])}"
    if subject.sort == "function":
        return f"the function {subject.id}"
    return _named(register, subject.id)


def _nothing(found: WhoHeld) -> str:
    subject, register = found.subject, found.tenure.register
    if not found.is_certain:
        return "what could be read names nobody, and a file that could not be read may"
    if subject.sort == "person":
        person = register.get(StaffMember, subject.id)
        employed = person is None or found.tenure.is_employed(person)
        return "held no role" + ("" if employed or person is None else f"; {_employment(person, found.tenure)}")
    return "no role leads it" if subject.sort == "area" else "no role has it"


def _role(
    tenure: Tenure, one: RoleHeld, posts: Mapping[str, str], *, of_person: bool, is_certain: bool
) -> Iterator[str]:
    register = tenure.register
    yield _named(register, one.role.id)
    if not one.held and not of_person:
        yield f"  {_vacant(tenure, one.role)}" if is_certain else "  held by nobody who could be read"
    for item in one.people:
        yield from _holder(tenure, item, of_person)
    if one.line:
        yield f"  answered to {listed((posts[id] for id in one.line), 'then')}"


def _vacant(tenure: Tenure, role: Role) -> str:
    known = vacancy(role, tenure.day)
    since = f" since {long_day(known.since)}" if known.since else ""
    upper = next_in_line(tenure, role.id or "")
    then = f"; what it owes went to {_named(tenure.register, upper)}" if upper else ""
    return f"vacant{since}{then}"


def _holder(tenure: Tenure, item: Appointment, of_person: bool) -> Iterator[str]:
    holder, register = item.holder, tenure.register
    person = register.get(StaffMember, holder.staff)
    since = f"from {long_day(holder.from_)}" if holder.from_ else "since a day that is not known"
    until = f" until {long_day(holder.until)}" if holder.until else ""
    who = f"  {holder.as_}" if of_person else f"  {_named(register, holder.staff)}, {holder.as_}"
    paper = [holder.assigned_by, (holder.document.title or holder.document.path) if holder.document else None]
    by = "; by " + listed([text for text in paper if text]) if any(paper) else "; no paper is named"
    yield f"{who}, {since}{until}{by}"
    if person is not None and not tenure.is_employed(person):
        yield f"    {_employment(person, tenure)}"
    absence = absence_of(tenure, holder.staff)
    if absence is not None:
        yield f"    away {_span(absence)}; {_cover(tenure, item, absence)}"


def _cover(tenure: Tenure, item: Appointment, absence: Absence) -> str:
    register, cover = tenure.register, tenure.cover(absence)
    if cover is not None:
        return f"{register.title(cover)} covers"
    named = f"{register.title(absence.cover)} was to cover and was not there; " if absence.cover else ""
    others = stand_ins(tenure, item.role) if item.fills else []
    if others:
        return f"{named}{listed([register.title(id) for id in others])} deputised"
    return f"{named}nobody covered"


def _post(tenure: Tenure, id: str, is_certain: bool) -> str:
    """A post of a line, and who held it."""
    register = tenure.register
    people = [register.title(staff) for staff in people_of(tenure, id)]
    is_group = register.get(Group, id) is not None
    empty = ("nobody" if is_group else "vacant") if is_certain else "nobody who could be read"
    said = listed(people) if people else empty
    return f"{register.title(id)} ({'chaired by ' if is_group else ''}{said})"


def _not_there(role: Role, tenure: Tenure) -> str:
    assert not is_there(role, tenure.day)
    if role.end is not None and role.end < tenure.day:
        return f"there was no such post on the day: it existed until {long_day(role.end)}"
    return f"there was no such post on the day: it exists from {long_day(role.start)}" if role.start else "not there"


def _employment(person: StaffMember, tenure: Tenure) -> str:
    if person.left is not None and person.has_left(tenure.day):
        return f"had left on {long_day(person.left)}"
    return f"was not employed before {long_day(person.started)}" if person.started else "was not employed"


def _span(absence: Absence) -> str:
    start = f"from {long_day(absence.from_)} " if absence.from_ else ""
    return f"{start}until {long_day(absence.until)}" if absence.until else f"{start}with no end given"


def _named(register: Register, id: str | None) -> str:
    return _with_title(id or "nobody", register.title(id))


def _with_title(id: str, title: str) -> str:
    return f"{title} ({id})" if title != id else id
