"""Snapshots on the disk, and the views over many of them, run by DuckDB."""

from __future__ import annotations

import contextlib
import json
import re
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from igreg.estate.rows import COLUMNS, MOST_LETTERS, MOST_ROWS, VERSION, Row
from igreg.estate.views import FIGURES, SHOWN, UNREADABLE, views
from igreg.store.database import Refused, connect
from igreg.store.find import reason

NAME = "snapshot.parquet"
MOST_BYTES = 1 << 20
"""A snapshot has some three thousand bytes; what is larger than this is none."""
_MAGIC = b"PAR1"


def snapshot_in(folder: Path) -> Path | None:
    """The snapshot that a path means: the folder's, or the file itself; nothing where it is no snapshot."""
    try:
        whole = folder.absolute()
        if whole.name == NAME and whole.is_file():
            return whole
        found = whole / NAME
        return found if found.is_file() else None
    except (OSError, ValueError):
        return None


class Database:
    """Figures of many registers in memory: those read here, and those of snapshots."""

    def __init__(self) -> None:
        self.connection = connect()
        self.connection.execute(f"CREATE TABLE figures ({_columns(FIGURES)})")
        self.waiting: list[tuple[object, ...]] = []

    def _put_in(self) -> None:
        """Put in what waits; as one text, since DuckDB takes rows one by one but slowly."""
        taken = ", ".join(f"CAST(row ->> {n} AS {type})" for n, type in enumerate(FIGURES.values()))
        given, self.waiting = json.dumps(self.waiting), []
        self.connection.execute(
            f"""INSERT INTO figures SELECT {taken} FROM (SELECT UNNEST(FROM_JSON(?, '["JSON"]')) AS row)""", [given]
        )

    def put(self, register: str, rows: Iterable[Row], source: str = "register") -> None:
        """Remember the figures of a register that was read here; they are put in with the next question."""
        self.waiting += [(register, source, *row) for row in rows]

    def put_unread(self, unread: Iterable[tuple[str, str, str]]) -> None:
        """Remember what cannot be read: its name, its source, and why."""
        self.waiting += [(name, source, VERSION, 0, UNREADABLE, "", None, why) for name, source, why in unread]

    def read(self, files: Mapping[str, Path]) -> tuple[dict[str, list[Row]], dict[str, str]]:
        """The rows of snapshots by the name of each, and for those that cannot be read the reason.

        None of them counts yet: see `take`.
        """
        refused = {name: why for name, path in files.items() if (why := _no_parquet(path))}
        names = {str(path): name for name, path in files.items() if name not in refused}
        self.connection.execute(f"CREATE OR REPLACE TABLE snapshots (file VARCHAR, {_columns(COLUMNS)})")
        waiting = [list(names)] if names else []
        while waiting:
            some = waiting.pop()
            why = self._read(some)
            if why and len(some) == 1:
                refused[names[some[0]]] = why
            elif why:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
        found: dict[str, list[Row]] = {}
        for file, *row in self.connection.execute("SELECT * FROM snapshots").fetchall():
            found.setdefault(names[file], []).append(Row._make(row))
        refused |= {name: "it has no rows" for name in names.values() if name not in refused and name not in found}
        return found, refused

    def _read(self, files: list[str]) -> str:
        """Read files together; why that is not possible, if it is not: then nothing is read."""
        most = MOST_ROWS * len(files)
        try:
            head = (
                self.connection.execute(f"{_reading(files[:1], ', '.join(COLUMNS))} LIMIT 0").description or ()
            )  # the first decides
            if [str(one[1]) for one in head[1:]] != list(COLUMNS.values()):
                return f"its columns are not those of a snapshot: {', '.join(COLUMNS)}"
            self.connection.execute("BEGIN")
            done = self.connection.execute(
                f"INSERT INTO snapshots {_reading(files, _cut(MOST_LETTERS + 1))} LIMIT {most + 1}"
            ).fetchone()
        except Refused as error:
            self._undo()
            return f"{NAME} cannot be read as a snapshot: {_first_line(error)}"
        if done is None or done[0] > most:
            self._undo()
            return f"it has more than {MOST_ROWS:,} rows, and a snapshot has some eighty"
        self.connection.execute("COMMIT")
        return ""

    def _undo(self) -> None:
        with contextlib.suppress(Refused):
            self.connection.execute("ROLLBACK")

    def take(self, files: Mapping[str, Path]) -> None:
        """Let the rows of snapshots count that were read, under the name of each."""
        self.connection.execute(
            f"""INSERT INTO figures SELECT (named ->> 1), 'snapshot', {_cut(MOST_LETTERS)}
            FROM snapshots INNER JOIN (SELECT UNNEST(FROM_JSON(?, '["JSON"]')) AS named) AS names
            ON file = (named ->> 0)""",
            [json.dumps([[str(path), name] for name, path in files.items()])],
        )

    def answers(self) -> dict[str, list[dict[str, Any]]]:
        """What each view comes to."""
        self._make()
        return {name: self._rows(name) for name in SHOWN}

    def _make(self) -> None:
        """Work out every view once, as a table: most stand on others."""
        self._put_in()
        for name, sql in views().items():
            self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def _rows(self, view: str) -> list[dict[str, Any]]:
        done = self.connection.execute(f"SELECT * FROM {view}")
        names = [one[0] for one in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]

    def parquet(self) -> dict[str, bytes]:
        """The table and each view as a file of Parquet."""
        self._make()
        return {"figures.parquet": self._parquet("SELECT * FROM figures")} | {
            f"{name}.parquet": self._parquet(f"SELECT * FROM {name}") for name in SHOWN
        }

    def _parquet(self, sql: str) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "one.parquet"
            self.connection.execute(f"COPY ({sql}) TO {_quoted(path)} (FORMAT parquet, COMPRESSION zstd)")
            return path.read_bytes()

    def snapshot(self, rows: Iterable[Row]) -> bytes:
        """The rows of one snapshot as a file of Parquet."""
        self.put("", rows)
        self._put_in()
        wanted = ", ".join(COLUMNS)
        return self._parquet(f"SELECT {wanted} FROM figures ORDER BY position")


def _quoted(path: object) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _reading(files: list[str], columns: str) -> str:
    """The question for columns of files; their names stand in it, since DuckDB is slow with long lists beside one.

    What DuckDB would take for a pattern of names is no pattern here.
    """
    names = ", ".join(_quoted(_PATTERN.sub(r"[\g<0>]", file)) for file in files)
    return f"SELECT filename, {columns} FROM read_parquet([{names}], filename = true)"


_PATTERN = re.compile(r"[*?[]")


def _columns(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {type}" for name, type in columns.items())


def _cut(letters: int) -> str:
    """The columns of a snapshot, with texts of so many letters at most."""
    return ", ".join(
        f"SUBSTRING({name}, 1, {letters})" if type == "VARCHAR" else name for name, type in COLUMNS.items()
    )


def _no_parquet(path: Path) -> str:
    """Why a file is no Parquet, so far as that is seen without reading it; empty where it may be."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            return f"{NAME} is not an ordinary file"
        if info.st_size > MOST_BYTES:
            return f"{NAME} has {info.st_size:,} bytes, and a snapshot has a few thousand"
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except OSError as error:
        return f"{NAME} cannot be read: {reason(error)}"
    if len(data) < 12 or not data.startswith(_MAGIC) or not data.endswith(_MAGIC):
        return f"{NAME} is not a Parquet file, or only a part of one"
    return ""


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0][:200]
