"""A return is published, and nobody with the authority approved it before."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.assessments import Assessment
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, long_day


@rule("IG525", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for one in ctx.register.of(Assessment):
        if one.is_open:
            continue
        missing = [f"`{name}`" for name in ("approved_by", "approved_on") if one.lacks(name)]
        if missing:
            message = f"it is published, and has no {listed(missing, 'or')}"
            yield one.fault((), message, "write who approved it, and when")
        elif one.approved_on is not None and one.published is not None and one.approved_on > one.published:
            message = (
                f"it was approved on {long_day(one.approved_on)}, after it was published on {long_day(one.published)}"
            )
            yield one.fault(("approved_on",), message, "correct the day; next time have it approved before")
