"""A file holds the lines of an unfinished merge."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG112", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    yield from ctx.reading("conflict-marker")
