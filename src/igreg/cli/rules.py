"""igreg rules."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.options import ConfigFile
from igreg.errors import IgregError, unknown

FORMATS = ("text", "json", "markdown")


def rules(
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, json or markdown.")] = "text",
    organisation_type: Annotated[
        str | None, typer.Option("--for", metavar="TYPE", help="What applies to this type of organisation.")
    ] = None,
    config: ConfigFile = None,
) -> None:
    """List every rule with its code and its severity as configured."""
    from igreg.check.rule_list import applies, table
    from igreg.check.settings import load
    from igreg.render.rules.table import applies_text, rules_table
    from igreg.store.config import read_config
    from igreg.store.find import find_register

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    try:
        given = read_config(find_register(None), config)
    except IgregError:
        given = read_config(console.here(), config) if config else ("", "")
    settings = load(given)
    if organisation_type is not None:
        console.write(applies_text(applies(organisation_type, settings), format))
    else:
        console.write(rules_table(table(settings), format))
