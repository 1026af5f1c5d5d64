"""The organisation's ICO registration and certificates that end (ruling A99)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.organisation import Organisation

ICO_PATH = ("ico_registration", "expires")


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Organisation]]:
    organisation = as_of.register.organisation
    ico = organisation.ico_registration
    if ico is not None and ico.expires is not None:
        why = "the entry in the register of fee payers ends"
        yield Deadline(organisation, ico.expires, why, ICO_PATH, "ICO registration")
    for index, entry in enumerate(organisation.certificates):
        if entry.expires is not None:
            path = ("certificates", index, "expires")
            yield Deadline(organisation, entry.expires, "the certificate ends", path, entry.name)
