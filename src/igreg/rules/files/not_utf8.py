"""The bytes of a file are not UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG002", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    yield from ctx.reading("not-utf8")
