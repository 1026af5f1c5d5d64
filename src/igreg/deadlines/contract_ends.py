"""Contracts that end, on the last day from which notice still ends them in time (ruling B73)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.contracts import contracts_on
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import long_day
from igreg.model.kinds.contracts import Contract


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Contract]]:
    """What has ended stays until it is renewed, taken out or followed by another contract with the same body."""
    followed = {contract.with_ for contract in contracts_on(as_of.register, as_of.today)}
    for contract in as_of.register.of(Contract):
        if contract.end is None or (contract.end < as_of.today and contract.with_ in followed):
            continue
        whom = f"with {as_of.register.title(contract.with_)}, " if contract.with_ else ""
        day, why = contract.end, "the contract ends"
        if contract.notice is not None:
            day = contract.notice.before(contract.end)
            why = f"notice of {contract.notice} before it ends on {long_day(contract.end)}"
        yield Deadline(contract, day, whom + why, ("end",))
