"""igreg import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._bringing import FORMATS, Bringing, as_json, bring
from igreg.cli.complete import among, kinds
from igreg.cli.editing import Editing, editing
from igreg.cli.options import kind_of_record, writes
from igreg.cli.session import Session
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.sheets.book import Sheet

ORDERS = ("dmy", "mdy", "ymd")
STANDARD_INPUT = "-"


@writes
def import_(
    at: Session,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What the rows are, such as staff.", autocompletion=kinds)
    ],
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX or ODS; - for CSV on standard input.")],
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    form: Annotated[str, typer.Option("--format", help="text or json.", autocompletion=among(*FORMATS))] = "text",
) -> None:
    """Bring in the rows of a spreadsheet; what it comes to is shown before anything is written."""
    from igreg.changes.filled import refuse_where_unseen

    kind = kind_of_record(kind)
    how = Bringing(yes=yes, as_json=as_json(form))
    data = _read(file)
    at = replace(at, quiet=at.quiet and (yes or at.dry_run))
    with editing(at) as work:
        refuse_where_unseen(work.register, kind)
        _import(work, kind, file, data, how)


def _import(work: Editing, kind: str, file: str, data: bytes, how: Bringing) -> None:
    """Read the table, settle its rows, and carry the plan out."""
    from igreg.exchange.brought import Brought
    from igreg.exchange.cells.read import Reader
    from igreg.exchange.columns.match import Head, incoming, match
    from igreg.exchange.identity.meant import Identity
    from igreg.exchange.plan import draft
    from igreg.exchange.table import settle

    sheet = _sheet(data)
    head, *rows = sheet.rows
    heads = [Head(at, str(text)) for at, text in enumerate(head)]
    matching = match(kind, heads, rows, work.now.date())
    numbered = [(number, row) for number, row in enumerate(rows, sheet.first_row + 1) if any(row)]
    table = incoming(numbered, matching, sheet.name)
    settled = settle(table.rows, Identity(Reader(work.register, kind, work.now)))
    known = Brought(
        "import",
        kind,
        refused=[*table.refused, *settled.refused],
        left_out=[*table.left_out, *settled.left_out],
        notes=settled.notes,
        columns=matching.columns,
        file=Path(file).name,
        sheet=sheet.name,
        rows=len(numbered),
    )
    made = draft(work.register, settled.wanted, known, f"Imported: {kind} from {known.file}")
    bring(work, made, how)


def _read(file: str) -> bytes:
    """The bytes of the file, or of standard input."""
    from igreg.store.given import LARGEST, read_given

    return console.read_bytes(LARGEST) if file == STANDARD_INPUT else read_given(file)


def _sheet(data: bytes) -> Sheet:
    import csv
    import io

    from igreg.sheets.book import Sheet

    rows = [[cell or None for cell in row] for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))]
    if not rows:
        raise IgregError("the file is empty", "export it again")
    return Sheet(None, rows)
