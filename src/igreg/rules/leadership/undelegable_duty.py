"""The independence of a data protection officer, or the accountability of a SIRO, is handed down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule

_KEPT = re.compile(r"\b(independen(ce|t)|accountab(ility|le))\b", re.IGNORECASE)


@rule("IG218", Severity.ERROR, "law", "uk-gdpr", "data-handling")
def check(ctx: Context) -> Iterator[Fault]:
    for d in ctx.register.of(Delegation):
        giver = ctx.register.get(Role, d.from_)
        if giver is None or d.from_ in ctx.tenure.there.gone or not {"dpo", "siro"} & {*giver.all_functions}:
            continue
        if not d.tasks:
            message = f"{giver.called} hands down everything: the delegation names no tasks"
            yield d.fault((), message, "name the tasks; independence and accountability stay where they are")
        for index, task in enumerate(d.tasks):
            if _KEPT.search(task):
                message = f"{giver.called} cannot hand down {task!r}"
                yield d.fault(("tasks", index), message, "hand down the work, not the independence or accountability")
