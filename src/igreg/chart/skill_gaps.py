"""The tables of the chart of skills: the gaps by skill and by person, and which course builds what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.analysis.competence import courses_that_build
from igreg.chart.arrow_words import MARKS, levels
from igreg.chart.graph import Message, Table
from igreg.chart.skill_cells import Asked, built_by, called, columns, holder, role_title, who
from igreg.chart.view import View
from igreg.language.english import listed, long_day


def gap_tables(view: View, asked: Sequence[Asked]) -> Iterator[Table]:
    """The gaps by skill and by person, and which course builds what."""
    gaps = [one for one in asked if one.marks]
    yield _by_skill(view, gaps)
    yield _by_person(view, gaps)
    yield _builds(view, asked)


def _by_skill(view: View, gaps: Sequence[Asked]) -> Table:
    rows: list[tuple[str, ...]] = []
    for column in columns(view, gaps):
        here = [one for one in gaps if one.column == column.id]
        people = "; ".join(f"{who(view, one.fact)}: {_gap(one)}" for one in here)
        rows.append((column.title, people, built_by(view, here[0].fact)))
    return Table("Gaps by skill", ("Skill", "Who", "Built by"), tuple(rows))


def _by_person(view: View, gaps: Sequence[Asked]) -> Table:
    """One row for each person with all their roles; without names, and of vacant roles, one for each role."""
    people: dict[str, list[Asked]] = {}
    for one in gaps:
        known = view.names and one.fact.person is not None
        key = (one.fact.person.id or one.row) if known and one.fact.person is not None else one.row
        people.setdefault(f"{'person' if known else 'row'} {key}", []).append(one)
    rows = []
    for found in people.values():
        roles = listed(dict.fromkeys(role_title(one.fact.role) for one in found))
        words = dict.fromkeys(f"{called(one.fact)}: {_gap(one)}" for one in found)
        rows.append((holder(view, found[0].fact), roles, "; ".join(words)))
    return Table("Gaps by person", ("Person", "Role", "Gaps"), tuple(rows))


def _builds(view: View, asked: Sequence[Asked]) -> Table:
    """The courses that build any of the skills that are asked for."""
    built = courses_that_build(view.register, (one.fact.skill for one in asked if one.fact.skill is not None))
    rows = tuple((view.register.title(course), "; ".join(skill.called for skill in built[course])) for course in built)
    return Table("Which course builds what", ("Course", "Skills"), rows)


def _gap(one: Asked) -> str:
    """What is wrong, in words for a table: `below the level, asked at 3, has 2`."""
    said = ", ".join(MARKS[mark].lower() for mark in one.marks)
    ended = f" after {long_day(one.fact.until)}" if "lapsed" in one.marks and one.fact.until is not None else ""
    return f"{said}{ended}, {levels(Message('', asked=one.fact.wanted.level, has=one.fact.level))}"
