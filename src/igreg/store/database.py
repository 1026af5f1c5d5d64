"""The one module that runs DuckDB: a database in memory, that fetches nothing and installs nothing."""

from __future__ import annotations

import csv
import datetime as dt
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from igreg.errors import IgregError
from igreg.store.bounds import little_memory, stopped_after
from igreg.tables.answer import Answer

if TYPE_CHECKING:
    from igreg.tables.rows import Filled, Row

Connection = duckdb.DuckDBPyConnection
Refused = duckdb.Error
"""What is raised where DuckDB cannot do what it is asked."""

SQL = {
    "text": "VARCHAR",
    "date": "DATE",
    "moment": "TIMESTAMP",
    "boolean": "BOOLEAN",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "sum": "DECIMAL(30,6)",
}
"""The type in SQL of each type of column."""
SECONDS = 30.0
"""So long may a question take (ruling X68)."""
MEMORY = 512 << 20
"""So many bytes may it need."""
_HELD = MEMORY + MEMORY // 2
"""So many more than it had may the whole process have meanwhile."""
MOST_ROWS = 100_000
"""So many rows of an answer are told."""
MOST_LETTERS = 64 << 20
"""So many letters of an answer are told; a table of 100,000 rows has a tenth of it."""


def connect(memory: str = "1GiB") -> Connection:
    """An empty database in memory; with one thread, so that the same question gives the same bytes."""
    return duckdb.connect(
        config={
            "threads": 1,
            "memory_limit": memory,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
        }
    )


def quoted(name: str) -> str:
    """A name as SQL takes it, whichever word it is."""
    return '"' + name.replace('"', '""') + '"'


def load(connection: Connection, tables: Sequence[Filled]) -> None:
    """Put tables into a database; all are made, empty ones too."""
    typed = {one.table.name: {column.name: SQL[column.type] for column in one.table.columns} for one in tables}
    made = (
        f"CREATE TABLE {quoted(name)} ({', '.join(f'{quoted(column)} {type}' for column, type in columns.items())})"
        for name, columns in typed.items()
    )
    connection.execute("; ".join(("BEGIN", *made, "COMMIT")))  # each by itself takes half as long again
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.csv"
        for one in tables:
            if one.rows:
                _insert(connection, one.table.name, typed[one.table.name], one.rows, file)


def _insert(connection: Connection, name: str, columns: Mapping[str, str], rows: Sequence[Row], file: Path) -> None:
    """Rows through a file of CSV: DuckDB takes them one by one, or as a text, a hundred times as slowly."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    longest = max(2 << 20, *(sum(len(cell) for cell in row if isinstance(cell, str)) * 5 for row in rows))
    typed = ", ".join(f"{_text(column)}: '{type}'" for column, type in columns.items())
    connection.execute(
        f"INSERT INTO {quoted(name)} SELECT * FROM read_csv({_text(str(file))}, header = false, auto_detect = false, "
        f"""delim = ',', quote = '"', escape = '"', nullstr = '', parallel = false, null_padding = false, """
        f"max_line_size = {longest}, buffer_size = {longest * 2}, columns = {{{typed}}})"
    )


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def parquet(tables: Sequence[Filled]) -> dict[str, bytes]:
    """Each table as a file of Parquet, by the table's name; the same tables give the same bytes."""
    out = {}
    with connect() as connection, tempfile.TemporaryDirectory() as folder:
        load(connection, tables)
        file = Path(folder) / "one.parquet"
        for one in tables:
            connection.execute(
                f"COPY (SELECT * FROM {quoted(one.table.name)}) TO {_text(str(file))} "
                "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
            )
            out[one.table.name] = file.read_bytes()
    return out


