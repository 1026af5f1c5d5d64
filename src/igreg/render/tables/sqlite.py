"""Tables as a database of SQLite, made in memory: with keys, so that Datasette leads from a record to another."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Sequence
from decimal import Decimal

from igreg.tables.rows import Filled, Row, Value
from igreg.tables.shape import APPLICATION, RECORD, Column

VERSION = 1
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL", "sum": "REAL"}


def tables_sqlite(tables: Sequence[Filled]) -> bytes:
    """All tables as the bytes of one file; the same tables give the same bytes."""
    keyed = {one.table.name: _keys(one) for one in tables}
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {VERSION}")
        base.execute("BEGIN")
        for one in tables:
            base.execute(_made(one, keyed))
            places = ", ".join("?" for _ in one.table.columns)
            base.executemany(f"INSERT INTO {_name(one.table.name)} VALUES ({places})", map(_row, one.rows))
        base.execute("COMMIT")
        return base.serialize()


def _keys(one: Filled) -> tuple[str, ...]:
    """The columns of the key; none where rows of a faulty register cannot be told apart by it."""
    keys = one.table.keys
    at = [number for number, column in enumerate(one.table.columns) if column.name in keys]
    found = [tuple(row[number] for number in at) for row in one.rows]
    return () if any(None in key for key in found) or len(set(found)) < len(found) else keys


def _made(one: Filled, keyed: dict[str, tuple[str, ...]]) -> str:
    lines = [f"{_name(c.name)} {_TYPES.get(c.type, 'TEXT')}" for c in one.table.columns]
    if keys := keyed[one.table.name]:
        lines.append(f"PRIMARY KEY ({', '.join(map(_name, keys))})")
    for column in one.table.columns:
        target = _target(one, column)
        if keyed.get(target or "") == ("id",):
            lines.append(f"FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(target or '')} (id)")
    return f"CREATE TABLE {_name(one.table.name)} (\n  {f',{chr(10)}  '.join(lines)}\n)"


def _target(one: Filled, column: Column) -> str | None:
    """The table of the records that a column names."""
    if column is RECORD:
        return one.table.kind.replace("-", "_")
    return column.names_one_of.replace("-", "_") if column.names_one_of else None


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _row(row: Row) -> list[str | int | float | None]:
    return [_cell(value) for value in row]


def _cell(value: Value) -> str | int | float | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and value < 2**53 else float(value)
    return value.isoformat() if isinstance(value, dt.date) else value
