"""Tables as CSV: with a mark, CRLF, and each text as it stands (rulings X30, X35)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from igreg.render.escape.csv import MARK, guarded
from igreg.render.escape.terminal import plain
from igreg.render.tables.cells import written
from igreg.tables.answer import Answer
from igreg.tables.rows import Filled


def table_csv(found: Filled) -> bytes:
    """One table; line breaks and control characters of a text stay in its cell."""
    head = [column.name for column in found.table.columns]
    return _csv(head, found.rows, escape=str).encode()


def answer_csv(found: Answer, *, terminal: bool = True) -> str:
    """An answer; control characters are written out, on a terminal line breaks and tabs of a text too."""
    return _csv([name for name, _ in found.columns], found.rows, escape=plain if terminal else _in_lines)


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]], *, escape: Callable[[str], str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(escape(name)) for name in head])
    for row in rows:
        writer.writerow([_cell(value, escape) for value in row])
    return MARK + out.getvalue()


def _cell(value: Any, escape: Callable[[str], str]) -> str:
    """A text is guarded, a number or a day never is."""
    return guarded(escape(value)) if isinstance(value, str) else written(value)


def _in_lines(text: str) -> str:
    """A text with its line breaks and tabs; other control characters are written out, for it may yet be shown."""
    return "".join(one if one in "\n\t\r" else plain(one) for one in re.split(r"([\n\t\r])", text))
