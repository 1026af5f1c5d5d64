"""igreg new."""

from __future__ import annotations

from itertools import takewhile
from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import kinds
from igreg.cli.editing import editing
from igreg.cli.options import kind_of_record, writes
from igreg.cli.session import Session


@writes
def new(
    at: Session,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What it is, such as policy or incident.", autocompletion=kinds)
    ],
    id: Annotated[str | None, typer.Argument(metavar="ID", help="Its id; default: the next that is free.")] = None,
) -> None:
    """Write a record to fill in, with every field explained, where records of its kind stand; tell file and line."""
    from igreg.changes.new_record import begin

    kind = kind_of_record(kind)
    with editing(at) as work:
        plan = begin(work.register, kind, id, work.now.date())
        plan.remarks.append(f"fill in {' and '.join((*plan.changes, *plan.new))}, then see `igreg check`")
        work.carry_out(plan, unfinished=True)
        if not at.dry_run:
            console.write("".join(f"{file}:{_first_new(*texts)}\n" for file, texts in work.texts(plan).items()))


def _first_new(before: str | None, after: str) -> int:
    """The line from which a text is another one, for an editor to open."""
    pairs = zip(after.split("\n"), (before or "").split("\n"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].rstrip("\r") == pair[1].rstrip("\r"), pairs)) + 1
