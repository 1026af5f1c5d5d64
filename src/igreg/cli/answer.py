"""igreg answer."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import days, ids, items
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session
from igreg.errors import IgregError


@writes
def answer(
    at: Session,
    assessment: Annotated[
        str,
        typer.Argument(metavar="ASSESSMENT", help="The assessment's id.", autocompletion=ids("assessments")),
    ],
    item: Annotated[
        str,
        typer.Argument(metavar="ITEM", help="The item's number in the framework, such as 1.1.2.", autocompletion=items),
    ],
    by: Annotated[
        str,
        typer.Option(
            metavar="WHO", help="The role or person who puts their name to it.", autocompletion=ids("roles", "staff")
        ),
    ],
    said: Annotated[
        str | None,
        typer.Option("--as", metavar="TEXT", help="yes, no, a level, a text or a path; default: the draft."),
    ] = None,
    not_applicable: Annotated[
        str | None, typer.Option(metavar="REASON", help="Set the item aside, and say why it does not apply.")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A record that shows it; repeatable.", autocompletion=ids()),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="A document that shows it, or its address; repeatable."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was answered; default: today.", autocompletion=days)
    ] = None,
) -> None:
    """Answer an item of a return and put a name to it; without --as the draft is taken."""
    from igreg.analysis.returns.framework_return import Return
    from igreg.analysis.returns.states import States
    from igreg.assess.choose import assessable, meant
    from igreg.changes.answer import Said, item_of
    from igreg.changes.answer import answer as plan
    from igreg.model.kinds.assessments import Assessment
    from igreg.rules._rule import Context

    if said is not None and not_applicable is not None:
        raise IgregError("--as and --not-applicable do not go together", "leave one out")
    if not_applicable is not None and not not_applicable.strip():
        raise IgregError("--not-applicable: no reason is given", "say why the item does not apply")
    with editing(at) as work:
        as_of = work.as_of
        context = Context(as_of.register, as_of.now, as_of.figures)
        name = work.meant("ASSESSMENT", assessment, "assessments")
        read, found = meant(context, name)
        if not isinstance(found, Assessment):
            raise IgregError(f"{name} is a pack, and no assessment of this register", f"igreg assess {name} --draft")
        states = States(Return(context, assessable(context, read), found), context.prover)
        who = work.meant("--by", by, "roles", "staff")
        shown = tuple(dict.fromkeys(work.meant("--evidence", one) for one in evidence or ()))
        words = Said(
            who, work.day("--on", on), said, not_applicable and not_applicable.strip(), shown, tuple(document or ())
        )
        work.carry_out(plan(states, item_of(states.of.pack, item.strip()), words))
