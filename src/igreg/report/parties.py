"""How a party is named on paper: the post with whoever holds it, a person, a group, a body or an audience."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.analysis.tenure import Tenure
from igreg.chart.view import AUDIENCE_TITLES
from igreg.language.english import capital, listed
from igreg.model.kinds.roles import Role
from igreg.report.asked import NOBODY, Asked


def called(asked: Asked, party: str | None) -> str:
    """What a party is called; empty where nobody is named. A text that is no id stands as it is."""
    if not party:
        return ""
    if party in AUDIENCE_TITLES and party not in asked.register.kind_of:
        return AUDIENCE_TITLES[party]
    return asked.title(party)


def all_called(asked: Asked, parties: Iterable[str]) -> str:
    """Several parties, each once."""
    return "; ".join(dict.fromkeys(called(asked, one) for one in parties))


def with_holder(asked: Asked, party: str | None, tenure: Tenure | None = None) -> str:
    """A party, and of a post who holds it on the day: `SIRO (Anita Farrow)`, `Data Quality Lead (vacant)`."""
    tenure = tenure or asked.as_of.tenure
    role = asked.register.get(Role, party)
    if role is None:
        return called(asked, party)
    names = listed(_named(asked, tenure, one) for one in tenure.people(role.id)) or NOBODY
    return f"{asked.called(role)} ({names})"


def _named(asked: Asked, tenure: Tenure, staff: str) -> str:
    """Who holds a post, and that they have left, or are still to begin, where that is so on the day."""
    why = tenure.not_employed(staff)
    return f"{asked.person(staff)}, who {why}" if why else asked.person(staff)


def yes_or_no(answer: bool | None) -> str:
    """An answer; where nobody gave one, that it is not recorded."""
    return "not recorded" if answer is None else "yes" if answer else "no"


def area_called(asked: Asked, area: str) -> str:
    """What an area is called."""
    return capital(asked.area_title(area))
