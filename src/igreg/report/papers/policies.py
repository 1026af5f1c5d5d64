"""The index of policies, by area: version, owner, review day and state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.in_force import is_withdrawn
from igreg.analysis.policies_current import Currency, policies_in_force
from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.language.english import capital, counted, long_day
from igreg.model.kinds.policies import Policy
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.meeting import where
from igreg.report.paper import Column, Figure, Figures, Paper, Part, Said, Table
from igreg.report.parties import area_called, with_holder

NO_AREA = "Not about one area"
_STATES: dict[Currency, str] = {
    "current": "in force",
    "overdue": "in force, review overdue",
    "no review set": "in force, no review day set",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A policy, procedure or other paper of the index."""

    id: str
    title: str
    category: str
    version: str
    owner: str
    approver: str
    in_force_from: dt.date | None
    review: dt.date | None
    """The day by which it is to be looked at again; nothing where it never is."""
    state: str
    overdue: bool
    where: str


@dataclass(frozen=True, slots=True)
class OfArea:
    """The policies about an area; one that is about several stands under each."""

    area: str
    policies: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Policies:
    """The values of the report."""

    head: Head
    areas: tuple[OfArea, ...]
    in_force: int
    overdue: int
    no_day: int
    """How many of those in force have no day of review set."""
    drafts: int
    withdrawn: int
    """How many are left out because they no longer count."""


def values(asked: Asked) -> Policies:
    """Every policy that counts or is to; of one area only where one is asked for."""
    policies = [one for one in asked.register.of(Policy) if asked.area is None or asked.area in one.areas]
    current = [one for one in policies if one.standing not in one.settled and not is_withdrawn(one, asked.today)]
    states = {id(one.policy): one.state for one in policies_in_force(asked.register, asked.today)}
    found = {id(one): _listed(asked, one, states.get(id(one))) for one in current}
    areas = [area for area in asked.register.areas if asked.area in (None, area)]
    by_area = [
        OfArea(area_called(asked, area), tuple(found[id(one)] for one in current if area in one.areas))
        for area in areas
    ]
    others = tuple(found[id(one)] for one in current if not {*one.areas} & {*asked.register.areas})
    in_force = [states[id(one)] for one in current if id(one) in states]
    drafts = sum(1 for one in current if one.standing in one.pending)
    return Policies(
        head=asked.head,
        areas=(*by_area, *([OfArea(NO_AREA, others)] if others and asked.area is None else [])),
        in_force=len(in_force),
        overdue=in_force.count("overdue"),
        no_day=in_force.count("no review set"),
        drafts=drafts,
        withdrawn=len(policies) - len(current),
    )


def _listed(asked: Asked, policy: Policy, state: Currency | None) -> Listed:
    """A policy as it stands in the index; its state is nothing where it is not in force."""
    return Listed(
        id=policy.id or "",
        title=asked.called(policy),
        category=capital((policy.category or "").replace("-", " ")),
        version=asked.told(policy, policy.version),
        owner=with_holder(asked, policy.owner),
        approver=with_holder(asked, policy.approver),
        in_force_from=policy.in_force_from,
        review=review_due(policy, asked.today),
        state=_state(policy, state),
        overdue=state == "overdue",
        where=where(asked, policy.document),
    )


def _state(policy: Policy, state: Currency | None) -> str:
    if state is not None:
        return _STATES[state]
    if policy.standing in policy.pending or policy.in_force_from is None:
        return "draft"
    return f"in force from {long_day(policy.in_force_from)}"


def paper(found: Policies) -> Paper:
    """The figures, and a table for each area."""
    return Paper(
        name="policies",
        title="Policies and procedures",
        organisation=found.head.organisation,
        day=found.head.day,
        about=found.head.part,
        unread=found.head.unread,
        parts=(Part("In short", (Figures(tuple(_figures(found))),)), *(_part(one) for one in found.areas)),
    )


def _figures(found: Policies) -> Iterator[Figure]:
    gone = f"{found.withdrawn} withdrawn, left out here" if found.withdrawn else ""
    yield Figure("In force", str(found.in_force), gone)
    never = f"{found.no_day} with no review day set" if found.no_day else ""
    yield Figure("Review overdue", str(found.overdue), never, "overdue" if found.overdue else "")
    yield Figure("Drafts", str(found.drafts))


def _part(one: OfArea) -> Part:
    columns = (
        Column("Title"), Column("Id"), Column("Type"), Column("Version"), Column("Owner"), Column("Approved by"),
        Column("Review by", "day"), Column("State"), Column("Where it is"),
    )  # fmt: skip
    rows = tuple(
        (p.title, p.id, p.category, p.version, p.owner, p.approver, p.review, p.state, p.where) for p in one.policies
    )
    nothing = "No policy is about this area."
    if not rows:
        return Part(one.area, (Said(nothing),))
    return Part(one.area, (Table(f"{one.area}: {counted(len(rows), 'paper')}", columns, rows, nothing),))


REPORT = Report(
    tells="index of policies by area, with version, owner, review day and state",
    readers="policy owners, and the website",
    values=values,
    type=Policies,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    takes=frozenset({"area"}),
)
