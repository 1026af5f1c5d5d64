"""igreg import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._bringing import FORMATS, Bringing, NoNames, as_json, bring, one_of_words, set_pairs
from igreg.cli._doubts import ask_whom
from igreg.cli.complete import among, fields, kinds
from igreg.cli.editing import Editing, editing
from igreg.cli.options import kind_of_record, writes
from igreg.cli.session import Session
from igreg.dataclass import dataclass

if TYPE_CHECKING:
    from igreg.exchange.brought import Brought
    from igreg.exchange.columns.map import ColumnMap
    from igreg.exchange.importing import Imported, Terms
    from igreg.store.import_key import ImportKey

ORDERS = ("dmy", "mdy", "ymd")
MISSING = ("keep", "end", "report")
SORTS = ("new", "changed")
STANDARD_INPUT = Path("-")


@writes
def import_(
    at: Session,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What the rows are, such as staff.", autocompletion=kinds)
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX or ODS; - for CSV on standard input.")],
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="The sheet with the rows.")] = None,
    map: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="FILE", help="A file that says which column is which field; default: imports/NAME.toml."
        ),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="What every new record has where its row says nothing, such as unit=ward; repeatable.",
            autocompletion=fields,
        ),
    ] = None,
    date_order: Annotated[
        str | None,
        typer.Option(
            "--date-order",
            metavar="ORDER",
            help="How days such as 1/2/2026 are read: dmy, mdy or ymd; default: dmy.",
            autocompletion=among(*ORDERS),
        ),
    ] = None,
    missing: Annotated[
        str,
        typer.Option(
            "--missing",
            metavar="WHAT",
            help="What becomes of records that the file lacks: report, keep or end.",
            autocompletion=among(*MISSING),
        ),
    ] = "report",
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="SORT", help="new or changed: write these records alone.", autocompletion=among(*SORTS)
        ),
    ] = None,
    accept_partly: Annotated[
        bool, typer.Option("--accept-partly", help="Write the other rows where some are refused.")
    ] = False,
    no_names: NoNames = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Bring in the rows of a spreadsheet; what it comes to is shown before anything is written."""
    from igreg.changes.filled import refuse_where_unseen
    from igreg.exchange.importing import Terms
    from igreg.exchange.missed import refuse_kind

    kind = kind_of_record(kind)
    how = Bringing(yes, as_json(form), accept_partly, no_names)
    one_of_words("--date-order", "order", date_order, ORDERS)
    one_of_words("--missing", "way", missing, MISSING)
    one_of_words("--only", "sort of row", only, SORTS)
    refuse_kind(kind, missing)
    pairs = set_pairs(given)
    data = _read(file)
    with editing(replace(at, quiet=at.quiet and (yes or at.dry_run))) as work:
        refuse_where_unseen(work.register, kind)
        maps = _maps(work, kind, file, map)
        terms = Terms(kind, file.name, work.now, date_order, missing, only, accept_partly, pairs)
        _import(work, terms, maps, sheet, data, how)


@dataclass(frozen=True)
class _Maps:
    """The map of the columns, and that of the staff for its keys; either may not be there."""

    path: Path
    shown: str
    text: str | None
    columns: ColumnMap | None
    keys: ColumnMap | None


def _maps(work: Editing, kind: str, file: Path, given: Path | None) -> _Maps:
    """The maps that are used: the one named, else that of the file's name beside igreg.toml."""
    from igreg.exchange.columns.map import read_map
    from igreg.store.find import find_root
    from igreg.store.maps import map_path, read_map_text, refuse_link_away

    root = find_root(work.at.folder)

    def shown(path: Path) -> str:
        return path.resolve().relative_to(root).as_posix() if path.resolve().is_relative_to(root) else path.name

    path = map_path(work.at.beside, kind if file == STANDARD_INPUT else file.stem)
    keys = None
    if given is not None:
        refuse_link_away(given, root)
        text = read_map_text(given)
        named = read_map(shown(given), text, kind) if text is not None else None
        if named is None or named.kind == kind:
            return _Maps(given, shown(given), text, named, None)
        keys = named
    refuse_link_away(path, root)
    text = read_map_text(path)
    return _Maps(path, shown(path), text, read_map(shown(path), text, kind) if text is not None else None, keys)


def _import(work: Editing, terms: Terms, maps: _Maps, sheet: str | None, data: bytes, how: Bringing) -> None:
    """Read the table, settle its rows, and carry the plan out."""
    from igreg.exchange.columns.map import TRAINING
    from igreg.exchange.found import found_table
    from igreg.exchange.identity.courses import Courses
    from igreg.exchange.importing import imported
    from igreg.sheets.read import read_book
    from igreg.store.import_key import import_key

    only = sheet or (maps.columns.sheet if maps.columns is not None else None)
    courses = Courses(work.register, maps.columns.values if maps.columns is not None else {})
    rows = found_table(
        read_book(terms.file, data, only=only),
        terms.kind,
        terms.file,
        maps.columns,
        sheet,
        lambda head: terms.kind == TRAINING and courses.head(head) is not None,
    )
    key = import_key(work.at.beside)
    terms = replace(terms, secret=key.secret, fresh=key.fresh)
    found = imported(work.register, rows, terms, maps.columns, maps.keys)
    if console.can_ask() and not (how.yes or how.as_json or work.at.dry_run):
        left: set[int] = set()
        while doubts := [one for one in found.doubts if one.row not in left]:
            told = ask_whom(work.register, doubts, new=terms.kind == "staff")
            left |= {one.row for one in doubts}
            if told:
                terms = replace(terms, told={**terms.told, **told})
                found = imported(work.register, rows, terms, maps.columns, maps.keys)
    made = replace(found.made, brought=replace(found.made.brought, map=maps.shown))
    made = replace(made, known=replace(made.known, map=maps.shown))

    def last(brought: Brought) -> Mapping[Path, bytes]:
        return _map_after(maps, terms, replace(found, keys=found.learnt(work.register, brought)), sheet, key)

    bring(work, made, how, learnt=lambda brought: bool(found.learnt(work.register, brought)), last=last, raw=rows.raw)


def _map_after(maps: _Maps, terms: Terms, found: Imported, sheet: str | None, key: ImportKey) -> Mapping[Path, bytes]:
    """The map as it is to be written, where anything in it changes; the secret of its keys is kept before it."""
    from igreg.exchange.columns.map_text import map_text

    text = map_text(
        maps.text,
        terms.kind,
        found.matching,
        found.keys,
        sheet=sheet,
        date_order=terms.date_order,
        known=maps.columns,
        lost=key.fresh,
    )
    if found.keys:
        key.keep()
    return {} if text == maps.text else {maps.path: text.encode()}


def _read(file: Path) -> bytes:
    """The bytes of the file, or of standard input."""
    from igreg.store.given import LARGEST, read_given

    return console.read_bytes(LARGEST) if file == STANDARD_INPUT else read_given(str(file))
