"""An asset with personal data goes to a body that no agreement in force covers."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.sharing import agreements_on
from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG807", Severity.WARNING, "law", "ico-sharing-code")
def check(ctx: Context) -> Iterator[Fault]:
    agreements = agreements_on(ctx.register, ctx.today)
    for asset in ctx.register.of(Asset):
        if not asset.personal_data:
            continue
        for index, party in enumerate(asset.recipients):
            if ctx.register.kind_of.get(party) != "bodies" or agreements.covers(party, asset.id):
                continue
            message = f"{asset.called} goes to {who(ctx.register, party)}, and no agreement in force covers it"
            help = "sign an agreement, or name the asset in the one there is"
            yield asset.fault(("recipients", index), message, help, subject=party)
