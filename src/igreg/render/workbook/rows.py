"""The cells of a sheet as XML: the library lays out an empty workbook, and here its rows are put in.

The library keeps each cell as an object until the end, and looks at each again and again; a large register has millions
(docs/speed.md). Which number a look has is read off a row of empty cells that the library wrote.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence

from igreg.dataclass import dataclass
from igreg.render.escape.xml import content
from igreg.sheets.book import column_name
from igreg.workbook.cells import Cell

_ROWS_AT_ONCE = 2_000
_BLANK = re.compile(r'<c r="([A-Z]+)([0-9]+)" s="([0-9]+)"/>')
_BELOW = re.compile(r'<row r="2".*(?=</sheetData>)|(?=</sheetData>)', re.DOTALL)
_LOOKS_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")
_FIRST = dt.date(1899, 12, 30)
"""The day that programs count from."""
_PACKED = 4
"""How hard the rows are packed; harder takes twice the time for a tenth of the bytes."""


@dataclass
class Rows:
    """The rows of a sheet below its head, which are gone through once.

    In the empty sheet row 2 has a cell as each column looks, and row 3 a day and a moment.
    """

    rows: Iterable[Sequence[Cell]]
    locked: Sequence[bool] = ()
    """The columns whose empty cells are written too, since they are not to be filled in."""
    first: int = 2


def filled(empty: bytes, sheets: Mapping[str, Rows]) -> bytes:
    """An empty workbook with its rows put in, by the names of the parts that are to have them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(empty)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            held = old.read(entry)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if entry.filename not in sheets:
                new.writestr(entry, held)
                continue
            entry._compresslevel = _PACKED  # type: ignore[attr-defined]
            with new.open(entry, "w", force_zip64=False) as part:
                for piece in _sheet(held.decode(), sheets[entry.filename]):
                    part.write(piece.encode())
    return out.getvalue()


def _sheet(empty: str, rows: Rows) -> Iterator[str]:
    """The XML of a sheet, piece by piece."""
    looks = {(int(row), column): look for column, row, look in _BLANK.findall(empty)}
    before, behind = _BELOW.split(empty.replace("<sheetData/>", "<sheetData></sheetData>"), maxsplit=1)
    yield before
    yield from _written(rows, looks)
    yield behind


def _written(rows: Rows, looks: Mapping[tuple[int, str], str]) -> Iterator[str]:
    out: list[str] = []
    row = _Row(rows, looks)
    for number, cells in enumerate(rows.rows, rows.first):
        out.append(row.written(number, cells))
        if len(out) == _ROWS_AT_ONCE:
            yield "".join(out)
            out = []
    yield "".join(out)


class _Row:
    """Writes rows whose columns look alike."""

    def __init__(self, rows: Rows, looks: Mapping[tuple[int, str], str]) -> None:
        self.looks = looks
        self.locked = rows.locked
        self.before: list[str] = []
        self.behind: list[str] = []
        self.day, self.moment = (self._look(3, name) for name in ("A", "B"))
        self.serials: dict[dt.date, str] = {}

    def _look(self, row: int, column: str) -> str:
        look = self.looks.get((row, column))
        return f' s="{look}"' if look else ""

    def written(self, number: int, cells: Sequence[Cell]) -> str:
        """One row."""
        for at in range(len(self.before), len(cells)):
            name = column_name(at)
            self.before.append(f'<c r="{name}')
            self.behind.append(f'"{self._look(2, name)}')
        out = [f'<row r="{number}">']
        for at, value in enumerate(cells):
            if value is None:
                if at < len(self.locked) and self.locked[at]:
                    out.append(f"{self.before[at]}{number}{self.behind[at]}/>")
            elif type(value) is str:
                out.append(f"{self.before[at]}{number}{self.behind[at]}{_text(value)}")
            elif isinstance(value, dt.date):
                look = self.moment if isinstance(value, dt.datetime) else self.day
                out.append(f'{self.before[at]}{number}"{look}><v>{self._serial(value)}</v></c>')
            else:
                out.append(f"{self.before[at]}{number}{self.behind[at]}><v>{value!r}</v></c>")
        out.append("</row>")
        return "".join(out)

    def _serial(self, value: dt.date) -> str:
        """A day or a moment as the number that programs have for it."""
        if value not in self.serials:
            moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
            days = (moment - dt.datetime.combine(_FIRST, dt.time())) / dt.timedelta(days=1)
            self.serials[value] = f"{days:.16G}"
        return self.serials[value]


def _text(value: str) -> str:
    """A text behind the place of its cell; none is ever taken for a formula, since it stands as a value."""
    if "_x" in value:
        value = _LOOKS_ESCAPED.sub(r"_x005F\1", value)
    if not value.isalnum():
        if value != value.strip() or not value.isprintable():
            return f' t="inlineStr"><is><t xml:space="preserve">{content(value)}</t></is></c>'
        if "&" in value or "<" in value or ">" in value:
            value = content(value)
    return f' t="str"><v>{value}</v></c>'
