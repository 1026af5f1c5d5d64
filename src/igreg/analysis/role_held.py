"""The role that is meant where somebody names the person who holds it (ruling X62)."""

from __future__ import annotations

from igreg.analysis.tenure import Tenure
from igreg.language.english import listed

MOST_NAMED = 6
"""So many roles are named."""


class NotOneRole(ValueError):
    """A person holds no role on the day, or several: what is wrong, and what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


def role_held(tenure: Tenure, person: str, named: str) -> str:
    """The id of the one role that a person holds on the day; `named` is how they were named. Raises NotOneRole."""
    held = [role.id for role in tenure.roles_of(person) if role.id]
    if len(held) > 1:
        called = listed(map(tenure.register.lookup.called, held[:MOST_NAMED]), "or")
        raise NotOneRole(f"{named!r} holds several roles", f"name the one that is meant: {called}")
    if not held:
        raise NotOneRole(f"{named!r} holds no role today", "name the role that answers for it")
    return held[0]
