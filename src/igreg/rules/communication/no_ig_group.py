"""No group is the IG group."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG701", Severity.WARNING, "own", "mission", "ico-accountability")
def check(ctx: Context) -> Iterator[Fault]:
    if not any(group.ig_group for group in ctx.tenure.there.groups):
        message = "no group is marked as the information governance group"
        help = "add `ig_group: true` to the group that meets about information governance"
        yield ctx.register.organisation.fault((), message, help, subject="ig-group")
