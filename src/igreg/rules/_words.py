"""Words for messages: people and records by name as well as by id; days and lists come from `igreg.words`."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.model.audit import AuditFinding
from igreg.model.base import Record
from igreg.model.shared import Action
from igreg.register.register import Register
from igreg.words import counted, listed, long_day

__all__ = ["are_vacant", "by_id", "counted", "listed", "long_day", "named", "who"]


def who(register: Register, id: str | None) -> str:
    """A person or record by name and id: `Ben Muller (b-muller)`."""
    title = register.title(id)
    return title if title == id or id is None else f"{title} ({id})"


def are_vacant(roles: Sequence[Record]) -> str:
    """That roles are vacant, by name and id: `SIRO (siro) is vacant`."""
    names = listed(
        f"{role.called} ({role.identity})" if role.identity and role.label else role.called for role in roles
    )
    return f"{names} {'is' if len(roles) == 1 else 'are'} vacant"


def by_id(part: Action | AuditFinding) -> str:
    """An action or an audit finding as a message calls it: its id, else what it says."""
    return repr(part.id) if part.id else f"without an id ({part.what or 'empty'})"


def named(record: Record | None) -> tuple[str | None, str | None]:
    """The id and the title of a record, for a fault that was found in a text."""
    return (None, None) if record is None else (record.identity, record.label)
