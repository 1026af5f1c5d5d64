"""The organisation names a framework whose edition is open, and no assessment of it is in the register."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.assessments import Assessment
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG526", Severity.WARNING, "toolkit", "framework")
def check(ctx: Context) -> Iterator[Fault]:
    organisation = ctx.register.organisation
    if not organisation.frameworks or Assessment.kind in ctx.register.lost_kinds:
        return
    from igreg.analysis.returns.framework_return import whom  # many registers name no framework

    packs, us = ctx.register.packs, whom(ctx.standing)
    named = {one.framework for one in ctx.register.of(Assessment) if one.framework}
    begun = {read.name for word in named if (read := packs.meant(word, ctx.today)) is not None}
    for index, word in enumerate(organisation.frameworks):
        read = packs.meant(word, ctx.today)
        pack = read.sound if read is not None else None
        if pack is None or pack.id is None or pack.id in begun or pack.deadline is None or not pack.is_open(ctx.today):
            continue
        if pack.derived is not None or not pack.is_for(us, ctx.standing.nation):
            continue
        message = f"{pack.id} is open until {long_day(pack.deadline)}, and no assessment of it is in the register"
        help = f"begin one, be it with `status: planned`: igreg add assessment, with framework {pack.id}"
        yield organisation.fault(("frameworks", index), message, help, subject=pack.id)
