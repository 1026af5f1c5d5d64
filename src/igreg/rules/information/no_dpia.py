"""An asset with special category data on a large scale that no impact assessment covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.assets import assets_with_dpia, is_large_scale
from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.rules._rule import Context, rule


@rule("IG805", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    covered = assets_with_dpia(ctx.register)
    for asset in ctx.register.of(Asset):
        large = is_large_scale(asset, ctx.standing)
        if not asset.special_category or asset.id in covered or large is False:
            continue
        message = f"{asset.called} holds special category data, and no DPIA that lets it go ahead covers it"
        if large:
            yield asset.fault((), message, "name it under `assets:` of a DPIA")
        else:
            help = "say in `large_scale:` whether there are very many people in it; if so, name it in a DPIA"
            yield replace(asset.fault((), message, help), severity=Severity.INFO)
