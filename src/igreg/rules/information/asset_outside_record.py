"""An asset with personal data that no record of processing names, where there are such records."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.data_flows import is_personal
from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule


@rule("IG823", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    records = ctx.register.of(Processing)
    if not records:
        return
    named = {asset for record in records for asset in record.assets}
    for asset in ctx.register.of(Asset):
        if is_personal(asset) and asset.id not in named:
            message = f"{asset.called} holds personal data, and no record of processing names it"
            yield asset.fault((), message, "name it in `assets:` of the record that it is used for, or write one")