def seal(connection: Connection, tables: Sequence[Filled], today: dt.date) -> None:
    """Make of an empty database one of some tables that reaches nothing else: no file, no network, no setting."""
    load(connection, tables)
    connection.execute("CREATE TABLE today AS SELECT ?::DATE AS today", [today])
    for setting in (
        "temp_directory = ''",
        "enable_external_access = false",
        "python_enable_replacements = false",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")


def ask(
    tables: Sequence[Filled],
    sql: str,
    today: dt.date,
    *,
    seconds: float = SECONDS,
    most: int = MOST_ROWS,
    give_up: Callable[[], None] = lambda: None,
) -> Answer:
    """The answer to one question in SQL, asked of these tables, of the table `today`, and of nothing else.

    Where a single function goes on though it was told to stop, `give_up` is called, from another thread.

    Raises IgregError for anything but one question, for one that DuckDB refuses, and for one that takes too long or
    too much.
    """
    with connect(f"{MEMORY >> 20}MiB") as connection:
        with little_memory(_HELD):
            statement = _one_question(connection, sql)  # what is no question waits for no table
        seal(connection, tables, today)
        with little_memory(_HELD), stopped_after(connection.interrupt, seconds, give_up) as stopped:
            try:
                return _answer(connection.execute(statement), most)
            except MemoryError:
                raise _too_large() from None
            except Refused as error:
                raise _refused(error, seconds if stopped.is_set() else None) from None


_BLANK = re.compile(r"(?:\s|\(|--[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_]+")
_FIRST = frozenset({"select", "with", "values", "describe", "desc", "summarize", "from"})


def _one_question(connection: Connection, sql: str) -> duckdb.Statement:
    """The one statement of a text, if it asks and does nothing else (ruling X37)."""
    try:
        found = connection.extract_statements(sql)
    except Refused as error:
        raise _refused(error) from None
    except (TypeError, UnicodeEncodeError):
        raise IgregError("the question has letters that are none", "write it in UTF-8") from None
    if not found:
        raise IgregError("there is no question", _EXAMPLE)
    if len(found) > 1:
        raise IgregError("one question is asked at a time, and this is more than one statement", _EXAMPLE)
    start = _BLANK.match(sql)
    word = _WORD.match(sql, start.end() if start is not None else 0)
    if found[0].type != duckdb.StatementType.SELECT or word is None or word[0].lower() not in _FIRST:
        raise IgregError(
            "a question begins with SELECT, WITH, VALUES, DESCRIBE or SUMMARIZE, and this does something else",
            _EXAMPLE,
        )
    return found[0]


_EXAMPLE = 'for example: igreg query "SELECT id, title FROM policies ORDER BY id"'


def _answer(done: Connection, most: int) -> Answer:
    described = done.description or ()
    columns = tuple(zip(_apart([str(one[0]) for one in described]), (str(one[1]) for one in described), strict=True))
    rows, letters = list[tuple[Any, ...]](), 0
    while len(rows) <= most and (some := done.fetchmany(min(1024, most + 1 - len(rows)))):
        rows += some
        letters += sum(_length(cell) for row in some for cell in row)
        if letters > MOST_LETTERS:
            raise _too_large()
    return Answer(columns, rows[:most], len(rows) > most)


def _length(cell: object) -> int:
    if isinstance(cell, str | bytes):
        return len(cell)
    if isinstance(cell, list | tuple):
        return sum(map(_length, cell))
    return sum(map(_length, cell.values())) if isinstance(cell, dict) else 8


def _apart(names: Sequence[str]) -> list[str]:
    """Each name once: `a`, `a_1`, `a_2`."""
    out: list[str] = []
    for name in names:
        found, number = name, 0
        while found in out or (number and found in names):
            number += 1
            found = f"{name}_{number}"
        out.append(found)
    return out


def _too_large() -> IgregError:
    return IgregError(
        "the answer, or the way to it, takes too much memory", "ask for less: fewer columns, LIMIT, WHERE"
    )


def _refused(error: BaseException, seconds: float | None = None) -> IgregError:
    """Why a question has no answer, in DuckDB's words, which name the place."""
    if seconds is not None:
        return IgregError(
            f"the question took longer than {seconds:g} seconds", "ask for less: WHERE, LIMIT, no cross join"
        )
    if isinstance(error, duckdb.OutOfMemoryException):
        return _too_large()
    text = str(error)
    if "pytz" in text:
        return IgregError(
            "a moment with a time zone cannot be shown", "write ::TIMESTAMP behind it; the register's day is in `today`"
        )
    if isinstance(error, duckdb.PermissionException):
        return IgregError("a question reaches the register's tables, and no file, network or extension", _EXAMPLE)
    said, _, rest = text.partition("\n")
    hint = next((line for line in rest.split("\n") if line.startswith(("Did you mean", "Candidate"))), "")
    place = next((line for line in rest.split("\n") if line.startswith("LINE ")), "")
    help = (
        "; ".join(one[:200] for one in (hint, place) if one)
        or "`DESCRIBE staff` names the columns of a table, and docs/tables.md has all of them"
    )
    return IgregError(said[:300], help)
