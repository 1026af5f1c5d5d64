"""Which charts and reports on the disk are not what the register says, and which are left over."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from igreg.chart.view import day_named
from igreg.publish.charts import Drawing


def stale_files(
    drawing: Drawing, wanted: Sequence[str], formats: Sequence[str], files: dict[Path, bytes], out: Path
) -> list[str]:
    """A line for each file that is missing, differs from what would be drawn, or is no longer drawn; reads the disk.

    Line ends do not count, nor does the day that a chart names, where nothing has changed since.
    """
    told = []
    for file, data in _as_named(drawing, wanted, formats, files, out).items():
        if not file.is_file():
            told.append(f"{file.as_posix()} is missing")
        elif file.read_bytes().replace(b"\r\n", b"\n") != data.replace(b"\r\n", b"\n"):
            told.append(f"{file.as_posix()} is not what the register says")
    endings = {file.suffix for file in files}
    for folder in dict.fromkeys(file.parent for file in files):
        found = {path for name in wanted for path in folder.glob(f"{name}-*") if path.suffix in endings}
        told += [f"{path.as_posix()} is no longer drawn" for path in sorted(found - set(files))]
    return told


def stale_file(file: Path, data: bytes) -> str | None:
    """A line where a file is missing, or is not what would be written; reads the disk.

    Line ends do not count, nor how tightly a document or a workbook is packed, which differs between machines.
    """
    if not file.is_file():
        return f"{file.as_posix()} is missing"
    there = file.read_bytes()
    if there == data or there.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n"):
        return None
    same = _parts(data) is not None and _parts(there) == _parts(data)
    return None if same else f"{file.as_posix()} is not what the register says"


def _parts(data: bytes) -> list[tuple[str, int, int]] | None:
    """The parts of what is packed: name, size and checksum of each; nothing for what is none."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return [(one.filename, one.file_size, one.CRC) for one in packed.infolist()]
    except (zipfile.BadZipFile, ValueError):
        return None


def _as_named(
    drawing: Drawing, wanted: Sequence[str], formats: Sequence[str], files: dict[Path, bytes], out: Path
) -> dict[Path, bytes]:
    """What files on the disk are held against: each as drawn for the day that it names, if nobody came or went since.

    What else may have changed since then, in a chart of data, skills or elections, the bytes tell.
    """
    named: dict[dt.date, list[Path]] = {}
    for file in files:
        day = day_named(file.read_bytes()) if file.is_file() and not drawing.view.dated else None
        if day is not None and day != drawing.view.day and drawing.view.unchanged_since(day):
            named.setdefault(day, []).append(file)
    found = dict(files)
    for day, some in named.items():
        drawn = drawing.as_drawn_for(day).files(wanted, formats)
        found |= {file: drawn[file.relative_to(out).as_posix()] for file in some}
    return found
