"""Returns against a framework to publish, by the assessment's own day or the framework's (ruling B73)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import counted
from igreg.model.kinds.assessments import Assessment

if TYPE_CHECKING:
    from igreg.analysis.returns.framework_return import Return


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Assessment]]:
    """One against a pack that is not known, or has faults, has only the day that it gives itself."""
    known = {id(one.assessment): one for one in as_of.returns}
    for assessment in as_of.register.of(Assessment):
        one = known.get(id(assessment))
        day = assessment.due if one is None else one.deadline
        if assessment.is_open and day is not None:
            path = ("due",) if assessment.due is not None else ()
            yield Deadline(assessment, day, _why(one, assessment), path)


def _why(one: Return | None, assessment: Assessment) -> str:
    """What is to be published, and how much of it nobody has answered, or too long ago."""
    if one is None:
        return f"publish the return against {assessment.framework}" if assessment.framework else "publish the return"
    stale = sum(one.is_stale(item) for item in one.mandatory)
    parts = [f"publish the return against {one.pack.id}"]
    if unanswered := sum(1 for _ in one.unanswered()):
        parts.append(f"{counted(unanswered, 'mandatory item')} unanswered")
    if stale:
        parts.append(f"{counted(stale, 'answer')} too old")
    return ", ".join(parts)
