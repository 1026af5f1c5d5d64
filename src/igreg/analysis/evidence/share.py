"""Are enough people trained in a course, or about an area: counted among those whom IG403 counts (ruling E30)?"""

from __future__ import annotations

from collections.abc import Sequence

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence.shown import Evidence, Outcome
from igreg.analysis.in_force import in_force
from igreg.analysis.training_plans import percent
from igreg.language.english import counted, listed
from igreg.model.kinds.courses import Course
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.model.packs.proofs import Share

KINDS = ("courses", "training-plans", "training-records", "staff", "roles", "groups", "units")


def share(as_of: AsOf, proof: Share) -> Outcome:
    """Whether so many of a hundred are trained; the opposite is shown where fewer are."""
    courses = courses_meant(as_of, proof)
    if not courses:
        what = f"no course {proof.course}" if proof.course else f"no course about {_area(as_of, proof)}"
        return Outcome(False, missing=f"the register has {what}")
    due, without = trained(as_of, courses, proof)
    names = listed([one.called for one in courses], "or")
    plans = [one for one in as_of.register.of(TrainingPlan) if proof.starters and _is_of_starters(as_of, one, courses)]
    if proof.starters and not plans:
        asked = f"no approved training plan for all staff asks for {names} within some time of starting"
        return Outcome(False, missing=asked)
    if not due:
        return Outcome(False, missing=f"nobody counts yet among those who are to be trained in {names}")
    good = len(due) - len(without)
    since = f" in the last {proof.within}" if proof.within else ""
    is_one = good == 1 or len(due) == 1
    of = f"{good} of {counted(len(due), 'person', 'people')} ({percent(good, len(due)):.1f} %)"
    words = f"{of} {'is' if is_one else 'are'} trained in {names}{since}"
    if good * 100 >= proof.at_least * len(due):
        planned = tuple(Evidence(one.id or "", f"asks for {names} within some time of starting") for one in plans)
        return Outcome(True, (*(Evidence(one.id or "", words) for one in courses), *planned))
    return Outcome(False, missing=f"{words}; {proof.at_least:g} % are asked for", opposite=True)


def courses_meant(as_of: AsOf, proof: Share) -> list[Course]:
    """The course that is named, or all about an area."""
    every = as_of.register.of(Course)
    if proof.course is not None:
        return [one for one in every if one.id == proof.course]
    return [one for one in every if one.id and proof.area in one.areas]


def trained(as_of: AsOf, courses: Sequence[Course], proof: Share) -> tuple[frozenset[str], set[str]]:
    """Who counts, and who of them has no record that counts.

    They are the audience of the plans that ask for one of the courses, else all staff; of a record it is asked that it
    is valid, and no older than the proof says.
    """
    ids = {one.id for one in courses}
    planned = [one for one in as_of.shares if one.course.id in ids]
    due = frozenset().union(*(one.due for one in planned)) if planned else None
    if due is None:
        due = frozenset(as_of.audiences.counted(["all-staff"]))
    without = set(due)
    for course in courses:
        without = as_of.training.of(course.id or "").untrained(without, proof.within)
    return due, without


def _is_of_starters(as_of: AsOf, plan: TrainingPlan, courses: Sequence[Course]) -> bool:
    """Whether a plan for all staff, approved by the day, asks of starters one of some courses."""
    if plan.approved_by is None or plan.approved_on is None or plan.approved_on > as_of.today:
        return False
    if "all-staff" not in plan.audience or not in_force(plan, as_of.today):
        return False
    ids = {one.id for one in courses}
    return any(one.course in ids and one.within is not None for one in plan.courses)


def _area(as_of: AsOf, proof: Share) -> str:
    return as_of.register.areas.get(proof.area or "", proof.area or "")
