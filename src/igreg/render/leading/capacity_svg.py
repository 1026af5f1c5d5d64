"""The capacity plan as a picture that is its own table: a bar and its figure for each role and month.

Whoever cannot see it has the same rows and columns by their ARIA roles; what is over or has nobody is told by a word
and by a pattern, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.capacity.plan import CapacityPlan, Cell, Month
from igreg.capacity.words import headline, hours, load, short
from igreg.language.characters import cells, plain
from igreg.render.escape.xml import attribute, content

_COLUMN, _ROW, _HEAD, _FIRST = 78, 40, 34, 250
_TOP = 76
_BAR = 12
_FULL = 62
"""How long a bar is at 100 per cent; what is more is cut there and says so."""
_FONT = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
_FILLS = {"fits": "#005eb8", "over": "url(#over)", "nobody": "url(#nobody)", "unknown": "url(#unknown)"}
_MOST_LETTERS = 34
_DEFS = (
    '<defs><pattern id="over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#8a1538"/><rect width="2" height="6" fill="#ffffff"/></pattern>'
    '<pattern id="nobody" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect width="6" height="6" fill="#ffffff"/>'
    '<path d="M0 0L6 6M6 0L0 6" stroke="#212b32" stroke-width="1"/></pattern>'
    '<pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" '
    'fill="#ffffff"/><circle cx="3" cy="3" r="1.2" fill="#212b32"/></pattern></defs>'
)
_LEGEND = (
    ("fits", "fits the hours there are"),
    ("over", "OVER: more work than hours"),
    ("nobody", "NOBODY: work, and nobody there"),
    ("unknown", "?: hours not written down"),
)


def capacity_svg(plan: CapacityPlan) -> str:
    """A file of SVG, a row for each role and one for all together."""
    rows = [*((line.title, line.cells) for line in plan.busy), ("All, of hours known", plan.totals)]
    width = _FIRST + _COLUMN * len(plan.months) + 20
    legend = max(1, -(-len(_LEGEND) * 240 // (width - 20)))
    height = _TOP + _HEAD + _ROW * len(rows) + 22 * legend + 20
    title = f"Capacity, as on {plan.today}"
    said = " ".join([headline(plan), *(f"{line}." for line in short(plan))])
    body = "".join(_body(plan.months, rows))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="graphics-document" aria-labelledby="capacity-title capacity-desc" font-family="{_FONT}" font-size="13" '
        f'fill="#212b32"><title id="capacity-title">{content(plain(title))}</title>'
        f'<desc id="capacity-desc">{content(plain(said))}</desc>{_DEFS}'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<text x="10" y="28" font-size="20" font-weight="bold">{content(plain(title))}</text>'
        f'<text x="10" y="52">{content(plain(headline(plan)))}</text>'
        f'<g role="table" aria-label={attribute(plain(title))}>\n{body}</g>\n'
        f"{_legend(width, _TOP + _HEAD + _ROW * len(rows) + 20)}</svg>\n"
    )


def _body(months: Sequence[Month], rows: Sequence[tuple[str, Sequence[Cell]]]) -> Iterator[str]:
    yield '<g role="row"><g role="columnheader">'
    yield f'<text x="10" y="{_TOP + 18}" font-weight="bold">Role</text></g>'
    for index, month in enumerate(months):
        x = _FIRST + _COLUMN * index
        yield f'<g role="columnheader" aria-label={attribute(month.called)}>'
        yield f'<text x="{x}" y="{_TOP + 18}" font-weight="bold">{month.key}</text></g>'
    yield "</g>\n"
    for number, (title, row) in enumerate(rows):
        y = _TOP + _HEAD + _ROW * number
        bold = ' font-weight="bold"' if number == len(rows) - 1 else ""
        yield f'<g role="row"><line x1="10" x2="{_FIRST + _COLUMN * len(months)}" y1="{y - 6}" y2="{y - 6}" '
        yield f'stroke="#aeb7bd"/><g role="rowheader" aria-label={attribute(plain(title))}>'
        yield f'<title>{content(plain(title))}</title><text x="10" y="{y + 16}"{bold}>{content(_cut(title))}</text></g>'
        for index, cell in enumerate(row):
            yield from _cell(_FIRST + _COLUMN * index, y, cell)
        yield "</g>\n"


def _cell(x: int, y: int, cell: Cell) -> Iterator[str]:
    said = f"{load(cell)}: {hours(cell.demand)} of {hours(cell.supply)} hours" if cell.demand else "no work"
    yield f'<g role="cell" aria-label={attribute(said)}><title>{content(said)}</title>'
    if cell.state != "idle":
        length = _FULL if cell.load is None else max(1, round(min(cell.load, 100) * _FULL / 100))
        yield f'<rect x="{x}" y="{y}" width="{length}" height="{_BAR}" fill="{_FILLS[cell.state]}" stroke="#212b32" '
        yield 'stroke-width="0.5"/>'
    yield f'<text x="{x}" y="{y + 26}" font-size="11">{content(load(cell))}</text></g>'


def _legend(width: int, top: int) -> str:
    out, x, y = [], 10, top
    for state, words in _LEGEND:
        if x > 10 and x + 240 > width:
            x, y = 10, y + 22
        out.append(
            f'<rect x="{x}" y="{y - 10}" width="18" height="12" fill="{_FILLS[state]}" stroke="#212b32" '
            f'stroke-width="0.5"/><text x="{x + 24}" y="{y}">{content(words)}</text>'
        )
        x += 240
    return "".join(out)


def _cut(title: str) -> str:
    """A title that fits its column; the whole of it stands in the tooltip."""
    text = plain(title)
    if cells(text) <= _MOST_LETTERS:
        return text
    while cells(text) > _MOST_LETTERS - 1:
        text = text[:-1]
    return f"{text.rstrip()}\N{HORIZONTAL ELLIPSIS}"
