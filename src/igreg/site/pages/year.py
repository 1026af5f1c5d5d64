"""How we did this year: training, policies, the toolkit, and for staff and the board more."""

from __future__ import annotations

from igreg.analysis.audits import was_performed
from igreg.due.shares import share_rows
from igreg.language.english import counted, long_day
from igreg.model.kinds.audits import Audit
from igreg.model.kinds.incidents import Incident
from igreg.report.matters.incidents import counted_in
from igreg.report.matters.policies import policies
from igreg.site.page import Grid, Line, Points, Section, Words, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """What can be said of the financial year so far, each part where there is anything to say."""
    parts = (_training(seen), _policies(seen), _toolkit(seen), _incidents(seen), _lessons(seen), _audits(seen))
    found = [one for one in parts if one is not None]
    if not found:
        return ()
    first = Words(line(f"This financial year so far: {seen.asked.period.called}."), leads=True)
    return (Section("", (first,)), *found)


def _training(seen: Seen) -> Section | None:
    rows: list[tuple[Line, ...]] = []
    for one in share_rows(seen.asked.as_of, reached=True):
        target = f"{one.target:g}%" if one.target is not None else "None set"
        state = "" if one.target is None else "Reached" if one.reached else "Under target"
        course = line(seen.named(one.course))
        if course:
            rows.append((course, line(f"{one.percent:g}%"), line(target), line(state)))
    if not rows:
        return None
    day = long_day(seen.asked.today)
    table = Grid(f"People trained, as on {day}", ("Course", "Trained", "Target", "State"), tuple(rows), "")
    return Section("Training", (table,))


def _policies(seen: Seen) -> Section | None:
    """How many policies are in force, and how many of them were looked at in time."""
    found = policies(seen.asked)
    if not found.in_force:
        return None
    said = [f"{counted(found.in_force, 'policy', 'policies')} in force."]
    late = counted(found.overdue, "policy", "policies")
    said.append(f"{late} past the day of review." if found.overdue else "None is past its day of review.")
    if found.no_review:
        said.append(f"For {found.no_review} no day of review is set.")
    return Section("Policies", (Points(tuple(map(line, said))),))


def _toolkit(seen: Seen) -> Section | None:
    rows = [
        (
            line(seen.said(one.edition)),
            line(seen.said(one.status)),
            line(long_day(one.published) if one.published else ""),
        )
        for one in seen.register.organisation.dspt
        if one.edition
    ]
    if not rows:
        return None
    title = "Data Security and Protection Toolkit"
    return Section(title, (Grid("What was published", ("Edition", "Outcome", "Published"), tuple(rows), ""),))


def _incidents(seen: Seen) -> Section | None:
    """How many incidents became known, for staff and the board."""
    if seen.audience == "public":
        return None
    found = counted_in(seen.asked, seen.asked.period).counts
    if found is None:
        return Section("Incidents", (Words(line("No incident is recorded for this time.")),))
    said = [f"{counted(found.incidents, 'incident')} became known." if found.incidents else "No incident became known."]
    if found.incidents:
        said.append(f"{found.breaches or 'None'} of them concerned personal data.")
    if found.breaches:
        were = "was" if found.reported < 2 else "were"
        said.append(f"{found.reported or 'None'} of these {were} reported to the regulator.")
    return Section("Incidents", (Points(tuple(map(line, said))),))


def _lessons(seen: Seen) -> Section | None:
    """What was learnt from incidents that are closed, without which incident it was."""
    if not seen.may("incidents", "lessons.lesson"):
        return None
    closed = [one for one in seen.register.of(Incident) if one.status == "closed" and seen.asked.period.has(one.closed)]
    lessons = [
        seen.told(one, lesson.lesson, "lessons", "lesson") for one in closed for lesson in one.lessons if lesson.lesson
    ]
    return Section("What we learnt", (Points(tuple(map(line, dict.fromkeys(lessons)))),)) if lessons else None


def _audits(seen: Seen) -> Section | None:
    if not seen.may("audits", "performed"):
        return None
    done = [
        one
        for one in seen.register.of(Audit)
        if was_performed(one, seen.asked.today) and seen.asked.period.has(one.performed)
    ]
    rows = tuple(
        (
            line(seen.named(one.id)),
            line(long_day(one.performed) if one.performed else ""),
            line(seen.text(one, "rating")),
            line(str(len(one.findings))),
        )
        for one in done
    )
    heads = ("Audit", "Done", "Verdict", "Findings")
    return Section("Audits", (Grid("Audits done", heads, rows, "No audit was done."),))


PAGES = (TopPage(70, "year.html", "How we did this year", "Training, policies and what was learnt.", sections),)
