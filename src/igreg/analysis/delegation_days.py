"""On which days a delegation counts: its own, as long as the post that gave it is there (ruling H47)."""

from __future__ import annotations

from igreg.analysis.tenure import Tenure, covers
from igreg.model.kinds.delegations import Delegation


def counts(tenure: Tenure, delegation: Delegation) -> bool:
    """Whether it counts on the day of the tenure."""
    its_own = covers(delegation.start, delegation.end, tenure.day)
    return its_own and delegation.from_ not in tenure.there.gone


def is_over(tenure: Tenure, delegation: Delegation) -> bool:
    """Whether its last day, or that of the post that gave it, is past."""
    own = delegation.end is not None and delegation.end < tenure.day
    return own or delegation.from_ in tenure.there.ended
