"""What the holder of a function must keep: in which words a task hands it down, and what the taker is besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from igreg.analysis.functions import conflicts_with
from igreg.analysis.tenure import Tenure
from igreg.facts.in_force import Facts
from igreg.facts.tables import Conflict
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role

KEEPERS = frozenset({"siro", "caldicott-guardian", "dpo"})
"""The functions whose accountability or independence stays where it is."""

_VERBS = ("accept", "sign")
_FILLING = ("the", "all", "off", "information")


def kept(facts: Facts) -> re.Pattern[str]:
    """The form of a task that hands down what must be kept (ruling B36): verb first, in any of its forms."""
    return re.compile(rf"\b(?:{'|'.join(map(_form, facts.values('undelegable-phrases')))})s?\b", re.IGNORECASE)


def what_is_kept(facts: Facts) -> list[str]:
    """What must be kept, in words: of phrases that say the same in a few words more or less the first."""
    said: dict[str, str] = {}
    for phrase in facts.values("undelegable-phrases"):
        said.setdefault(" ".join(word for word in phrase.casefold().split() if word not in _FILLING), phrase)
    return list(said.values())


def keepers(tenure: Tenure) -> list[Role]:
    """The posts of the day that must keep it."""
    return [role for role in tenure.there.roles if KEEPERS & {*role.all_functions}]


class WronglyHanded(NamedTuple):
    """What of a delegation may not be handed down: all of it, a task by its number, or to this taker (the conflict)."""

    task: int | None = None
    conflict: Conflict | None = None


def wrongly_handed(tenure: Tenure, facts: Facts, delegation: Delegation) -> Iterator[WronglyHanded]:
    """What a delegation of a SIRO, Caldicott Guardian or data protection officer hands down that they must keep.

    Rests on UK GDPR Article 38(3) and (6), and on what the data handling review says of the SIRO.
    """
    giver = tenure.register.get(Role, delegation.from_)
    duties = KEEPERS & {*giver.all_functions} if giver is not None else frozenset()
    if not duties or delegation.from_ in tenure.there.gone:
        return
    if delegation.lacks("tasks") and delegation.lacks("limits") and delegation.limit is None:
        yield WronglyHanded()
    phrases = kept(facts)
    for index, task in enumerate(delegation.tasks):
        if phrases.search(task):
            yield WronglyHanded(task=index)
    conflict = conflicts_with(
        facts, duties, functions_of_taker(tenure, delegation.to), tenure.register.organisation.nation
    )
    if conflict is not None:
        yield WronglyHanded(conflict=conflict)


def functions_of_taker(tenure: Tenure, taker: str | None) -> frozenset[str]:
    """The functions of the role that takes on, or of the roles that a person fills on the day; of others none."""
    role = tenure.register.get(Role, taker)
    roles = [role] if role is not None else tenure.roles_of(taker) if taker else []
    return frozenset(function for one in roles for function in one.all_functions)


def _form(phrase: str) -> str:
    first, *others = phrase.split()
    ending = "(?:s|ed|ing)?" if first.casefold() in _VERBS else ""
    return r"\s+".join([re.escape(first) + ending, *map(re.escape, others)])
