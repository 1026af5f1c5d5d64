"""An item is set aside as not applicable, which its framework does not offer for it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._returns import called, fault_at
from igreg.rules._rule import Context, rule


@rule("IG527", Severity.INFO, "toolkit", "framework")
def check(ctx: Context) -> Iterator[Fault]:
    for one in ctx.returns:
        for item in one.asked:
            if one.set_aside_unoffered(item):
                message = f"{called(item)} is set aside, and {one.pack.id} does not offer this for it"
                yield fault_at(
                    one, item, message, "answer it, or make sure that those who receive the return accept it"
                )
