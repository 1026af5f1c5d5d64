"""One writer at a time for one register. The system lets go of the lock when the writer ends, however it ends."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from igreg.errors import IgregError
from igreg.store.find import reason

SECONDS = 20.0
"""How long to wait for another writer."""


@contextlib.contextmanager
def locked(folder: Path, seconds: float = SECONDS) -> Iterator[None]:
    """Have the register to oneself. Raises IgregError when another writer does not end in time.

    Nothing is left lying in the folder: on Unix the folder itself is locked, on Windows a file in the user's own
    folder for temporary files. Where a file system knows no locks, the writer goes on without: what changed since it
    was read is refused all the same.
    """
    try:
        handle = _opened(folder)
    except OSError as error:
        raise IgregError(f"{folder.name} cannot be opened: {reason(error)}", "look at its permissions") from None
    try:
        end = time.monotonic() + seconds
        while not _taken(handle):
            if time.monotonic() > end:
                raise IgregError(
                    f"another igreg has been writing to {folder.name} for {seconds:g} seconds",
                    "wait until it has ended, then run the command again",
                )
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        name = hashlib.sha256(str(folder.resolve()).lower().encode()).hexdigest()[:24]
        return os.open(Path(tempfile.gettempdir()) / f"igreg-{name}.lock", os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks
        return True
