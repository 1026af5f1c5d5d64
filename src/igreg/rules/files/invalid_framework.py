"""A pack of the organisation's own is not as packs are."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import INVALID_FRAMEWORK, Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG010", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    yield from ctx.reading(INVALID_FRAMEWORK)
    if ctx.register.sources.frameworks:
        from igreg.rules._packs import names_amiss  # few registers have packs of their own

        for pack in ctx.register.packs.own.values():
            yield from names_amiss(ctx, pack)
