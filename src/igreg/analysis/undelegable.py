"""What the holder of a function must keep: in which words a task hands it down, and what the taker is besides."""

from __future__ import annotations

import re

from igreg.analysis.tenure import Tenure
from igreg.facts.in_force import Facts
from igreg.model.kinds.roles import Role

KEEPERS = frozenset({"siro", "caldicott-guardian", "dpo"})
"""The functions whose accountability or independence stays where it is."""

_VERBS = ("accept", "sign")


def kept(facts: Facts) -> re.Pattern[str]:
    """The form of a task that hands down what must be kept (ruling B36): verb first, in any of its forms."""
    return re.compile(rf"\b(?:{'|'.join(map(_form, facts.values('undelegable-phrases')))})s?\b", re.IGNORECASE)


def functions_of_taker(tenure: Tenure, taker: str | None) -> frozenset[str]:
    """The functions of the role that takes on, or of the roles that a person fills on the day; of others none."""
    role = tenure.register.get(Role, taker)
    roles = [role] if role is not None else tenure.roles_of(taker) if taker else []
    return frozenset(function for one in roles for function in one.all_functions)


def _form(phrase: str) -> str:
    first, *others = phrase.split()
    ending = "(?:s|ed|ing)?" if first.casefold() in _VERBS else ""
    return r"\s+".join([re.escape(first) + ending, *map(re.escape, others)])
