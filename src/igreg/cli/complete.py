"""What the shell offers when somebody presses the tab key: ids with their names, and words that igreg knows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.register.register import Register

Completer = Callable[[typer.Context, str], list[tuple[str, str]]]


def ids(*kinds: str) -> Completer:
    """A completer of the ids of some kinds, with titles; of every kind where none is named. It never fails loudly."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        try:
            return _begun(sorted(_known(_folder(ctx), kinds)), incomplete)
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
        return _begun(sorted(_read(_folder(ctx), ("organisation",)).areas.items()), incomplete)
    except Exception:
        return []


def among(*words: str) -> Callable[[str], list[str]]:
    """A completer of fixed words."""
    return lambda incomplete: [word for word, _ in _begun([(word, "") for word in words], incomplete)]


def days(incomplete: str) -> list[tuple[str, str]]:
    """Today, the days around it, the last day of last month and the first of the next, as they are written."""
    import datetime as dt

    today = dt.datetime.now().astimezone().date()  # the tab key knows no other clock
    last = today.replace(day=1) - dt.timedelta(days=1)
    after = (today.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    near = {
        today: "today",
        today - dt.timedelta(days=1): "yesterday",
        today + dt.timedelta(days=1): "tomorrow",
        last: "the last day of last month",
        after: "the first day of next month",
    }
    return _begun([(day.isoformat(), called) for day, called in near.items()], incomplete)


def report_names(incomplete: str) -> list[tuple[str, str]]:
    """The reports there are."""
    from igreg.report.catalogue import reports

    return _begun([(name, "") for name in reports()], incomplete)


def rules(incomplete: str) -> list[tuple[str, str]]:
    """Names and codes of rules, each with what the other one is."""
    from igreg.rules._rule import catalogue

    every = sorted(catalogue(), key=lambda rule: rule.code)
    return _begun([*((one.name, one.code) for one in every), *((one.code, one.name) for one in every)], incomplete)


def commands(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The commands."""
    program: Any = ctx.find_root().command
    return _begun([(name, "") for name in program.list_commands(ctx)], incomplete)


def kinds(incomplete: str) -> list[tuple[str, str]]:
    """Kinds of record."""
    from igreg.model.kinds import in_order

    return _begun([(kind, "") for kind in in_order()], incomplete)


def packs(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The names of packs, one's own too, and those that mean the edition that is open."""
    from igreg.register.packs import Packs

    try:
        known = _read(_folder(ctx), ("organisation",)).packs
    except Exception:
        known = Packs({})
    return _begun([(name, "") for name in (*known.names, *known.aliases)], incomplete)


def returns(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """What can be assessed: the assessments there are, then the packs."""
    return [*ids("assessments")(ctx, incomplete), *packs(ctx, incomplete)]


def items(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The items of the return, or of the pack, that was typed before; without one those of the only open return."""
    from igreg.assess.choose import meant

    try:
        asked = _as_of(_read(_folder(ctx), ("organisation", "assessments")))
        typed = ctx.params.get("what") or ctx.params.get("assessment") or next(iter(ctx.args), None)
        pack = meant(asked, str(typed) if typed else None)[0].pack
        return _begun([(one.id or "", one.title or "") for one in pack.items], incomplete) if pack is not None else []
    except Exception:
        return []


def fields(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The fields of the kind that was typed, each with its `=` and its meaning."""
    from igreg.model.kind_words import kind_meant
    from igreg.model.kinds import model_of
    from igreg.model.leaf import leaves

    typed = ctx.params.get("kind") or next(iter(ctx.args), "")  # an option without its value hides what was parsed
    kind = kind_meant(str(typed))
    if kind is None:
        return []
    return _begun([(f"{one.name}=", one.meaning) for one in leaves(model_of(kind)) if one.part is None], incomplete)


def kinds_of_date(incomplete: str) -> list[tuple[str, str]]:
    """Kinds of record and of date."""
    from igreg.deadlines._deadline import names

    return [*kinds(incomplete), *_begun([(name, "") for name in names()], incomplete)]


def starters(incomplete: str) -> list[tuple[str, str]]:
    """The types of organisation that there is a starter for."""
    from igreg.starter.templates import starter_types
    from igreg.store.templates import read_template

    name = "starter/types.yaml"
    return _begun([(one, "") for one in starter_types({name: read_template(Path("register"), name)})], incomplete)


def organisation_types(incomplete: str) -> list[tuple[str, str]]:
    """Every type of organisation that the format knows."""
    from igreg.facts.applies import types

    return _begun([(one, "") for one in types()], incomplete)


def finding_formats(incomplete: str) -> list[tuple[str, str]]:
    """The formats that findings are shown in."""
    from igreg.render.findings.formats import FORMATS

    return _begun([(name, "") for name in FORMATS], incomplete)


def nations(incomplete: str) -> list[tuple[str, str]]:
    """The nations of the United Kingdom."""
    from igreg.facts.life import NATIONS

    return _begun([(one, "") for one in NATIONS], incomplete)


def fact_rows(incomplete: str) -> list[tuple[str, str]]:
    """Ids of rows of the facts that come with igreg."""
    from igreg.facts.figures import Figures

    return _begun([(row.id, "") for row in Figures().facts.rows()], incomplete)


def _begun(pairs: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    """The pairs whose word begins as typed."""
    return [pair for pair in pairs if pair[0].startswith(incomplete)]


def _folder(ctx: typer.Context) -> Path | None:
    """The register's folder as typed so far: an argument of commands that read, an option of those that write."""
    found: Path | None = ctx.params.get("register") or ctx.params.get("folder")
    return found


def _read(folder: Path | None, kinds: Collection[str]) -> Register:
    from igreg.register.read import read
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    return read(read_sources(find_register(folder), kinds))


def _as_of(register: Register) -> AsOf:
    """The register as at this moment: an alias of a pack means the edition that is open today."""
    import datetime as dt

    from igreg.analysis.as_of import AsOf

    return AsOf(register, dt.datetime.now(register.clock.zone))


def _known(folder: Path | None, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Ids and titles; only the files that can hold them are opened, and training records never."""
    from igreg.analysis.actions import open_actions
    from igreg.model.kinds import KINDS
    from igreg.render.escape.terminal import plain

    needed = {place for kind in kinds for place in _where(kind)} or set(KINDS) - {"training-records"}
    register = _read(folder, needed)
    if kinds == ("actions",):
        yield from ((action.id, action.what or "") for _, _, action in open_actions(register) if action.id)
        return
    for id, kind in register.kind_of.items():
        if not kinds or kind in kinds:
            yield id, plain(register.title(id))


def _where(what: str) -> Iterator[str]:
    """The kinds of record in whose files such ids stand: of a kind, or of a part such as `actions`."""
    from igreg.model.kinds import KINDS, model_of
    from igreg.model.walk import inner_models

    if what in KINDS:
        yield what
    else:
        yield from (kind for kind in KINDS if what in inner_models(model_of(kind)))
