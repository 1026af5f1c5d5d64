"""Delegations: which that have ended are history, and which hand a duty back to where it came from."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from igreg.analysis.loops import loops
from igreg.analysis.tenure import covers
from igreg.findings import Origin
from igreg.model.kinds.delegations import Delegation
from igreg.register.register import Register


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
