"""One thing that a change brings, and in what order such things are told (ruling H19)."""

from __future__ import annotations

import datetime as dt

from igreg.dataclass import dataclass

People = tuple[str, ...]
"""Ids of staff, in the order of the alphabet; two roles of one person are one person (ruling H18)."""
Stands = People | float | str | None
"""How something stands: who holds it, how many hours, people or per cent, what is shown; None for no way."""

ORDER = (
    *("lead-lost", "breach-path", "role-vacant", "ownerless", "quorum", "lead-changed", "assessment"),
    *("exception-added", "deputy-lost", "training-share", "exception-gone", "role-changed", "role-filled"),
    *("lead-gained", "deputy-gained", "chart-changed"),
)
"""Every `what` that there is, the gravest first. What has two directions and is for the better is a gain."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that the change brings: what, for which area, role or record, and from when until when."""

    what: str
    subject: str
    before: Stands
    after: Stands
    on: dt.date
    """The first day of the longest run of days with the same before and after."""
    until: dt.date | None
    """The last one; nothing where it goes on."""
    text: str
    """The whole in one sentence, for people who have never seen the files."""
    course: str | None = None
    """Of a training share: the course."""
    assessment: str | None = None
    """Of an item: the assessment, or the pack where none was begun."""
    past: bool = False
    """Whether all its days are past, so that the past is written anew."""
    gain: bool = False
    """Whether something that can go either way has become better."""


def gravest_first(one: Consequence) -> tuple[bool, bool, int, str, str, str, dt.date]:
    """The order of consequences: present and future before past, the gravest first, then by subject and day."""
    place = ORDER.index(one.what)
    return (one.past, one.gain, place, one.subject, one.course or "", one.assessment or "", one.on)
