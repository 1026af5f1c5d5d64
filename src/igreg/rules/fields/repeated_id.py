"""An id that another record has already."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.register.excerpt import line_numbers
from igreg.rules._rule import Context, rule


@rule("IG105", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    repeats = ctx.register.repeats
    lines = line_numbers(ctx.register, [(repeat.first.record, repeat.first.path) for repeat in repeats])
    for repeat, line in zip(repeats, lines, strict=True):
        first, later = repeat.first, repeat.later
        message = f"the id {repeat.id!r} is taken: {first.record.where.file}:{line} has it already ({first.kind})"
        yield later.record.fault(later.path, message, "give one of the two another id")
