"""igreg help."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from igreg.cli import console
from igreg.cli.complete import commands
from igreg.cli.options import tells
from igreg.cli.session import Session
from igreg.errors import IgregError


@tells
def help(
    at: Session,
    context: typer.Context,
    command: Annotated[
        str,
        typer.Argument(metavar="COMMAND", help="A command; without one, all are listed.", autocompletion=commands),
    ] = "",
) -> None:
    """Print what a command does and the options it has."""
    program: Any = context.find_root()
    if not command:
        console.write(f"{program.get_help()}\n")
        return
    found = program.command.get_command(program, command)
    if found is None:
        raise _no_command(command, program.command.list_commands(program))
    own = type(context)(found, info_name=command, parent=program)
    console.write(f"{found.get_help(own)}\n")


def _no_command(word: str, names: list[str]) -> IgregError:
    """The error that no command has this name; a rule and a kind of record are explained elsewhere."""
    from igreg.language.suggest import one_of
    from igreg.model.kinds import KINDS
    from igreg.rules._rule import by_word

    rule = by_word().get(word) or by_word().get(word.upper()) or by_word().get(word.lower())
    if rule is not None:
        return IgregError(f"{word} is a rule, not a command", f"read its page: igreg explain {rule.name}")
    if word in KINDS:
        return IgregError(f"{word} is a kind of record, not a command", f"see its fields: igreg new {word} --dry-run")
    return IgregError(f"there is no command {word!r}", one_of(word, names))
