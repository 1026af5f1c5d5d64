"""Skills asked and held as a matrix; what is wanting, by skill and by person; what builds it; who could deputise."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.language.english import counted, listed, long_day
from igreg.report.kind import Report
from igreg.report.matters.skills import Cell, Skills, skills_of
from igreg.report.paper import Block, Column, Figure, Figures, Paper, Part, Said, Table

_NONE = "No post asks for a skill."
_WIDEST = 6
"""A matrix of more skills than this stands in several tables, so that it fits a page."""


def paper(found: Skills) -> Paper:
    """The figures, the matrix, the gaps, what builds them, and who could deputise."""
    return Paper(
        name="competence",
        title="Skills of those who lead",
        organisation=found.head.organisation,
        day=found.head.day,
        about=found.head.part,
        unread=found.head.unread,
        parts=(
            Part("In short", tuple(_short(found))),
            Part("What is asked, and what is held", tuple(_matrix(found))),
            Part("What is wanting", (_by_skill(found), _by_person(found), _courses(found))),
            Part("Development", (_builds(found),)),
            Part("Who could deputise", tuple(_deputies(found))),
        ),
    )


def _short(found: Skills) -> Iterator[Block]:
    gaps = [one for one in found.cells if one.gaps]
    lapsed = sum(1 for one in found.cells if "lapsed" in one.gaps)
    vacant = sum(1 for one in found.cells if "nobody" in one.gaps)
    met = len(found.cells) - len(gaps)
    yield Figures(
        (
            Figure("Skills asked of holders", str(len(found.cells)), f"{met} held as asked"),
            Figure(
                "Wanting", str(len(gaps)), f"{vacant} with nobody in post" if vacant else "", _word(gaps, "wanting")
            ),
            Figure("Lapsed", str(lapsed), attention=_word(lapsed, "lapsed")),
            Figure("Courses wanting", str(len(found.untrained)), attention=_word(found.untrained, "wanting")),
        )
    )
    if not found.cells:
        yield Said("No post asks for a skill, so nothing can be said of what is wanting.")
    if found.silent:
        verb = "asks" if len(found.silent) == 1 else "ask"
        yield Said(f"{counted(len(found.silent), 'lead post')} {verb} for no skill: {listed(found.silent)}.")


def _word(anything: object, word: str) -> str:
    return word if anything else ""


def _matrix(found: Skills) -> Iterator[Block]:
    groups: dict[str, list[Cell]] = {}
    for cell in found.cells:
        groups.setdefault(cell.group, []).append(cell)
    if not groups:
        yield Said(_NONE)
    for group, cells in groups.items():
        skills = list(dict.fromkeys(one.skill for one in cells))
        for first in range(0, len(skills), _WIDEST):
            yield _table(group, cells, skills[first : first + _WIDEST])


def _table(group: str, cells: list[Cell], skills: list[str]) -> Table:
    rows: dict[tuple[int, str, str], dict[str, str]] = {}
    for one in cells:
        if one.skill in skills:
            rows.setdefault((one.holder, one.post, one.who), {})[one.skill] = one.said
    columns = (Column("Post"), Column("Who"), *map(Column, skills))
    caption = f"{group}: level held of level asked"
    table = tuple((post, who, *(said.get(skill, "") for skill in skills)) for (_, post, who), said in rows.items())
    return Table(caption, columns, table, "")


def _by_skill(found: Skills) -> Table:
    skills: dict[str, list[Cell]] = {}
    for one in found.cells:
        if one.gaps:
            skills.setdefault(one.skill, []).append(one)
    rows = tuple(
        (skill, "; ".join(f"{one.post} ({one.who}): {one.said}" for one in cells), "; ".join(cells[0].courses))
        for skill, cells in skills.items()
    )
    columns = (Column("Skill"), Column("Who"), Column("Built by"))
    return Table("By skill", columns, rows, "No skill is wanting." if found.cells else _NONE)


def _by_person(found: Skills) -> Table:
    people: dict[int, list[Cell]] = {}
    for one in found.cells:
        if one.gaps:
            people.setdefault(one.holder, []).append(one)
    rows = tuple(
        (cells[0].who, cells[0].post, "; ".join(f"{one.skill}: {one.said}" for one in cells))
        for cells in people.values()
    )
    return Table(
        "By person",
        (Column("Who"), Column("Post"), Column("Wanting")),
        rows,
        "Nobody lacks a skill." if found.cells else _NONE,
    )


def _courses(found: Skills) -> Table:
    rows = tuple(
        (one.who, one.post, one.course, f"lapsed on {long_day(one.lapsed)}" if one.lapsed is not None else "not done")
        for one in found.untrained
    )
    columns = (Column("Who"), Column("Post"), Column("Course"), Column("State"))
    empty = "Every holder has the courses that the post asks for." if found.courses else "No post asks for a course."
    return Table("Courses that posts ask for", columns, rows, empty)


def _builds(found: Skills) -> Table:
    wanting: dict[str, dict[str, None]] = {}
    for one in found.cells:
        for course in one.courses if one.gaps else ():
            wanting.setdefault(course, {})[f"{one.post} ({one.who})"] = None
    rows = tuple((one.course, "; ".join(one.skills), "; ".join(wanting.get(one.course, ()))) for one in found.builds)
    columns = (Column("Course"), Column("Builds"), Column("Would help"))
    return Table("Which course builds what", columns, rows, "No course is recorded as building a skill that is asked.")


def _deputies(found: Skills) -> Iterator[Block]:
    yield Said("Who has all that a post asks for, stands in no conflict with it, and is not known to be without hours.")
    rows = tuple(
        (one.post, "; ".join(one.could) or ("nobody" if one.asks else "not known: the post asks for nothing"),
         "; ".join(one.nearly))
        for one in found.deputies
    )  # fmt: skip
    columns = (Column("Post"), Column("Could deputise"), Column("Lacks one thing"))
    yield Table("Posts that lead an area", columns, rows, "No post leads an area.")


REPORT = Report(
    tells="skills asked and held, what is wanting by skill and by person, what builds it, and who could deputise",
    readers="HR and the chief executive",
    values=skills_of,
    type=Skills,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    takes=frozenset({"area", "unit"}),
)
