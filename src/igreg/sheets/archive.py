"""The parts of a workbook, unpacked within limits: what is too large, broken or sly is refused before it is read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping

from igreg.errors import IgregError

LARGEST = 200 * 1024 * 1024
"""So many bytes a workbook may have unpacked."""
MOST_TIMES = 100
"""So many times its size it may grow (a bomb grows by thousands); what is small may, whatever it grows by."""
SMALL = 1024 * 1024
MOST_PARTS = 5_000
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""As programs pack workbooks; other ways may ask for memory without bounds before the first byte."""

_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE = re.compile(
    rb"<\x00!\x00(?:\s\x00)*(?:D\x00O\x00C\x00T|E\x00N\x00T\x00I)|\x00<\x00!(?:\x00\s)*\x00(?:D\x00O\x00C|E\x00N\x00T)"
)
SAVE_AGAIN = "open it in the program it comes from, and save or export it again as .xlsx or .csv"


def parts(name: str, data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts of a workbook that are wanted, by their names. Raises IgregError for what cannot be unpacked safely."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_bomb(name, entries, len(data))
            chosen = [entry for entry in entries if wanted(entry.filename) and not entry.is_dir()]
            if any(entry.flag_bits & 1 for entry in chosen):
                raise locked(name)
            if any(entry.compress_type not in _PACKED for entry in chosen):
                raise broken(name)
            found = {entry.filename: archive.read(entry) for entry in chosen}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise broken(name) from None
    for part, content in found.items():
        if _defines(content):
            raise IgregError(
                f"{name} defines words of its own (a DTD, in {part}), which no spreadsheet program writes", SAVE_AGAIN
            )
    return found


def _defines(content: bytes) -> bool:
    """Whether XML has definitions of its own, in letters of one byte or two; most parts have no `<!` at all."""
    return (b"<!" in content and _DECLARED.search(content) is not None) or (
        b"\x00" in content and _WIDE.search(content) is not None
    )


def names(name: str, data: bytes) -> list[str]:
    """The names of the parts. Raises IgregError for what is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [entry.filename for entry in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise broken(name) from None


def packed(found: Mapping[str, bytes]) -> io.BytesIO:
    """The parts as an archive again: what reads it can unpack no more than is there.

    It is packed lightly, since the library holds it twice while it reads it; the cells of a year come to 80 MB.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in found.items():
            archive.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    out.seek(0)
    return out


def broken(name: str) -> IgregError:
    """The refusal of a workbook that cannot be read."""
    return IgregError(f"{name} is broken: it cannot be read as a workbook", f"it may have been cut off; {SAVE_AGAIN}")


def locked(name: str) -> IgregError:
    """The refusal of a workbook that has a password."""
    return IgregError(f"{name} is locked with a password", "open it, take the password off, and save it again")


def too_large(name: str, why: str) -> IgregError:
    """The refusal of a workbook that is larger than any list of this kind."""
    return IgregError(
        f"{name} is too large: {why}", "keep the rows and columns that are needed in a workbook of their own"
    )


def _refuse_bomb(name: str, entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_PARTS:
        raise too_large(name, f"it has {len(entries):,} parts, and {MOST_PARTS:,} is the most")
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST:
        raise too_large(name, f"{total // 1024**2:,} MiB unpacked, and {LARGEST // 1024**2} MiB is the most")
    if total > max(MOST_TIMES * size, SMALL):
        raise too_large(name, f"it unpacks to more than {MOST_TIMES} times its size, as nothing that people write does")
