"""What several rules and the due list ask of meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from igreg.model.kinds.meeting import Meeting
from igreg.register.register import Register


def by_group(register: Register) -> Mapping[str, list[Meeting]]:
    """The meetings of each group."""
    out: dict[str, list[Meeting]] = {}
    for meeting in register.of(Meeting):
        if meeting.group:
            out.setdefault(meeting.group, []).append(meeting)
    return out


def last_held(meetings: Iterable[Meeting], today: dt.date) -> dt.date | None:
    """The day of the last meeting held by today."""
    return max((m.date for m in meetings if m.status == "held" and m.date and m.date <= today), default=None)
