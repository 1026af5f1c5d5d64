"""Lines that an unfinished merge leaves in a file (ruling B30)."""

from __future__ import annotations

import re

from igreg.findings import CONFLICT_MARKER, Told

_SURE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?=[ \t\r]|$)", re.MULTILINE)
_WITH_A_SURE_ONE = re.compile(r"^(?:[ ]*(<{7}|>{7}|\|{7})(?=[ \t\r]|$)|(={7})\r?$)", re.MULTILINE)
"""What else a merge left, where one line is sure: one that was set in since, and the line between both sides."""


def conflict(file: str, text: str) -> Told | None:
    """What is told of the first such line; nothing where there is none. `=======` alone is a line under a heading."""
    if not any(sign * 7 in text for sign in "<>|") or _SURE.search(text) is None:
        return None
    found = _WITH_A_SURE_ONE.search(text)
    if found is None:
        return None
    sign = found[1] or found[2]
    line = text.count("\n", 0, found.start()) + 1
    message = f"an unfinished merge: the line begins with {sign}"
    return Told.at(CONFLICT_MARKER, file, line, 1, message, "finish the merge; until then nothing of this file is read")
