"""What is missing: the space behind a colon or a dash, a colon, a comma, a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from igreg.source.slips._slip import HEAD, KEY, Slip, Window, as_it_should_be, comment_begins, one, quoted

_TIGHT_COLON = re.compile(f"({HEAD})({KEY}):(?=[^\\s:/])")
_TIGHT_DASH = re.compile(r"([ ]*(?:- +)*)-(?=[^\s-]|- )")
_FIELD = re.compile(rf"[ ]*(?:- +)*{KEY}:(?:[ ]|$)|[ ]*- ")
_NO_COLON = re.compile(f"({HEAD})({KEY})[ ]+(?=[^\\s:=])")
_LONE_KEY = re.compile(f"({HEAD})({KEY})[ ]*$")
_CLOSERS = {"{": "}", "[": "]"}
_NAMES = {"{": "brace", "}": "brace", "[": "bracket", "]": "bracket"}


def tight_colons(window: Window) -> Iterator[Slip]:
    """No space behind the colon of a field."""
    for number, line in window.backwards():
        found = _TIGHT_COLON.match(line)
        if found:
            message = f"a space is missing behind the colon of `{found[2]}`"
            yield one(number, found.end(), message, "type one", f"{found[0]} {line[found.end() :]}")


def tight_dashes(window: Window) -> Iterator[Slip]:
    """No space behind the dash of a list item, or a second dash."""
    for number, line in window.backwards():
        found = _TIGHT_DASH.match(line)
        if not found:
            continue
        twice = line[found.end() :].startswith("- ")
        rest = line[found.end() + 1 :] if twice else " " + line[found.end() :]
        right = one(number, found.end(), "a space is missing behind the dash", "type one", found[0] + rest)
        if twice:
            right = one(number, found.end(), "two dashes stand where one belongs", "delete one", found[0] + " " + rest)
        yield right
        below = _set_in(window.lines, number, found.end())
        if below:  # fields written under the text, which now begins one column further in
            yield replace(right, edits=(*right.edits, *((at, " " + window.lines[at]) for at in below)))


def _set_in(lines: tuple[str, ...], number: int, column: int) -> list[int]:
    """The lines below one that are set in at least to a column, up to the first that is not; no empty ones."""
    found = []
    for at in range(number + 1, len(lines)):
        if not lines[at].strip():
            continue
        if len(lines[at]) - len(lines[at].lstrip(" ")) < column:
            break
        found.append(at)
    return found


_SENTENCE = re.compile(r"[ ]*[A-Z][^:]*(?: [^\s:]+){3,}[.!?][ ]*$")
"""A line that somebody wrote as a sentence: no field whose colon is missing."""


def missing_colons(window: Window) -> Iterator[Slip]:
    """No colon behind a field's name."""
    for number, line in window.backwards():
        found = _NO_COLON.match(line) or _LONE_KEY.match(line)
        if found and not _SENTENCE.match(line):
            becomes = f"{found[1]}{found[2]}: {line[found.end() :]}".rstrip()
            message = f"a colon is missing behind `{found[2]}`"
            yield one(number, found.end(2), message, "type a colon and a space", becomes, certain=False)


def commas_in_lines(window: Window) -> Iterator[Slip]:
    """A comma is missing between two parts of a line in braces or brackets."""
    for number, line in window.from_the_beginning():
        for found in re.finditer(r"(?<=[^\s,:{\[-])([ ]+)(?=[a-z][a-z_]*:[ ])", line):
            if re.search(r"[{\[]", line[: found.start()]) or _is_open(window, number):
                yield _comma(number, line, found.start())
        for found in re.finditer(r"(?<=[}\]])([ ]*)(?=[{\[])", line):
            yield _comma(number, line, found.start())


def commas_at_ends(window: Window) -> Iterator[Slip]:
    """A comma is missing at the end of a line, in braces or brackets that run over several lines."""
    for number, line in window.from_the_beginning():
        end = len(line[: comment_begins(line)].rstrip())
        follows = number < window.stopped and not _FIELD.match(window.lines[number + 1])
        if follows and end and line[end - 1] not in ",{[" and _is_open(window, number + 1):
            yield _comma(number, line, end)


def _is_open(window: Window, number: int) -> bool:
    """Whether a line begins within braces or brackets that were opened above it."""
    return any(_balance(" ".join(window.lines[at:number]))[0] for at in range(min(window.began, number), number))


def _comma(number: int, line: str, at: int) -> Slip:
    becomes = line[:at] + "," + (line[at:] if line[at : at + 1] in (" ", "") else " " + line[at:])
    before = re.split(r"[\s,{\[]", line[:at].rstrip())[-1]
    return one(number, at, f"a comma is missing behind {before[:40]!r}", "type one", becomes)


def brackets(window: Window) -> Iterator[Slip]:
    """A brace or bracket that is not closed, closed twice, or closed by the other, within a line."""
    for number, line in window.from_the_beginning():
        stack, wrong = _balance(line)
        if wrong:
            at, sign, expected = wrong
            message = f"the {_NAMES[sign]} {sign} closes what was not opened"
            help = "take it out"
            if expected:
                message, help = f"{sign} closes what was opened with the other sign", f"write {expected}"
            becomes = line[:at] + expected + line[at + 1 :]
            yield from _before_a_field(number, line, at)
            yield one(number, at, message, help, becomes, certain=bool(expected) and not _is_odd(becomes))
        elif stack and (hidden := _hidden_end(number, line, stack)) is not None:
            yield hidden
        elif stack:
            end = len(line[: comment_begins(line)].rstrip())
            yield from _before_a_field(number, line, end)
            yield from _closings(number, number, line, end, stack)


