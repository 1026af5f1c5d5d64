"""What the history of a register has of the day before the time that a report tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.model.kinds.risks import Risk
from igreg.register.register import Register


@dataclass(frozen=True)
class Earlier:
    """The register as it was committed by a day, or why that is not known."""

    day: dt.date
    register: Register | None
    """Its risks; nothing where the history cannot be asked."""
    why_not: str = ""
    """Why it cannot, in a sentence without its stop."""

    @cached_property
    def _by_id(self) -> Mapping[str, Risk]:
        found = self.register.of(Risk) if self.register is not None else ()
        return {one.id: one for one in found if one.id}

    def risk(self, now: Risk, present: Register) -> Risk | None:
        """The same risk then: by its id, else the one of its title, where no other has that id today."""
        found = self._by_id.get(now.id or "")
        if found is not None:
            return found
        alike = [one for one in self._by_id.values() if one.title == now.title and one.id not in present.by_id]
        return alike[0] if len(alike) == 1 else None
