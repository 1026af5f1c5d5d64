"""A DPIA with a high risk left lacks the officer's advice, or goes ahead without the regulator having been asked."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.assets import goes_ahead
from igreg.findings import Fault, Severity
from igreg.model.kinds.dpias import Dpia
from igreg.rules._rule import Context, rule


@rule("IG831", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    has_officer = bool(ctx.tenure.roles_with.get("dpo"))
    for dpia in ctx.register.of(Dpia):
        if dpia.residual != "high":
            continue
        if has_officer and dpia.lacks("dpo_advice"):
            message = f"{dpia.called} leaves a high risk, and the data protection officer's advice is not in it"
            yield dpia.fault((), message, "ask the officer, and write it under `dpo_advice:` (UK GDPR, Article 35(2))")
        if goes_ahead(dpia) and dpia.lacks("prior_consultation"):
            message = f"{dpia.called} goes ahead with a high risk left, and the regulator has not been asked"
            help = "ask before it begins, and write it under `prior_consultation:` (UK GDPR, Article 36)"
            yield dpia.fault((), message, help)
