"""One file's text -> plain data and the faults of its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from igreg.dataclass import dataclass
from igreg.findings import Told
from igreg.pattern import pattern

_ID_LINE = pattern(r"""(?:^|[\s{,-])["']?id["']?[ \t]*:[ \t]*["']?([A-Za-z0-9][A-Za-z0-9._-]{0,63})""")
_BREAKS = {code: 0xF0000 + code for code in (0x85, 0x2028, 0x2029)}
_BACK = {other: own for own, other in _BREAKS.items()}


def masked(text: str) -> str:
    """The text with others in the place of three characters that PyYAML takes for line ends, and YAML 1.2 does not.

    All places stay the same. Text pasted from other programs has such characters.
    """
    return text if text.isascii() or not any(chr(code) in text for code in _BREAKS) else text.translate(_BREAKS)


def unmasked(text: str) -> str:
    """Text that went through `masked`, as it was."""
    return text if text.isascii() else text.translate(_BACK)


class Torn(str):
    """The first half of a day with a comma in it, of which the other half was read as a field; told already."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The records of one file as plain data: dates and moments stay strings, keys are strings."""

    file: str
    value: Sequence[Mapping[str, object]] | None
    """One mapping for each record, in order; [] for an empty file; None when the file cannot be read at all."""
    single: bool
    """True when the file is one mapping rather than a list."""
    faults: tuple[Told, ...] = ()
    ids: frozenset[str] = frozenset()
    """For a file that cannot be read: the ids seen in its `id:` lines as text (ruling A24)."""
    bad: frozenset[int] = frozenset()
    """Indexes of items that are no mapping; `value` holds an empty mapping there, so that indexes stay right."""


def ids_as_text(text: str) -> frozenset[str]:
    """The ids in the `id:` lines of a text that is no YAML."""
    return frozenset(match[1] for line in text.splitlines() for match in _ID_LINE.finditer(line[:500]))
