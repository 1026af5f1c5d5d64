"""A folder of files as a zip whose bytes depend on the files alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

LARGEST = 2_000_000_000
"""So many bytes are unpacked at most, whatever an archive says of itself."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by their path, sorted, without a clock, with the same rights on every system.

    Nothing is compressed: what `zlib` writes differs from one version of it to the next.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, files[path])
    return out.getvalue()


def unzipped(data: bytes) -> list[tuple[str, bytes | None]] | None:
    """The files of a zip, in its order; None in place of the bytes of what cannot be read; None where it is no zip."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    with archive:
        entries = [one for one in archive.infolist() if not one.is_dir()]
        if sum(one.file_size for one in entries) > LARGEST:
            return None
        return [(one.filename, _bytes(archive, one)) for one in entries]


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return None
    except Exception:  # zlib.error and its like: a stream that somebody broke
        return None
    return data if len(data) <= entry.file_size else None
