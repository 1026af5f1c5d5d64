"""Delegations: which belong to the scheme on a day, which that have ended are history, what is wrong with each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from igreg.analysis.authority import Authority
from igreg.analysis.delegation_days import counts, is_over
from igreg.analysis.loops import loops
from igreg.analysis.tenure import Tenure, covers
from igreg.analysis.undelegable import wrongly_handed
from igreg.facts.in_force import Facts
from igreg.findings import Origin
from igreg.model.kinds.delegations import Delegation
from igreg.register.register import Register

Amiss = Literal["kept", "ring", "twice", "ended"]
"""What may be wrong with a delegation: it hands down what must be kept, leads back to where it began, hands down what
was handed down already, or is over, itself or the post that gave it, with none in its place."""


def in_scheme(tenure: Tenure) -> list[Delegation]:
    """The delegations that count on the day, and those that are over with none in their place; each needs both ends."""
    register = tenure.register
    history = replaced_delegations(register, tenure.day)
    return [
        one
        for one in register.of(Delegation)
        if one.from_ and one.to and (counts(tenure, one) or is_over(tenure, one)) and one.where not in history
    ]


def amiss(tenure: Tenure, facts: Facts, delegations: Iterable[Delegation]) -> Mapping[Origin, tuple[Amiss, ...]]:
    """What is wrong with each of some delegations, by where it stands."""
    authority = Authority(tenure.register)
    rings = {id for ring in delegation_rings(tenure.register, tenure.day) for id in ring}
    out: dict[Origin, tuple[Amiss, ...]] = {}
    for one in delegations:
        found: list[Amiss] = ["kept"] if any(wrongly_handed(tenure, facts, one)) else []
        if one.id in rings:
            found.append("ring")
        elif authority.comes_from(one, tenure.day):
            found.append("twice")
        if is_over(tenure, one):
            found.append("ended")
        out[one.where] = tuple(found)
    return out


def replaced_delegations(register: Register, today: dt.date) -> frozenset[Origin]:
    """Where the ended delegations stand that are history: a newer one from the same to the same is in force, so there
    is no gap (ruling A54)."""
    current: dict[tuple[str | None, str | None], list[Delegation]] = defaultdict(list)
    ended = []
    for d in register.of(Delegation):
        if covers(d.start, d.end, today):
            current[d.from_, d.to].append(d)
        elif d.end is not None and d.end < today:
            ended.append(d)
    return frozenset(d.where for d in ended if any(_is_newer(other, d) for other in current.get((d.from_, d.to), ())))


def _is_newer(current: Delegation, ended: Delegation) -> bool:
    """Whether the one in force began later; without both days of beginning it is newer, since it lasts longer."""
    return current.start is None or ended.start is None or current.start > ended.start


def delegation_rings(register: Register, today: dt.date) -> list[list[str]]:
    """The ids of delegations that lead back to where they began; those that have ended are history.

    One that is to whoever gives it is a ring of its own.
    """
    current = [d for d in register.of(Delegation) if d.id and (d.end is None or d.end >= today)]
    alone = [[d.id or ""] for d in current if d.from_ and d.from_ == d.to]
    by_giver: dict[str, list[str]] = {}
    for d in current:
        if d.from_ != d.to:
            by_giver.setdefault(d.from_ or "", []).append(d.id or "")
    return alone + loops({d.id or "": by_giver.get(d.to or "-", []) for d in current if d.from_ != d.to})
