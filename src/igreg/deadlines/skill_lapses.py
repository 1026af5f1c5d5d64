"""Skills that lapse, of those whose role asks for them: one date for each skill and unit, that of the first lapse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.competence import lasting_skills
from igreg.deadlines._by_unit import Wording, by_unit
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.skills import LeadingSkill

_TOLD = Wording("lapsed", "to lapse by")


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[LeadingSkill]]:
    lapsing: dict[str, tuple[LeadingSkill, dict[str, dt.date]]] = {}
    for one in lasting_skills(as_of.tenure):
        person = one.person.id or ""
        if one.until <= until and person in as_of.tenure.employed:
            lapsing.setdefault(one.skill.id or "", (one.skill, {}))[1][person] = one.until
    for skill, ends in lapsing.values():
        yield from by_unit(as_of, skill, ((end, person) for person, end in ends.items()), _TOLD)