_SWALLOWS = re.compile(rf"(\[[ ]*[^\s\[\]{{}}:,\"'][^\[\]{{}}:\"']*?)[ ]*,[ ]*{KEY}:[ ]")
"""A list of words with a field in it: it should have been closed before that one."""


def _before_a_field(number: int, line: str, end: int) -> Iterator[Slip]:
    """A list of words in braces that is not closed before the next field: `{to: [a, b, from: c}`."""
    for found in _SWALLOWS.finditer(line, 0, end):
        becomes = line[: found.end(1)] + "]" + line[found.end(1) :]
        if _balance(becomes) == ([], None):
            message, help = "the bracket [ that opens here is not closed", "close it with ] before the next field"
            yield one(number, found.start(), message, help, becomes, certain=False)


_SHEET_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!)")


def _hidden_end(number: int, line: str, stack: list[tuple[int, str]]) -> Slip | None:
    """A ` #` in a value within braces or brackets, which makes a remark of the rest, and of what closes them."""
    comment = comment_begins(line)
    closer = _CLOSERS[stack[-1][1]]
    end = next((at for at in range(comment, len(line)) if line[at] in f",{closer}"), None)
    if end is None:
        return None
    begins = max(line.rfind(sign, 0, comment + 1) + len(sign) for sign in (": ", ", ", stack[-1][1]))
    text = line[begins:end].rstrip()
    becomes = line[:begins] + quoted(text.lstrip()) + line[begins + len(text) :]
    if _balance(becomes)[0]:
        return None
    if (error := _SHEET_ERROR.match(line[comment:].lstrip())) is not None:
        without = line[:begins] + '""' + line[begins + len(text) :]
        says = f"an error of a spreadsheet ({error[0]}) stands where a value belongs"
        return Slip(number, comment, says, "write the value, or take the field out", ((number, without),), False)
    message = "a space and # begin a remark here, and what closes the " + _NAMES[stack[-1][1]] + " stands in it"
    return one(number, comment, message, "put the value in quotes", becomes, certain=False)


def lists_never_closed(window: Window) -> Iterator[Slip]:
    """A brace or bracket that runs over several lines and is not closed before the next field."""
    for number, line in window.from_the_beginning():
        stack, wrong = _balance(line)
        if not stack or wrong:
            continue
        for last in range(number + 1, min(window.stopped + 1, len(window.lines))):
            before = _balance(" ".join(window.lines[number:last]))[0]
            if _FIELD.match(window.lines[last]) and before and before[-1][1] == "[":
                break  # the next field of the record, and no part of a list
            below = window.lines[last + 1] if last + 1 < len(window.lines) else ""
            if _FIELD.match(below) or not below.strip():
                still = window.lines[last].rstrip()
                left = _balance(" ".join(window.lines[number : last + 1]))[0]
                for slip in _closings(number, last, still, len(still), left):
                    yield replace(slip, column=stack[-1][0])


def _closings(number: int, last: int, line: str, end: int, stack: list[tuple[int, str]]) -> Iterator[Slip]:
    """What is open closed at the end of a line: before a comma, behind which more of them comes, or in its place.

    In its place a part may have been lost, so that this is not certain.
    """
    comma = line[end - 1 : end] == ","
    yield _closed(number, last, line, end - comma, stack)
    if comma:
        yield replace(_closed(number, last, line[: end - 1] + line[end:], end - 1, stack), certain=False)


def _closed(number: int, last: int, line: str, end: int, stack: list[tuple[int, str]]) -> Slip:
    """What is open closed at the end of a line; the place is where it opens."""
    closers = "".join(_CLOSERS[sign] for _, sign in reversed(stack))
    becomes = line[:end] + closers + line[end:]
    at, sign = stack[-1] if stack else (0, "[")
    message = f"the {_NAMES[sign]} {sign} that opens here is not closed"
    help = f"close it with {closers}{'' if last == number else ' after its last part'}{as_it_should_be(becomes)}"
    return Slip(number, at, message, help, ((last, becomes),), certain=not _is_odd(becomes))


_HELD = re.compile(r"\"[^\"]*\"|'[^']*'")
_INNERMOST = re.compile(r"([{\[])([^{}\[\]]*)[}\]]")


def _is_odd(line: str) -> bool:
    """Whether braces hold a word that is no field, or a list a field without braces: more was lost than one sign."""
    line = _HELD.sub("v", line)
    while found := _INNERMOST.search(line):
        parts = [part for part in found[2].split(",") if part.strip()]
        if any(":" not in part if found[1] == "{" else ": " in part for part in parts):
            return True
        line = f"{line[: found.start()]}v{line[found.end() :]}"
    return False


def _balance(line: str) -> tuple[list[tuple[int, str]], tuple[int, str, str] | None]:
    """What is open at the end of a line, and the first sign that closes what it should not, with the right one."""
    stack: list[tuple[int, str]] = []
    mark = ""
    for at, sign in enumerate(line):
        if mark:
            mark = "" if sign == mark else mark
        elif sign in "\"'" and line[at - 1 : at] in ("", " ", "[", "{", ","):
            mark = sign
        elif sign == "#" and line[at - 1 : at] in ("", " "):
            break
        elif sign in _CLOSERS:
            stack.append((at, sign))
        elif sign in "}]":
            if not stack:
                return stack, (at, sign, "")
            if _CLOSERS[stack[-1][1]] != sign:
                return stack, (at, sign, _CLOSERS[stack[-1][1]])
            stack.pop()
    return stack, None
