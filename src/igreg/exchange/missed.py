"""Records of the register that a table does not have any more: told, or ended on the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import field

from igreg.analysis.tenure import Tenure, covers
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import Gone, Note, Refused
from igreg.exchange.plan import Wanted
from igreg.language.english import counted
from igreg.model.base import Record
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register

KEEP, END, REPORT = "keep", "end", "report"
MISSING = (KEEP, END, REPORT)
ENDS = {"staff": "left", "units": "end", "roles": "end"}
"""The field that ends a record of a kind, for those that a table may end."""
OUTSIDE = frozenset({"volunteer", "trustee", "director", "contractor", "agency"})
"""Workers who are in no list of those employed (ruling X11)."""
FEW = 5
SHARE = 4
"""More than a few, and more than one in so many of those employed: that is no list of everybody."""


@dataclass
class Missed:
    """What is to be told of those who are missing, and what ends."""

    gone: list[Gone] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def refuse_kind(kind: str, missing: str) -> None:
    """Raise IgregError where records of a kind cannot be ended for being missing."""
    if missing == END and kind not in ENDS:
        raise IgregError(
            f"--missing end: {kind} are not ended for being missing in a table",
            f"only {', '.join(ENDS)} are; leave it out to be told of them",
        )


def missed(
    register: Register,
    kind: str,
    there: Collection[str],
    units: Collection[str],
    missing: str,
    today: dt.date,
    *,
    accept_partly: bool = False,
) -> Missed:
    """The records of a kind that a table lacks; `there` are the ids that it has, `units` those that its rows name.

    Of people only those employed are missed, and of those only who are in the units of the table, where it names any.
    Who belongs to others, or is in no list of employees, is told and never ended.
    """
    out = Missed()
    if missing == KEEP or kind == "training-records":
        return out
    tenure = Tenure(register, today)
    absent = [one for one in register.kinds.get(kind, ()) if one.identity and one.identity not in there]
    if kind == "staff":
        absent = _people(tenure, absent, units, missing, out)
    elif kind in ENDS:
        absent = [one for one in absent if covers(getattr(one, "start", None), getattr(one, "end", None), today)]
    ending = missing == END
    if ending and kind == "staff" and len(absent) > FEW and SHARE * len(absent) > len(tenure.employed):
        message = f"{counted(len(absent), 'person', 'people')} of {len(tenure.employed)} employed are not in the file"
        out.refused.append(Refused("left", None, message, "look whether it is the whole list, then --accept-partly"))
        ending = accept_partly
    for one in absent:
        roles = [role.id or "" for role in tenure.roles_of(one.identity or "")] if kind == "staff" else []
        out.gone.append(Gone(one.identity or "", kind, "ended" if ending else "told", roles, one.label))
        if ending:
            out.wanted.append(Wanted(kind, {(ENDS[kind],): today.isoformat()}, one))
    return out


def _people(
    tenure: Tenure, absent: Iterable[Record], units: Collection[str], missing: str, out: Missed
) -> list[Record]:
    """Those who are missed of people who are not in a table; who is in no such list is told."""
    found: list[Record] = []
    for one in absent:
        assert isinstance(one, StaffMember)
        if one.left is not None or not tenure.is_employed(one):
            continue
        if one.employer is not None or one.worker in OUTSIDE:
            why = "belongs to another body" if one.employer is not None else f"works here as {one.worker}"
            out.notes.append(
                Note("external", f"{one.id} is not in the file and {why}, so nothing changes", value=one.id)
            )
        elif missing == END and not (one.started and one.unit):
            lacks = [f"`{name}`" for name in ("started", "unit") if getattr(one, name) is None]
            has = f"neither {lacks[0]} nor {lacks[1]}" if len(lacks) > 1 else f"no {lacks[0]}"
            message = f"{one.id} is not in the file and has {has} in the register, so nothing changes"
            out.notes.append(Note("external", message, value=one.id))
        elif one.unit in units or (missing == REPORT and (not units or one.unit is None)):
            found.append(one)
    return found
