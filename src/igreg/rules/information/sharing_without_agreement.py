"""An asset with personal data goes to a body that no agreement in force covers."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.calendar import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.asset import Asset
from igreg.model.kinds.sharing_agreement import SharingAgreement
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG807", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    everything: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for agreement in ctx.register.of(SharingAgreement):
        if not in_force(agreement, ctx.today):
            continue
        for partner in agreement.partners:
            everything.update(() if agreement.assets else (partner,))
            pairs.update((partner, asset) for asset in agreement.assets)
    for asset in ctx.register.of(Asset):
        if not asset.personal_data:
            continue
        for index, party in enumerate(asset.recipients):
            if ctx.register.kind_of.get(party) != "bodies" or party in everything or (party, asset.id or "") in pairs:
                continue
            message = f"{asset.called} goes to {who(ctx.register, party)}, and no agreement in force covers it"
            help = "sign an agreement, or name the asset in the one there is"
            yield asset.fault(("recipients", index), message, help, subject=party)
