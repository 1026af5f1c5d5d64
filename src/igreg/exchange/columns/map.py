"""A map: which column of a file is which field, as somebody settled it, so that next month needs no thought."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.columns.heads import OUTSIDE, fields, plain
from igreg.language.english import some_of
from igreg.language.suggest import one_of
from igreg.model.kind_words import kind_meant
from igreg.source.reading.toml_text import NoToml, toml

VERSION = 1
KEYS = (
    *("version", "kind", "columns", "values", "defaults", "clear", "header_row", "sheet", "date_order", "keys"),
    *("unknown_people", "completed"),
)
"""What a map may say."""
ORDERS = ("dmy", "mdy", "ymd")
STAFF, TRAINING = "staff", "training-records"
LEAVE_OUT = "leave-out"
"""What a map says of training of people who are not in the register."""


@dataclass(frozen=True)
class ColumnMap:
    """What a map says."""

    name: str
    kind: str
    columns: Mapping[str, str] = field(default_factory=dict)
    """The field of each head as it stands; empty where the column is left out."""
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What cells mean, by field and text."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """What every new record is given, by field."""
    clear: frozenset[str] = frozenset()
    """The heads, or fields, whose empty cells take away what is there."""
    header_row: int | None = None
    sheet: str | None = None
    date_order: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    """The ids of records, by the hash of the key that the other system has for them."""
    unknown_people: str | None = None
    completed: str | None = None

    def field(self, head: str) -> str | None:
        """The field of a head; empty where it is left out, and nothing where the map does not know it."""
        own = plain(head)
        return next((name for known, name in self.columns.items() if plain(known) == own), None)

    def has(self, head: str) -> bool:
        """Whether the map knows a head."""
        return self.field(head) is not None

    def refuse_missing(self, heads: Collection[str]) -> None:
        """Raise IgregError where a head that carried a field is not in the file any more."""
        there = {plain(head) for head in heads}
        gone = [head for head, name in self.columns.items() if name and plain(head) not in there]
        if gone:
            carried = some_of([f"{head!r} ({self.columns[head]})" for head in gone])
            raise IgregError(
                f"{self.name} knows columns that the file lacks: {carried}",
                "export the file with them, or take them out of the map",
            )


def read_map(name: str, text: str, kind: str) -> ColumnMap:
    """What a map says, for a file of a kind. A map of staff gives one of training its keys, and nothing else.

    Raises IgregError where it is no map, or one of another kind.
    """
    try:
        said = _said(text)
    except NoToml as error:
        raise IgregError(f"{name} cannot be read: {error}", "it is a TOML file in UTF-8") from None
    for key in said:
        if key not in KEYS:
            raise IgregError(f"{name}: a map has no `{key}`", one_of(key, KEYS))
    if said.get("version") != VERSION:
        raise IgregError(f"{name}: `version` must be {VERSION}", f"begin it with: version = {VERSION}")
    own = kind_meant(str(said.get("kind", "")))
    keys = _texts(name, said, "keys")
    if own == STAFF and kind == TRAINING:
        return ColumnMap(name, STAFF, keys=keys)
    if own != kind:
        raise IgregError(
            f"{name} is a map of {said.get('kind', 'no kind')}, and {kind} are imported",
            "name the map of this kind with --map, or give the file another name",
        )
    return _of_kind(name, kind, said, keys)


_OF_KEYS = re.compile(r'^\[keys\]\n((?:[0-9a-f]{32} = "[A-Za-z0-9._-]+"\n)+)\Z', re.MULTILINE)
_KEY = re.compile(r'([0-9a-f]{32}) = "([^"]+)"')


def split_keys(text: str) -> tuple[str, dict[str, str]] | None:
    """A map before its keys, and the keys, where they stand last and as igreg writes them; nothing where they do not.

    There may be many thousands of them, which the libraries of TOML take many times as long to read and to write.
    Whoever asks has to see that the text before them is TOML, and has no keys.
    """
    found = _OF_KEYS.search(text)
    pairs = _KEY.findall(found[1]) if found is not None else []
    keys = dict(pairs)
    return (text[: found.start()], keys) if found is not None and len(keys) == len(pairs) else None


def keys_text(keys: Mapping[str, str]) -> str:
    """The keys as they stand at the end of a map."""
    return "".join(["[keys]\n", *(f'{key} = "{id}"\n' for key, id in keys.items())])


def _said(text: str) -> dict[str, Any]:
    """What a map says. Raises NoToml."""
    parts = split_keys(text)
    if parts is not None:
        try:
            said = toml(parts[0])
        except NoToml:
            return toml(text)  # the line of the keys stands in a text of several lines
        if "keys" not in said:
            return {**said, "keys": parts[1]}
    return toml(text)


def _of_kind(name: str, kind: str, said: Mapping[str, Any], keys: Mapping[str, str]) -> ColumnMap:
    columns = _texts(name, said, "columns")
    for head, wanted in columns.items():
        _refuse_unknown(name, kind, wanted, f"[columns] {head!r}")
    values = {
        field: _table(name, one, f"values.{field}")
        for field, one in _flat(kind, _table(name, said.get("values", {}), "values")).items()
    }
    defaults = _flat(kind, _table(name, said.get("defaults", {}), "defaults"))
    for where, names in (("[values]", values), ("[defaults]", defaults)):
        for wanted in names:
            _refuse_unknown(name, kind, wanted, where)
    order = said.get("date_order")
    if order is not None and order not in ORDERS:
        raise IgregError(f"{name}: `date_order` is {order!r}", one_of(str(order), ORDERS))
    row = said.get("header_row")
    if row is not None and (not isinstance(row, int) or isinstance(row, bool) or row < 1):
        raise IgregError(f"{name}: `header_row` is {row!r}", "write the number of the row with the heads, such as 4")
    clear = said.get("clear", [])
    if not isinstance(clear, list) or not all(isinstance(one, str) for one in clear):
        raise IgregError(f"{name}: `clear` is no list of heads", 'for example: clear = ["Manager"]')
    return ColumnMap(
        name,
        kind,
        columns,
        values,
        defaults,
        frozenset(clear),
        row,
        _text(name, said, "sheet"),
        order,
        keys,
        _text(name, said, "unknown_people"),
        _text(name, said, "completed"),
    )


def _text(name: str, said: Mapping[str, Any], key: str) -> str | None:
    value = said.get(key)
    if value is not None and not isinstance(value, str):
        raise IgregError(f"{name}: `{key}` is {value!r}, and no text", "put it in quotes")
    return value


def _table(name: str, value: Any, key: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise IgregError(f"{name}: `{key}` is no table", f"begin it with a line [{key}]")
    return value


def _texts(name: str, said: Mapping[str, Any], key: str) -> Mapping[str, str]:
    table = _table(name, said.get(key, {}), key)
    for one, value in table.items():
        if not isinstance(value, str):
            raise IgregError(f"{name}: [{key}] {one!r} is {value!r}, and no text", "put it in quotes")
    return table


def _flat(kind: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """A table by dotted fields, where TOML has nested ones one inside the other: `review.every = "1 year"`."""
    return dict(_within(frozenset(fields(kind)), table, ""))


def _within(known: frozenset[str], table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and name not in known and any(one.startswith(f"{name}.") for one in known):
            yield from _within(known, value, f"{name}.")
        else:
            yield name, value


def _refuse_unknown(name: str, kind: str, wanted: str, where: str) -> None:
    known: Sequence[str] = (*fields(kind), *sorted(OUTSIDE))
    if wanted and wanted not in known and not wanted.startswith("_"):
        raise IgregError(
            f"{name}: {where}: {kind} have no field {wanted!r}", one_of(wanted, known, "see `igreg schema`")
        )
