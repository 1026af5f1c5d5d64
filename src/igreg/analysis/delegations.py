"""Delegations that have ended: which of them are history, since a newer one took their place."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from igreg.analysis.tenure import covers
from igreg.model.kinds.delegation import Delegation
from igreg.register.register import Register


def succeeded(register: Register, today: dt.date) -> set[int]:
    """Which ended delegations are history, by the identity of the record: a newer one from the same to the same is in
    force, so there is no gap (ruling A54)."""
    current: dict[tuple[str | None, str | None], list[Delegation]] = defaultdict(list)
    ended = []
    for d in register.of(Delegation):
        if covers(d.start, d.end, today):
            current[d.from_, d.to].append(d)
        elif d.end is not None and d.end < today:
            ended.append(d)
    return {id(d) for d in ended if any(_is_newer(other, d) for other in current.get((d.from_, d.to), ()))}


def _is_newer(current: Delegation, ended: Delegation) -> bool:
    """Whether the one in force began later; without both days of beginning it is newer, since it lasts longer."""
    return current.start is None or ended.start is None or current.start > ended.start
