"""Change files of a register: only those that are still as they were read, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from igreg.errors import IgregError
from igreg.store import journal
from igreg.store.find import find_root, reason
from igreg.store.write import write_files

_MARK = b"\xef\xbb\xbf"


def change_files(
    register: Path, files: Mapping[str, tuple[str | None, str]], *, last: Mapping[Path, bytes] | None = None
) -> None:
    """Write new texts over old ones, and files that are new; names are relative to the repository root.

    Raises IgregError when a file is no longer what it was when it was read, or is there where none was; then nothing is
    written. A byte-order mark stays. What is written `last` stands outside the register, and is there only when all of
    the others are.
    """
    root = find_root(register)
    ready: dict[Path, bytes] = {}
    for file, (before, after) in files.items():
        path = root / file
        if before is None:
            if path.exists() or path.is_symlink():
                raise IgregError(f"{file} was written by somebody else meanwhile", "run the command again")
            ready[path] = after.encode()
            continue
        try:
            data = path.read_bytes()
        except OSError as error:
            raise IgregError(f"{file} cannot be read any more: {reason(error)}", "run the command again") from None
        mark = _MARK if data.startswith(_MARK) else b""
        if data != mark + before.encode():
            raise IgregError(f"{file} was changed by somebody else meanwhile", "run the command again")
        ready[path] = mark + after.encode()
    write_files(ready, register / journal.NAME, last)
