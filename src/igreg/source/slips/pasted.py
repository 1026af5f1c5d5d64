"""What came along when a text was pasted: fences of a web page, marks of a reply, lines that are no field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.source.slips._slip import KEY, Slip, Window, one

_FENCE = re.compile(r"[ ]*(?:```+|~~~+)[ ]*[A-Za-z]*[ ]*$")
_REPLY = re.compile(r"[ ]*(?:>[ ]?)+(?=[ ]*\S|$)")
_FIELD = re.compile(rf"[ ]*(?:-[ ]+)*[\"']?{KEY}[\"']?[ ]*:(?:[ ]|$)|[ ]*-(?:[ ]|$)")
_TEXT = re.compile(rf"([ ]*)(?:-[ ]+)*{KEY}:(?:[ ]+[^\"'{{\[|>#].*)?$")


def fences(window: Window) -> Iterator[Slip]:
    """Three backticks, with which web pages and chats begin and end a stretch of a file."""
    for number, line in window.backwards():
        if _FENCE.match(line):
            message = "these signs belong to the page that this was copied from, not to the file"
            yield Slip(number, len(line) - len(line.lstrip()), message, "delete the line", ((number, ""),))


def reply_marks(window: Window) -> Iterator[Slip]:
    """`>` before lines, as an answer to an e-mail has them."""
    marked = [number for number, line in enumerate(window.lines) if _REPLY.match(line)]
    if marked:
        edits = tuple((number, _REPLY.sub("", window.lines[number], count=1)) for number in marked)
        message = "`>` stands before this line, as in an answer to an e-mail"
        help = "delete it" if len(marked) == 1 else f"delete it, here and before the lines below ({len(marked)} lines)"
        yield Slip(marked[0], 0, message, help, edits)


_COUNTED = re.compile(r"[ ]*\d{1,5}[:|.)]?(?:\t|[ ])(?=[ ]*(?:-[ ]|[A-Za-z_]+:))")


def line_numbers(window: Window) -> Iterator[Slip]:
    """The numbers of the lines, as an editor or a web page shows them."""
    written = [number for number, line in enumerate(window.lines) if line.strip()]
    if written and all(_COUNTED.match(window.lines[number]) for number in written):
        edits = tuple((number, _COUNTED.sub("", window.lines[number], count=1)) for number in written)
        help = "delete it, and that of every other line"
        yield Slip(written[0], 0, "the number of the line stands before it, as it was copied", help, edits)


_ROW = re.compile(r"[ ]*\|.*\|[ ]*$")


def table_rows(window: Window) -> Iterator[Slip]:
    """A row of a table as a web page or a word processor gives it away: `| t-obi | Tobe Obi |`."""
    for _, line in window.backwards():
        if _ROW.match(line):
            edits = tuple((at, f"# {row.strip()}") for at, row in enumerate(window.lines) if _ROW.match(row))
            message = "a row of a table stands here, which is no record"
            first = edits[0][0]
            yield Slip(first, 0, message, "write it as a record, `- {id: ...}`, with the fields' names", edits, False)
            return


_CELLS = re.compile(r"[^\t#:{}\[\]]*[^\s#:{}\[\]][^\t#:{}\[\]]*(?:\t[^\t:{}\[\]]*)+$")


_VALUES = re.compile(r"[^\s,:{}\[\]#][^,:{}\[\]#]*(?:,(?! )[^,:{}\[\]#]*){2,}$")


def spreadsheet_rows(window: Window) -> Iterator[Slip]:
    """A row of a spreadsheet, whose cells are pasted with tabs between them."""
    rows = {
        at: row
        for at, row in enumerate(window.lines)
        if (_CELLS.match(row) or _VALUES.match(row)) and not _FIELD.match(row)
    }
    if rows:
        sign = "tabs" if "\t" in next(iter(rows.values())) else "commas"
        message = f"a row of a spreadsheet stands here, with {sign} between its cells, which is no record"
        help = "write it as a record, `- {id: ..., name: ...}`, with the fields' names"
        edits = tuple((at, f"# {row.strip()}") for at, row in rows.items())
        yield Slip(edits[0][0], 0, message, help, edits, False)


def strays(window: Window) -> Iterator[Slip]:
    """A line that is no field: the rest of a text above it, or a remark."""
    for number, line in window.backwards():
        if not line.strip() or _FIELD.match(line) or line.lstrip()[0] in "#{}[]\"'|>&*!%@`":
            continue
        above = window.lines[number - 1] if number else ""
        begins = _TEXT.match(above)
        column = len(line) - len(line.lstrip())
        if column and begins is None and above.strip() and not _FIELD.match(above):
            continue  # the lines of a text that is set in, of which this is one
        if begins is not None:
            message = "this line is not a field; it seems to go on with the text above it"
            help = "set it in further than that one"
            yield one(number, column, message, help, f"{begins[1]}    {line.strip()}", certain=False)
        message = "this line is not a field: it has no name with a colon"
        yield one(number, column, message, "write # before a remark", f"# {line.strip()}", certain=False)
