"""On which days a delegation counts: its own, as long as the post that gave it is there (ruling H47)."""

from __future__ import annotations

from igreg.analysis.in_force import has_ended, in_force, is_withdrawn
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.delegations import Delegation


def counts(tenure: Tenure, delegation: Delegation) -> bool:
    """Whether it counts on the day of the tenure."""
    return in_force(delegation, tenure.day) and delegation.from_ not in tenure.there.gone


def is_over(tenure: Tenure, delegation: Delegation) -> bool:
    """Whether its last day, or that of the post that gave it, is past, or its review withdrew it."""
    own = has_ended(delegation, tenure.day) or is_withdrawn(delegation, tenure.day)
    return own or delegation.from_ in tenure.there.ended
