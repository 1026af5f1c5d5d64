"""Words for messages: people and records by name as well as by id; days and lists come from `igreg.words`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from igreg.language.english import are, counted, day_or_minute, elapsed, every, listed, long_day, workers
from igreg.model.base import Record
from igreg.model.kinds.roles import Role
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine

__all__ = [
    "are_not_there",
    "are_vacant",
    "counted",
    "day_or_minute",
    "elapsed",
    "every",
    "function_called",
    "id_and_title",
    "known_since",
    "listed",
    "long_day",
    "long_moment",
    "not_there",
    "quoted",
    "who",
    "workers",
]


def who(register: Register, id: str | None) -> str:
    """A person or record by name and id: `Ben Muller (b-muller)`."""
    title = register.plain_title(id)
    return title if title == id or id is None else f"{title} ({id})"


def are_vacant(roles: Sequence[Record]) -> str:
    """That roles are vacant, by name and id: `SIRO (siro) is vacant`."""
    names = listed(
        f"{role.called} ({role.identity})" if role.identity and role.label else role.called for role in roles
    )
    return f"{names} {are(len(roles))} vacant"


def are_not_there(roles: Sequence[Role], day: dt.date) -> str:
    """That posts are not there on a day, by name and id: `SIRO (siro) ended on 31 March 2026`.

    Named are the one that ended last, and the one that begins first.
    """
    ended = [role for role in roles if (role.end or day) < day]
    coming = [role for role in roles if role not in ended]
    last = max(ended, key=lambda role: role.end or day, default=None)
    first = min(coming, key=lambda role: role.start or day, default=None)
    return listed(f"{role.called} ({role.id}) {not_there(role, day)}" for role in (last, first) if role is not None)


def not_there(record: Record, day: dt.date) -> str:
    """Since or until when a post, group, unit or flow is not there: `ended on 31 March 2026`."""
    end: dt.date | None = getattr(record, "end", None)
    start: dt.date | None = getattr(record, "start", None)
    if end is not None and end < day:
        return f"ended on {long_day(end)}"
    return f"begins on {long_day(start)}" if start is not None else "is not there"


def quoted(what: str | None, id: str | None) -> str:
    """What an action or an audit finding says, with its id: `'Lock the cabinet' (ACT-1)`."""
    return f"{what!r} ({id})" if what and id else repr(what or id or "")


def long_moment(register: Register, at: dt.date) -> str:
    """A moment by the organisation's clock, as people say it: `2 November 2026 at 09:30`; of a day its first minute."""
    if not isinstance(at, dt.datetime):
        return f"the start of {long_day(at)}"
    local = register.clock.local(at)
    return f"{long_day(local.date())} at {local:%H:%M}"


def known_since(register: Register, aware: dt.date, minutes: int) -> str:
    """Since when a breach is known: `known since 2 November 2026 at 09:30, 73 hours ago`; of a day, from its start."""
    only_a_day = "" if isinstance(aware, dt.datetime) else "; `aware` is a day only, so its first minute counts"
    return f"known since {long_moment(register, aware)}, {elapsed(minutes)} ago{only_a_day}"


def id_and_title(record: Record | TrainingLine | None) -> tuple[str | None, str | None]:
    """The id and the title of a record, for a fault that was found in a text."""
    return (None, None) if record is None else (record.identity, getattr(record, "label", None))


def function_called(function: str) -> str:
    """A standard function as people write it: `IG lead`, `SIRO`, `Caldicott Guardian`."""
    words = [word.upper() if word in _SHORT else word for word in function.split("-")]
    return "Caldicott Guardian" if words[0] == "caldicott" else " ".join(words)


_SHORT = frozenset({"ciso", "cio", "dpo", "foi", "hr", "ig", "it", "ra", "siro"})
