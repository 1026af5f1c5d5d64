"""The chart of skills: what roles ask of whoever holds them, what they have, the gaps, and which course builds what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igreg.analysis.competence import courses_that_build
from igreg.chart.graph import Edge, Graph, Mark, Message, Node, Table
from igreg.chart.skill_cells import Asked, called, chosen, columns, holder, marked
from igreg.chart.tree import units_below
from igreg.chart.view import View
from igreg.language.english import counted
from igreg.model.kinds.roles import Role


def skills(view: View) -> Graph:
    """Roles that ask for skills and whoever holds them, each with a line to every skill that is asked of them."""
    view = replace(view, skills=True)
    asked = list(marked(view, chosen(view)))
    edges = tuple(_edge(view, one) for one in asked)
    return Graph(
        chart="skills",
        name="skills",
        title=_title(view),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=(*_rows(view, asked), *columns(view, asked)),
        edges=edges,
        tables=tuple(_builds(view, asked)),
        remarks=tuple(_remarks(view, asked)),
    )


def _edge(view: View, one: Asked) -> Edge:
    wanted = one.fact.wanted.level
    message = Message(called(one.fact), asked=wanted, has=one.fact.level)
    return Edge(one.row, one.column, "asked", message, marks=one.marks, counts_until=one.fact.until)


def _rows(view: View, asked: Sequence[Asked]) -> Iterator[Node]:
    rows: dict[str, Asked] = {}
    for one in asked:
        rows.setdefault(one.row, one)
    for one in rows.values():
        fact, role = one.fact, one.fact.role
        areas = tuple(view.area_title(area) for area in dict.fromkeys(role.areas))
        person = fact.person.id or "" if view.names and fact.person is not None else ""
        title = role.title or role.id or "Without a title"
        yield Node(one.row, "role", title, (holder(view, fact),), areas=areas, unit=role.unit or "", person=person)


def _builds(view: View, asked: Sequence[Asked]) -> Iterator[Table]:
    """The courses that build any of the skills that are asked for."""
    built = courses_that_build(view.register, (one.fact.skill for one in asked if one.fact.skill is not None))
    rows = tuple((view.register.title(course), "; ".join(skill.called for skill in built[course])) for course in built)
    if rows:
        yield Table("Which course builds what", ("Course", "Skills"), rows)


def _title(view: View) -> str:
    parts = [view.area_title(view.area)] if view.area is not None else []
    parts += [view.title(view.unit)] if view.unit is not None else []
    return "Skills of those who lead" + (f": {', '.join(parts)}" if parts else "")


def _remarks(view: View, asked: Sequence[Asked]) -> Iterator[str]:
    if not asked:
        yield "No role of the day asks for a skill"
    else:
        roles, count = len({id(one.fact.role) for one in asked}), len({one.column for one in asked})
        yield f"{counted(count, 'skill')} asked of {counted(roles, 'role')}, {counted(len(asked), 'cell')}"
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
