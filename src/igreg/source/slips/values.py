"""Values that need quotes, and quotes that went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.source.slips._slip import FIELDS, HEAD, KEY, Slip, Window, comment_begins, one, quoted

_FIELDS_BEGIN = re.compile(rf"\{{[ ]*{KEY}:")
_FIELD = re.compile(f"({HEAD}(?:{KEY}:[ ]+)|[ ]*(?:-[ ]+)+)(?=\\S)")
_FLOW_FIELD = re.compile(rf"([{{,][ ]*{KEY}:[ ]+)([^\"'{{}}\[\],][^{{}}\[\],]*)(?=[,}}])")
_QUOTED_KEY = re.compile(r"([\"'])[^\"']*\1[ ]*:")
COLON_INSIDE = "a colon followed by a space stands inside this value"
_STARTERS = {
    "@": "an at sign",
    "`": "a backtick",
    "%": "a per cent sign",
    "&": "an ampersand",
    "*": "an asterisk",
    "!": "an exclamation mark",
    "|": "an upright line",
    ">": "a greater-than sign",
    "[": "a bracket",
    "{": "a brace",
    "]": "a bracket",
    "}": "a brace",
    ",": "a comma",
    "?": "a question mark",
    "-": "a hyphen",
    "#": "a hash",
    '"': "a quotation mark",
    "'": "an apostrophe",
}


_DITTO = re.compile(r'(:[ ]+)["”“″〃](?=[ ]*(?:[,}]|#|$))')


def ditto_marks(window: Window) -> Iterator[Slip]:
    """A lone quotation mark for a value: the same as above, as in a list on paper."""
    for number, line in window.from_the_beginning():
        found = _DITTO.search(line)
        if found and line[found.end() :].count('"') == len(_DITTO.findall(line[found.end() :])):
            becomes = _DITTO.sub("\\1'\"'", line)
            message = "a ditto mark stands where a value belongs"
            help = "write the value out: each record stands for itself, and no mark for what is above"
            yield Slip(number, found.end(1), message, help, ((number, becomes),), certain=False)


def quotes(window: Window) -> Iterator[Slip]:
    """An apostrophe inside '...', a quote inside "...", a quote that is not closed, text behind the last one."""
    for number, line in window.from_the_beginning():
        found = _FIELD.match(line)
        if not found or line[found.end()] not in "\"'" or _QUOTED_KEY.match(line, found.end()):
            continue
        mark, begins = line[found.end()], found.end()
        rest = line[begins + 1 :].rstrip()
        yield from _inside(number, line, begins, mark, rest)
        bare = rest[: comment_begins(rest)].rstrip()
        message = f"the quotation mark {mark} opens here and is not closed on this line"
        if bare[-1:] in _OTHER_MARKS.get(mark, "") and bare[-1:] not in bare[:-1]:
            right = line[:begins] + quoted(bare[:-1]) + rest[len(bare) :]
            help = f"close it with the same sign, not with {bare[-1]}"
            yield one(number, begins, message, help, right, certain=False)
        becomes = line[:begins] + quoted(bare) + rest[len(bare) :]
        yield one(number, begins, message, "close it", becomes)


_OTHER_MARKS = {'"': "'\u201d\u2019\u201c`", "'": '"\u2019\u2018\u201d`'}
"""Signs that people close a text with that another one opened."""


def _inside(number: int, line: str, begins: int, mark: str, rest: str) -> Iterator[Slip]:
    last = rest.rfind(mark)
    if last < 0:
        return
    text, behind = rest[:last], rest[last + 1 :]
    if mark in text and not behind.strip(" ,]}"):
        what = "an apostrophe" if mark == "'" else "a quotation mark"
        if mark == "'" and text[:1] == "'" and text[-1:] == "'" and "'" not in text[1:-1] and '"' not in text:
            right = f'{line[:begins]}"{text[1:-1]}"{behind}'
            says = "two apostrophes stand where a quotation mark belongs"
            yield one(number, begins, says, 'type " at both ends', right, certain=False)
            return
        becomes = line[:begins] + (f'"{text}"' if mark == "'" and '"' not in text else quoted(text)) + behind
        message = f"{what} inside {mark}...{mark} ends the text before its time"
        other = '"..."' if mark == "'" else "'...'"
        certain = not (text[:1] == mark and text[-1:] == mark)  # two at both ends are perhaps no part of it
        yield one(number, begins + 1 + rest.index(mark), message, f"put {other} around it", becomes, certain)
    elif shown := behind[: (comment := comment_begins(behind))].strip()[:30]:
        whole = (mark + rest[: last + 1] + behind[:comment]).rstrip()
        becomes = line[:begins] + quoted(whole) + behind[comment:]
        message = f"the quotation marks hold only a part of this value: {shown!r} stands behind them"
        column = begins + 1 + last + 1 + len(behind) - len(behind.lstrip())
        yield one(number, column, message, "put quotes around the whole", becomes, certain=False)


def backslashes(window: Window) -> Iterator[Slip]:
    """A backslash in double quotes, which begins a special sign: a path of Windows."""
    for number, line in window.from_the_beginning():
        found = re.search(r'"([^"]*\\[^"]*)"', line)
        if not found:
            continue
        path = re.match(r"(?:[A-Za-z]:|\\\\)", found[1])
        becomes = line[: found.start()] + '"' + found[1].replace("\\", "/") + '"' + line[found.end() :]
        message = "a backslash between double quotation marks begins a special sign"
        column = found.start(1) + found[1].index("\\")
        if path:
            help = "write /, and a path from the repository's own folder, not one of this computer"
            yield Slip(number, column, message, help, ((number, becomes),), certain=False)
        else:
            yield one(number, column, message, "write / instead", becomes)


_TWO_FIELDS = re.compile(rf"({HEAD})({KEY}:[ ]+[^\s\"'{{\[|>#][^:]*?),?[ ]+(?=[a-z]+_[a-z_]+:[ ])")


def fields_on_a_line(window: Window) -> Iterator[Slip]:
    """Two fields on one line: the end of the line between them was deleted."""
    for number, line in window.backwards():
        found = _TWO_FIELDS.match(line)
        if found:
            rest = line[found.end() :]
            right = f"{found[1]}{found[2]}\n{' ' * len(found[1])}{rest}"
            help = f"begin a new line before `{rest.partition(':')[0]}`, set in as far"
            yield Slip(number, found.end(), "two fields stand on one line", help, ((number, right),), certain=False)


_PARTLY_QUOTED = re.compile(rf"([{{,][ ]*{KEY}:[ ]+)((\"|')[^\"',{{}}]*\3[ ]*[^\s,}}\]\"'#][^,}}\"']*)(?=[,}}])")


def partly_quoted(window: Window) -> Iterator[Slip]:
    """A value in braces of which quotation marks hold only the beginning: `{name: "Tobs" Obi}`."""
    for number, line in window.from_the_beginning():
        for found in _PARTLY_QUOTED.finditer(line):
            right = line[: found.start(2)] + quoted(found[2].rstrip()) + line[found.end(2) :]
            message = "the quotation marks hold only a part of this value"
            yield one(number, found.start(2), message, "put quotes around the whole", right, certain=False)


_TOO_NARROW = re.compile(r"(?<=[ ])#{3,}(?=[ ]*(?:[,}\]]|$))")


def narrow_cells(window: Window) -> Iterator[Slip]:
    """The signs that a spreadsheet shows where a cell is too narrow, copied in the place of its day."""
    for number, line in window.from_the_beginning():
        found = _TOO_NARROW.search(line)
        if found:
            right = line[: found.start()] + f'"{found[0]}"' + line[found.end() :]
            message = f"{found[0]} is what a spreadsheet shows where its column is too narrow for what stands there"
            yield one(number, found.start(), message, "make the column wider, and copy it again", right, certain=False)


def bare_colons(window: Window) -> Iterator[Slip]:
    """A value with a colon and a space in it."""
    for number, line in window.backwards():
        found = _FIELD.match(line)
        if found:
            value = line[found.end() :]
            text = value[: comment_begins(value)].rstrip()
            if text[:1] not in "\"'{[|>" and re.search(r":(?:[ ]|$)", text):
                certain = FIELDS.isdisjoint(re.findall(r"[ ]([a-z_]+):(?=[ ]|$)", text))  # else a field of its own
                yield to_quote(number, line, found.end(), text, COLON_INSIDE, certain)
        for part in _FLOW_FIELD.finditer(line):
            text = part[2].rstrip()
            if re.search(r":(?:[ ]|$)", text):
                yield to_quote(number, line, part.start(2), text, COLON_INSIDE)


_MARKED_UP = re.compile(
    r"(\*{1,3})(?=\S)([^*\\\"]+)\1|`([^`\u00b4\\\"]+)[`\u00b4]|\[([^\s\[\]\\\"]+@[^\s\[\]\\\"]+)\]\(mailto:[^\s()]+\)"
)
"""A value in the signs of a chat or a web page: *bold*, `code`, a link to an address."""


def odd_beginnings(window: Window) -> Iterator[Slip]:
    """A value that begins with a sign that means something to YAML."""
    for number, line in window.from_the_beginning():
        found = _FIELD.match(line)
        if not found:
            continue
        value = line[found.end() :]
        text = value[: comment_begins(value)].rstrip()
        if (plain := _MARKED_UP.fullmatch(text)) is not None:
            bare = (plain[2] or plain[3] or plain[4]).strip()
            right = line[: found.end()] + quoted(bare) + line[found.end() + len(text) :]
            message = (
                f"the signs around this value ({text[0]}) are those of another program, and mean something in YAML"
            )
            yield one(number, found.end(), message, "delete them", right, certain=False)
        elif text[:1] in _STARTERS and text not in ("|", ">", "-"):
            what = f"this value begins with {_STARTERS[text[0]]} ({text[0]}), which means something in YAML"
            inside = (text[0] in "[{" and text[-1] in "]}") or _FIELDS_BEGIN.match(text)
            certain = not inside  # a list or fields, with a slip of their own
            yield to_quote(number, line, found.end(), text, what, certain)


def to_quote(number: int, line: str, at: int, text: str, message: str, certain: bool = True) -> Slip:
    """The slip of a value that needs quotes, from where it begins in a line."""
    becomes = line[:at] + quoted(text) + line[at + len(text) :]
    return one(number, at, message, "put the value in quotes", becomes, certain)
