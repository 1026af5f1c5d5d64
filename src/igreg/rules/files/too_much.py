"""A file is larger, or nested deeper, than the format allows, or has too many faults."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG009", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    yield from ctx.reading("too-much")
