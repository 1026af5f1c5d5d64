"""The text of a file is not valid YAML 1.2, or the file cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG001", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    yield from ctx.reading("invalid-yaml")
