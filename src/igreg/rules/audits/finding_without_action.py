"""A medium or high audit finding with no action."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.audits import Audit
from igreg.rules._rule import Context, rule
from igreg.rules._words import quoted


@rule("IG503", Severity.WARNING, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for audit in ctx.register.of(Audit):
        for index, finding in enumerate(audit.findings):
            if finding.severity in ("medium", "high") and audit.lacks("findings", index, "action"):
                name = quoted(finding.what, finding.id)
                message = f"the finding {name} is of {finding.severity} severity and has no action"
                help = "add `action: {id: ..., what: ..., owner: ..., due: ...}`"
                yield audit.fault(("findings", index), message, help, subject=finding.id)
