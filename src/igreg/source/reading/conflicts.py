"""Lines that an unfinished merge leaves in a file (ruling B30)."""

from __future__ import annotations

import re

from igreg.findings import CONFLICT_MARKER, Told

_MARKER = re.compile(r"^(?:<<<<<<<|>>>>>>>)(?=[ \t\r]|$)", re.MULTILINE)


def conflict(file: str, text: str) -> Told | None:
    """What is told of the first such line; nothing where there is none. `=======` alone is a line under a heading."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _MARKER.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    message = f"an unfinished merge: the line begins with {found[0]}"
    return Told.at(CONFLICT_MARKER, file, line, 1, message, "finish the merge; until then nothing of this file is read")
