"""Records that are new: at the end of a file's list, or in a file of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from igreg.source.editing.change import Append, EditError
from igreg.source.editing.hand import Hand
from igreg.source.editing.look import Look
from igreg.source.editing.patch import append_lines, append_records, dashed, pair, patch
from igreg.source.nodes import compose
from igreg.source.places import record_slice

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n[ \t]*(?:- *)?$")
"""An empty line above the last record."""


def file_text(records: Sequence[Mapping[str, Any]], *, single: bool) -> str:
    """The text of a new file: a list of records, or one record that is no list."""
    if single:
        (record,) = records
        lines = [line for key, value in record.items() for line in pair(key, value)]
    else:
        lines = list(Hand(Look(), "", "- ").lines(records))
    return "\n".join([*lines, ""])


def inserted(text: str, records: Sequence[Mapping[str, Any]], count: int) -> tuple[str, str, str]:
    """The text with records after the `count` that it has; and the piece that changed, before and after.

    Only the last record is read again, however long the file is.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    if not count:
        return _begun(text, records, newline)
    start, end, whole = record_slice(text, (count - 1,))
    piece = text[start:end]
    root = compose(piece)
    if root is None or (not whole and type(root).__name__ != "SequenceNode"):
        raise EditError("the last record cannot be read on its own")
    before = text[:start] if whole else piece[: root.value[-1].start_mark.index]
    apart = count > 1 and _BLANK_LINE.search(before) is not None
    patched = append_records(piece, root, records, newline, apart=apart)
    return text[:start] + patched + text[end:], piece, patched


def written(text: str, lines: Sequence[str], count: int) -> tuple[str, str, str]:
    """The text with one record after the `count` that it has, in these lines; and the piece that changed."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if not count:
        if text.rstrip().endswith("]"):
            raise EditError("the list is in brackets, where no comments are kept")
        gap = newline if text and not text.endswith("\n") else ""
        return (after := text + gap + "".join(line + newline for line in dashed("", "- ", lines))), text, after
    start, end, _ = record_slice(text, (count - 1,))
    piece = text[start:end]
    root = compose(piece)
    if type(root).__name__ != "SequenceNode":
        raise EditError("the last record cannot be read on its own")
    if root.flow_style:
        raise EditError("the list is in brackets, where no comments are kept")
    patched = append_lines(piece, root, lines, newline)
    return text[:start] + patched + text[end:], piece, patched


def _begun(text: str, records: Sequence[Mapping[str, Any]], newline: str) -> tuple[str, str, str]:
    """A file that holds nothing but comments, with its first records."""
    if text.rstrip().endswith("]"):
        patched = patch(text, compose(text), (), Append((), dict(records[0])), newline)
        return inserted(patched, records[1:], 1) if records[1:] else (patched, text, patched)
    gap = newline if text and not text.endswith("\n") else ""
    patched = text + gap + file_text(records, single=False).replace("\n", newline)
    return patched, text, patched
