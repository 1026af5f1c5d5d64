"""Tables as CSV: with a mark, CRLF, and each text as it stands (rulings X30, X35)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from igreg.render.escape.csv import MARK, guarded
from igreg.render.escape.terminal import plain
from igreg.render.tables.cells import written
from igreg.tables.answer import Answer
from igreg.tables.rows import Filled


def table_csv(found: Filled) -> bytes:
    """One table; line breaks and control characters of a text stay in its cell."""
    head = [column.name for column in found.table.columns]
    return _csv(head, found.rows, terminal=False).encode()


def answer_csv(found: Answer, *, terminal: bool = True) -> str:
    """An answer; control characters are written out, since it may stand on a terminal."""
    return _csv([name for name, _ in found.columns], found.rows, terminal=terminal)


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]], *, terminal: bool) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_text(name, terminal=terminal) for name in head])
    for row in rows:
        writer.writerow([_cell(value, terminal=terminal) for value in row])
    return MARK + out.getvalue()


def _cell(value: Any, *, terminal: bool) -> str:
    """A text is guarded, a number or a day never is."""
    return _text(value, terminal=terminal) if isinstance(value, str) else written(value)


def _text(text: str, *, terminal: bool) -> str:
    return guarded(plain(text) if terminal else text)
