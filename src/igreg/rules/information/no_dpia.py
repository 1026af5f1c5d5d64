"""An asset with special category data that no impact assessment covers."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.assets import assets_with_dpia
from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.rules._rule import Context, rule


@rule("IG805", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    covered = assets_with_dpia(ctx.register)
    for asset in ctx.register.of(Asset):
        if asset.special_category and asset.id not in covered:
            message = f"{asset.called} holds special category data, and no DPIA covers it"
            yield asset.fault((), message, "name it under `assets:` of a DPIA")
