"""Slips in braces and brackets, and lines that lack them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.source.slips._slip import HEAD, KEY, Slip, Window, comment_begins, one, quoted

_LOWER = r"[a-z][a-z_]*"
_SEMICOLON = re.compile(rf";(?=[ ]*{_LOWER}:[ ])")
_TWICE = re.compile(r",[ ]*,")
_BEHIND = re.compile(rf"({HEAD}{KEY}:[ ]+[\[{{].*[\]}}])([ ]*,)[ ]*(?:#.*)?$")
_ROUND = re.compile(rf"({HEAD}(?:{KEY}:[ ]+)?)\(([ ]*{_LOWER}:[ ].*)\)([ ]*(?:#.*)?)$")
_BARE = re.compile(rf"([ ]*(?:-[ ]+)+)({_LOWER}:[ ][^{{}}]*?,[ ]*{_LOWER}:[ ][^{{}}]*?)(\}}?[ ]*(?:#.*)?)$")
_DASH = re.compile(rf"({HEAD}{KEY}:[ ]+)-[ ]+({_LOWER}:[ ][^#{{}}\[\]]*)$")
_ODD = re.compile(rf"([{{,][ ]*{KEY}:[ ]+)([@`%][^{{}}\[\],]*)(?=[,}}])")


def semicolons(window: Window) -> Iterator[Slip]:
    """A semicolon between two fields in braces."""
    for number, line in window.from_the_beginning():
        found = _SEMICOLON.search(line)
        if found and "{" in line[: found.start()]:
            becomes = _SEMICOLON.sub(",", line)
            yield one(number, found.start(), "a semicolon stands where a comma belongs", "type a comma", becomes)


def commas_twice(window: Window) -> Iterator[Slip]:
    """Two commas with nothing between them."""
    for number, line in window.from_the_beginning():
        found = _TWICE.search(line)
        if found and re.search(r"[{\[]", line[: found.start()]):
            yield one(number, found.start(), "two commas stand where one belongs", "delete one", _TWICE.sub(",", line))


def commas_behind(window: Window) -> Iterator[Slip]:
    """A comma behind a list or fields in braces that have a line of their own."""
    for number, line in window.from_the_beginning():
        found = _BEHIND.match(line)
        if found:
            message = "a comma stands at the end of the line, where nothing goes on"
            yield one(number, found.end(2) - 1, message, "delete it", found[1] + line[found.end(2) :])


def round_brackets(window: Window) -> Iterator[Slip]:
    """Round brackets around fields, where braces belong."""
    for number, line in window.backwards():
        found = _ROUND.match(line)
        if found:
            message = "round brackets stand where braces belong"
            becomes = f"{found[1]}{{{found[2]}}}{found[3]}"
            yield one(number, found.end(1), message, "write { and }", becomes)


def braces_missing(window: Window) -> Iterator[Slip]:
    """Several fields on the line of one dash, and no braces around them, or one alone."""
    for number, line in window.backwards():
        found = _BARE.match(line)
        if found:
            text = found[2].rstrip()
            what = "a brace is" if found[3].startswith("}") else "braces are"
            message = f"{what} missing: several fields stand on this line"
            becomes = f"{found[1]}{{{text}}}{found[3].removeprefix('}')}"
            yield one(number, found.end(1), message, "put { before the first and } behind the last", becomes, False)


def dashes_in_lines(window: Window) -> Iterator[Slip]:
    """A dash on the line of a field whose value has fields of its own."""
    for number, line in window.backwards():
        end = len(line[: comment_begins(line)].rstrip())
        found = _DASH.match(line[:end])
        if found:
            becomes = f"{found[1]}{{{found[2]}}}{line[end:]}"
            message = "a dash stands behind a colon, where only a value can"
            yield one(number, found.end(1), message, "delete it, and put the fields in braces", becomes, False)


def odd_beginnings(window: Window) -> Iterator[Slip]:
    """A value in braces that begins with a sign that means something to YAML."""
    for number, line in window.from_the_beginning():
        for found in _ODD.finditer(line):
            text = found[2].rstrip()
            becomes = line[: found.start(2)] + quoted(text) + line[found.start(2) + len(text) :]
            message = f"this value begins with {text[0]}, which means something in YAML"
            yield one(number, found.start(2), message, "put the value in quotes", becomes)


_TWO_RECORDS = re.compile(r"(?<=\})[ ]*,?[ ]+(?=-[ ]+\{)")


def records_in_a_line(window: Window) -> Iterator[Slip]:
    """Two records of a list on one line: the end of the line between them was deleted."""
    for number, line in window.from_the_beginning():
        found = _TWO_RECORDS.search(line)
        if found and line.lstrip().startswith("- "):
            depth = line[: len(line) - len(line.lstrip())]
            becomes = f"{line[: found.start()]}\n{depth}{line[found.end() :]}"
            message = "two records stand on one line"
            yield Slip(
                number, found.end(), message, "begin a new line before the second `-`", ((number, becomes),), False
            )
