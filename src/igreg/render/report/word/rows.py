"""Rows under heads as Word has them, written as one piece: heads that come again on each page, no row cut in two.

How somebody is reached leads there by a field of Word, which needs no entry elsewhere in the document.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from igreg.dataclass import dataclass
from igreg.language.reach import reached
from igreg.render.escape.terminal import plain
from igreg.render.escape.xml import attribute, content, representable
from igreg.render.report.cells import BY_HAND, aligned, dated, said
from igreg.render.report.word.widths import fitting, widths
from igreg.report.paper import Table

_LOOKED_AT = 60
"""So many rows say how wide the columns are."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The ids of the styles of a table and of its cells, and the room across, in twentieths of a point."""

    table: str
    cell: str
    width: int
    small: bool = False
    """Whether cells are set small whatever the number of columns."""


def clean(text: str) -> str:
    """Text that XML can hold: what a terminal would obey is shown, and what XML has not is replaced."""
    return "\n".join(representable(plain(line)) for line in text.replace("\r\n", "\n").split("\n"))


def table_element(table: Table, looks: Looks) -> BaseOxmlElement:
    """A table with at least one row."""
    columns = table.columns
    rows = [[clean(one.title) for one in columns]]
    rows += [[clean(said(cell, column)) for cell, column in zip(row, columns, strict=True)] for row in table.rows]
    size = 13 if len(columns) > 12 else 16 if len(columns) > 8 or looks.small else 18 if len(columns) > 5 else 0
    whole = [column.sort != "text" or day for column, day in zip(columns, dated(table), strict=True)]
    by_hand = [BY_HAND if column.by_hand else "" for column in columns]
    wide = widths([*rows[: _LOOKED_AT + 1], by_hand], whole, looks.width, size / 2 or 10)
    before = [_cell_begins(width, looks, aligned(column)) for width, column in zip(wide, columns, strict=True)]
    letters = [fitting(width, size / 2 or 10) for width in wide]
    parts = [_begins(table, looks, wide)]
    for number, row in enumerate(rows):
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{'' if number else '<w:tblHeader/>'}</w:trPr>")
        parts += [
            f"{start}{_linked(text, size, most) if number and column.contact else _run(text, size)}</w:p></w:tc>"
            for start, text, column, most in zip(before, row, columns, letters, strict=True)
        ]
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return parse_xml("".join(parts))


_LINE, _BREAK = "\n", '</w:t><w:br/><w:t xml:space="preserve">'
_LINK = '<w:color w:val="003C8A"/>', '<w:u w:val="single"/>'
"""How what leads somewhere looks."""


def _run(text: str, size: int, look: tuple[str, str] = ("", "")) -> str:
    """Text as a run; `size` in half points, none as its style has it."""
    form = f'{look[0]}{f"""<w:sz w:val="{size}"/>""" if size else ""}{look[1]}'
    written = content(text).replace(_LINE, _BREAK)
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{written}</w:t></w:r>'


def _linked(text: str, size: int, most: int) -> str:
    """How somebody is reached, each address and number as a link; one of more letters may be broken behind its `@`."""
    return "".join(
        _run(one, size) if isinstance(one, str) else _link(one.address, _run(_breakable(one.text, most), size, _LINK))
        for one in reached(text)
    )


def _link(address: str, shown: str) -> str:
    """A run that leads to an address."""
    asks = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK {attribute(address)} </w:instrText></w:r>'
    return f"{_FIELD.format('begin')}{asks}{_FIELD.format('separate')}{shown}{_FIELD.format('end')}"


def _breakable(address: str, most: int) -> str:
    return address if len(address) <= most else address.replace("@", f"@{_MAY_BREAK}")


_MAY_BREAK = "\u200b"
"""Where a line may end; Word calls it an optional break without a width."""
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _cell_begins(width: int, looks: Looks, side: str) -> str:
    """All of a cell that stands before its text."""
    where = f'<w:jc w:val="{side}"/>' if side != "left" else ""
    close = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>' if looks.small else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:pPr><w:pStyle w:val={attribute(looks.cell)}/>"
        f"{close}{where}</w:pPr>"
    )


def _begins(table: Table, looks: Looks, wide: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblStyle w:val={attribute(looks.table)}/>"
        f'<w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="1"/><w:tblCaption w:val={attribute(clean(table.caption)[:2000])}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
