"""An item of a framework is answered yes while the register shows that it is not so, or not all of it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._returns import called, fault_at
from igreg.rules._rule import Context, rule


@rule("IG522", Severity.WARNING, "toolkit", "framework")
def check(ctx: Context) -> Iterator[Fault]:
    if not ctx.returns:
        return
    from igreg.analysis.returns.states import States  # what proves an answer; many registers have none

    for one in ctx.returns:
        states = States(one, ctx.prover)
        for item in one.asked:
            given = one.of(item)
            if one.assessment is None or given is None or not given.counts or given.says != "yes":
                continue
            shown = ctx.prover.item(item)
            if not states.is_contradicted(item, shown):
                continue
            what = "the register shows the opposite" if shown.opposite else "the register does not show it"
            if shown.register == "partly" and not shown.opposite:
                what = "the register does not show all of it"
            missing = "; ".join(shown.missing)
            message = f"{called(item)} is answered yes, and {what}" + (f": {missing}" if missing else "")
            help = "put it right, or answer it again"
            if not shown.opposite:
                help = "add what is missing, or name under `evidence` or `documents` what shows it"
            yield fault_at(one, item, message, help)
