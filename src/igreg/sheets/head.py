"""Where the head of a table stands in a sheet, which rows below it are records, and what is to be told of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.sheets.book import CellError, Sheet, Value

LOOKED_AT = 30
"""The head is one of so many first rows (ruling X24)."""
MOST_LEFT_OUT = 20_000
"""So many rows may be totals and the like: each is told."""
Matches = Callable[[str], bool]
"""Whether a head is known."""


@dataclass(frozen=True)
class Table:
    """A table of a sheet."""

    header_row: int
    heads: Sequence[tuple[int, str]]
    """The column of each head, 0 being A, and the head as it stands; where that helps, with its group in front."""
    rows: Sequence[tuple[int, Sequence[Value]]]
    """The number of each row below the head that has anything in it, and its cells from the first column on."""
    left_out: Sequence[tuple[int, str]]
    """The numbers of rows that are no records, and why."""


def find_head(sheet: Sheet, matches: Matches, header_row: int | None = None) -> Table | None:
    """The table of a sheet: its head is the first of the rows at its top with the most known heads (ruling X24).

    `header_row` says which it is instead. Nothing where there is none. Raises IgregError for a row that is empty.
    """
    rows = sheet.rows
    at = _at(sheet, header_row) if header_row is not None else _best(rows, matches)
    if at is None:
        return None
    heads = _heads(rows, at, matches)
    listed = [(sheet.first_column + column, text) for column, text in enumerate(heads) if text]
    taken, left_out = _records(sheet, at, alone=len(listed) == 1)
    return Table(sheet.first_row + at, listed, taken, left_out)


def _at(sheet: Sheet, number: int) -> int:
    at = number - sheet.first_row
    if not 0 <= at < len(sheet.rows) or not any(sheet.rows[at]):
        raise IgregError(f"row {number} has nothing in it, and no heads", "look at header_row in the map")
    return at


def _best(rows: Sequence[Sequence[Value]], matches: Matches) -> int | None:
    best, found = 0, None
    alone = not any(len(row) - row.count(None) > 1 for row in rows)
    for at, row in enumerate(rows[:LOOKED_AT]):
        count = len({text for cell in row if isinstance(cell, str) and (text := _plain(cell)) and matches(text)})
        if count > best and (count > 1 or alone):
            best, found = count, at
    return found


def _plain(value: Value) -> str:
    """A head as it is read: blanks of every sort are one blank."""
    return "" if value is None or isinstance(value, CellError) else " ".join(str(value).split())


def _heads(rows: Sequence[Sequence[Value]], at: int, matches: Matches) -> list[str]:
    """The heads, with that of a group above in front where it helps: where a head is there twice, or is not known."""
    heads = [_plain(cell) for cell in rows[at]]
    above = next((row for row in reversed(rows[:at]) if any(row)), None) if at else None
    if above is None or sum(1 for cell in above if cell is not None) < 2:
        return heads
    often = Counter(head.casefold() for head in heads)
    out, group = [], ""
    for column, head in enumerate(heads):
        group = _plain(above[column]) or group if column < len(above) else group
        joined = f"{group} {head}"
        helps = often[head.casefold()] > 1 or (not matches(head) and matches(joined))
        out.append(joined if head and group and helps else head)
    return out


_FOOT = re.compile(
    r"\s*(?:\*|(?:grand total|total|sum|average|count|compliance|report|printed|generated|page)\b)", re.IGNORECASE
)


def _records(sheet: Sheet, at: int, *, alone: bool) -> tuple[list[tuple[int, Sequence[Value]]], list[tuple[int, str]]]:
    """The rows below a head that are records, and those that are none; `alone` is whether there is one column."""
    taken: list[tuple[int, Sequence[Value]]] = []
    left_out: list[tuple[int, str]] = []
    for start in range(at + 1, len(sheet.rows), _AT_ONCE):
        some = sheet.rows[start : start + _AT_ONCE]
        numbered = enumerate(some, sheet.first_row + start)
        if not alone and _are_records(some):
            taken += numbered
            continue
        for number, row in numbered:
            why = _no_record(row, alone=alone)
            if why is None:
                taken.append((number, row))
            elif why:
                left_out.append((number, why))
                if len(left_out) > MOST_LEFT_OUT:
                    raise IgregError(
                        f"more than {MOST_LEFT_OUT:,} rows are no records: row {left_out[0][0]} is {left_out[0][1]}",
                        "look whether it is the right sheet, and take out what is no record",
                    )
    return taken, left_out


_AT_ONCE = 100
"""So many rows are looked at together: nearly all of them are records, and most say what others do."""


def _are_records(rows: Sequence[Sequence[Value]]) -> bool:
    """Whether each of some rows begins with something and, beside it, a text that is no number, as most records do."""
    if min(map(len, rows)) < 2:
        return False
    firsts, seconds = list(map(itemgetter(0), rows)), list(map(itemgetter(1), rows))
    if set(map(type, seconds)) != {str} or not {str, int}.issuperset(map(type, firsts)):
        return False
    begins = all(type(one) is int or str(one).strip() for one in set(firsts))
    return begins and all(str(one)[:1].isalpha() for one in set(seconds))


def _no_record(row: Sequence[Value], *, alone: bool) -> str | None:
    """Why a row is no record; an empty word where it has nothing in it, and nothing where it is one."""
    first: Value = None
    texts = filled = 0
    for cell in row:
        if not _says(cell):
            continue
        filled += 1
        if filled == 1:
            first = cell
        elif texts:
            break
        if filled > 1 and not _is_number(cell):
            texts += 1
    if not filled:
        return ""
    if type(first) is str and not texts and _FOOT.match(first):
        return "a line of totals" if filled > 1 else "a line below the table"
    if alone:
        return None
    if filled == 1:
        return "only one cell has anything in it"
    return "nothing but numbers" if not texts and _is_number(first) else None


def _says(cell: Value) -> bool:
    return cell is not None and not (type(cell) is str and not cell.strip())


_NUMBER = re.compile(r"[-+£$€]?\s*[\d.,]+\s*%?")


def _is_number(cell: Value) -> bool:
    kind = type(cell)
    return kind is int or kind is float or (kind is str and _NUMBER.fullmatch(str(cell).strip()) is not None)
