"""An asset past the end of its maker's support, and no risk names it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.asset import Asset
from igreg.model.kinds.risk import Risk
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG808", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    named = {asset for risk in ctx.register.of(Risk) for asset in risk.assets}
    for asset in ctx.register.of(Asset):
        if asset.support_ends is not None and asset.support_ends < ctx.today and asset.id not in named:
            message = f"support for {asset.called} ended on {long_day(asset.support_ends)}, and no risk names it"
            yield asset.fault(("support_ends",), message, "replace it, or record the risk and who accepts it")
