"""Records that are written together: what they are made of is worked out once, for all who write and prove them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, overload

Record = Mapping[str, Any]
Columns = Mapping[str, Sequence[str]]
"""Values of records by field, in the order of the records."""


class Run(NamedTuple):
    """Records that follow one another and have the same fields."""

    keys: tuple[str, ...]
    records: Sequence[Record]
    columns: Columns | None
    """Nothing where a value is no text."""


class Alike(Sequence[Record]):
    """Records that have the same fields, all of them texts, field by field: none is made until somebody asks for it."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns

    def __len__(self) -> int:
        return min(map(len, self.columns.values()), default=0)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        if isinstance(at, slice):
            return Alike({key: column[at] for key, column in self.columns.items()})
        return {key: column[at] for key, column in self.columns.items()}


class Together(Sequence[Record]):
    """Records in their order; of a year of training there are some hundred thousand."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self._records[at]

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The records, those together that follow one another and have the same fields."""
        if isinstance(self._records, Alike):
            return (Run(tuple(self._records.columns), self._records, self._records.columns),) if self._records else ()
        shapes = list(map(tuple, self._records))
        if shapes and shapes.count(shapes[0]) == len(shapes):
            return (_run(shapes[0], self._records),)
        return [_run(keys, list(some)) for keys, some in groupby(self._records, key=tuple)]

    @cached_property
    def columns(self) -> Columns | None:
        """The values of all, an empty text where a record lacks a field; nothing where one is no text, or is empty."""
        found = [run.columns for run in self.runs if run.columns is not None and not _has_empty(run.columns)]
        if len(found) < len(self.runs):
            return None
        if len(found) == 1:
            return found[0]
        keys = dict.fromkeys(key for run in self.runs for key in run.keys)
        out: dict[str, list[str]] = {key: [] for key in keys}
        for run, columns in zip(self.runs, found, strict=True):
            for key, column in out.items():
                column += columns[key] if key in columns else [""] * len(run.records)
        return out


def together(records: Iterable[Record]) -> Together:
    """Records as they are written together."""
    if isinstance(records, Together):
        return records
    return Together(records if isinstance(records, Sequence) else list(records))


def _run(keys: tuple[str, ...], records: Sequence[Record]) -> Run:
    columns = {key: list(map(itemgetter(key), records)) for key in keys}
    return Run(keys, records, columns if all(set(map(type, one)) == {str} for one in columns.values()) else None)


def _has_empty(columns: Columns) -> bool:
    return any("" in column for column in columns.values())
