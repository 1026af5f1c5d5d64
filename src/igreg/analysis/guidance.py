"""Which policies are behind the guidance that they follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.in_force import has_ended, in_force
from igreg.dataclass import dataclass
from igreg.model.kinds.guidance import Guidance
from igreg.model.kinds.policies import Policy
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class Behind:
    """A policy, and guidance that changed after the policy was looked at last."""

    policy: Policy
    index: int
    """Which of the guidance that it follows."""
    guidance: Guidance
    changed: dt.date
    last: dt.date
    """When the policy was reviewed last, or came into force."""
    reviewed: bool
    """Whether it ever was reviewed."""


def policies_behind(register: Register, today: dt.date) -> Iterator[Behind]:
    """Every policy in force that is behind, with each piece of guidance; changes to come do not count yet."""
    for policy in register.of(Policy):
        if not in_force(policy, today):
            continue
        reviewed = policy.review.last if policy.review else None
        last = reviewed or policy.in_force_from
        for index, id in enumerate(policy.follows) if last is not None else ():
            guidance = register.get(Guidance, id)
            changed = guidance.updated if guidance is not None and _holds(guidance, register, today) else None
            if guidance is not None and changed is not None and last is not None and last < changed <= today:
                yield Behind(policy, index, guidance, changed, last, reviewed is not None)


def _holds(guidance: Guidance, register: Register, today: dt.date) -> bool:
    """Whether guidance holds here and has not ended; what has yet to come into force may be prepared for."""
    here = guidance.nation is None or guidance.nation == register.organisation.nation
    return here and not has_ended(guidance, today)
