"""What ends or closes on a day of its own: agreements, support, exceptions, certificates, the DSPT year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.due.item import Item
from igreg.due.make import item
from igreg.facts import category
from igreg.model.kinds.asset import Asset
from igreg.model.kinds.exception import RuleException
from igreg.model.kinds.sharing_agreement import SharingAgreement
from igreg.register.register import Register

DSPT_MONTH, DSPT_DAY = 6, 30
"""The toolkit closes on 30 June each year."""


def ends(register: Register) -> Iterator[Item]:
    """Agreements, support and exceptions that end; an ended one stays until renewed (fine print A94)."""
    for agreement in register.of(SharingAgreement):
        if agreement.expires is not None:
            partners = ", ".join(register.title(partner) for partner in agreement.partners)
            detail = f"with {partners}" if partners else "the agreement ends"
            yield item(agreement, agreement.expires, "agreement-ends", detail, path=("expires",))
    for asset in register.of(Asset):
        if asset.support_ends is not None:
            yield item(asset, asset.support_ends, "support-ends", "the maker's support ends", path=("support_ends",))
    for exception in register.of(RuleException):
        if exception.until is not None:
            detail = f"{exception.rule} on {exception.record}: {exception.reason}"
            yield item(exception, exception.until, "exception-ends", detail, title=exception.rule, path=("until",))


def organisation(register: Register, today: dt.date) -> Iterator[Item]:
    """The ICO registration, certificates, and the DSPT deadline (fine print A99, A100)."""
    organisation = register.organisation
    ico = organisation.ico_registration
    if ico is not None and ico.expires is not None:
        detail = "the entry in the register of fee payers ends"
        path = ("ico_registration", "expires")
        yield item(organisation, ico.expires, "certificate-ends", detail, path=path, subject="ICO registration")
    for index, entry in enumerate(organisation.certificates):
        if entry.expires is not None:
            path_ = ("certificates", index, "expires")
            detail = "the certificate ends"
            yield item(organisation, entry.expires, "certificate-ends", detail, path=path_, subject=entry.name)
    deadline = dt.date(today.year, DSPT_MONTH, DSPT_DAY)
    if deadline < today:
        deadline = deadline.replace(year=today.year + 1)
    begun = deadline.replace(year=deadline.year - 1) + dt.timedelta(days=1)
    published = [edition.published for edition in organisation.dspt if edition.published is not None]
    if any(begun <= day <= today for day in published):
        return
    number = category(organisation.type, organisation.dspt_category)
    detail = f"publish the DSPT assessment of {begun.year}-{deadline.year % 100:02d}, category {number}"
    yield item(organisation, deadline, "dspt-deadline", detail, subject="DSPT")
