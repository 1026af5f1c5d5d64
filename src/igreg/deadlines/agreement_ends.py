"""Sharing agreements that end; an ended one stays until it is renewed or taken out (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.sharing_agreements import SharingAgreement


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[SharingAgreement]]:
    for agreement in as_of.register.of(SharingAgreement):
        if agreement.expires is not None:
            partners = ", ".join(as_of.register.title(partner) for partner in agreement.partners)
            why = f"with {partners}" if partners else "the agreement ends"
            yield Deadline(agreement, agreement.expires, why, ("expires",))
