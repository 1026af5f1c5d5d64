"""The chart of skills: what roles ask of whoever holds them, what they have, the gaps, and which course builds what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from igreg.analysis.competence import SkillAsked, skills_asked
from igreg.chart.arrow_words import MARKS, arrow_words, levels
from igreg.chart.graph import Edge, Graph, Line, LineKind, Mark, Message, Node, Table
from igreg.chart.tree import units_below
from igreg.chart.view import View
from igreg.errors import unknown
from igreg.language.english import counted, listed, long_day
from igreg.language.slug import slug
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.skills import LeadingSkill

GROUPS = {
    "information-governance": "Information governance",
    "leadership": "Leadership",
    "resources": "Resources",
    "enterprise": "Enterprise",
    "participation": "Participation",
    "other": "Other",
}
"""The groups of skills as people write them, in the order in which they stand."""
_NO_GROUP = "Named by roles only"


@dataclass(frozen=True, slots=True)
class _Asked:
    """One skill that is asked of one holder of a role, and where it stands on the chart."""

    fact: SkillAsked
    row: str
    column: str
    marks: tuple[Mark, ...]


def skills(view: View) -> Graph:
    """Roles that ask for skills and whoever holds them, each with a line to every skill that is asked of them."""
    view = replace(view, skills=True)
    asked = list(_marked(view, _chosen(view)))
    edges = tuple(_edge(view, one) for one in asked)
    return Graph(
        chart="skills",
        name="skills",
        title=_title(view),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=(*_rows(view, asked, edges), *_columns(view, asked)),
        edges=edges,
        tables=tuple(table for table in _tables(view, asked) if table.rows),
        remarks=tuple(_remarks(view, asked)),
    )


def _chosen(view: View) -> Iterator[SkillAsked]:
    """What is asked in the roles of the day, of the unit and of the area that are asked for."""
    if view.area is not None and view.area not in view.register.areas:
        raise unknown("--area", "area", view.area, view.register.areas)
    units = units_below(view, view.unit) if view.unit is not None else None
    for fact in skills_asked(view.tenure):
        role = fact.role
        if (view.area is None or view.area in role.areas) and (units is None or role.unit in units):
            yield fact


def _marked(view: View, facts: Iterable[SkillAsked]) -> Iterator[_Asked]:
    """Each with its row: one for each holder of a role, and one for a role that nobody holds."""
    rows: dict[tuple[int, int], str] = {}
    columns: dict[str, str] = {}
    taken: set[str] = set()
    for fact in facts:
        key = id(fact.role), id(fact.held.holder) if fact.held is not None else 0
        if key not in rows:
            rows[key] = _free(fact.role.id or "_role", taken)
        if fact.key not in columns:
            columns[fact.key] = _free(f"skill~{slug(fact.key) or 'word'}", taken)
        yield _Asked(fact, rows[key], columns[fact.key], tuple(_marks(view, fact)))


def _free(name: str, taken: set[str]) -> str:
    """A name for a row or a column that no other has: no id has a tilde."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name}~{number}", number + 1
    taken.add(found)
    return found


def _marks(view: View, fact: SkillAsked) -> Iterator[Mark]:
    if fact.held is None:
        yield "nobody"
    elif fact.person is None:
        yield "unknown"
    elif fact.level is None:
        yield "missing"
    else:
        if fact.is_below:
            yield "below"
        if fact.until is not None and fact.until < view.day:
            yield "lapsed"


def _edge(view: View, one: _Asked) -> Edge:
    wanted = one.fact.wanted.level
    message = Message(_called(one.fact), asked=wanted, has=one.fact.level)
    edge = Edge(one.row, one.column, "asked", message, marks=one.marks)
    until = f", counts until {long_day(one.fact.until)}" if one.fact.until is not None else ""
    return replace(edge, told=f"{_who(view, one.fact)}: {', '.join(arrow_words(edge))}{until}")


def _called(fact: SkillAsked) -> str:
    return fact.skill.called if fact.skill is not None else fact.wanted.skill or ""


def _role(role: Role) -> str:
    return role.title or role.id or "Without a title"


def _holder(view: View, fact: SkillAsked) -> str:
    """Who holds the role; without names, only that somebody does."""
    if fact.held is None:
        return "Vacant"
    name = view.name(fact.held.holder.staff) if view.names else "In post"
    return f"Acting: {name}" if fact.held.holder.as_ == "acting" else name


def _who(view: View, fact: SkillAsked) -> str:
    return f"{_role(fact.role)} ({_holder(view, fact)})"


def _rows(view: View, asked: Sequence[_Asked], edges: Sequence[Edge]) -> Iterator[Node]:
    told: dict[str, list[str]] = {}
    for edge in edges:
        told.setdefault(edge.start, []).append(f"{', '.join(arrow_words(edge))}.")
    rows: dict[str, _Asked] = {}
    for one in asked:
        rows.setdefault(one.row, one)
    for one in rows.values():
        fact, role = one.fact, one.fact.role
        kind: LineKind = "person" if fact.held is not None else "vacant"
        line = Line(kind, _holder(view, fact))
        areas = tuple(view.area_title(area) for area in dict.fromkeys(role.areas))
        words = " ".join([f"{_who(view, fact)}.", *told.get(one.row, ())])
        yield Node(one.row, "role", _role(role), (line,), areas=areas, told=words, unit=role.unit or "")


