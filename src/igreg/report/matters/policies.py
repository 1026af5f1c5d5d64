"""Which policies are current, and which wait for a look or an approval."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.guidance import policies_behind
from igreg.analysis.policies_current import PolicyState, policies_in_force
from igreg.dataclass import dataclass
from igreg.report.asked import Asked
from igreg.report.paper import Column, Table


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy that is not current."""

    id: str
    title: str
    owner: str
    due: dt.date | None
    why: str


@dataclass(frozen=True, slots=True)
class Policies:
    """Policies in force on the day."""

    in_force: int
    current: int
    overdue: int
    no_review: int
    behind: int
    """How many follow guidance that has changed since somebody last looked at them."""
    without_approver: int
    rows: tuple[PolicyRow, ...]
    """Those not current, the longest overdue first."""


def policies(asked: Asked) -> Policies:
    """The policies of the part that is asked for."""
    found = [one for one in policies_in_force(asked.register, asked.today) if asked.has(one.policy)]
    ids = {one.policy.id for one in found}
    behind = {one.policy.id for one in policies_behind(asked.register, asked.today)} & ids
    late = sorted(
        (one for one in found if one.state != "current"), key=lambda one: (one.due or dt.date.max, one.policy.id or "")
    )
    return Policies(
        in_force=len(found),
        current=sum(one.state == "current" for one in found),
        overdue=sum(one.state == "overdue" for one in found),
        no_review=sum(one.state == "no review set" for one in found),
        behind=len(behind),
        without_approver=sum(one.policy.approver is None for one in found),
        rows=tuple(
            PolicyRow(
                one.policy.id or "",
                asked.called(one.policy),
                asked.title(asked.as_of.owners.of(one.policy)),
                one.due,
                _why(one),
            )
            for one in late
        ),
    )


def _why(one: PolicyState) -> str:
    """Why a policy is not current; one that was reviewed once is not told to have no review."""
    if one.state == "overdue":
        return "its review is overdue"
    if one.policy.review is None:
        return "no review is set"
    return "nothing says how often it is reviewed, so no review comes up"


def table(found: Policies, most: int = 5) -> Table:
    """Those that are not current, the first few of them."""
    columns = (Column("Policy"), Column("Answers for it"), Column("Was due", "day"), Column("Why"))
    rows = tuple((one.title, one.owner, one.due, one.why) for one in found.rows[:most])
    left = len(found.rows) - len(rows)
    more = f"; {left} more are not shown" if left else ""
    empty = "Every policy in force is current." if found.in_force else "No policy is in force in this register."
    return Table(f"Policies that are not current{more}", columns, rows, empty)
