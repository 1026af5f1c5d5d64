"""Options that mean the same in every command: how they look, and how a command comes by them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Concatenate, ParamSpec

import typer

from igreg.cli import console
from igreg.cli.complete import days
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, own_fault, unknown

Own = ParamSpec("Own")
"""The parameters of a command besides those that it shares."""

RegisterFolder = Annotated[
    Path | None,
    typer.Argument(metavar="REGISTER", help="The register's folder; default: register/ here or in the nearest parent."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the difference, write nothing.")]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--register", metavar="DIR", help="The register's folder; default: register/ here or in the nearest parent."
    ),
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="Work as on this day.", autocompletion=days)
]
Now = Annotated[str | None, typer.Option("--now", metavar="MOMENT", help="Work as at this moment; sets the day too.")]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The settings; default: igreg.toml beside the register's folder."),
]
GitTimeout = Annotated[
    float, typer.Option("--git-timeout", metavar="SECONDS", min=0.01, help="How long each call of Git may take.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Results only: no summary, no remarks.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say more; a fault of igreg's own shows its traceback.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; the variable NO_COLOR does the same.")]

SHARED: dict[str, tuple[Any, Any]] = {
    "dry_run": (DryRun, False),
    "register": (RegisterFolder, None),
    "folder": (Folder, None),
    "today": (Today, None),
    "now": (Now, None),
    "config": (ConfigFile, None),
    "quiet": (Quiet, False),
    "verbose": (Verbose, False),
    "no_color": (NoColor, False),
}
"""Each shared option by name, in the order in which the help lists them, with its default.

`folder` is the register too, for commands whose own words are ids.
"""

_SAYING = ("quiet", "verbose", "no_color")


def sharing(*names: str) -> Callable[[Callable[Concatenate[Session, Own], None]], Callable[..., None]]:
    """Give a command the shared options of these names; in first place it receives what they come to, a `Session`."""

    def give(command: Callable[Concatenate[Session, Own], None]) -> Callable[..., None]:
        def run(**typed: Any) -> None:
            given = {name: typed.pop(name) for name in names}
            at = Session(
                command.__name__.strip("_").replace("_", "-"),
                register=given.pop("register", given.pop("folder", None)),
                **given,
            )
            warn = at.unread.say
            try:
                _run(lambda: command(at, **typed), at.verbose)  # type: ignore[call-arg]
            except IgregError as error:
                warn = at.unread.say if error.code == FINDINGS else at.unread.say_more
                raise
            finally:
                warn()

        own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
        shared = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in SHARED.items()
            if name in names
        ]
        parameters = [*(one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own), *shared]
        run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        return run

    return give


def _run(command: Callable[[], None], verbose: bool) -> None:
    """Run a command; a fault of igreg's own is told as one, with the traceback where `-v` asks for it."""
    try:
        command()
    except (IgregError, BrokenPipeError, typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if verbose:
            import traceback

            console.say(traceback.format_exc())
        raise own_fault(error) from error


reads = sharing("register", "today", "now", "config", *_SAYING)
"""A command that reads a register: `[REGISTER]`, `--today`, `--now`, `--config`, `-q`, `-v`, `--no-color`."""
writes = sharing("dry_run", "folder", "today", "now", "config", *_SAYING)
"""A command that changes a register: the same with `--dry-run`, and `--register` since its words are ids."""
words = sharing("today", "now", "config", *_SAYING)
"""A command that reads a register after words of its own, as many as there are; the last may be the register."""
begins = sharing("today", "now", *_SAYING)
"""A command that works on a day, and on no register yet."""
looks_up = sharing("register", "config", *_SAYING)
"""A command that tells what is configured, in a register or without one."""
asks = sharing("folder", "today", "config", *_SAYING)
"""A command that tells what holds on a day, in a register or without one; its word is no folder."""
tells = sharing(*_SAYING)
"""A command that needs no register."""


def kind_of_record(word: str) -> str:
    """The kind that was typed for KIND, in the singular or plural; the organisation is none of which there are more."""
    from igreg.model.kind_words import kind_meant
    from igreg.model.kinds import in_order

    kind = kind_meant(word)
    if kind is None or kind == "organisation":
        raise unknown("KIND", "kind", word, [name for name in in_order() if name != "organisation"])
    return kind
