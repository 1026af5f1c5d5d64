"""Many registers on a terminal: from 60 columns on, the summary first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.estate.view import Estate
from igreg.language.characters import wrapped
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain
from igreg.render.estate.section import Column, Section
from igreg.render.estate.story import story

GAP = "  "
LEAST = 22
"""So many columns the first column has at least, as long as others can be left out."""


def estate_text(found: Estate, width: int, style: Style, *, everything: bool = False) -> str:
    """The view; of long tables the first rows, unless everything is asked for."""
    told = story(found)
    out = [style.bold(line) for line in _lines(told.title, width)]
    for text in told.summary:
        out += _lines(text, width)
    for text in told.warnings:
        out += [style.paint(line, "yellow") for line in _lines(f"To know: {text}", width)]
    for section in told.sections:
        out += ["", *(style.bold(line) for line in _lines(section.heading, width))]
        out += _table(section, width, style, everything=everything)
    return "".join(f"{line}\n" for line in out)


def _lines(text: str, width: int, indent: str = "") -> list[str]:
    lines = wrapped(plain(text), max(width - len(indent), 10))
    return [f"{indent if number else ''}{line}".rstrip() for number, line in enumerate(lines)]


def _table(section: Section, width: int, style: Style, *, everything: bool) -> Iterator[str]:
    rows = section.rows if everything else section.rows[: section.most]
    shown = _fitting(section, rows, width)
    columns = [section.columns[n] for n in shown]
    table = [[plain(row[n]) for n in shown] for row in rows]
    widths = _widths(columns, table, width)
    yield style.paint(_line([[one.heading] for one in columns], columns, widths)[0], "dim")
    for row in table:
        first = [text.rstrip() for text in wrapped(row[0], width if not any(row[1:]) else widths[0])]
        if not any(row[1:]):
            yield from (f"{'  ' if number else ''}{text}" for number, text in enumerate(_lines(row[0], width - 2)))
            continue
        rest = [[part.rstrip() for part in wrapped(text, size)] for text, size in zip(row[1:], widths[1:], strict=True)]
        yield from _line([first, *rest], columns, widths)
    if len(rows) < len(section.rows):
        yield f"and {len(section.rows) - len(rows)} more: -v lists all"
    if note := section.note(shown):
        yield from (style.paint(line, "dim") for line in _lines(note, width))


def _fitting(section: Section, rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns for which there is room: those that are not needed go, the last first."""
    shown = list(range(len(section.columns)))
    for number in reversed(shown[1:]):
        if LEAST + sum(len(GAP) + _size(section.columns[n], rows, n) for n in shown[1:]) <= width:
            break
        if not section.columns[number].is_needed:
            shown.remove(number)
    return shown


def _size(column: Column, rows: Sequence[Sequence[str]], number: int) -> int:
    return max([cells(column.heading), *(cells(plain(row[number])) for row in rows)])


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """As wide as what stands in them; the first, and where that is not enough others of words, take what is left."""
    sizes = [_size(column, rows, number) for number, column in enumerate(columns)]
    words = [number for number, column in enumerate(columns) if not column.is_number]
    room = width - len(GAP) * (len(columns) - 1) - sum(s for n, s in enumerate(sizes) if n not in words)
    for number in reversed(words[1:]):
        sizes[number] = min(sizes[number], max(room // 3, 10))
        room -= sizes[number]
    sizes[0] = min(sizes[0], max(room, 10))
    return sizes


def _line(parts: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[int]) -> list[str]:
    """One row, as many lines as its longest cell has; numbers stand right."""
    out = []
    for number in range(max(map(len, parts))):
        texts = []
        for part, column, width in zip(parts, columns, widths, strict=True):
            text = part[number] if number < len(part) else ""
            blank = " " * max(width - cells(text), 0)
            texts.append(f"{blank}{text}" if column.is_number else f"{text}{blank}")
        out.append(GAP.join(texts).rstrip())
    return out
