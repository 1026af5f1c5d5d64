"""The two states: what differs between them, what cannot be read, and what is called otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import TypeVar

from igreg.analysis.as_of import AsOf
from igreg.analysis.consequences.consequence import People
from igreg.analysis.evidence.lost import lost_kinds
from igreg.analysis.evidence.prover import Prover
from igreg.dataclass import dataclass
from igreg.language.english import listed
from igreg.model.base import Record
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register
from igreg.register.sources import Sources

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Compared:
    """Two states of a register, judged at one moment, and what the register shows in each."""

    before: AsOf
    after: AsOf
    provers: tuple[Prover, Prover]
    today: dt.date
    """The day by which something is past or to come; the states themselves may be judged on a later one."""
    since: dt.date | None = None
    """The first day that is compared; without one all days are."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Which ids of the first state are others in the second (ruling H22)."""

    @property
    def day(self) -> dt.date:
        """The day on which the states are judged."""
        return self.after.today

    @property
    def first(self) -> dt.date:
        """The day on which it is first looked at what is not asked of days that are past."""
        return max(self.today, self.since or self.today)

    @cached_property
    def registers(self) -> tuple[Register, Register]:
        """Both registers."""
        return self.before.register, self.after.register

    @cached_property
    def changed(self) -> frozenset[str]:
        """The kinds of which a file reads otherwise; no other record can have changed."""
        was, now = (one.sources for one in self.registers)
        files = {file for file in (*was.texts, *now.texts) if was.texts.get(file) != now.texts.get(file)}
        files |= {*was.unreadable, *now.unreadable}
        found = {_kind(was, file) for file in files}
        return frozenset(kind for kind in found if kind)

    def touches(self, *kinds: str) -> bool:
        """Whether something changed in one of some kinds, and each of them can be read in full in both states.

        Nothing is said of what a broken file could hold (ruling H25).
        """
        return not self.changed.isdisjoint(kinds) and self.lost.isdisjoint(kinds)

    @cached_property
    def judged_otherwise(self) -> bool:
        """Whether another organisation is judged, or by other figures: then whatever is worked out may differ."""
        was, now = (as_of.register.organisation for as_of in (self.before, self.after))
        return was != now or self.before.figures != self.after.figures

    @cached_property
    def lost(self) -> frozenset[str]:
        """The kinds of which something cannot be read in one of the states."""
        return lost_kinds(self.before.register) | lost_kinds(self.after.register)

    def now(self, id: str) -> str:
        """What an id of the first state is in the second."""
        return self.renamed.get(id, id)

    def people_now(self, ids: Iterable[str]) -> People:
        """People of the first state by their ids in the second, in the order of the alphabet."""
        return tuple(sorted({self.now(id) for id in ids}))

    def pairs(self, kind: type[R]) -> dict[str, tuple[R | None, R | None]]:
        """The records of a kind with an id, before and after, by their id in the second state."""
        out: dict[str, tuple[R | None, R | None]] = {}
        for one in self.before.register.of(kind):
            if one.identity:
                out.setdefault(self.now(one.identity), (one, None))
        for one in self.after.register.of(kind):
            if one.identity:
                old, new = out.get(one.identity, (None, None))
                out[one.identity] = (old, new or one)
        return out

    def differing(self, kind: type[R]) -> dict[str, tuple[R | None, R | None]]:
        """Those of them that are not what they were."""
        if kind.kind not in self.changed:
            return {}
        return {id: (old, new) for id, (old, new) in self.pairs(kind).items() if old is not new and old != new}

    def title(self, id: str) -> str:
        """What a record is called, in the second state or else in the first."""
        return next((one.title(id) for one in reversed(self.registers) if id in one.by_id), id)

    def area(self, area: str) -> str:
        """What an area is called; a record may have the same id."""
        return next((one.areas[area] for one in reversed(self.registers) if area in one.areas), area)

    def names(self, people: Iterable[str]) -> str:
        """Some people by name."""
        return listed(self.title(one) for one in people)


def _kind(sources: Sources, file: str) -> str | None:
    named = kind_in_name(file.removeprefix(sources.prefix))
    return named.kind if named is not None else None
