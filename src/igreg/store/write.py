"""The one writer: files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from igreg.errors import IgregError
from igreg.store.find import reason


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write several files: first all beside their targets, flushed to disk, then all renamed into place.

    Folders that are missing are made. Raises IgregError when the system refuses; then no target has changed, unless
    the refusal came in the middle of the renames, of which the message tells.
    """
    ready: list[tuple[Path, Path]] = []
    done = 0
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            ready.append((_beside(target, data), target))
        for temporary, target in ready:
            temporary.replace(target)
            done += 1
        for folder in {target.parent for _, target in ready}:
            _settle(folder)
    except OSError as error:
        changed = f"; {done} of {len(files)} files were already in place" if done else ""
        where = getattr(error, "filename2", None) or getattr(error, "filename", None) or ""
        name = Path(str(where)).name if where else "a file"
        raise IgregError(
            f"{name} cannot be written: {reason(error)}{changed}", "look at the folder and its space"
        ) from None
    finally:
        for temporary, _ in ready[done:]:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _beside(target: Path, data: bytes) -> Path:
    """A temporary file beside the target, with its content safely on disk and the target's mode."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".igreg-part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _settle(folder: Path) -> None:
    """Have the folder itself on disk, where the system knows how."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
