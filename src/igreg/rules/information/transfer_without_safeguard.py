"""Personal data leave the UK, and nothing is named that protects them there."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.data_flows import is_personal
from igreg.analysis.in_force import has_ended
from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.data_flows import DataFlow
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule

_NAME_IT = "name what protects them there: adequacy regulations, the IDTA, binding corporate rules"


@rule("IG821", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    """Not of what has ended, nor of data that are said not to be personal (ruling B58)."""
    for record in ctx.register.of(Processing):
        for index, transfer in enumerate(record.transfers):
            if record.lacks("transfers", index, "safeguard"):
                where = f"to {transfer.country}" if transfer.country else "out of the UK"
                message = f"{record.called}: data go {where}, and no safeguard is named"
                yield record.fault(("transfers", index), message, f"add `safeguard:`, and {_NAME_IT}")
    for asset in ctx.register.of(Asset):
        if asset.outside_uk and is_personal(asset) is not False and asset.lacks("safeguards"):
            message = f"{asset.called} leaves the UK, and no safeguard is named"
            yield asset.fault(("outside_uk",), message, f"add `safeguards:`, and {_NAME_IT}")
    for flow in ctx.register.of(DataFlow):
        if not flow.outside_uk or is_personal(flow) is False or has_ended(flow, ctx.today):
            continue
        if flow.lacks("safeguards"):
            message = f"{flow.called} leaves the UK, and no safeguard is named"
            yield flow.fault(("outside_uk",), message, f"add `safeguards:`, and {_NAME_IT}")
