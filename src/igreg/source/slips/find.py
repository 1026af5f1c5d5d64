"""Which slip explains why a text is no YAML: the first that makes the text read further once it is put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from igreg.source.slips import characters, flow, in_braces, layout, pasted, punctuation, values
from igreg.source.slips._slip import Finder, Slip, Window

Stop = tuple[int, int]
"""The line and column, counted from 0, at which a parser gives up."""
Stops = Callable[[str], Stop | None]
"""Where a parser gives up on a text; nothing where it reads it all."""

FINDERS: tuple[Finder, ...] = (
    characters.odd_blanks,
    pasted.fences,
    pasted.reply_marks,
    pasted.line_numbers,
    pasted.marks_of_a_difference,
    pasted.lines_of_a_chat,
    pasted.remarks_of_other_languages,
    pasted.rules_on_paper,
    pasted.table_rows,
    pasted.spreadsheet_rows,
    characters.odd_dashes,
    characters.numbers_for_dashes,
    characters.tabs,
    characters.odd_quotes,
    pasted.marked_up_names,
    values.backslashes,
    values.ditto_marks,
    values.narrow_cells,
    values.partly_quoted,
    values.quotes,
    punctuation.tight_dashes,
    punctuation.tight_colons,
    flow.records_in_a_line,
    flow.semicolons,
    flow.commas_twice,
    flow.commas_behind,
    in_braces.colons_in_braces,
    punctuation.commas_in_lines,
    flow.round_brackets,
    flow.braces_missing,
    flow.dashes_in_lines,
    values.fields_on_a_line,
    values.bare_colons,
    punctuation.brackets,
    punctuation.commas_at_ends,
    punctuation.lists_never_closed,
    flow.odd_beginnings,
    values.odd_beginnings,
    characters.odd_colons,
    characters.spoken_colons,
    punctuation.missing_colons,
    layout.dashes_lost,
    pasted.headings,
    pasted.strays,
    layout.indents,
)
"""In the order of how surely each tells what was meant."""

_MOST_LINES = 150
_MOST_CHARACTERS = 12_000
_MOST_TRIES = 120
"""A text that needs more than that was not written by hand, or not with one mistake."""
_ITEM = re.compile(r"([ ]*)-(?=[ \t\r]|$)")


def find_slip(text: str, began: int, stopped: Stop, stops: Stops) -> Slip | None:
    """The slip that explains a parser's refusal, its line counted in the whole text from 0; nothing where none does.

    `began` is the line where the parser says that what it could not finish began. Each slip is tried: it must let the
    parser get beyond the line at which it stopped. The work is bounded, whatever the text.
    """
    lines = text.split("\n")
    for first, last in _windows(lines, began, stopped[0]):
        own = lines[first : last + 1]
        now = stops("\n".join(own)) if sum(map(len, own)) <= _MOST_CHARACTERS else None
        if now is None or (stopped[0] <= last and now[0] != stopped[0] - first):
            continue  # these lines alone read otherwise: the mistake is not among them
        window = Window(tuple(own), min(max(began - first, 0), now[0]), now[0], now[1])
        slip = _first_that_helps(window, own, now, stops)
        if slip is not None:
            return slip.moved(first)
    return None


def _windows(lines: list[str], began: int, stopped: int) -> Iterator[tuple[int, int]]:
    """The first and last line of where the mistake may be: around the place itself, and from where it began on."""
    last = _last(lines, stopped)
    near = _first(lines, max(stopped - 1, 0))
    if last - near < _MOST_LINES:
        yield near, last
    first = _first(lines, min(began, stopped))
    if first != near or last - near >= _MOST_LINES:  # a quote that is not closed swallows much: its own record tells
        yield first, min(last if last - first < _MOST_LINES else _last(lines, began), first + _MOST_LINES)


def _first_that_helps(window: Window, lines: list[str], now: Stop, stops: Stops) -> Slip | None:
    tries = 0
    for finder in FINDERS:
        for slip in finder(window):
            right = slip.put_right(lines)
            if right == lines:
                continue
            tries += 1
            if tries > _MOST_TRIES:
                return None
            then = stops("\n".join(right))
            if then is None or then[0] > max(now[0], slip.line):
                return slip
    return None


def _first(lines: list[str], line: int) -> int:
    """The first line of the record in which a line stands; for a file of one record its own first line."""
    deep = _depth(lines)
    if deep is None:
        return max(line - _MOST_LINES // 2, 0) if line > _MOST_LINES else 0
    for number in range(min(line, len(lines) - 1), -1, -1):
        found = _ITEM.match(lines[number])
        if found and len(found[1]) == deep:
            return number
    return 0


def _last(lines: list[str], line: int) -> int:
    """The last line of the record below the one in which a line stands."""
    deep, items = _depth(lines), 0
    for number in range(line + 1, min(len(lines), line + _MOST_LINES)):
        found = _ITEM.match(lines[number])
        if found and len(found[1]) == deep:
            items += 1
            if items == 2:
                return number - 1
    return min(len(lines) - 1, line + _MOST_LINES)


def _depth(lines: list[str]) -> int | None:
    """How far the items of a file that is one list are set in; nothing for a file of one record."""
    for line in lines:
        if line.strip() and not line.lstrip().startswith(("#", "---", "%")):
            found = _ITEM.match(line)
            return len(found[1]) if found else None
    return None
