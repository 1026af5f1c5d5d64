"""A text that is no YAML, its slips of the pen put right one after the other."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from igreg.source.reading.refusal import even, stops, where_it_stops
from igreg.source.reading.values import masked
from igreg.source.slips._slip import Slip
from igreg.source.slips.find import find_slip

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_SLIPS = 20


class Repaired(NamedTuple):
    """A text that the parser reads to its end, and what was put right in it."""

    text: str
    slips: tuple[Slip, ...]


def repaired(text: str, *, certain: bool) -> Repaired | None:
    """The text with its slips put right, its line ends as they were; nothing where that does not make it YAML.

    With `certain` only those slips count with which but one thing can have been meant.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = even(text)
    slips: list[Slip] = []
    for _ in range(_MOST_SLIPS):
        error = _refusal(lines)
        if error is None:
            return Repaired(lines.replace("\n", ends), tuple(slips)) if slips else None
        line, column, began, _told = where_it_stops(error, lines)
        slip = find_slip(lines, began, (line, column), stops)
        if slip is None or (certain and not slip.certain):
            return None
        slips.append(slip)
        lines = "\n".join(slip.put_right(lines.split("\n")))
    return None


def _refusal(text: str) -> yaml.YAMLError | None:
    """Why the parser gives up on a text; nothing where it reads it all."""
    loader = None
    try:
        loader = _LOADER(masked(text))
        while loader.check_event():
            loader.get_event()
    except yaml.YAMLError as error:
        return error
    finally:
        if loader is not None:
            loader.dispose()
    return None
