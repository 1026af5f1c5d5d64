"""A medium or high audit finding with no action."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.audit import Audit
from igreg.rules._rule import Context, rule


@rule("IG503", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for audit in ctx.register.of(Audit):
        for index, finding in enumerate(audit.findings):
            if finding.severity in ("medium", "high") and finding.action is None:
                message = f"the finding {finding.id!r} is {finding.severity} and nothing is done about it"
                help = "add `action: {id: ..., what: ..., owner: ..., due: ...}`"
                yield audit.fault(("findings", index), message, help, subject=finding.id)
