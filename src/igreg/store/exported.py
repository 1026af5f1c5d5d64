"""Where an export goes: never into a register, and never over what igreg did not make."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from igreg.errors import IgregError
from igreg.language.english import some_of
from igreg.store.find import reason
from igreg.store.folder import recover, write_folder
from igreg.store.write import write_files
from igreg.tables.shape import APPLICATION, TITLE

FORCE = "name another, or write over it with --force"
Heads = Mapping[str, Iterable[tuple[str, ...]]]
"""The columns of each table there is, with names and without."""


def put_file(out: Path, data: bytes, *, force: bool) -> None:
    """Write one file, whole or not at all; one that is there must be an export of igreg, or `force` is needed."""
    if out.is_dir():
        raise IgregError(f"--out: {out.as_posix()} is a folder", "name a file")
    if out.exists() and not force and not _is_file_of_ours(_start_of(out), out):
        raise IgregError(f"--out: {out.as_posix()} is there already, and igreg did not make it", FORCE)
    write_files({out: data})


def put_folder(out: Path, files: Mapping[str, bytes], heads: Heads, *, force: bool) -> None:
    """Put files into a folder of their own, all or none; what an export left there before goes."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise IgregError(f"--out: {out.as_posix()} is no folder", "name a folder, for example: --out export")
    recover(out)
    foreign, doubtful = _beside(out, heads)
    if foreign:
        raise IgregError(
            f"--out: {some_of([f'{out.as_posix()}/{one}' for one in foreign])} would be lost: igreg did not write it",
            "take it out of the folder, or name another",
        )
    if doubtful and not force:
        told = some_of([f"{out.as_posix()}/{one}" for one in doubtful])
        raise IgregError(f"--out: {told} is there already, and is no table that this igreg writes", FORCE)
    write_folder(out, files)


def _beside(out: Path, heads: Heads) -> tuple[list[str], list[str]]:
    """What stands in a folder: what has a name that no export has, and what has one but another content."""
    foreign, doubtful = [], []
    try:
        for path in sorted(out.iterdir()) if out.exists() else ():
            if path.is_symlink() or not path.is_file() or path.suffix not in (".csv", ".jsonl", ".parquet"):
                foreign.append(path.name)
            elif path.name == "snapshot.parquet":
                continue
            elif path.stem not in heads:
                foreign.append(path.name)
            elif not _is_table(path, heads[path.stem]):
                doubtful.append(path.name)
    except OSError as error:
        raise IgregError(f"--out: {out.as_posix()} cannot be read: {reason(error)}", "name another folder") from None
    return foreign, doubtful


def _is_table(path: Path, heads: Iterable[tuple[str, ...]]) -> bool:
    """Whether a file has the columns of the table that it is named after."""
    if path.suffix == ".parquet":
        data = path.read_bytes()
        return data.startswith(b"PAR1") and data.endswith(b"PAR1") and b"DuckDB" in data[-200:]
    start = _start_of(path)
    if path.suffix == ".csv":
        return any(start.startswith(f"\ufeff{','.join(head)}\r\n".encode()) for head in heads)
    return not start or any(start.startswith(f'{{"{head[0]}":'.encode()) for head in heads)


def _start_of(path: Path) -> bytes:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(1 << 16)
    return b"?"


def _is_file_of_ours(start: bytes, path: Path) -> bool:
    """Whether a file is a document, a database or a workbook of an earlier export."""
    if start.startswith(b"SQLite format 3\0"):
        return start[68:72] == APPLICATION.to_bytes(4, "big")
    if start.startswith(b"PK"):
        with (
            contextlib.suppress(OSError, zipfile.BadZipFile, KeyError),
            zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book,
        ):
            return TITLE.encode() in book.read("docProps/core.xml")
        return False
    return start.startswith(b'{\n "version": 1,\n "today": "') and b'\n "organisation": ' in start
