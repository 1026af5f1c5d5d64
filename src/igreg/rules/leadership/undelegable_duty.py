"""What a SIRO, Caldicott Guardian or data protection officer must keep is handed down."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.undelegable import wrongly_handed
from igreg.findings import Fault, Severity
from igreg.model.kinds.delegations import Delegation
from igreg.rules._rule import Context, rule
from igreg.rules._words import who

_RESTS_ON = ("uk-gdpr", "data-handling", "lists.undelegable-phrases")


@rule("IG218", Severity.ERROR, "law", *_RESTS_ON)
def check(ctx: Context) -> Iterator[Fault]:
    for d in ctx.register.of(Delegation):
        for found in wrongly_handed(ctx.tenure, ctx.facts, d):
            giver = ctx.register.by_id[d.from_ or ""].called
            if found.conflict is not None:
                why = f"{found.conflict.why} ({found.conflict.source})"
                message = f"{giver} hands down to {who(ctx.register, d.to)}: {why}"
                help = "hand it to somebody whose own work does not clash with it"
                yield d.fault(("to",), message, help, subject=d.to)
            elif found.task is not None:
                message = f"{giver} cannot hand down {d.tasks[found.task]!r}"
                yield d.fault(("tasks", found.task), message, "hand down the work, and keep the decision")
            else:
                message = f"{giver} hands down everything: the delegation names neither tasks nor limits"
                yield d.fault((), message, "name the tasks, or say under `limits:` where it ends")
