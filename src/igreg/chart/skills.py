"""The chart of skills: what roles ask of whoever holds them, what they have, the gaps, and which course builds what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igreg.chart.arrow_words import arrow_words
from igreg.chart.graph import Edge, Graph, Line, LineKind, Mark, Message, Node
from igreg.chart.skill_cells import Asked, called, chosen, columns, holder, marked, role_title, who
from igreg.chart.skill_gaps import gap_tables
from igreg.chart.tree import units_below
from igreg.chart.view import View
from igreg.language.english import counted, long_day
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
        nodes=(*_rows(view, asked, edges), *columns(view, asked)),
        edges=edges,
        tables=tuple(table for table in gap_tables(view, asked) if table.rows),
        remarks=tuple(_remarks(view, asked)),
    )


def _edge(view: View, one: Asked) -> Edge:
    wanted = one.fact.wanted.level
    message = Message(called(one.fact), asked=wanted, has=one.fact.level)
    edge = Edge(one.row, one.column, "asked", message, marks=one.marks)
    until = f", counts until {long_day(one.fact.until)}" if one.fact.until is not None else ""
    return replace(edge, told=f"{who(view, one.fact)}: {', '.join(arrow_words(edge))}{until}")


def _rows(view: View, asked: Sequence[Asked], edges: Sequence[Edge]) -> Iterator[Node]:
    told: dict[str, list[str]] = {}
    for edge in edges:
        told.setdefault(edge.start, []).append(f"{', '.join(arrow_words(edge))}.")
    rows: dict[str, Asked] = {}
    for one in asked:
        rows.setdefault(one.row, one)
    for one in rows.values():
        fact, role = one.fact, one.fact.role
        kind: LineKind = "person" if fact.held is not None else "vacant"
        line = Line(kind, holder(view, fact))
        areas = tuple(view.area_title(area) for area in dict.fromkeys(role.areas))
        words = " ".join([f"{who(view, fact)}.", *told.get(one.row, ())])
        yield Node(one.row, "role", role_title(role), (line,), areas=areas, told=words, unit=role.unit or "")


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
