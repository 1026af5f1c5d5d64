"""igreg rules."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, organisation_types
from igreg.cli.options import looks_up
from igreg.cli.session import Session
from igreg.errors import unknown

FORMATS = ("text", "json", "markdown")


@looks_up
def rules(
    at: Session,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text, json or markdown.", autocompletion=among(*FORMATS))
    ] = "text",
    organisation_type: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="TYPE",
            help="Only rules that apply to this type of organisation.",
            autocompletion=organisation_types,
        ),
    ] = None,
) -> None:
    """List every rule with its code and its severity as configured."""
    from igreg.check.rule_list import table
    from igreg.facts.applies import applies
    from igreg.render.rules.table import applies_text, rules_table

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    settings = at.looked_up
    if organisation_type is not None:
        console.write(applies_text(applies(organisation_type, settings.figures.facts.on(at.day)), format))
    else:
        console.write(rules_table(table(settings), format))
