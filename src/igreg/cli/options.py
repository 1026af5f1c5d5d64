"""Options that mean the same in every command, and what they come to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.facts.figures import Figures
    from igreg.register.register import Register

RegisterFolder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[REGISTER]", help="The register's folder; default: register/ here or in the nearest parent."
    ),
]
Today = Annotated[str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="Work as on this day.")]
Now = Annotated[str | None, typer.Option("--now", metavar="MOMENT", help="Work as at this moment; sets the day too.")]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Default: igreg.toml beside the register folder.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Results only: no summary, no remarks.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say more; a fault of igreg's own shows its traceback.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; the variable NO_COLOR does the same.")]


def figures_in_force(folder: Path, config: Path | None) -> Figures:
    """The figures of the facts, or those that `igreg.toml` sets; a mistake in it is refused as `check` refuses it."""
    from igreg.check.settings import load
    from igreg.store.config import read_config

    return load(read_config(folder, config)).figures


def moment(register: Register, today: str | None, now: str | None) -> dt.datetime:
    """The moment to work at, aware, in the organisation's time zone.

    `--now` decides; with `--today` alone it is the end of that day, so that what is dated that day has happened
    (ruling A01); without either it is the clock's.
    """
    from igreg.model.values import FIRST_YEAR, LAST_YEAR, parse_day, parse_moment

    zone = register.clock.zone
    if now is not None:
        try:
            return register.clock.instant(parse_moment(now)).astimezone(zone)
        except ValueError as error:
            raise IgregError(f"--now: {now!r} is not {error}", "for example: --now 2026-11-02T09:30") from None
    if today is not None:
        try:
            day = parse_day(today)
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise ValueError(f"a day between the years {FIRST_YEAR} and {LAST_YEAR}")
        except ValueError as error:
            raise IgregError(f"--today: {today!r} is not {error}", "for example: --today 2026-11-02") from None
        return dt.datetime.combine(day, dt.time(23, 59, 59, 999999), zone)
    return dt.datetime.now(zone)
