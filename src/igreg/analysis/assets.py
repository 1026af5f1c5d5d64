"""Which information assets have been looked at: in a DPIA, or in a risk that names them."""

from __future__ import annotations

from igreg.facts.organisation import Standing
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.dpias import Dpia
from igreg.model.kinds.risks import Risk
from igreg.register.register import Register


def assets_with_dpia(register: Register) -> set[str]:
    """The ids of the assets that a DPIA covers: one that says stop, or that nobody has decided, covers nothing."""
    return {asset for dpia in register.of(Dpia) if goes_ahead(dpia) for asset in dpia.assets}


def goes_ahead(dpia: Dpia) -> bool:
    """Whether it was decided that the processing goes ahead, with conditions or without (ruling B52)."""
    return dpia.decision in ("proceed", "proceed-with-conditions")


def is_large_scale(asset: Asset, standing: Standing) -> bool | None:
    """Whether health data are processed on a large scale: the asset says it, else the organisation, else its type
    (ruling B51); None where nobody has said."""
    return standing.large_scale if asset.large_scale is None else asset.large_scale


def assets_with_risk(register: Register) -> set[str]:
    """The ids of the assets that a risk names."""
    return {asset for risk in register.of(Risk) for asset in risk.assets}
