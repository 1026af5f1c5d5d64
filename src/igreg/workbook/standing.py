"""What stands in the files of a register, as plain data and place by place."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register
from igreg.source.reading.document import parse
from igreg.workbook.columns import Step, Table

TRAINING = "training-records"


@dataclass(frozen=True)
class There:
    """A record as its file has it."""

    kind: str
    file: str
    item: int | None
    """Its place in the file's list; nothing where it has the file to itself."""
    data: Mapping[str, Any]

    @property
    def id(self) -> str | None:
        """Its id, where it has one that is a text."""
        found = self.data.get("id")
        return found if isinstance(found, str) and found else None

    @property
    def name(self) -> str:
        """What it is called in a plan: its id, or what stands for one."""
        if self.id is not None:
            return self.id
        if self.kind == TRAINING:
            return "/".join(str(self.data.get(key)) for key in ("staff", "course", "completed"))
        return self.kind if self.kind == "organisation" else f"{self.file}#{(self.item or 0) + 1}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the record, or a part of it with its places in the lists on the way, counted from 0."""

    there: There
    name: str
    """What the record is called."""
    places: tuple[int, ...]
    values: Mapping[str, Any]
    """What it says, by the names of its columns; those that say nothing are left out."""
    kept: str
    """What the hidden sheet keeps of it, as JSON; its fingerprint first."""
    fingerprint: str
    """Of what it says; of rows that say the same, the second and later have others."""

    @property
    def original(self) -> str:
        """What it is found again by: the record's name, and for a part its place too."""
        return self.name + (f"#{position(self.places)}" if self.places else "")


def position(places: Sequence[int]) -> str:
    """A place in a list as people count: 1 for the first, and `2.1` for the first in the list of the second."""
    return ".".join(str(place + 1) for place in places)


@dataclass
class Standing:
    """The records of some kinds as their files have them, and the files that cannot be read."""

    records: dict[str, list[There]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


def standing(register: Register, kinds: Sequence[str]) -> Standing:
    """What stands in the files of some kinds, in the order of files and of lines."""
    out = Standing({kind: [] for kind in kinds}, unread_of(register, kinds))
    for file, text in register.sources.texts.items():
        kind = _kind_of(register, file)
        if kind in out.records and file not in out.unread:
            parsed = parse(file, text)
            for item, data in enumerate(parsed.value or ()):
                out.records[kind].append(There(kind, file, None if parsed.single else item, data))
    return out


def unread_of(register: Register, kinds: Sequence[str]) -> list[str]:
    """The files of some kinds, and those of no kind that can be told, that cannot be read."""
    texts = register.sources.texts
    out = []
    for file in register.unread:
        named = kind_in_name(file.removeprefix(register.sources.prefix))
        if file in texts:
            if named is not None and named.kind in kinds:
                parsed = parse(file, texts[file])
                if parsed.value is None or parsed.faults or parsed.bad:
                    out.append(file)
        elif named is not None and (named.kind is None or named.kind in kinds):
            out.append(file)
    return sorted(set(out))


def _kind_of(register: Register, file: str) -> str | None:
    named = kind_in_name(file.removeprefix(register.sources.prefix))
    return named.kind if named is not None else None


def rows_of(table: Table, records: Sequence[There]) -> Iterator[Row]:
    """The rows of a table, in the order of the records and of their lists."""
    seen: Counter[str] = Counter()
    of = _JSON(table.name)
    for there in records:
        name = there.name
        for places, data in items(there.data, table.way):
            values = values_of(table, data)
            said = f"{of}, {_JSON(name)}, {_JSON(places) if places else '[]'}, {_JSON(values)}]"
            mark = _mark(said)
            seen[mark] += 1
            if seen[mark] > 1:
                mark = _mark(f"{said}{seen[mark]}")
            yield Row(there, name, places, values, f'["{mark}", {said}', mark)


def items(data: Any, way: Sequence[Step]) -> Iterator[tuple[tuple[int, ...], Mapping[str, Any]]]:
    """The parts at the end of a way, each with its places in the lists; what is no part is passed over."""
    if not way:
        if isinstance(data, dict):
            yield (), data
        return
    inner = data.get(way[0].key) if isinstance(data, dict) else None
    if not way[0].is_list:
        yield from items(inner, way[1:])
        return
    for place, one in enumerate(inner if isinstance(inner, list) else ()):
        for places, found in items(one, way[1:]):
            yield (place, *places), found


def path_of(way: Sequence[Step], places: Sequence[int]) -> KeyPath:
    """The way to a part, with its places; to the list itself where the last place is not given."""
    out: list[str | int] = []
    left = list(places)
    for step in way:
        out.append(step.key)
        if step.is_list and left:
            out.append(left.pop(0))
    return tuple(out)


def values_of(table: Table, data: Mapping[str, Any]) -> dict[str, Any]:
    """What a record or a part says in the columns of its table; what says nothing is left out."""
    out = {}
    for name, path in table.ways:
        value = data.get(path[0])
        if value is not None and len(path) > 1:
            value = value_at(value, path[1:])
        if value is not None and value != "" and value != [] and value != {}:
            out[name] = value
    return out


def value_at(data: Any, path: Sequence[str | int]) -> Any:
    """What stands at a way; nothing where anything on it is missing or is no mapping."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
        if data is None:
            return None
    return data


_JSON = json.JSONEncoder(default=str).encode


def _mark(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:16]