def _columns(view: View, asked: Sequence[_Asked]) -> list[Node]:
    """The skills that are asked for: those of the register by their groups, then the words of roles."""
    facts = {one.column: one.fact for one in asked}
    kept = {id(skill): place for place, skill in enumerate(view.register.of(LeadingSkill))}
    groups = list(GROUPS)

    def place(column: str) -> tuple[int, int]:
        skill = facts[column].skill
        if skill is None:
            return len(groups) + 1, 0
        return groups.index(skill.group) if skill.group in groups else len(groups), kept[id(skill)]

    return [_column(view, column, facts[column]) for column in sorted(facts, key=place)]


def _column(view: View, id: str, fact: SkillAsked) -> Node:
    skill = fact.skill
    if skill is None:
        return Node(id, "skill", _called(fact), over=_NO_GROUP, told=f"{_called(fact)}. {_NO_GROUP}.")
    courses = [view.register.title(course) for course in dict.fromkeys(skill.courses)]
    built = (Line("note", f"Built by {listed(courses)}"),) if courses else ()
    over = GROUPS.get(skill.group or "", "Other")
    steps = [f"Level {number}: {text}" for number, text in enumerate(skill.levels or (), 1)]
    parts = (skill.called, *steps, *(line.text for line in built))
    words = " ".join(part if part.endswith(".") else f"{part}." for part in parts)
    return Node(id, "skill", skill.called, built, over=over, told=words)


def _tables(view: View, asked: Sequence[_Asked]) -> Iterator[Table]:
    """The gaps by skill and by person, and which course builds what."""
    gaps = [one for one in asked if one.marks]
    yield _by_skill(view, gaps)
    yield _by_person(view, gaps)
    yield _builds(view, asked)


def _by_skill(view: View, gaps: Sequence[_Asked]) -> Table:
    rows: list[tuple[str, ...]] = []
    for column in _columns(view, gaps):
        here = [one for one in gaps if one.column == column.id]
        who = "; ".join(f"{_who(view, one.fact)}: {_gap(one)}" for one in here)
        rows.append((column.title, who, "; ".join(line.text.removeprefix("Built by ") for line in column.lines)))
    return Table("Gaps by skill", ("Skill", "Who", "Built by"), tuple(rows))


def _by_person(view: View, gaps: Sequence[_Asked]) -> Table:
    """One row for each person with all their roles; without names, and of vacant roles, one for each role."""
    people: dict[str, list[_Asked]] = {}
    for one in gaps:
        known = view.names and one.fact.person is not None
        key = (one.fact.person.id or one.row) if known and one.fact.person is not None else one.row
        people.setdefault(f"{'person' if known else 'row'} {key}", []).append(one)
    rows = []
    for found in people.values():
        roles = listed(dict.fromkeys(_role(one.fact.role) for one in found))
        words = dict.fromkeys(f"{_called(one.fact)}: {_gap(one)}" for one in found)
        rows.append((_holder(view, found[0].fact), roles, "; ".join(words)))
    return Table("Gaps by person", ("Person", "Role", "Gaps"), tuple(rows))


def _builds(view: View, asked: Sequence[_Asked]) -> Table:
    """The courses that build any of the skills that are asked for."""
    wanted = {id(one.fact.skill) for one in asked if one.fact.skill is not None}
    built: dict[str, list[str]] = {}
    for skill in view.register.of(LeadingSkill):
        for course in dict.fromkeys(skill.courses) if id(skill) in wanted else ():
            built.setdefault(course, []).append(skill.called)
    known: Mapping[str, Course] = {course.id: course for course in view.register.of(Course) if course.id}
    order = sorted(built, key=lambda course: (course not in known, [*known].index(course) if course in known else 0))
    rows = tuple((view.register.title(course), "; ".join(built[course])) for course in order)
    return Table("Which course builds what", ("Course", "Skills"), rows)


def _gap(one: _Asked) -> str:
    """What is wrong, in words for a table: `below the level, asked at 3, has 2`."""
    said = ", ".join(MARKS[mark].lower() for mark in one.marks)
    ended = f" after {long_day(one.fact.until)}" if "lapsed" in one.marks and one.fact.until is not None else ""
    return f"{said}{ended}, {levels(Message('', asked=one.fact.wanted.level, has=one.fact.level))}"


def _title(view: View) -> str:
    parts = [view.area_title(view.area)] if view.area is not None else []
    parts += [view.title(view.unit)] if view.unit is not None else []
    return "Skills of those who lead" + (f": {', '.join(parts)}" if parts else "")


def _remarks(view: View, asked: Sequence[_Asked]) -> Iterator[str]:
    if not asked:
        yield "No role of the day asks for a skill"
    else:
        roles, columns = len({id(one.fact.role) for one in asked}), len({one.column for one in asked})
        yield f"{counted(columns, 'skill')} asked of {counted(roles, 'role')}, {counted(len(asked), 'cell')}"
    words: tuple[tuple[Mark, str], ...] = (
        ("missing", "missing"),
        ("below", "below the level"),
        ("lapsed", "lapsed"),
        ("nobody", "with nobody in post"),
        ("unknown", "of somebody whom the register does not have"),
    )
    for mark, said in words:
        count = sum(1 for one in asked if mark in one.marks)
        if count:
            yield f"{count} {said}"
    silent = [role for role in _leads(view) if role.requires is None or not role.requires.skills]
    if silent and asked:
        yield f"{counted(len(silent), 'lead role')} {'asks' if len(silent) == 1 else 'ask'} for none"
    if not view.names:
        yield "Names of people are left out"


def _leads(view: View) -> list[Role]:
    """The roles of the day that lead an area, or the one that is asked for."""
    units = units_below(view, view.unit) if view.unit is not None else None
    return [
        role
        for role in view.tenure.there.roles
        if role.areas and (view.area is None or view.area in role.areas) and (units is None or role.unit in units)
    ]
