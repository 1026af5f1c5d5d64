"""Personal data go to a body outside, and no agreement or contract in force covers it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.contracts import contracts_on
from igreg.analysis.data_flows import assets_of, flows_on, is_personal
from igreg.analysis.sharing import agreements_on
from igreg.findings import Fault, Severity
from igreg.model.kinds.bodies import Body
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG827", Severity.WARNING, "law", "ico-sharing-code")
def check(ctx: Context) -> Iterator[Fault]:
    """Not of what the law makes us send to regulators and national bodies; unsaid is not judged (ruling B63)."""
    agreements = agreements_on(ctx.register, ctx.today)
    contracts = {contract.with_ for contract in contracts_on(ctx.register, ctx.today)}
    for flow in flows_on(ctx.register, ctx.today):
        if not is_personal(flow):
            continue
        for index, party in enumerate(flow.to):
            body = ctx.register.get(Body, party)
            if body is None or body.category in ("regulator", "national-body") or party in contracts:
                continue
            if not agreements.covers_all(party, assets_of(ctx.register, flow)):
                whom = who(ctx.register, party)
                message = f"{flow.called}: personal data go to {whom}, and no agreement or contract in force covers it"
                help = "sign an agreement, or name its assets in the one there is"
                yield flow.fault(("to", index), message, help, subject=party)
