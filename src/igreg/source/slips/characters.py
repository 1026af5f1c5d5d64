"""Characters from Word or a web page that look like others: blanks, dashes, tabs, colons, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from igreg.source.slips._slip import HEAD, KEY, Slip, Window, one

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_ODD_BLANK = re.compile(f"[{_BLANKS}{_NOTHING}]")
_NAMES = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u200b": "a zero-width space"}
_DASHES = {
    "\u2010": "a hyphen of another sort",
    "\u2011": "a no-break hyphen",
    "\u2012": "a figure dash",
    "\u2013": "an en dash",
    "\u2014": "an em dash",
    "\u2015": "a long dash",
    "\u2212": "a minus sign",
    "\u2022": "a bullet",
    "\u2023": "a bullet",
    "\u2043": "a bullet",
    "\u25aa": "a bullet",
    "\u25cf": "a bullet",
    "\u25e6": "a bullet",
    "\u2219": "a bullet",
    "\u00b7": "a raised dot",
    "\uf0b7": "a bullet",
    "*": "an asterisk",
    "+": "a plus sign",
}
_BULLET = re.compile("([ ]*(?:- +)*)([" + re.escape("".join(_DASHES)) + r"])([ \t]*)(?=\S)")
_TAB_FIRST = re.compile(r"([ ]*)(\t[ \t]*)(?=\S)")
_ODD_COLON = re.compile(f"({HEAD}{KEY}[ ]*)([\uff1a\u2236\ua789;=])([ ]*)(?=\\S|$)")
_COLONS = {"\uff1a": "a wide colon", "\u2236": "a ratio sign", "\ua789": "a letter colon", ";": "a semicolon", "=": "="}
_SPOKEN_COLON = re.compile(r"([ ]*(?:-[ ]+)*[a-z][a-z_]*)(?:([ ]+)([-\u2013\u2014>\u2192]+)|([.,?!]))[ ]+(?=\S)")
"""What people put between a name and what is said of it, where they do not think of a colon."""
_SMART = re.compile(f"({HEAD}{KEY}:[ ]+|{HEAD})[\u201c\u201d\u201e\u2033](.*)[\u201c\u201d\u2033](?=[ ]*(?:#.*)?$)")


def odd_blanks(window: Window) -> Iterator[Slip]:
    """A no-break space and its like, where YAML needs a plain one or nothing."""
    for number, line in window.backwards():
        found = _ODD_BLANK.search(line)
        if not found:
            continue
        name = _NAMES.get(found[0], f"a blank of another sort (U+{ord(found[0]):04X})")
        becomes = re.sub(f"[{_NOTHING}]", "", re.sub(f"[{_BLANKS}]", " ", line))
        nothing = re.match(f"[{_NOTHING}]", found[0])
        message = f"{name}, which looks like a space, stands where a space belongs"
        if nothing:
            message = f"{name}, which cannot be seen, stands among the text"
        help = "delete it" if nothing else "delete it (shown as ␣) and type a space"
        yield one(number, found.start(), message, help, becomes)
        if not nothing and not line[: found.start()].strip(" "):  # set in by it: how far, the lines around tell
            for column in _columns(window):
                yield one(number, found.start(), message, help, " " * column + becomes.lstrip())


def odd_dashes(window: Window) -> Iterator[Slip]:
    """A dash or a bullet of Word's where a list item needs the hyphen of the keyboard."""
    for number, line in window.backwards():
        found = _BULLET.match(line)
        if not found:
            continue
        head = window.lines[number - 1] if number else ""
        deep = len(head) - len(head.lstrip(" -")) if head.rstrip().endswith(":") else 0
        becomes = f"{found[1]}- {line[found.end() :]}"
        if deep > len(found[1]):  # pasted at the margin, below the name of the list that it belongs to
            message = f"{_DASHES[found[2]]} ({found[2]}) stands where the `-` of a list belongs, and at the margin"
            right = f"{' ' * deep}- {line[found.end() :]}"
            help = f"delete it; type {deep} spaces, a hyphen and a space, here and before the lines below"
            yield Slip(number, len(found[1]), message, help, ((number, right),), certain=False)
        message = f"{_DASHES[found[2]]} ({found[2]}) stands where the `-` of a list belongs"
        yield one(number, len(found[1]), message, "delete it, and type a hyphen and a space", becomes)


