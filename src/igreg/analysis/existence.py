"""What is there on a day: posts, groups, units and flows come and go, and are asked nothing outside their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from igreg.analysis.in_force import has_ended, in_force
from igreg.dataclass import dataclass
from igreg.model.base import Record
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit
from igreg.register.register import Register

R = TypeVar("R", bound=Record)


def is_there(record: Record, day: dt.date) -> bool:
    """Whether a record is there on a day, its first and its last included (ruling B13); what does not come and go is.

    Drafts and agreements that have run out are there too: whether they count is what `in_force` says.
    """
    return not record.comes_and_goes or in_force(record, day)


@dataclass(frozen=True)
class Existing:
    """What of a register is there on one day."""

    register: Register
    day: dt.date

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The posts of the day."""
        return self._of(Role)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of the day."""
        return self._of(Group)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units of the day."""
        return self._of(Unit)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows of the day: those whose days include it, from somebody who is there to somebody who is."""
        flows = self._of(Flow)
        if not self.gone:
            return flows
        return tuple(one for one in flows if one.from_ not in self.gone and (self.told(one) or not one.to))

    def told(self, flow: Flow) -> list[str]:
        """Those of a flow's receivers who are there."""
        return [party for party in flow.to if party not in self.gone] if self.gone else flow.to

    def of_kind(self, kind: str) -> Sequence[Record]:
        """The records of a kind that are there; of a kind that does not come and go, all."""
        records = self.register.kinds.get(kind, ())
        if not records or not records[0].comes_and_goes:
            return records
        return self.flows if kind == Flow.kind else [one for one in records if in_force(one, self.day)]

    @cached_property
    def gone(self) -> Mapping[str, Record]:
        """What the register has by these ids and is not there on the day: ended, or still to begin."""
        return {
            record.identity: record
            for records in self.register.kinds.values()
            for record in (records if records and records[0].comes_and_goes else ())
            if not in_force(record, self.day) and record.identity and self.register.by_id[record.identity] is record
        }

    def is_gone(self, id: str | None) -> bool:
        """The same of one id, for whoever asks no other on the day."""
        record = self.register.by_id.get(id or "")
        return record is not None and not is_there(record, self.day)

    @cached_property
    def ended(self) -> Mapping[str, Record]:
        """Those of them that are over."""
        return {id: record for id, record in self.gone.items() if has_ended(record, self.day)}

    def _of(self, model: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.register.of(model) if in_force(record, self.day))
