"""Which training everybody needs: by plan, and for each role."""

from __future__ import annotations

from igreg.language.english import every
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.site.page import Fact, Facts, Grid, Line, Section, Words, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """The plans, then what each role asks of its holder."""
    found = (*_plans(seen), *_roles(seen))
    first = Words(
        line("Find the groups that you belong to, then your role. You need everything that is listed."), leads=True
    )
    return (Section("", (first,)), *found) if found else ()


def _plans(seen: Seen) -> list[Section]:
    out = []
    for plan in seen.of("training-plans"):
        assert isinstance(plan, TrainingPlan)
        rows = []
        for entry in plan.courses:
            course = seen.register.get(Course, entry.course)
            lasts = every(course.valid_for) if course is not None and course.valid_for is not None else "once"
            within = f"within {entry.within} of starting" if entry.within is not None else ""
            provider = seen.text(course, "provider") if course is not None else ""
            rows.append((line(seen.named(entry.course)), line(lasts), line(within), line(provider)))
        heads = ("Course", "How often", "The first time", "Given by")
        table = Grid(f"Courses: {seen.title(plan)}", heads, tuple(rows), "No course is planned.")
        out.append(Section(seen.title(plan), (Facts((Fact("For", (_audience(seen, plan),)),)), table)))
    return out


def _audience(seen: Seen, plan: TrainingPlan) -> Line:
    """For whom a plan is: nobody belongs to a post, unit or group that is not there today."""
    gone = seen.asked.as_of.tenure.there.gone
    there = [one for one in plan.audience if one not in gone]
    return seen.names(there) if there or not plan.audience else line("Nobody today")


def _roles(seen: Seen) -> list[Section]:
    rows: list[tuple[Line, ...]] = []
    for role in seen.of("roles"):
        assert isinstance(role, Role)
        if role.requires is not None and (role.requires.courses or role.requires.skills):
            skills: list[Line] = []
            for one in role.requires.skills:
                named = seen.named(one.skill) or seen.told(role, one.skill, "requires")
                skills.append(line(named, f" (level {one.level})" if one.level else ""))
            flat = tuple(word for number, one in enumerate(skills) for word in ((", ", *one) if number else one))
            rows.append((line(seen.named(role.id)), seen.names(role.requires.courses), flat))
    if not rows:
        return []
    return [Section("For your role", (Grid("What each role needs", ("Role", "Courses", "Skills"), tuple(rows), ""),))]


PAGES = (
    TopPage(
        50,
        "training.html",
        "Training for your role",
        "Which courses you need, and how often.",
        sections,
        ("staff", "board"),
    ),
)
