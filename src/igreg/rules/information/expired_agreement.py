"""A sharing agreement past its end."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.sharing_agreement import SharingAgreement
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG806", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for agreement in ctx.register.of(SharingAgreement):
        if agreement.expires is not None and agreement.expires < ctx.today:
            message = f"the agreement ended on {long_day(agreement.expires)}"
            yield agreement.fault(("expires",), message, "renew it, or stop sharing and take the record out")
