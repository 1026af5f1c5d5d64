"""Which contracts bind on a day, and how soon either side tells the other of a breach (rulings B48, E67)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.model.kinds.contracts import Contract
from igreg.model.span import Span
from igreg.register.register import Register

WE_TELL = frozenset({"provider", "commissioned", "grant-holder", "partner"})
"""Our parts in a contract in which `breach_within` is how soon we tell them; else it is how soon they tell us."""


def contracts_on(register: Register, day: dt.date) -> list[Contract]:
    """The contracts in force on a day, the first and the last day of each included."""
    return [contract for contract in register.of(Contract) if in_force(contract, day)]


def is_about_personal_data(contract: Contract) -> bool:
    """Whether personal data are processed under a contract: it says so, or says nothing and names what is processed."""
    named = bool(contract.processing) if contract.processes_personal_data is None else False
    return contract.processes_personal_data is True or named


def they_tell_within(register: Register, body: str | None, day: dt.date) -> tuple[Span, Contract] | None:
    """The shortest time in which a body must tell us, by the contracts in force on a day; nothing where none says."""
    found = [
        (contract.breach_within, contract)
        for contract in contracts_on(register, day)
        if contract.with_ == body and contract.our_part not in WE_TELL and contract.breach_within is not None
    ]
    return min(found, key=lambda pair: pair[0].hours_from(day), default=None)


def we_tell(register: Register, day: dt.date) -> Iterator[tuple[str, Span, Contract]]:
    """Whom we must tell by a contract in force on a day, within what; of several with one body the shortest."""
    shortest: dict[str, tuple[Span, Contract]] = {}
    for contract in contracts_on(register, day):
        to, within = contract.with_, contract.breach_within
        if to is None or within is None or contract.our_part not in WE_TELL:
            continue
        if to not in shortest or within.hours_from(day) < shortest[to][0].hours_from(day):
            shortest[to] = within, contract
    return ((to, within, contract) for to, (within, contract) in shortest.items())
