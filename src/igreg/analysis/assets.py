"""Which information assets have been looked at: in a DPIA, or in a risk that names them."""

from __future__ import annotations

from igreg.model.kinds.dpias import Dpia
from igreg.model.kinds.risks import Risk
from igreg.register.register import Register


def assets_with_dpia(register: Register) -> set[str]:
    """The ids of the assets that a DPIA covers."""
    return {asset for dpia in register.of(Dpia) for asset in dpia.assets}


def assets_with_risk(register: Register) -> set[str]:
    """The ids of the assets that a risk names."""
    return {asset for risk in register.of(Risk) for asset in risk.assets}
