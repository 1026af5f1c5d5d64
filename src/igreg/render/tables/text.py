"""An answer on a terminal, from 60 columns on, and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.language.characters import wrapped
from igreg.render.escape.colour import Style
from igreg.render.escape.markdown import prose
from igreg.render.escape.terminal import cells, plain
from igreg.render.tables.cells import written
from igreg.tables.answer import Answer

GAP = "  "
LEAST = 8
"""So wide is a column at least; where there is no room for that, each row stands as a block."""


def answer_markdown(found: Answer) -> str:
    """A table of Markdown."""
    head = [prose(name) for name, _ in found.columns]
    lines = [head, ["---:" if _is_number(type) else "---" for _, type in found.columns]]
    lines += [[prose(written(value)) for value in row] for row in found.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def answer_text(found: Answer, width: int, style: Style) -> str:
    """A table of which each column is as wide as there is room for; with many columns a block a row."""
    rows = [[plain(written(value)) for value in row] for row in found.rows]
    names = [plain(name) for name, _ in found.columns]
    sizes = _sizes(names, rows, width)
    lines = _blocks(names, rows, width, style) if sizes is None else _table(found, names, rows, sizes, style)
    return "".join(f"{line}\n" for line in lines) + f"{_counted(len(rows))}\n"


def _counted(rows: int) -> str:
    return "no rows" if not rows else "1 row" if rows == 1 else f"{rows:,} rows"


def _sizes(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """How wide each column is: as wide as what stands in it, the widest giving way; None where they do not fit."""
    wanted = [max([cells(name), *(cells(row[n]) for row in rows)]) for n, name in enumerate(names)]
    room = width - len(GAP) * (len(names) - 1)
    if sum(min(size, LEAST) for size in wanted) > room:
        return None
    low, top = 0, max(wanted, default=0)
    while low < top:
        middle = (low + top + 1) // 2
        low, top = (middle, top) if sum(min(size, middle) for size in wanted) <= room else (low, middle - 1)
    sizes = [min(size, top) for size in wanted]
    left = room - sum(sizes)
    for number, size in enumerate(wanted):
        more = min(size - sizes[number], left)
        sizes[number] += more
        left -= more
    return sizes


def _table(
    found: Answer, names: Sequence[str], rows: Sequence[Sequence[str]], sizes: Sequence[int], style: Style
) -> Iterator[str]:
    right = [_is_number(type) for _, type in found.columns]
    for line in _lines(names, sizes, right):
        yield style.bold(line)
    for row in rows:
        yield from _lines(row, sizes, right)


def _lines(row: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    parts = [
        [text.rstrip() for text in wrapped(cell, size)] if size else [""] for cell, size in zip(row, sizes, strict=True)
    ]
    for number in range(max(map(len, parts), default=0)):
        texts = []
        for part, size, is_right in zip(parts, sizes, right, strict=True):
            text = part[number] if number < len(part) else ""
            blank = " " * max(size - cells(text), 0)
            texts.append(f"{blank}{text}" if is_right else f"{text}{blank}")
        yield GAP.join(texts).rstrip()


def _blocks(names: Sequence[str], rows: Sequence[Sequence[str]], width: int, style: Style) -> Iterator[str]:
    """Each row as lines of name and value, without what is empty."""
    longest = min(max(map(cells, names), default=0), width // 3)
    for number, row in enumerate(rows):
        if number:
            yield ""
        for name, value in zip(names, row, strict=True):
            if not value:
                continue
            head = wrapped(name, longest)
            body = wrapped(value, max(width - longest - len(GAP), LEAST))
            for at in range(max(len(head), len(body))):
                start = head[at].rstrip() if at < len(head) else ""
                text = body[at].rstrip() if at < len(body) else ""
                yield f"{style.bold(start)}{' ' * (longest - cells(start))}{GAP}{text}".rstrip()


_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UBIGINT", "DOUBLE", "FLOAT", "DECIMAL")


def _is_number(type: str) -> bool:
    return type.startswith(_NUMBERS) and not type.endswith("]")
