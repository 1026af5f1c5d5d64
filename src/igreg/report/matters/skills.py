"""Skills and courses that posts ask of whoever holds them: who has what, what is wanting, who could deputise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.competence import Gap, SkillAsked, courses_that_build, missing_courses, skills_asked
from igreg.analysis.deputising import Candidate, deputies
from igreg.chart.skill_cells import GROUPS
from igreg.dataclass import dataclass
from igreg.language.english import counted, long_day
from igreg.model.kinds.roles import Role
from igreg.report.asked import NOBODY, Asked, Head
from igreg.wording.arrows import marks_said

NO_GROUP = "Named by posts only"


@dataclass(frozen=True, slots=True)
class Cell:
    """A skill that a post asks of one holder."""

    holder: int
    """The number of the holder among those of all posts, so that two of one post are told apart."""
    post: str
    who: str
    """`vacant` where nobody holds it."""
    skill: str
    group: str
    asked: int | None
    """The level; nothing where any will do."""
    held: int | None
    """Nothing where they do not have it, 0 where no level is written."""
    until: dt.date | None
    gaps: tuple[Gap, ...]
    courses: tuple[str, ...]
    """Those that build it."""

    @property
    def said(self) -> str:
        """The cell in words: `2 of 3: below the level`, `yes`."""
        if self.gaps and self.held is None:
            return marks_said(self.gaps[:1]) + (f" (asked at {self.asked})" if self.asked else "")
        level = f"{self.held or 'no level'} of {self.asked}" if self.asked else "yes"
        words = marks_said(self.gaps)
        ended = f" on {long_day(self.until)}" if self.until is not None and "lapsed" in self.gaps else ""
        return f"{level}: {words}{ended}" if words else level


@dataclass(frozen=True, slots=True)
class Untrained:
    """A course that a post asks of its holder, who is not trained in it."""

    post: str
    who: str
    course: str
    lapsed: dt.date | None


@dataclass(frozen=True, slots=True)
class Builds:
    """A course, and the skills it builds."""

    course: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Who could deputise in a post that leads an area."""

    post: str
    asks: bool
    """Whether the post asks for anything; if not, nobody can be told from anybody else."""
    could: tuple[str, ...]
    nearly: tuple[str, ...]
    """Who lacks one thing, and which."""


@dataclass(frozen=True, slots=True)
class Skills:
    """The values of the report."""

    head: Head
    cells: tuple[Cell, ...]
    courses: int
    """How many courses posts ask for; each post's counts."""
    untrained: tuple[Untrained, ...]
    builds: tuple[Builds, ...]
    deputies: tuple[Stand, ...]
    silent: tuple[str, ...]
    """Posts that lead an area and ask for no skill."""


def skills_of(asked: Asked) -> Skills:
    """Of the posts of the day; of an area or a unit only where one is asked for."""
    tenure = asked.as_of.tenure
    facts = [one for one in skills_asked(tenure) if asked.has(one.role)]
    built = courses_that_build(asked.register, (one.skill for one in facts if one.skill is not None))
    numbers: dict[tuple[int, int], int] = {}
    leading = [role for role in tenure.there.roles if role.areas and asked.has(role)]
    return Skills(
        head=asked.head,
        cells=tuple(sorted((_cell(asked, one, numbers) for one in facts), key=_group)),
        courses=sum(len(role.requires.courses) for role in tenure.there.roles if role.requires and asked.has(role)),
        untrained=tuple(
            Untrained(
                asked.called(one.held.role), asked.person(one.held.holder.staff), asked.title(one.course), one.lapsed
            )
            for one in missing_courses(tenure, asked.as_of.training)
            if asked.has(one.held.role)
        ),
        builds=tuple(
            Builds(asked.title(course), tuple(asked.called(skill) for skill in skills))
            for course, skills in built.items()
        ),
        deputies=tuple(_stand(asked, role) for role in leading),
        silent=tuple(asked.called(role) for role in leading if role.requires is None or not role.requires.skills),
    )


def _group(cell: Cell) -> int:
    groups = (*GROUPS.values(), NO_GROUP)
    return groups.index(cell.group)


def _cell(asked: Asked, one: SkillAsked, numbers: dict[tuple[int, int], int]) -> Cell:
    skill = one.skill
    who = NOBODY if one.held is None else asked.person(one.held.holder.staff)
    acting = one.held is not None and one.held.holder.as_ == "acting"
    key = id(one.role), one.held.index if one.held is not None else -1
    return Cell(
        holder=numbers.setdefault(key, len(numbers) + 1),
        post=asked.called(one.role),
        who=f"{who} (acting)" if acting else who,
        skill=asked.called(skill) if skill is not None else asked.told(one.role, one.wanted.skill),
        group=GROUPS.get(skill.group or "", GROUPS["other"]) if skill is not None else NO_GROUP,
        asked=one.wanted.level,
        held=one.level,
        until=one.until,
        gaps=one.gaps(asked.today),
        courses=tuple(asked.title(course) for course in dict.fromkeys(skill.courses)) if skill is not None else (),
    )


def _stand(asked: Asked, role: Role) -> Stand:
    found = deputies(asked.as_of, role)
    if not asked.names:
        counts = (counted(len(one), "person", "people") for one in (found.could, found.nearly))
        could, nearly = ((said,) if not said.startswith("0 ") else () for said in counts)
        return Stand(asked.called(role), found.asks, could, nearly)
    return Stand(
        asked.called(role),
        found.asks,
        tuple(f"{asked.person(one.person.id)}{_hours(one)}" for one in found.could),
        tuple(f"{asked.person(one.person.id)} (lacks {', '.join(_lacks(asked, one))})" for one in found.nearly),
    )


def _hours(one: Candidate) -> str:
    said = ["deputises already"] if one.deputises else []
    said += [f"{counted(one.hours_left, 'hour')} a week left"] if one.hours_left is not None else []
    return f" ({', '.join(said)})" if said else ""


def _lacks(asked: Asked, one: Candidate) -> Iterator[str]:
    for lacked in one.skills:
        word = asked.called(lacked.skill) if lacked.skill is not None else asked.text(lacked.wanted.skill)
        yield f"{word}{f' at level {lacked.wanted.level}' if lacked.wanted.level else ''}"
    yield from (asked.called(course) for course in one.courses)
