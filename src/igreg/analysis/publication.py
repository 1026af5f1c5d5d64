"""Whether the organisation published the edition of the DSPT that closed last, and whether that is asked of it."""

from __future__ import annotations

from igreg.analysis.as_of import AsOf
from igreg.facts.dspt import Edition, closed_before
from igreg.findings import Severity


def unpublished(as_of: AsOf) -> Edition | None:
    """The edition that closed last, if the register has no publication of it, whenever it was (ruling B53)."""
    edition = closed_before(as_of.today)
    for entry in as_of.register.organisation.dspt:
        said = entry.published is not None and entry.published <= as_of.today
        if said and edition.is_called(entry.edition or ""):
            return None
    return edition


def publication_asked(as_of: AsOf) -> Severity | None:
    """How much a publication is asked: of some types, and of whoever holds an NHS contract (ruling B53)."""
    standing = as_of.standing
    if not standing.in_england:
        return None
    if standing.type in as_of.facts.values("dspt-publishers") or standing.holds("nhs_contract"):
        return Severity.WARNING
    return Severity.INFO if standing.type in as_of.facts.values("dspt-by-contract") else None
