"""Who held what on a day, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.who_held import WhoHeld, absence_of
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember
from igreg.model.shared import Document
from igreg.register.excerpt import line_numbers
from igreg.render.leading.who_written import Known, OtherwiseWritten


def who_json(found: WhoHeld, known: Known | None = None, differences: Sequence[OtherwiseWritten] = ()) -> str:
    """The answer for machines; what nobody can say because a file could not be read is null."""
    register, tenure = found.tenure.register, found.tenure
    people = [one for role in found.roles for one in role.people]
    lines = iter(line_numbers(register, [(one.role, one.path) for one in people]))
    unsure = None if not found.is_certain else False
    value = {
        "version": 1,
        "what": found.subject.id,
        "kind": found.subject.sort,
        "on": tenure.day.isoformat(),
        "known": {"rev": known.rev, "date": known.date.isoformat()} if known is not None else None,
        "held": found.held or unsure,
        "roles": [
            {
                "role": one.role.id,
                "title": one.role.title,
                "held": one.held or unsure,
                "people": [_person(tenure, item, next(lines)) for item in one.people],
                "accountable_to": [_upper(tenure, id) for id in one.line],
            }
            for one in found.roles
        ],
        "differences": [_difference(one) for one in differences],
        "incomplete": list(register.unread),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _difference(one: OtherwiseWritten) -> dict[str, Any]:
    return {
        "role": one.role,
        "staff": one.staff,
        "as": one.capacity,
        "now": one.now,
        "then": not one.now,
        "from": one.start.isoformat() if one.start else None,
        "until": one.until.isoformat() if one.until else None,
        "written": one.written.date.isoformat() if one.written else None,
        "rev": one.written.rev if one.written else None,
    }


def _person(tenure: Tenure, item: Appointment, line: int) -> dict[str, Any]:
    holder, register = item.holder, tenure.register
    person = register.get(StaffMember, holder.staff)
    absence = absence_of(tenure, holder.staff)
    return {
        "staff": holder.staff,
        "name": register.title(holder.staff),
        "as": holder.as_,
        "from": holder.from_.isoformat() if holder.from_ else None,
        "until": holder.until.isoformat() if holder.until else None,
        "assigned_by": holder.assigned_by,
        "document": _document(holder.document),
        "employed": tenure.is_employed(person) if person is not None else None,
        "absent": _absent(tenure, absence) if absence is not None else None,
        "file": item.role.where.file,
        "line": line,
    }


def _document(document: Document | None) -> dict[str, str | None] | None:
    if document is None:
        return None
    return {"path": document.path, "url": document.url, "title": document.title}


def _absent(tenure: Tenure, absence: Absence) -> dict[str, Any]:
    return {
        "from": absence.from_.isoformat() if absence.from_ else None,
        "until": absence.until.isoformat() if absence.until else None,
        "cover": absence.cover,
        "covered": tenure.cover(absence) is not None,
    }


def _upper(tenure: Tenure, id: str) -> dict[str, Any]:
    is_role = tenure.register.get(Role, id) is not None
    return {"id": id, "title": tenure.register.title(id), "people": tenure.people(id) if is_role else []}
