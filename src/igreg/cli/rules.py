"""igreg rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.options import looks_up
from igreg.cli.session import Session
from igreg.errors import NO_REGISTER, IgregError, unknown

if TYPE_CHECKING:
    from igreg.check.config import Config

FORMATS = ("text", "json", "markdown")


@looks_up
def rules(
    at: Session,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, json or markdown.")] = "text",
    organisation_type: Annotated[
        str | None, typer.Option("--for", metavar="TYPE", help="What applies to this type of organisation.")
    ] = None,
) -> None:
    """List every rule with its code and its severity as configured."""
    from igreg.check.rule_list import table
    from igreg.facts.applies import applies
    from igreg.render.rules.table import applies_text, rules_table

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    settings = _settings(at)
    if organisation_type is not None:
        console.write(applies_text(applies(organisation_type), format))
    else:
        console.write(rules_table(table(settings), format))


def _settings(at: Session) -> Config:
    """The settings beside the register; without a register those of the file that is given, or the defaults."""
    from igreg.check.settings import load
    from igreg.store.config import read_config

    try:
        return at.configured
    except IgregError as error:
        if at.register is not None or error.code != NO_REGISTER:
            raise
    return load(read_config(console.here(), at.config) if at.config is not None else ("", ""))
