"""Who leads each area, and which posts are empty."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.as_of import AsOf
from igreg.analysis.vacancy import vacancy
from igreg.dataclass import dataclass
from igreg.language.english import long_day
from igreg.model.kinds.roles import Role
from igreg.report.asked import Asked


@dataclass(frozen=True, slots=True)
class Lead:
    """A role that leads an area on the day."""

    role: str
    title: str
    holders: tuple[str, ...]
    """Nobody where it is vacant."""
    deputies: tuple[str, ...]
    contact: str
    """How to reach the role: never a personal address."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area, and the roles that lead it; none where nobody is named for it."""

    id: str
    title: str
    leads: tuple[Lead, ...]

    @property
    def vacant(self) -> bool:
        """Whether nobody leads it."""
        return not any(lead.holders for lead in self.leads)


@dataclass(frozen=True, slots=True)
class EmptyPost:
    """A post that nobody holds."""

    role: str
    title: str
    since: dt.date | None
    """The first day on which nobody held it; nothing where that is not known."""
    begins: dt.date | None
    """When somebody is to begin."""
    deputy: str


def leading(asked: Asked) -> tuple[Area, ...]:
    """The areas with the roles that lead them; one area only where one is asked for."""
    as_of: AsOf = asked.as_of
    return tuple(
        Area(area, asked.area_title(area), tuple(_lead(asked, role) for role in roles))
        for area, roles in as_of.tenure.leads.items()
        if asked.area in (None, area)
    )


def empty_posts(asked: Asked) -> tuple[EmptyPost, ...]:
    """The posts of the day that nobody holds."""
    tenure = asked.as_of.tenure
    out = []
    for role in tenure.there.roles:
        if tenure.is_held(role):
            continue
        found = vacancy(role, asked.today)
        deputies = [one.holder.staff for one in tenure.deputising(role)]
        begins = found.next.from_ if found.next is not None else None
        deputy = asked.person(deputies[0]) if deputies else ""
        out.append(EmptyPost(role.id or "", asked.called(role), found.since, begins, deputy))
    return tuple(out)


def post_sentence(one: EmptyPost) -> str:
    """An empty post in a sentence."""
    since = f"empty since {long_day(one.since)}" if one.since is not None else "empty, since when is not known"
    more = [f"{one.deputy} deputises"] if one.deputy else []
    more += [f"somebody begins on {long_day(one.begins)}"] if one.begins is not None else []
    return f"{one.title}: {'; '.join([since, *more])}."


def _lead(asked: Asked, role: Role) -> Lead:
    deputies = (one.holder.staff for one in asked.as_of.tenure.deputies(role))
    return Lead(
        role=role.id or "",
        title=asked.text(role.called),
        holders=asked.holders(role),
        deputies=tuple(asked.named_in_a_role(one) for one in deputies if one),
        contact=asked.text(role.public_contact),
    )
