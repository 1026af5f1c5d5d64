"""Of which kinds something may be missing, since a file could not be read in full (ruling E69)."""

from __future__ import annotations

from igreg.model.kinds import KINDS
from igreg.register.file_names import kind_in_name
from igreg.register.overlooked import overlooked
from igreg.register.register import Register


def lost_kinds(register: Register) -> frozenset[str]:
    """The kinds of the files that are not read in full; all of them where a file's name says no kind."""
    if not register.unread:
        return frozenset()
    prefix = register.sources.prefix
    meant = {one.file: one.kind for one in overlooked(register.sources) if one.alone}
    out: set[str] = set()
    for file in register.unread:
        named = kind_in_name(file.removeprefix(prefix))
        kind = meant.get(file) or (named.kind if named is not None else None)
        out |= {kind} if kind else set(KINDS)
    return frozenset(out)
