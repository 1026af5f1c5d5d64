"""igreg deputies."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, ids
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import IgregError, unknown

FORMATS = ("text", "json")


@reads
def deputies(
    at: Session,
    role: Annotated[
        str,
        typer.Argument(metavar="ROLE", help="The role, by id, title or function.", autocompletion=ids("roles")),
    ],
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Name who could deputise in a role: people with what it asks for, in no conflict with it, with hours left."""
    from igreg.analysis.deputising import deputies as who_could
    from igreg.analysis.unread import refuse_to_call_unknown
    from igreg.model.kinds.roles import Role
    from igreg.render.leading.deputies import deputies_json, deputies_text

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    as_of = at.open()
    register = as_of.register
    id = at.meant(register, "ROLE", role, "roles")
    asked = register.get(Role, id)
    if asked is None:
        refuse_to_call_unknown(register, id)
        raise IgregError(f"ROLE: no role is called {role!r}", register.lookup.hint(id, ("roles",), "name a role"))
    found = who_could(as_of, asked)
    text = deputies_json(found, register, as_of.today) if format == "json" else None
    console.write(text or deputies_text(found, register, console.width()))
    if not found.could:
        raise typer.Exit(1)
