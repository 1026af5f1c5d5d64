"""A contract past its end with somebody who still supplies, processes or receives."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.contracts import contracts_on
from igreg.analysis.data_flows import flows_on
from igreg.analysis.in_force import has_ended
from igreg.findings import Fault, Severity
from igreg.model.base import Record
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.contracts import Contract
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG825", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    """Silent where another contract with the same body is in force (ruling B61)."""
    ended = [contract for contract in ctx.register.of(Contract) if has_ended(contract, ctx.today)]
    if not ended:
        return
    covered = {contract.with_ for contract in contracts_on(ctx.register, ctx.today)}
    named = _named(ctx)
    for contract in ended:
        if contract.with_ in covered or contract.end is None:
            continue
        by = named.get(contract.with_ or "") or next(_processed(ctx, contract), None)
        if by is not None:
            whom = who(ctx.register, contract.with_) if contract.with_ else "its other side"
            message = f"the contract with {whom} ended on {long_day(contract.end)}, and {by.called} goes on"
            yield contract.fault(("end",), message, "renew it, or end what is done under it and write that down")


def _named(ctx: Context) -> dict[str, Record]:
    """Whoever supplies an asset, processes for us or receives data today, each with the first record that says so."""
    out: dict[str, Record] = {}
    for asset in ctx.register.of(Asset):
        out |= {body: asset for body in asset.all_suppliers if body not in out}
    for record in ctx.register.of(Processing):
        out |= {body: record for body in record.processors if body not in out}
    for flow in flows_on(ctx.register, ctx.today):
        out |= {party: flow for party in flow.to if party not in out}
    return out


def _processed(ctx: Context, contract: Contract) -> Iterator[Record]:
    """The records of processing that a contract names and the register has."""
    found = (ctx.register.get(Processing, id) for id in contract.processing)
    return (record for record in found if record is not None)