_NUMBERED = re.compile(rf"([ ]*)(\d{{1,3}}[.)])[ ]+(?={KEY}:[ ]|{KEY}:$)")


def numbers_for_dashes(window: Window) -> Iterator[Slip]:
    """A number where a list item needs a hyphen: `1. id: a`."""
    for number, line in window.backwards():
        found = _NUMBERED.match(line)
        if found:
            message = f"a number ({found[2]}) stands where the `-` of a list belongs"
            becomes = f"{found[1]}- {line[found.end() :]}"
            right = one(number, len(found[1]), message, "delete it, and type a hyphen and a space", becomes)
            yield right
            wide = f"{found[1]}-".ljust(found.end()) + line[found.end() :]  # what is below stands under the text
            yield replace(right, help="type a hyphen in its place, and spaces up to the text", edits=((number, wide),))


def tabs(window: Window) -> Iterator[Slip]:
    """A tab where lines are set in: only spaces can do that."""
    columns = _columns(window)
    for number, line in window.backwards():
        found = _TAB_FIRST.match(line)
        if not found and "\t" in line:
            plain = line.replace("\t", " ")
            help = "delete it and press the space bar once"
            yield one(number, line.index("\t"), "a tab stands where a space belongs", help, plain)
        if not found:
            continue
        for column in columns:
            becomes = " " * column + line[found.end() :]
            help = f"delete it and press the space bar until the text begins in column {column + 1}"
            message = "a tab sets this line in, and only spaces can do that"
            yield one(number, len(found[1]), message, help, becomes)


def odd_colons(window: Window) -> Iterator[Slip]:
    """Another sign where the colon behind a field's name belongs."""
    for number, line in window.backwards():
        found = _ODD_COLON.match(line)
        if not found:
            continue
        becomes = f"{found[1].rstrip()}: {line[found.end() :]}".rstrip()
        message = f"{_COLONS[found[2]]} stands where the colon behind `{found[1].strip(' -')}` belongs"
        yield one(number, found.start(2), message, "type a colon and a space", becomes)


def spoken_colons(window: Window) -> Iterator[Slip]:
    """A dash, an arrow or a full stop where the colon behind a field's name belongs: `title - Nurse`."""
    for number, line in window.backwards():
        found = _SPOKEN_COLON.match(line)
        if not found:
            continue
        sign = found[3] or found[4]
        message = (
            f"{_SPOKEN.get(sign[-1], 'a dash')} ({sign}) stands where the colon behind `{found[1].strip(' -')}` belongs"
        )
        becomes = f"{found[1]}: {line[found.end() :]}"
        yield one(number, len(found[1]), message, "type a colon and a space", becomes, certain=False)


_SPOKEN = {".": "a full stop", ",": "a comma", "?": "a question mark", "!": "an exclamation mark"} | dict.fromkeys(
    ">\u2192", "an arrow"
)


def odd_quotes(window: Window) -> Iterator[Slip]:
    """Typographic quotation marks around a value that needs the plain ones."""
    for number, line in window.backwards():
        found = _SMART.match(line)
        if not found or '"' in found[2]:
            continue
        becomes = f'{found[1]}"{found[2]}"{line[found.end() :]}'
        message = "typographic quotation marks are part of a text, and do not hold it together"
        yield one(number, len(found[1]), message, 'type the plain ones of the keyboard (")', becomes)


def _columns(window: Window) -> list[int]:
    """Where the texts of the lines around begin: first the commonest way, two blanks deeper than nothing."""
    found: list[int] = []
    for number, line in window.backwards():
        match = re.match(r"[ ]*(?:-[ ]+)*(?=[^\s#])", line)
        if match and number != window.stopped and match.end() not in found:
            found.append(match.end())
        first = len(line) - len(line.lstrip(" "))
        if match and number != window.stopped and first not in found:
            found.append(first)
    return found + [column for column in (2, 4, 0) if column not in found]
