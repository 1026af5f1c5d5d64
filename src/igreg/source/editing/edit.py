"""Changes to a text in place: comments, order, quoting, line ends and indentation stay; only the lines meant change.

Places come from the parser's own marks, never from searching. Every change is proved before it is given back: the new
text, read again, must hold the old data with just that change.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from igreg.source.editing.change import Append, Change, Delete, EditError, Extend, Insert, Remove, Set, Written
from igreg.source.editing.changed_data import changed, longer
from igreg.source.editing.new_record import file_text, inserted, written
from igreg.source.editing.patch import patch
from igreg.source.editing.removed import removed
from igreg.source.editing.rows_proof import LONG, Proof, are_rows, count, goes_on, last_two, proof
from igreg.source.editing.second_opinion import second_opinion, telling
from igreg.source.editing.together import together
from igreg.source.nodes import compose
from igreg.source.places import Cut, record_slice
from igreg.source.reading.exact import read as exact
from igreg.source.reading.fast import Doubt
from igreg.source.reading.pieces import glance
from igreg.source.reading.proved import Proved

__all__ = [
    "Append",
    "Change",
    "Delete",
    "EditError",
    "Extend",
    "Insert",
    "Remove",
    "Set",
    "Written",
    "apply",
    "new_file",
]

Plain = Set | Append | Delete


def apply(text: str, changes: Sequence[Change]) -> str:
    """The text with the changes made, one after the other. Raises EditError; then nothing has changed."""
    for alike, run in itertools.groupby(changes, _is_of_record):
        some = list(run)
        at_once = _at_once(text, some) if alike and len(some) > 1 else None
        text = at_once if at_once is not None else _one_by_one(text, some)
    return text


def _is_of_record(change: Change) -> bool:
    """Whether a change is of values of one record of a list."""
    return isinstance(change, Set | Append | Delete) and bool(change.path) and isinstance(change.path[0], int)


def _one_by_one(text: str, changes: Sequence[Change]) -> str:
    for change in changes:
        if isinstance(change, Insert):
            text = _insert(text, change.records, is_plain=change.is_plain)
            continue
        if isinstance(change, Written):
            text = _written(text, change.lines)
            continue
        if isinstance(change, Remove):
            text = _remove(text, change.items)
            continue
        before = _data(text)
        plain = Set(change.path, longer(before, change)) if isinstance(change, Extend) else change
        wanted = changed(copy.deepcopy(before), plain)
        if wanted == before:
            continue
        text = _patch(text, plain)
        if _data(text) != wanted:
            raise EditError("the place is written in a way that cannot be changed on its own; change it by hand")
    return text


def _at_once(text: str, changes: Sequence[Change]) -> str | None:
    """Many changes to records of a long list, each record by itself; nothing where that cannot be done.

    The whole text is read twice and cut once, however many changes there are.
    """
    wanted: Any = _data(text)
    by_item: dict[int, list[Change]] = {}
    for change in changes:
        assert isinstance(change, Set | Append | Delete)
        item, *rest = change.path
        assert isinstance(item, int)
        by_item.setdefault(item, []).append(replace(change, path=(0, *rest)))
        wanted = changed(wanted, change)
    cut = Cut(text)
    pieces, end = list[str](), len(text)
    for item in sorted(by_item, reverse=True):
        found = cut.record((item,))
        if found is None or not _stands_alone(text[slice(*found)]):
            return None
        pieces += [text[found[1] : end], _one_by_one(text[slice(*found)], by_item[item])]
        end = found[0]
    text = text[:end] + "".join(reversed(pieces))
    if _data(text) != wanted:
        raise EditError("the place is written in a way that cannot be changed on its own; change it by hand")
    return text


def _stands_alone(piece: str) -> bool:
    """Whether a piece of a text is one record of a list."""
    node = compose(piece)
    return type(node).__name__ == "SequenceNode" and len(node.value) == 1


def new_file(records: Sequence[Mapping[str, Any]], *, single: bool = False) -> str:
    """The text of a new file that holds a list of records, or a single one that is no list. Raises EditError."""
    records = together(records)
    text = file_text(records, single=single)
    found = proof(text, records) if not single and len(text) > LONG and are_rows(records) else Proof(None)
    is_proved = found.holds
    if is_proved is None:
        wanted = [dict(one) for one in records]
        is_proved = _data(text) == (wanted[0] if single else wanted)
    if not is_proved:
        raise EditError("a value cannot be written so that it is read again as it was meant")
    some = list(map(dict, telling(records)))
    second_opinion("", file_text(some, single=single), some[0] if single else some)
    return Proved.of(text, records.columns) if found.is_plain and records.columns is not None else text


def _insert(text: str, records: Sequence[Mapping[str, Any]], *, is_plain: bool = False) -> str:
    """The text with records at the end of its list; a file that holds nothing yet begins one."""
    records = together(records)
    if len(text) > LONG and are_rows(records) and (is_plain or count(text)):
        longer = _at_its_end(text, records)
        if longer is not None:
            return longer
    read = exact("", text) if len(text) <= LONG else None
    before = _data(text) if read is None or read.value or read.faults else []
    if not isinstance(before, list):
        raise EditError("the file holds a single record; the new one needs a file of its own")
    after, _, _ = inserted(text, records, len(before))
    if _data(after) != [*before, *(dict(one) for one in records)]:
        raise EditError("the list is written in a way that cannot be added to; add the record by hand")
    _agreed(text, records, len(before))
    return after


def _at_its_end(text: str, records: Sequence[Mapping[str, Any]]) -> str | None:
    """A long list that was read, with more records: only its end is looked at; nothing where that is not enough."""
    at = last_two(text)
    if at is None:
        return None
    try:
        longer, piece, _ = inserted(text[at:], records, 2)
    except EditError:
        return None
    after = text[:at] + longer
    if not goes_on(text, after, records):
        return None
    _agreed(piece, records, 2 if len(piece) == len(text) - at else 1)  # the piece is its last record alone
    return after


def _agreed(text: str, records: Sequence[Mapping[str, Any]], count: int) -> None:
    """Ask a second reader of some of the records behind the last that there is."""
    _, piece, patched = inserted(text, telling(records), count)
    second_opinion(piece, patched, _data(patched))


def _written(text: str, lines: Sequence[str]) -> str:
    """The text with a record at the end of its list just as it is written."""
    read = exact("", text)
    before = _data(text) if read.value or read.faults else []
    if not isinstance(before, list):
        raise EditError("the file holds a single record; the new one needs a file of its own")
    after, piece, patched = written(text, lines, len(before))
    if _data(after) != [*before, *_data(written("", lines, 0)[0])]:
        raise EditError("the list is written in a way that cannot be added to; add the record by hand")
    second_opinion(piece, patched, _data(patched))
    return after


def _remove(text: str, items: Sequence[int]) -> str:
    """The text without some records of its list."""
    before = _data(text)
    if not isinstance(before, list):
        raise EditError("the file holds a single record; delete the file")
    gone = set(items)
    wanted = [one for number, one in enumerate(before) if number not in gone]
    text = removed(text, items)
    read = exact("", text)
    if (_data(text) if read.value or read.faults else []) != wanted:
        raise EditError("the list is written in a way that cannot be taken from; take the record out by hand")
    return text


def _data(text: str) -> Any:
    if len(text) > LONG:
        try:
            pieces = list(glance(text))
        except Doubt:
            pass
        else:
            if not any(single for single, _ in pieces):
                return [record for _, piece in pieces for record in piece]
    document = exact("", text)
    if document.value is None or document.faults:
        raise EditError("the file has faults of its own; put them right first")
    return document.value[0] if document.single else document.value


def _patch(text: str, change: Plain) -> str:
    start, end, skip = record_slice(text, change.path)
    piece = text[start:end]
    root = compose(piece)
    if root is None:
        raise EditError("the record cannot be read on its own")
    node = root.value[0] if skip else root
    newline = "\r\n" if "\r\n" in (piece if "\n" in piece else text) else "\n"
    patched = patch(piece, node, change.path[skip:], change, newline)
    second_opinion(piece, patched, _data(patched))
    return text[:start] + patched + text[end:]
