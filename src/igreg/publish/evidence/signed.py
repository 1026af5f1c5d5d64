"""Who committed an answer, beside whom it names: in words, and where the two differ (ruling E75)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.tenure import Tenure
from igreg.analysis.withheld import Withheld, instead
from igreg.git.run import Git, NoHistory
from igreg.git.signed import Brought, Changed, Said, Signed
from igreg.language.english import listed, long_day
from igreg.model.kinds.assessments import Answer, Assessment
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember

_HONORIFIC = re.compile(r"(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|sister)\.?\s+", re.IGNORECASE)


def committed(as_of: AsOf, assessment: Assessment, git: Git) -> Mapping[str, str]:
    """For each answer with a name to it a sentence: who committed it and when. Nothing where there is no history."""
    register = as_of.register
    file = assessment.where.file
    try:
        found = Signed(git, register.sources.root, assessment.id or "").brought(file, register.sources.texts[file])
    except NoHistory:
        return {}
    out: dict[str, str] = {}
    for answer in assessment.answers:
        if answer.item and answer.by and answer.on and answer.item not in out:
            out[answer.item] = _sentence(as_of, answer, found.get(answer.item))
    return out


def told(as_of: AsOf, assessment: Assessment, git: Git, items: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each item a sentence a commit that made its answer another one, the newest first.

    What looks like somebody's details is not shown again. Nothing where there is no history.
    """
    register, withheld = as_of.register, Withheld.of(as_of)
    signed = Signed(git, register.sources.root, assessment.id or "")
    try:
        found = signed.changes(assessment.where.file, items)
    except NoHistory:
        return {}

    def line(one: Changed) -> str:
        wrote = signed.wrote(one.rev)
        day = wrote.committed.astimezone(register.clock.zone).date() if wrote.committed is not None else None
        when = f"{long_day(day)}: " if day is not None else ""
        text = " ".join((_words(as_of, one.after) if one.after is not None else "taken out").split())
        code = withheld.code(Assessment.kind, ("answers",), text)
        return f"{when}{instead(code) if code else text} ({wrote.author or 'nobody named'}, commit {one.rev[:12]})"

    return {item: tuple(map(line, changes)) for item, changes in found.items() if changes}


def _words(as_of: AsOf, said: Said) -> str:
    """What an answer said then: its words, and whose name stood beside it."""
    answer, set_aside, by, on = ("" if one == "None" else one for one in said)
    words = {"True": "yes", "False": "no"}.get(answer, answer)
    if set_aside:
        words = f"not applicable: {set_aside}"
    name = f"by {as_of.register.title(by)}" if by else "a draft, with nobody's name to it"
    return f"{words or 'no answer'}, {name}{f', on {on}' if on else ''}"


def _sentence(as_of: AsOf, answer: Answer, brought: Brought | None) -> str:
    if brought is None:
        return "not committed as it stands here"
    wrote = brought.wrote
    day = wrote.committed.astimezone(as_of.register.clock.zone).date() if wrote.committed is not None else None
    when = f" on {long_day(day)}" if day is not None else ""
    said = f"{wrote.author or 'nobody named'}{when}, commit {brought.rev[:12]}"
    differs = list(_differences(as_of, answer, brought, day))
    return f"{said}; but {listed(differs)}" if differs else said


def _differences(as_of: AsOf, answer: Answer, brought: Brought, day: dt.date | None) -> Iterator[str]:
    people = _people(as_of, answer)
    names = {_plain(one.name or "") for one in people}
    addresses = {(one.email or "").casefold() for one in people} - {""}
    if _plain(brought.wrote.author) not in names and brought.wrote.email.casefold() not in addresses:
        yield f"the answer names {as_of.register.title(answer.by or '')}"
    if day is not None and answer.on is not None and day != answer.on:
        yield f"the answer says {long_day(answer.on)}"


def _people(as_of: AsOf, answer: Answer) -> list[StaffMember]:
    """Whom an answer names: a person, or whoever held the role on its day, deputies too."""
    register = as_of.register
    one = register.by_id.get(answer.by or "")
    if isinstance(one, StaffMember):
        return [one]
    tenure = Tenure(register, answer.on) if isinstance(one, Role) and answer.on is not None else None
    held = [*tenure.holders(one), *tenure.deputies(one)] if tenure is not None and isinstance(one, Role) else []
    ids = [appointment.holder.staff for appointment in held]
    found = (register.get(StaffMember, id) for id in ids if id)
    return [person for person in found if person is not None]


def _plain(name: str) -> str:
    """A name without title, blanks and capitals."""
    return " ".join(_HONORIFIC.sub("", name).split()).casefold()
