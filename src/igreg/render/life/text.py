"""The life of a record, and when its values came to be, for people at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from igreg.findings import KeyPath
from igreg.lives.shown import LifeShown, ValueShown
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, folded, plain
from igreg.render.life.story import heading, story
from igreg.render.record.changed import Called

_WIDEST = 48
"""So many cells a value may have beside whom it came with; a longer one has lines of its own."""


def log_text(life: LifeShown, called: Called, style: Style) -> str:
    """A life commit by commit, as wide as the terminal is, or a line a thing where there is none."""
    told = story(life, called)
    out = [style.bold(line) for line in folded(plain(told.title), style.width)]
    if told.known_as:
        out += folded(plain(told.known_as), style.width)
    for chapter in told.chapters:
        out += ["", *(style.bold(line) for line in folded(plain(chapter.heading), style.width, then="  "))]
        if chapter.message:
            out += folded(f"“{plain(chapter.message)}”", style.width, "  ", "   ")
        out += folded(plain(chapter.said), style.width, "  ", "    ")
        for line in chapter.lines:
            out += folded(plain(line), style.width, "    ", "      ")
    for remark in told.remarks:
        out += ["", *folded(plain(remark), style.width, then="  ")]
    return "".join(f"{line}\n" for line in out)


def blame_text(life: LifeShown, values: Sequence[ValueShown], called: Called, style: Style) -> str:
    """The record as it stands, each value with the commit with which it came to be."""
    told = story(life, called)
    out = [style.bold(line) for line in folded(plain(told.name), style.width)]
    rows = [(_label(one.path), _value(one.value), heading(one.said)) for one in values]
    if not values:
        out.append("It is not in the register any more; igreg log tells when it went.")
    wide = max((min(cells(f"{label}: {value}"), _WIDEST) for label, value, _ in rows), default=0)
    for label, value, when in rows:
        out += list(_row(f"{label}: {value}", when, wide, style.width))
    for remark in told.remarks:
        out += ["", *folded(plain(remark), style.width, then="  ")]
    return "".join(f"{line}\n" for line in out)


def _row(said: str, when: str, wide: int, width: int | None) -> Iterator[str]:
    """A value, and beside it with which commit it came; below it where there is no room."""
    said, when = plain(said), plain(when)
    if cells(said) <= wide and (width is None or wide + 2 + cells(when) <= width):
        yield f"{said}{' ' * (wide - cells(said))}  {when}"
        return
    yield from folded(said, width, "", "  ")
    yield from folded(when, width, "    ", "    ")


def _label(path: KeyPath) -> str:
    """A path as people write it: `holders 2, until` is the second of them."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
