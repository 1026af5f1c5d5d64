"""igreg show."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.options import ConfigFile, NoColor, Now, Quiet, RegisterFolder, Today, Verbose, figures_in_force, moment
from igreg.errors import IgregError


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, an action or an audit finding.")],
    register: RegisterFolder = None,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Print a record, what it points to and what points to it."""
    from igreg.language.suggest import one_of
    from igreg.register.read import read
    from igreg.render.record.text import record_text
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    folder = find_register(register)
    figures_in_force(folder, config)  # a record shows the same whatever they are, and a mistake is told
    whole = read(read_sources(folder))
    moment(whole, today, now)  # a record shows the same on every day, and a day that does not exist is told
    if id not in whole.by_id:
        raise IgregError(f"no record has the id {id!r}", one_of(id, whole.by_id, "check the id"))
    console.write(record_text(whole, id))
