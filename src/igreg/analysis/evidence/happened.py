"""Has the IG group met, and was an audience told of something (rulings E31, E32)?"""

from __future__ import annotations

import datetime as dt

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence.shown import Evidence, Outcome
from igreg.analysis.in_force import has_ended
from igreg.language.english import counted
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.model.packs.proofs import Meets, ToldParty
from igreg.model.span import Span

MEETS = ("meetings", "groups")
TOLD = ("communications", "units", "staff")


def meets(as_of: AsOf, proof: Meets) -> Outcome:
    """Whether the IG group that there is has met so many times, with minutes of each."""
    groups = [group for group in as_of.tenure.there.groups if group.ig_group]
    if not groups:
        ended = [group for group in as_of.register.of(Group) if group.ig_group and has_ended(group, as_of.today)]
        over = f"{ended[0].called} has ended, and " if ended else ""
        return Outcome(False, missing=f"{over}no group is marked as the one that meets about information governance")
    ids = {group.id for group in groups}
    held = [
        one
        for one in as_of.register.of(Meeting)
        if one.group in ids and one.status == "held" and _lately(one.date, proof.within, as_of.today)
    ]
    with_minutes = [one for one in held if one.minutes is not None]
    if len(with_minutes) >= proof.times:
        return Outcome(True, tuple(Evidence(one.id or "", f"met on {one.date}, with minutes") for one in with_minutes))
    name, since = groups[0].called, f" in the last {proof.within}" if proof.within else ""
    bare = len(held) - len(with_minutes)
    words = f"{name} has met {len(with_minutes)} of {counted(proof.times, 'time')} with minutes{since}"
    return Outcome(False, missing=words + (f"; of {bare} more there are no minutes" if bare else ""))


def told(as_of: AsOf, proof: ToldParty) -> Outcome:
    """Whether something about an area was sent to a party."""
    sent = [
        one
        for one in as_of.register.of(Communication)
        if _reaches(as_of, proof.party, one)
        and (proof.area is None or proof.area in one.areas)
        and _lately(one.date, proof.within, as_of.today)
    ]
    if sent:
        return Outcome(True, tuple(Evidence(one.id or "", f"sent on {one.date}") for one in sent))
    area = f" about {as_of.register.areas.get(proof.area, proof.area)}" if proof.area else ""
    since = f" in the last {proof.within}" if proof.within else ""
    party = {"all-staff": "all staff", "service-users": "service users", "public": "the public"}.get(proof.party)
    return Outcome(False, missing=f"nothing was sent to {party or as_of.register.title(proof.party)}{area}{since}")


def _reaches(as_of: AsOf, party: str, sent: Communication) -> bool:
    return party in sent.to or (party == "all-staff" and as_of.audiences.are_all_staff(sent.to))


def _lately(day: dt.date | None, within: Span | None, today: dt.date) -> bool:
    return day is not None and day <= today and (within is None or today <= within.after(day))
