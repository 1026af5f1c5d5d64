"""The one writer: files are written whole or not at all, and several of them together."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.store import journal as journals
from igreg.store.find import reason

PART = journals.PART


@dataclass(frozen=True)
class _Step:
    """One file to be renamed into place; `before` is what the target held, to go back to."""

    temporary: Path
    target: Path
    before: bytes | None


def write_files(
    files: Mapping[Path, bytes], journal: Path | None = None, last: Mapping[Path, bytes] | None = None
) -> None:
    """Write several files: first all beside their targets, flushed to disk, then all renamed into place.

    Folders that are missing are made, links are followed, and modes are kept. Raises IgregError when the system
    refuses; then every target is as it was, or the message names those that are not. With `journal`, a file in which
    the step from old to new is noted, a writer that is killed between two renames is brought to an end by the next.
    What is written `last` is renamed when all others are, and is not in the journal.
    """
    ready: list[_Step] = []
    done: list[_Step] = []
    try:
        targets = {path.resolve(): data for path, data in (*files.items(), *(last or {}).items())}
        for folder in dict.fromkeys(target.parent for target in targets):
            folder.mkdir(parents=True, exist_ok=True)
            journals.sweep(folder, older_than=journals.HOUR)
        for target, data in targets.items():
            ready.append(_prepared(target, data))
        first = ready[: len(ready) - len(last or ())]
        if journal is not None and len(first) > 1:
            noted = journals.noted(journal, [(step.temporary, step.target, step.before) for step in first])
            _write_one(journal, noted)
            _settle([journal.parent])
        for step in ready:
            step.temporary.replace(step.target)
            done.append(step)
        _settle(target.parent for target in targets)
    except BaseException as error:
        stuck = _undo(done)
        if not isinstance(error, OSError):
            raise
        where = getattr(error, "filename2", None) or getattr(error, "filename", None) or ""
        name = Path(str(where)).name if where else "a file"
        changed = f"; {', '.join(stuck)} could not be put back" if stuck else ""
        raise IgregError(
            f"{name} cannot be written: {reason(error)}{changed}", "look at the folder and its space"
        ) from None
    finally:
        for path in (*(step.temporary for step in ready), *((journal,) if journal is not None else ())):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _prepared(target: Path, data: bytes) -> _Step:
    if target.exists() and not target.is_file():
        raise OSError(22, "there is something there that is not an ordinary file", str(target))
    before = target.read_bytes() if target.exists() else None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "it may only be read", str(target))
    try:
        return _Step(_beside(target, data), target, before)
    except OSError as error:  # of a full disk it names no file, of a folder that is closed the temporary one
        raise OSError(error.errno, error.strerror, str(target)) from None


def _undo(done: Iterable[_Step]) -> list[str]:
    """Put back what was renamed already; the names of files for which that failed."""
    stuck = []
    for step in done:
        try:
            if step.before is None:
                step.target.unlink()
            else:
                _write_one(step.target, step.before)
        except OSError:
            stuck.append(step.target.name)
    return stuck


def _write_one(target: Path, data: bytes) -> None:
    """One file written whole, or nothing left of it."""
    temporary = _beside(target, data)
    try:
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _beside(target: Path, data: bytes) -> Path:
    """A temporary file beside the target, with its content safely on disk and the target's mode."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=PART, dir=target.parent)
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


def _settle(folders: Iterable[Path]) -> None:
    """Have the folders themselves on disk, where the system knows how."""
    if os.name == "nt":
        return
    for folder in dict.fromkeys(folders):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
