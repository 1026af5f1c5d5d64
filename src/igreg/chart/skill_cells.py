"""The cells of the chart of skills: what is asked of each holder, what they have, and where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from igreg.analysis.competence import SkillAsked, skills_asked
from igreg.chart.about import OfSkill
from igreg.chart.graph import Mark, Node
from igreg.chart.lines import BuiltBy, InPost, Line, Vacant
from igreg.chart.tree import units_below
from igreg.chart.view import View
from igreg.dataclass import dataclass
from igreg.errors import unknown
from igreg.language.slug import slug
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
class Asked:
    """One skill that is asked of one holder of a role, and where it stands on the chart."""

    fact: SkillAsked
    row: str
    column: str
    marks: tuple[Mark, ...]


def chosen(view: View) -> Iterator[SkillAsked]:
    """What is asked in the roles of the day, of the unit and of the area that are asked for."""
    if view.area is not None and view.area not in view.register.areas:
        raise unknown("--area", "area", view.area, view.register.areas)
    units = units_below(view, view.unit) if view.unit is not None else None
    for fact in skills_asked(view.tenure):
        role = fact.role
        if (view.area is None or view.area in role.areas) and (units is None or role.unit in units):
            yield fact


def marked(view: View, facts: Iterable[SkillAsked]) -> Iterator[Asked]:
    """Each with its row: one for each holder of a role, and one for a role that nobody holds."""
    rows: dict[tuple[int, int], str] = {}
    columns: dict[str, str] = {}
    taken: set[str] = set()
    for fact in facts:
        key = id(fact.role), id(fact.held.holder) if fact.held is not None else 0
        if key not in rows:
            rows[key] = _free(fact.role.id or "role_title", taken)
        if fact.key not in columns:
            columns[fact.key] = _free(f"skill~{slug(fact.key) or 'word'}", taken)
        yield Asked(fact, rows[key], columns[fact.key], fact.gaps(view.day))


def _free(name: str, taken: set[str]) -> str:
    """A name for a row or a column that no other has: no id has a tilde."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name}~{number}", number + 1
    taken.add(found)
    return found


def called(fact: SkillAsked) -> str:
    """What the skill is called."""
    return fact.skill.called if fact.skill is not None else fact.wanted.skill or ""


def holder(view: View, fact: SkillAsked) -> Line:
    """Who holds the role; without names, only that somebody does."""
    if fact.held is None:
        return Vacant()
    return InPost(view.name(fact.held.holder.staff) if view.names else None, fact.held.holder.as_ == "acting")


def columns(view: View, asked: Sequence[Asked]) -> list[Node]:
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
        return Node(id, "skill", called(fact), over=_NO_GROUP)
    courses = tuple(view.register.title(course) for course in dict.fromkeys(skill.courses))
    built = (BuiltBy(courses),) if courses else ()
    over = GROUPS.get(skill.group or "", "Other")
    return Node(id, "skill", skill.called, built, over=over, about=OfSkill(tuple(skill.levels or ())))
