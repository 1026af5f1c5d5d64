"""The commands, and what happens when one of them cannot go on."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from igreg import __version__
from igreg.cli import assign, chart, check, console, done, due, explain, hold, init, leave, review, rules, schema, show
from igreg.errors import OWN_FAULT, IgregError

app = typer.Typer(
    name="igreg",
    help="A register of information governance in YAML: checked, drawn and kept up to date.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command()(init.init)
app.command()(check.check)
app.command()(due.due)
app.command()(chart.chart)
app.command()(explain.explain)
app.command()(rules.rules)
app.command()(show.show)
app.command()(schema.schema)
app.command()(review.review)
app.command()(done.done)
app.command()(hold.hold)
app.command()(assign.assign)
app.command()(leave.leave)


def _version(wanted: bool) -> None:
    if wanted:
        console.write(f"igreg {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """A register of information governance in YAML: checked, drawn and kept up to date."""


def main() -> None:
    """Run igreg; a user's mistake ends in two lines, a fault of our own in one (exit codes: see the README)."""
    try:
        app()
    except IgregError as error:
        console.say(f"igreg: {error.sentence}")
        if error.hint:
            console.say(f"help: {error.hint}")
        sys.exit(error.code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        if {"-v", "--verbose"} & set(sys.argv):
            raise
        console.say(
            f"igreg: a fault of igreg's own ({type(error).__name__}: {error}); "
            "please report it with the command and, if you can, the record; -v shows the traceback"
        )
        sys.exit(OWN_FAULT)
