"""Was what somebody decided within the delegation under which they decided it?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from igreg.analysis.authority import Authority
from igreg.dataclass import dataclass
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.delegations import Delegation


@dataclass(frozen=True, slots=True)
class Beyond:
    """In what a decision goes beyond a delegation: its days, to whom it gives, or its sum."""

    why: Literal["days", "party", "sum"]
    limit: tuple[Decimal, Delegation] | None = None
    """Of a sum, how much it lets decide and which delegation says so."""


def beyond(authority: Authority, decision: RecordedDecision, delegation: Delegation) -> Iterator[Beyond]:
    """In what a decision goes beyond a delegation, as on its day; one without a day is not judged (ruling B65)."""
    day = decision.decided
    if day is None:
        return
    if not authority.counts(delegation, day):
        yield Beyond("days")
    if decision.by and authority.gives(delegation, decision.by, day) is False:
        yield Beyond("party")
    limit = authority.limit(delegation, day)
    if decision.value is not None and limit is not None and decision.value > limit[0]:
        yield Beyond("sum", limit)
