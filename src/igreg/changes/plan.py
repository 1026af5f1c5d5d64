"""A plan: which values of which files an act changes. Nothing here writes; the edges show it, prove it and write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg.analysis.unread import refuse_to_call_unknown
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.findings import KeyPath
from igreg.language.english import are, listed
from igreg.model.base import Record
from igreg.model.kind_words import singular
from igreg.model.kinds import KINDS
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Change, Delete, EditError, Extend, Insert, Set, Written, apply


@dataclass
class Plan:
    """What to change, file by file; the one-line message for the commit; and what the reader should know besides."""

    message: str
    changes: dict[str, list[Change]] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)
    """The text of each file that is not there yet."""
    remarks: list[str] = field(default_factory=list)
    rewritten: dict[str, str] = field(default_factory=dict)
    """The text of each file that was put right as a text, before any of the changes."""
    nothing: str = "nothing to change: it is written down already"
    """What is said where no file would change."""
    reveals: bool = False
    """Whether a file becomes readable, so that what it holds may show faults that were there all the time."""

    def add(self, record: Record, path: KeyPath, make: type[Set | Append | Extend], value: Any) -> None:
        """Plan one change at a key path of a record."""
        where = record.where
        self.changes.setdefault(where.file, []).append(make(where.path(record.as_written(path)), value))

    def insert(self, file: str, *records: Mapping[str, Any], is_plain: bool = False) -> None:
        """Plan records at the end of a file's list; several for one file are written together.

        `is_plain` says that the list was read as a whole and is nothing but rows (see `source.reading.rows`).
        """
        changes = self.changes.setdefault(file, [])
        last = changes[-1] if changes else None
        if isinstance(last, Insert):
            changes[-1] = Insert((*last.records, *records), is_plain)
        else:
            changes.append(Insert(records, is_plain))

    def write(self, file: str, lines: Sequence[str]) -> None:
        """Plan a record at the end of a file's list just as it is written in these lines."""
        self.changes.setdefault(file, []).append(Written(tuple(lines)))

    def create(self, file: str, text: str) -> None:
        """Plan a file that is not there yet."""
        if file in self.new:
            raise IgregError(f"{file} would be written twice", "give the records different ids")
        self.new[file] = text

    def texts(self, before: Mapping[str, str]) -> dict[str, tuple[str | None, str]]:
        """What each file that changes held, nothing where it is new, and what it will hold; every change is proved.

        Raises IgregError where one cannot be made; nothing has been written then.
        """
        out: dict[str, tuple[str | None, str]] = {}
        for file, text in self.new.items():
            if file in before:
                raise IgregError(f"{file} is there already", "nothing was written")
            out[file] = (None, text.replace("\n", "\r\n") if _of_windows(before) else text)
        for file in dict.fromkeys((*self.rewritten, *self.changes)):
            try:
                after = apply(self.rewritten.get(file, before[file]), self.changes.get(file, ()))
            except EditError as error:
                raise IgregError(f"{file}: {error}", "nothing was written") from None
            if after != before[file]:
                out[file] = (before[file], after)
        return out

    def drop(self, record: Record, path: KeyPath) -> None:
        """Plan to take a key away."""
        where = record.where
        self.changes.setdefault(where.file, []).append(Delete(where.path(record.as_written(path))))


def _of_windows(texts: Mapping[str, str]) -> bool:
    """Whether most files end their lines as Windows does; of each the first line is looked at (decision 201)."""
    ends = [text[at - 1 : at] == "\r" for text in texts.values() if (at := text.find("\n")) > 0]
    return 2 * sum(ends) > len(ends)


def find(register: Register, id: str, *kinds: str) -> Record:
    """The record with an id, of some kinds where they are given; an unknown id names the nearest."""
    known = [one for one, what in register.kind_of.items() if not kinds or what in kinds]
    if id not in known:
        refuse_to_call_unknown(register, id)
        what = " or ".join(kinds)
        raise IgregError(
            f"no record has the id {id!r}" if not kinds else f"{id!r} is none of the {what}",
            register.lookup.hint(id, kinds, _there_are(register, known, kinds)),
        )
    if any(repeat.id == id for repeat in register.repeats):
        raise IgregError(f"two records have the id {id!r}", "give one of them another id first (repeated-id, IG105)")
    return register.by_id[id]


MOST_NAMED = 6
"""So many records are named where one of them is to be chosen."""


def _there_are(register: Register, known: list[str], kinds: tuple[str, ...]) -> str:
    """What to do where an id means nothing: take one of those there are, where they are few, or add a record."""
    if len(kinds) != 1 or kinds[0] not in KINDS:
        return "check the id"
    add = f"for a new one: igreg add {singular(kinds[0])}"
    if not known:
        return f"there are none yet; {add}"
    if len(known) > MOST_NAMED:
        return f"check the id, or {add}"
    return f"there {are(len(known))} {listed(map(register.lookup.called, known))}; or {add}"
