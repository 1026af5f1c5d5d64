"""Which data flows of personal data to a body outside no agreement or contract in force covers (ruling B63)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.contracts import contracts_on
from igreg.analysis.data_flows import assets_of, flows_on, is_personal
from igreg.analysis.sharing import agreements_on
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.data_flows import DataFlow
from igreg.register.register import Register

_BY_LAW = ("regulator", "national-body")
"""Categories of bodies to which the law itself says what is sent."""


def uncovered(register: Register, day: dt.date) -> Iterator[tuple[DataFlow, int]]:
    """Each data flow of a day, and which one of its `to`; where nobody said that the data are personal, none."""
    agreements = agreements_on(register, day)
    contracts = {contract.with_ for contract in contracts_on(register, day)}
    for flow in flows_on(register, day):
        if not is_personal(flow):
            continue
        assets = assets_of(register, flow)
        for index, party in enumerate(flow.to):
            body = register.get(Body, party)
            if body is None or body.category in _BY_LAW or party in contracts:
                continue
            if not agreements.covers_all(party, assets):
                yield flow, index
