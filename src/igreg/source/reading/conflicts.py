"""Lines that an unfinished merge leaves in a file (ruling B30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from igreg.findings import CONFLICT_MARKER, Told
from igreg.source.reading.limits import MOST_EVENTS
from igreg.source.reading.values import masked

_SURE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?=[ \t\r]|$)", re.MULTILINE)
_WITH_A_SURE_ONE = re.compile(r"^(?:[ ]*(<{7}|>{7}|\|{7})(?=[ \t\r]|$)|(={7})\r?$)", re.MULTILINE)
"""What else a merge left, where one line is sure: one that was set in since, and the line between both sides."""
_SET_IN = r"[ \t]+(?:(<{7}|>{7}|\|{7})(?=[ \t\r]|$)|(={7})\r?$)"
"""One that was set in; compiled only where a file has such signs."""

_FEW = 1_000
"""So many signs of a text are looked at one by one."""


def conflict(file: str, text: str) -> Told | None:
    """What is told of the first such line; nothing where there is none. `=======` alone is a line under a heading."""
    if not any(_has_seven(text, sign) for sign in "<>|"):
        return None
    found = _first(text) if _SURE.search(text) is not None else _first_set_in(text)
    if found is None:
        return None
    line, sign = found
    message = f"an unfinished merge: the line begins with {sign}"
    return Told.at(CONFLICT_MARKER, file, line, 1, message, "finish the merge; until then nothing of this file is read")


def _has_seven(text: str, sign: str) -> bool:
    """Whether seven of a sign stand side by side; single ones are found many times quicker, and mostly are few."""
    seven, at = sign * 7, text.find(sign)
    for _ in range(_FEW):
        if at < 0 or text.startswith(seven, at):
            return at >= 0
        at = text.find(sign, at + 1)
    return at >= 0 and text.find(seven, at) >= 0


def _first(text: str) -> tuple[int, str] | None:
    """The first line that a merge left, one of which is sure, and the sign it begins with."""
    found = _WITH_A_SURE_ONE.search(text)
    return found and (text.count("\n", 0, found.start()) + 1, found[1] or found[2])


def _first_set_in(text: str) -> tuple[int, str] | None:
    """The same where somebody set all of them in; such lines in quotes or in a block of text are text."""
    begins = re.compile(_SET_IN)
    found = {number: match for number, line in enumerate(text.split("\n"), 1) if (match := begins.match(line))}
    if not any(match[1] for match in found.values()):
        return None
    for first, last in _quoted(text):
        for number in range(first + 1, last + 1):
            found.pop(number, None)
    left = [(number, match[1] or match[2]) for number, match in found.items()]
    return left[0] if any(sign[0] != "=" for _, sign in left) else None


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """The lines on which values in quotes and blocks of text begin and end, as far as the text can be read."""
    import yaml  # few files have such a line

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(masked(text))
    try:
        for _ in range(MOST_EVENTS):
            if not loader.check_event():
                return
            event: Any = loader.get_event()
            begin, end = event.start_mark, event.end_mark
            if isinstance(event, yaml.ScalarEvent) and event.style not in (None, ""):
                yield begin.line + 1, end.line + (end.column > 0)
    except Exception:  # what stands behind a line that is no YAML is nobody's text
        return
    finally:
        loader.dispose()
