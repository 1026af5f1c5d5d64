"""Some lines of a text, taken without cutting all of it into lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"\r\n?|\n")


def lines_of(text: str, numbers: Iterable[int], stretch: int = 65_536) -> dict[int, str]:
    """The lines of these numbers, counted from 1, without their ends; none for a number that the text does not have.

    Line ends are counted a `stretch` of characters at a time, and only where a line begins that is asked for are they
    looked at one by one: a text of three million lines as a list takes more memory than everything else together.
    """
    wanted = sorted({number for number in numbers if number > 0}, reverse=True)
    out: dict[int, str] = {}
    begun = {1: 0}
    seen = start = 0
    while wanted and start < len(text):
        stop = min(start + stretch, len(text))
        if text[stop - 1] == "\r" and text.startswith("\n", stop):
            stop += 1
        ends = text.count("\n", start, stop) + text.count("\r", start, stop) - text.count("\r\n", start, stop)
        if wanted[-1] <= seen + ends + 1:
            begun |= {seen + n: match.end() for n, match in enumerate(_END.finditer(text, start, stop), 2)}
        while wanted and wanted[-1] in begun:
            number = wanted.pop()
            end = _END.search(text, begun[number])
            out[number] = text[begun[number] : end.start() if end else len(text)]
        seen, start, begun = seen + ends, stop, {}
    return out
