"""Which agreements are in force, and whom they let have what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from igreg.analysis.in_force import in_force
from igreg.dataclass import dataclass
from igreg.model.kinds.sharing_agreements import SharingAgreement
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the agreements in force on a day cover."""

    partners: frozenset[str]
    """Partners of agreements that name no assets: those cover everything."""
    assets: frozenset[tuple[str, str]]
    """Partners and the assets that are named."""

    signed: frozenset[str]
    """The partners of any of them."""

    def covers(self, partner: str, asset: str | None) -> bool:
        """Whether an asset may go to a partner."""
        return partner in self.partners or (partner, asset or "") in self.assets

    def covers_all(self, partner: str, assets: Collection[str]) -> bool:
        """Whether all of some assets may go to a partner; of none, whether anything may (ruling B63)."""
        return partner in self.signed and all(self.covers(partner, asset) for asset in assets)


def agreements_on(register: Register, today: dt.date) -> Agreed:
    """What the agreements in force today cover."""
    current = [agreement for agreement in register.of(SharingAgreement) if in_force(agreement, today)]
    return Agreed(
        frozenset(partner for agreement in current if not agreement.assets for partner in agreement.partners),
        frozenset((partner, asset) for a in current for partner in a.partners for asset in a.assets),
        frozenset(partner for agreement in current for partner in agreement.partners),
    )
