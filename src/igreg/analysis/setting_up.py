"""Is a register still being set up?"""

from __future__ import annotations

from igreg.model.kinds.exceptions import RuleException
from igreg.register.register import Register

TO_BE_APPROVED = "still to be approved"
"""What stands in the notes of the exceptions that `igreg init` writes, until somebody approves them."""


def is_being_set_up(register: Register) -> bool:
    """Whether an exception that `igreg init` wrote is still as it was written."""
    return any(one.notes == TO_BE_APPROVED and one.approved_on is None for one in register.of(RuleException))
