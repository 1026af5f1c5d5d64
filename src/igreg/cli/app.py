"""The commands, and what happens when one of them cannot go on."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from igreg import __version__, cli
from igreg.cli import console
from igreg.errors import IgregError, own_fault

FIRST = (
    *("init", "check", "status", "due", "breach", "chart", "explain", "rules", "show", "schema"),
    *("review", "done", "hold", "assign", "leave", "add", "new", "import"),
)
"""The order in which the help lists commands; one that is not named here comes after these, by its name."""
WIDEST = 120
"""Help is folded to the terminal, and to so many characters where that is wider: nobody reads longer lines."""
NO_COMMANDS = frozenset({"app", "asking", "complete", "console", "editing", "interview", "options", "session"})
"""The files of this folder that hold something else; every other one is a command and bears its name."""


_TYPE = re.compile(r"(?<=[A-Z]) <(?:list\[)?[A-Za-z]+\]?>$")
"""What sort of value an argument takes, in the words of programmers."""
_RANGE = r"(?P<least>[\d.]+)<=x<=(?P<most>[\d.]+)\]$|x>=(?P<from>[\d.]+)\]$"
"""Between what a number lies, in the same words; compiled only where help is asked for."""
_WHOLE = r"(?<=\[default: )(\d+)\.0(?=[;\]])"
_JOINED = "\u2011"
"""A hyphen at which no line is broken: it stands in for `-` while help is folded, so that options stay whole."""


def _read(help: str) -> str:
    """The help of an option, with the numbers that it takes as they are read aloud: `24 to 1200`, `0 or more`."""
    help = re.sub(_WHOLE, r"\1", help)
    found = re.search(_RANGE, help)
    if found is None:
        return help
    words = f"{found['least']} to {found['most']}" if found["most"] else f"{found['from']} or more"
    return f"{help[: found.start()]}{words}]"


class _WholeWords:
    """Help that is folded between words only."""

    def get_help(self, ctx: Any) -> str:
        """The help, with hyphens as they are typed."""
        return str(super().get_help(ctx)).replace(_JOINED, "-")  # type: ignore[misc]  # of the class beside it

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help; words with a hyphen stay whole."""
        text, rows, usage = formatter.write_text, formatter.write_dl, formatter.write_usage
        formatter.write_usage = lambda name, words="", *more: usage(
            name, re.sub(r"[{}]", "", words).replace("-", _JOINED), *more
        )
        formatter.write_text = lambda one: text(one.replace("-", _JOINED))
        formatter.write_dl = lambda all, *more, **others: rows(
            [
                (_TYPE.sub("", first).replace("-", _JOINED), _read(second).replace("-", _JOINED))
                for first, second in all
            ],
            *more,
            **others,
        )
        super().format_help(ctx, formatter)  # type: ignore[misc]


class _Command(_WholeWords, TyperCommand):
    """A command whose help is folded between words only; what is left out is asked for with what it means."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed. Raises IgregError where it cannot be read, or something needed is missing."""
        from igreg.cli._typed import refuse_slips, told

        options = [word for one in self.params for word in (*one.opts, *one.secondary_opts) if word.startswith("--")]
        command = ctx.info_name or ""
        if not ctx.resilient_parsing:
            refuse_slips(args, options, command)
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if not hasattr(error, "format_message") or (better := told(error, options, command)) is None:
                raise
            raise better from None


@functools.cache
def _command(name: str, module: str) -> Any:
    """A command, made once: it holds nothing of a run."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name, cls=_Command)(getattr(importlib.import_module(f"igreg.cli.{module}"), module))
    return typer.main.get_command(single)


class Commands(Mapping[str, Any]):
    """Every command by its name. A new file in this folder is a new command; it is imported when it is asked for.

    A file whose name would be a word of Python ends in `_`.
    """

    def __init__(self) -> None:
        found = {module.name for module in pkgutil.iter_modules(cli.__path__)}
        modules = {name for name in found if not name.startswith("_")}
        self.modules = {module.strip("_").replace("_", "-"): module for module in modules - NO_COMMANDS}
        names = list(self.modules)
        self.names = sorted(names, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))

    def __getitem__(self, name: str) -> Any:
        if name not in self.names:
            raise KeyError(name)
        return _command(name, self.modules[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


class _Group(_WholeWords, TyperGroup):
    """The program itself, whose commands are found by their files."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = Commands()  # type: ignore[assignment]  # it is only ever looked at

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List every command with what it does, folded where the terminal ends; the rest stands in its own help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, _in_short(one.help or "")) for name, one in commands if one])


def _in_short(text: str) -> str:
    """The first sentence of a help, as far as its first colon or semicolon."""
    return re.split(r"[.;:](?=\s|$)", " ".join(text.split()), maxsplit=1)[0] + "."


app = typer.Typer(
    name="igreg",
    help="A register of information governance in YAML: checked, drawn and kept up to date.",
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDEST},
)


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
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        told = error if isinstance(error, IgregError) else own_fault(error)
        console.say(f"igreg: {told.sentence}")
        if told.hint:
            console.say(f"help: {told.hint}")
        sys.exit(told.code)
