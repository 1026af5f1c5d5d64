"""What came along when a text was pasted: fences of a web page, marks of a reply, lines that are no field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.source.slips._slip import HEAD, KEY, Slip, Window, one

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


_COUNTED = re.compile(r"[ ]*(\d{1,5})[:|.)]?(?:\t|[ ])(?=[ ]*(?:-[ ]|[A-Za-z_]+:))")


def line_numbers(window: Window) -> Iterator[Slip]:
    """The numbers of the lines, as an editor or a web page shows them."""
    counted = {at: int(found[1]) for at, line in enumerate(window.lines) if (found := _COUNTED.match(line))}
    others = any(line.strip() and at not in counted for at, line in enumerate(window.lines))
    numbers = list(counted.values())
    if counted and (not others or (len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))))):
        edits = tuple((at, _COUNTED.sub("", window.lines[at], count=1)) for at in counted)
        help = "delete it, and that of every other line" if len(edits) > 1 else "delete it"
        yield Slip(edits[0][0], 0, "the number of the line stands before it, as it was copied", help, edits, not others)


_ADDED = re.compile(rf"\+(?=[ ]*(?:-[ ]+)*{KEY}:(?:[ ]|$)|[ ]*-[ ])")


def marks_of_a_difference(window: Window) -> Iterator[Slip]:
    """`+` before lines, as a difference of two versions shows what is new."""
    added = [at for at, line in enumerate(window.lines) if _ADDED.match(line)]
    if added and any(window.lines[at].startswith(("+- ", "+  ")) for at in added):
        edits = tuple((at, window.lines[at][1:]) for at in added)
        message = "`+` stands before this line, as where two versions are compared"
        help = "delete it" if len(added) == 1 else f"delete it, here and before the lines below ({len(added)} lines)"
        yield Slip(added[0], 0, message, help, edits, False)

    taken = [at for at, line in enumerate(window.lines) if _TAKEN.match(line)]
    if added and taken:
        edits = tuple((at, f"#{window.lines[at]}") for at in taken) + tuple((at, window.lines[at][1:]) for at in added)
        message = "lines of a difference of two versions stand here, with - and + before them"
        help = "keep those with +, without the sign, and delete those with -"
        yield Slip(min(added[0], taken[0]), 0, message, help, tuple(sorted(edits)), False)
    heads = [at for at, line in enumerate(window.lines) if _HUNK.match(line)]
    if heads:
        message = "a line of a difference of two versions stands here, which is no field"
        yield Slip(heads[0], 0, message, "delete it", tuple((at, f"# {window.lines[at]}") for at in heads), False)


_TAKEN = re.compile(rf"-[ ]{{2,}}{KEY}:[ ]")
_HUNK = re.compile(r"(?:@@ -\d|diff --git |(?:\+\+\+|---) [ab]/)")
_CHAT = re.compile(r"[ ]*\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\]?[ :-]+\S")


def lines_of_a_chat(window: Window) -> Iterator[Slip]:
    """A line of a chat, with its day and hour, that was pasted among the fields."""
    for number, line in window.backwards():
        if _CHAT.match(line):
            message = "a line of a chat stands here, with its day and hour, and is no field"
            yield one(number, 0, message, "delete it, or write # before a remark", f"# {line.strip()}", certain=False)


_REMARK = re.compile(r"([ ]*)(//+|;+|<!--|/\*+)[ ]*(.*?)[ ]*(?:-->|\*/)?[ ]*$")


def remarks_of_other_languages(window: Window) -> Iterator[Slip]:
    """A remark as other languages have it: `// who leads`, `; who leads`, `<!-- who leads -->`."""
    for number, line in window.backwards():
        found = _REMARK.match(line)
        if found and found[3]:
            message = f"{found[2]} does not begin a remark here"
            help = "write # before a remark"
            yield one(number, len(found[1]), message, help, f"{found[1]}# {found[3]}", certain=False)


_RULE = re.compile(r"[ ]*(?:-{4,}|_{3,}|={3,}|\*{3,}|~{3,}|\u2026+|[\u2500-\u2510]{3,}|(?:[-=_*] ){3,}[-=_*]?)[ ]*$")


def rules_on_paper(window: Window) -> Iterator[Slip]:
    """A line drawn between two parts, as people draw it on paper: `-------`."""
    for number, line in window.backwards():
        if _RULE.match(line):
            message = "a line drawn between two parts is no field"
            yield Slip(number, 0, message, "delete it, or write # before it", ((number, f"# {line.strip()}"),), False)


_HEADING = re.compile(r"[A-Z][\w'&/ -]*:(?:[ ]|$)")


def headings(window: Window) -> Iterator[Slip]:
    """A heading between records, or the head of an e-mail: `Drafts:`, `From: Priya Nair`."""
    if not any(line.startswith("- ") for line in window.lines):
        return
    for number, line in window.backwards():
        if _HEADING.match(line):
            message = "this line belongs to no record: it begins at the margin, with a capital"
            help = "delete it, or write # before it if it is a heading"
            yield one(number, 0, message, help, f"# {line.strip()}", certain=False)


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


_BULLET = re.compile(r"[ ]*[\u2022\u2023\u25aa\u25cf\u25e6\u00b7\uf0b7\u2192\u27a2o][ \t]")
_CELLS = re.compile(r"[^\t#:{}\[\]]*[^\s#:{}\[\]][^\t#:{}\[\]]*(?:\t[^\t:{}\[\]]*)+$")


_VALUES = re.compile(r"[^\s,:{}\[\]#][^,:{}\[\]#]*(?:,(?! )[^,:{}\[\]#]*){2,}$")


def spreadsheet_rows(window: Window) -> Iterator[Slip]:
    """A row of a spreadsheet, whose cells are pasted with tabs between them."""
    rows = {
        at: row
        for at, row in enumerate(window.lines)
        if (_CELLS.match(row) or _VALUES.match(row)) and not _FIELD.match(row) and not _BULLET.match(row)
    }
    if rows:
        sign = "tabs" if "\t" in next(iter(rows.values())) else "commas"
        message = f"a row of a spreadsheet stands here, with {sign} between its cells, which is no record"
        help = "write it as a record, `- {id: ..., name: ...}`; or save it as a .csv, and type: igreg import KIND FILE"
        edits = tuple((at, f"# {row.strip()}") for at, row in rows.items())
        yield Slip(edits[0][0], 0, message, help, edits, False)


_OPENS_BLOCK = re.compile(rf"[ ]*(?:-[ ]+)*{KEY}:[ ]+[|>][0-9+-]*[ ]*(?:#.*)?$")


def _block_above(lines: tuple[str, ...], number: int) -> int:
    """How far a text of several lines above a line is set in, be it begun by the line itself; 0 where none is there."""
    for at in reversed(range(number)):
        if _OPENS_BLOCK.match(lines[at]):
            below = lines[at + 1]
            return len(below) - len(below.lstrip())
        if _FIELD.match(lines[at]):
            return 0
    return 0


_BOLD_NAME = re.compile(rf"({HEAD})([*_`]{{1,3}})({KEY})(?:\2[ ]*:|:[ ]*\2)[ ]*(?=\S|$)")


def marked_up_names(window: Window) -> Iterator[Slip]:
    """The name of a field in the signs of a chat or a web page: `**name**: Priya`."""
    for number, line in window.from_the_beginning():
        found = _BOLD_NAME.match(line)
        if found:
            message = f"the signs around `{found[3]}` ({found[2]}) belong to the page that this was copied from"
            right = f"{found[1]}{found[3]}: {line[found.end() :]}".rstrip()
            yield one(number, found.start(2), message, "delete them", right)


_ONE_WORD = re.compile(rf"[ ]*(?:-[ ]+)*{KEY}:[ ]+\S+[ ]*$")
"""A field of one word, a day, an id or a number: no text that a line below goes on with."""


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
        if (depth := _block_above(window.lines, number)) > column:
            message = "this line goes on with the text above it, and is not set in as far"
            help = f"type {'one space' if depth - column == 1 else f'{depth - column} spaces'} before it"
            yield Slip(number, column, message, help, ((number, " " * depth + line.strip()),), False)
        if begins is not None and not _ONE_WORD.match(above):
            message = "this line is not a field; it seems to go on with the text above it"
            depth = len(begins[1]) + 4
            help = f"set it in further than that one: type {depth - column} spaces before it"
            yield Slip(number, column, message, help, ((number, " " * depth + line.strip()),), False)
        message = "this line is not a field: it has no name with a colon"
        yield one(number, column, message, "write # before a remark", f"# {line.strip()}", certain=False)
