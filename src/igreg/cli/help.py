"""igreg help."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from igreg.cli import console
from igreg.cli.complete import commands, kinds
from igreg.cli.options import kind_of_record, tells
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
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="With add or new: a kind of record, whose fields are told.", autocompletion=kinds
        ),
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
    named = _kind_for(command, kind) if kind else ""
    own = type(context)(found, info_name=command, parent=program)
    console.write(f"{found.get_help(own)}\n" + (f"\n{_fields(named)}" if named else ""))


def _kind_for(command: str, word: str) -> str:
    """The kind that a word names. Raises IgregError where it names none, or the command is about no kind."""
    if command not in _OF_KINDS:
        raise IgregError(f"{word!r} is no part of {command}", f"read all of it: igreg help {command}")
    return kind_of_record(word)


_OF_KINDS = ("add", "new", "schema")
_OF_ALL = ("notes", "tags", "extra")
"""Fields that every record has; they are told last."""


def _fields(kind: str) -> str:
    """The fields of a kind, those that must be there first, each with what it means."""
    from igreg.model.anatomy import fields_of
    from igreg.model.kinds import model_of
    from igreg.render.escape.terminal import folded

    model = model_of(kind)
    fields = sorted(fields_of(model).items(), key=lambda one: (not one[1].needed, one[0] in _OF_ALL))
    lines = [f"Fields of {model.one} ({kind}.yaml):"]
    for name, field in fields:
        means = model.model_fields[field.attribute].description or ""
        text = f"{name:<20}  {means}{'  [required]' if field.needed else ''}"
        lines += folded(text, console.width(), "  ", " " * 24)
    return "\n".join(lines) + "\n"


def _no_command(word: str, names: list[str]) -> IgregError:
    """The error that no command has this name; a rule and a kind of record are explained elsewhere."""
    from igreg.language.suggest import one_of
    from igreg.model.kind_words import kind_meant
    from igreg.rules._rule import by_word

    rule = by_word().get(word) or by_word().get(word.upper()) or by_word().get(word.lower())
    if rule is not None:
        return IgregError(f"{word} is a rule, not a command", f"read its page: igreg explain {rule.name}")
    if (kind := kind_meant(word)) is not None:
        return IgregError(f"{word} is a kind of record, not a command", f"see its fields: igreg help add {kind}")
    return IgregError(f"there is no command {word!r}", one_of(word, names))
