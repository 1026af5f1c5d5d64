"""What a SIRO, Caldicott Guardian or data protection officer must keep is handed down."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.functions import conflicts_with
from igreg.analysis.undelegable import KEEPERS, functions_of_taker, kept
from igreg.findings import Fault, Severity
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import who

_RESTS_ON = ("uk-gdpr", "data-handling", "lists.undelegable-phrases")


@rule("IG218", Severity.ERROR, "law", *_RESTS_ON)
def check(ctx: Context) -> Iterator[Fault]:
    phrases = kept(ctx.facts)
    for d in ctx.register.of(Delegation):
        giver = ctx.register.get(Role, d.from_)
        duties = KEEPERS & {*giver.all_functions} if giver is not None else frozenset()
        if giver is None or not duties or d.from_ in ctx.tenure.there.gone:
            continue
        if d.lacks("tasks") and d.lacks("limits") and d.limit is None:
            message = f"{giver.called} hands down everything: the delegation names neither tasks nor limits"
            yield d.fault((), message, "name the tasks, or say under `limits:` where it ends")
        for index, task in enumerate(d.tasks):
            if phrases.search(task):
                message = f"{giver.called} cannot hand down {task!r}"
                yield d.fault(("tasks", index), message, "hand down the work, and keep the decision")
        conflict = conflicts_with(ctx.facts, duties, functions_of_taker(ctx.tenure, d.to))
        if conflict is not None:
            message = f"{giver.called} hands down to {who(ctx.register, d.to)}: {conflict.why} ({conflict.source})"
            yield d.fault(("to",), message, "hand it to somebody whose own work does not clash with it", subject=d.to)
