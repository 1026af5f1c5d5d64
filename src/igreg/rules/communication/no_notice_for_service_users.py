"""No published notice is for service users or the public."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.notices import Notice
from igreg.rules._rule import Context, rule


@rule("IG709", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for notice in ctx.register.of(Notice):
        if in_force(notice, ctx.today) and {"service-users", "public"} & set(notice.audience):
            return
    message = "no published notice tells service users or the public how their information is used"
    help = "add a notice with `audience: [service-users]` and the day it was `published`"
    yield ctx.register.organisation.fault((), message, help, subject="service-users")
