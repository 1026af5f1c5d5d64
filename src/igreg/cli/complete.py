"""What the shell offers when somebody presses the tab key: ids of records, roles, people, meetings and open actions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from igreg.register.register import Register

Completer = Callable[[typer.Context, str], list[tuple[str, str]]]


def ids(*kinds: str) -> Completer:
    """A completer of the ids of some kinds, with titles; of every kind where none is named. It never fails loudly."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        try:
            return sorted(pair for pair in _known(_folder(ctx), kinds) if pair[0].startswith(incomplete))
        except Exception:
            return []

    return complete


def reviewed(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of records that can be reviewed."""
    from igreg.model.kinds import KINDS, model_of

    kinds = tuple(kind for kind in KINDS if "review" in model_of(kind).model_fields)
    return ids(*kinds)(ctx, incomplete)


def areas(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The areas: the six, and those that the organisation adds."""
    try:
        register = _read(_folder(ctx), ("organisation",))
        return sorted(pair for pair in register.areas.items() if pair[0].startswith(incomplete))
    except Exception:
        return []


def among(*words: str) -> Callable[[str], list[str]]:
    """A completer of fixed words."""
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


def _folder(ctx: typer.Context) -> Path | None:
    """The register's folder as typed so far: an argument of commands that read, an option of those that write."""
    found: Path | None = ctx.params.get("register") or ctx.params.get("folder")
    return found


def _read(folder: Path | None, kinds: Collection[str]) -> Register:
    from igreg.register.read import read
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    return read(read_sources(find_register(folder), kinds))


def _known(folder: Path | None, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Ids and titles; only the files that can hold them are opened, and training records never."""
    from igreg.analysis.actions import open_actions
    from igreg.model.kinds import KINDS

    needed = {place for kind in kinds for place in _where(kind)} or set(KINDS) - {"training-records"}
    register = _read(folder, needed)
    if kinds == ("actions",):
        yield from ((action.id, action.what or "") for _, _, action in open_actions(register) if action.id)
        return
    for id, kind in register.kind_of.items():
        if not kinds or kind in kinds:
            yield id, register.title(id)


def _where(what: str) -> Iterator[str]:
    """The kinds of record in whose files such ids stand: of a kind, or of a part such as `actions`."""
    from igreg.model.kinds import KINDS, model_of
    from igreg.model.walk import inner_models

    if what in KINDS:
        yield what
    else:
        yield from (kind for kind in KINDS if what in inner_models(model_of(kind)))
