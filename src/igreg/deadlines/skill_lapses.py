"""Skills that lapse, of those whose role asks for them: one date for each skill and unit, that of the first lapse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.competence import lasting_skills
from igreg.deadlines._deadline import Deadline, dates
from igreg.deadlines._lapses import lapses
from igreg.model.kinds.skills import LeadingSkill


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[LeadingSkill]]:
    tenure, register = as_of.tenure, as_of.register
    found: dict[tuple[str, str | None], dict[str, dt.date]] = {}
    for one in lasting_skills(tenure):
        person = one.person.id or ""
        if one.until <= until and person in tenure.employed:
            found.setdefault((one.skill.id or "", tenure.unit_of(one.person)), {})[person] = one.until
    for (id, unit), people in found.items():
        skill = register.get(LeadingSkill, id)
        if skill is not None:
            ends = sorted((end, person) for person, end in people.items())
            names = tuple(person for _, person in ends)
            why = lapses(ends, as_of.today)
            yield Deadline(skill, ends[0][0], why, subject=unit, units=(unit,) if unit else (), names=names)
