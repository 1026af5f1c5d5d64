"""A return for people in a terminal: a table, or where that is narrow, one item below the other; and how it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.assess.assessed import Assessed, AssessedItem
from igreg.language.characters import wrapped
from igreg.render.assess.phrases import as_on, closing, heading, shows, state
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain

NARROW = 84
"""Below this many columns a table would break most words."""
GAP = "  "
_REGISTER, _STATE = 16, 15


def assess_table(found: Assessed, width: int, style: Style, *, quiet: bool = False) -> str:
    """The items as a table, with what is reached and what is left at its end."""
    out: list[str] = []
    if not quiet:
        for text in (heading(found), as_on(found)):
            out += [style.bold(line.rstrip()) for line in wrapped(plain(text), width)]
        for text in found.remarks:
            out += [line.rstrip() for line in wrapped(plain(text), width)]
        out.append("")
    out += _stack(found, width, style) if width < NARROW else _table(found, width, style)
    if found.items:
        out.append("")
    for text in closing(found):
        first = "  " if text.startswith("  ") else ""
        lines = wrapped(plain(text.strip()), max(width - len(first) - 2, 10))
        out += [f"{first}{'  ' if index else ''}{line}".rstrip() for index, line in enumerate(lines)]
    return "".join(f"{line}\n" for line in out)


def _table(found: Assessed, width: int, style: Style) -> Iterator[str]:
    if not found.items:
        return
    first = min(max(*(cells(plain(one.item)) for one in found.items), len("Item")), 12)
    rest = width - first - _REGISTER - _STATE - 4 * len(GAP)
    what, who = rest - rest // 3, rest // 3
    yield style.bold(_line(("Item", "What is asked", "Register", "State", "Owner"), (first, what, _REGISTER, _STATE)))
    yield "─" * width
    for one in found.items:
        texts = (one.item, one.title, shows(one), state(one), found.name(one.owner))
        widths = (first, what, _REGISTER, _STATE, who)
        columns = [[line.rstrip() for line in wrapped(plain(t), w)] for t, w in zip(texts, widths, strict=True)]
        for index in range(max(map(len, columns))):
            row = [column[index] if index < len(column) else "" for column in columns]
            yield _line(row, widths[:-1])


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    *first, last = texts
    return GAP.join([*(text + " " * (w - cells(text)) for text, w in zip(first, widths, strict=True)), last]).rstrip()


def _stack(found: Assessed, width: int, style: Style) -> Iterator[str]:
    for one in found.items:
        for index, line in enumerate(wrapped(plain(f"{one.item}  {one.title}"), max(width - 2, 10))):
            yield style.bold(line.rstrip()) if not index else f"  {line}".rstrip()
        text = f"{state(one)}; register: {shows(one)}{_owner(one, found)}"
        yield from (f"  {line}".rstrip() for line in wrapped(plain(text), max(width - 2, 10)))


def _owner(one: AssessedItem, found: Assessed) -> str:
    return f"; {found.name(one.owner)}" if one.owner else ""
