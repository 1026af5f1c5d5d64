"""Who points at whom: every reference of every record, and the few questions that do without walking them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Record, Reference
from igreg.model.marks import Ref
from igreg.model.walk import gather, names_any, plan
from igreg.model.walk import references as references_of


@dataclass(frozen=True)
class Pointer:
    """A record that points at an id, and where it does so."""

    record: Record
    path: KeyPath


@dataclass(frozen=True)
class References:
    """The references of a register's records, the organisation's first; those of training records stand apart."""

    records: tuple[Record, ...]

    @cached_property
    def _targets(self) -> Mapping[type[Record], Mapping[Ref, Set[str]]]:
        """Every id that records of a model refer to, by what may stand there."""
        by_model: dict[type[Record], list[Record]] = {}
        for record in self.records:
            by_model.setdefault(type(record), []).append(record)
        out: dict[type[Record], dict[Ref, set[str]]] = {}
        for model, alike in by_model.items():
            gather(alike, plan(model, Ref), out.setdefault(model, {}))
        return out

    @cached_property
    def targets(self) -> Mapping[Ref, Set[str]]:
        """Every id that is referred to, by what may stand there: enough to see whether anything is amiss."""
        out: dict[Ref, set[str]] = {}
        for found in self._targets.values():
            for ref, targets in found.items():
                out.setdefault(ref, set()).update(targets)
        return out

    def to_any(self, wanted: Collection[str]) -> Iterator[tuple[Record, Reference]]:
        """Every reference to one of these ids. Models of which no record names any are passed over as a whole."""
        some = {model for model, found in self._targets.items() if any(map(set(wanted).intersection, found.values()))}
        for record in self.records if some else ():
            if type(record) in some and names_any(record, plan(type(record), Ref), wanted):
                yield from ((record, found) for found in references_of(record) if found.target in wanted)

    @cached_property
    def pointers(self) -> Mapping[str, Sequence[Pointer]]:
        """For each id, the records that name it, and where."""
        out: dict[str, list[Pointer]] = defaultdict(list)
        for record in self.records:
            for reference in references_of(record):
                out[reference.target].append(Pointer(record, reference.path))
        return out
