"""The deadline of a return is near, and nobody has answered an item that is mandatory."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._returns import called, fault_at, until
from igreg.rules._rule import Context, rule


@rule("IG520", Severity.WARNING, "toolkit", "framework", "limits.unanswered-item")
def check(ctx: Context) -> Iterator[Fault]:
    for one in ctx.returns:
        if one.assessment is None or not one.is_open or one.deadline is None:
            continue
        if ctx.today < ctx.span("unanswered-item").before(one.deadline):
            continue
        for item in one.unanswered():
            given = one.of(item)
            why = "nobody has answered it"
            if given is not None and given.is_draft:
                why = "its answer is a draft: it has not both `by` and `on`"
            message = f"{called(item)} is mandatory, and {why}; {until(one)}"
            help = f"answer it: igreg answer {one.assessment.id} {item.id} --by WHO"
            yield fault_at(one, item, message, help)
