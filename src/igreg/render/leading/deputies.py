"""Who could deputise in a role, as text and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from igreg.analysis.competence import Named
from igreg.analysis.deputising import Candidate, Deputies, SkillLacked
from igreg.language.english import counted, listed
from igreg.register.register import Register
from igreg.render.escape.terminal import folded, plain


def deputies_json(found: Deputies, register: Register, today: dt.date) -> str:
    """Everything that is known of each, for machines."""
    needs = found.role.requires
    value = {
        "version": 1,
        "today": today.isoformat(),
        "role": found.role.id,
        "title": found.role.title,
        "requires": {
            "skills": [{"skill": one.skill, "level": one.level} for one in (needs.skills if needs else ())],
            "courses": list(needs.courses if needs else ()),
        },
        "could": [_candidate(one, register) for one in found.could],
        "nearly": [_candidate(one, register) for one in found.nearly],
        "incomplete": list(register.unread),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _candidate(one: Candidate, register: Register) -> dict[str, object]:
    return {
        "staff": one.person.id,
        "name": register.title(one.person.id),
        "job_title": one.person.job_title,
        "unit": one.person.unit,
        "hours_left": one.hours_left,
        "deputises": one.deputises,
        "missing": [
            {
                "skill": lacked.wanted.skill,
                "level": lacked.wanted.level,
                "has": lacked.level,
                "lapsed": lacked.lapsed,
                "courses": list(lacked.skill.courses) if lacked.skill is not None else [],
            }
            for lacked in one.skills
        ]
        + [{"course": course.id} for course in one.courses],
    }


def deputies_text(found: Deputies, register: Register, width: int) -> str:
    """The same for people, as wide as the terminal."""
    lines = (
        line
        for part in _lines(found, register)
        for line in folded(plain(part), width, then="    " if part.startswith(" ") else "")
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(found: Deputies, register: Register) -> Iterator[str]:
    called = found.role.called
    if not found.asks:
        yield f"{called} asks for no skills and no courses, so nobody can be told from anybody else."
        yield f"Write what it takes under `requires` of {found.role.id}."
        return
    yield f"{called} asks for {listed(_asked(found, register))}."
    yield ""
    if found.could:
        yield f"{counted(len(found.could), 'person', 'people')} could deputise:"
        for one in found.could:
            already = ", deputises already" if one.deputises else ""
            yield f"  {_who(one, register)}: {_hours(one)}{already}"
    else:
        yield "Nobody has all of it, in no conflict with the role and with hours left."
    if found.nearly:
        yield ""
        yield "One thing is missing:"
        for one in found.nearly:
            yield f"  {_who(one, register)}: {listed(_missing(one, register))}; {_hours(one)}"


def _asked(found: Deputies, register: Register) -> Iterator[str]:
    needs, named = found.role.requires, Named(register)
    for skill in needs.skills if needs is not None else ():
        level = f" at level {skill.level}" if skill.level else ""
        known = named.of(skill.skill)
        yield f"{known.called if known is not None else skill.skill}{level}"
    for course in needs.courses if needs is not None else ():
        yield f"the course {register.title(course)}"


def _who(one: Candidate, register: Register) -> str:
    place = [one.person.job_title, register.title(one.person.unit) if one.person.unit else None]
    said = ", ".join(word for word in place if word)
    name = f"{register.title(one.person.id)} ({one.person.id})"
    return f"{name}, {said}" if said else name


def _hours(one: Candidate) -> str:
    if one.hours_left is None:
        return "hours not known"
    return f"{counted(one.hours_left, 'hour')} a week left"


def _missing(one: Candidate, register: Register) -> Iterator[str]:
    for lacked in one.skills:
        yield _lacked(lacked, register)
    for course in one.courses:
        yield f"the course {course.called}"


def _lacked(lacked: SkillLacked, register: Register) -> str:
    wanted = lacked.skill.called if lacked.skill is not None else lacked.wanted.skill
    level = f" at level {lacked.wanted.level}" if lacked.wanted.level else ""
    state = (
        "shown too long ago"
        if lacked.lapsed
        else "not had"
        if lacked.level is None
        else f"had at level {lacked.level or 'unknown'}"
    )
    courses = [register.title(course) for course in lacked.skill.courses] if lacked.skill is not None else []
    built = f", built by {listed(courses)}" if courses else ""
    return f"{wanted}{level} ({state}{built})"
