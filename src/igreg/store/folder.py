"""A folder of many files, put in place whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from igreg.errors import IgregError
from igreg.store.find import reason
from igreg.store.lock import locked

_OLD, _NEW = ".igreg-old", ".igreg-new"
_MANY = 500


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with just these files in place of what stands there; raises IgregError when the system refuses.

    All is written beside it first. A run that was killed between taking the old away and putting the new in its place
    leaves the old beside it; the next one puts it back before it begins. Of two runs at once the second waits.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(target, error) from None
    with locked(target.parent):
        _recover(target)
        _write_beside(target, files)


def _write_beside(target: Path, files: Mapping[str, bytes]) -> None:
    new: Path | None = None
    try:
        new = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=_NEW, dir=target.parent))
        _settle(_written(new, files))
        new.chmod(0o777 & ~_umask())
        _into_place(new, target)
    except OSError as error:
        raise _refused(target, error) from None
    finally:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)


def _refused(target: Path, error: OSError) -> IgregError:
    return IgregError(f"{target.name} cannot be written: {reason(error)}", "look at the folder and its space")


def recover(target: Path) -> None:
    """Put back what an interrupted run took away, and clear away what it left; what is being written stays."""
    if target.parent.is_dir() and (_left(target, _OLD) or _left(target, _NEW)):
        with locked(target.parent):
            _recover(target)


def _left(target: Path, ending: str) -> list[Path]:
    return sorted(target.parent.glob(f".{_quoted(target.name[:100])}.*{ending}"))


def _recover(target: Path) -> None:
    left = _left(target, _OLD)
    with contextlib.suppress(OSError):
        if left and not target.exists():
            left.pop().rename(target)
        for folder in (*left, *_left(target, _NEW)):
            shutil.rmtree(folder, ignore_errors=True)


def _quoted(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _written(new: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write the files into the folder; where each of them stands.

    A folder is made and its name worked out once, for there may be thousands of files in it.
    """
    below: dict[str, str] = {}
    out = []
    for path, data in files.items():
        folder, _, name = path.rpartition("/")
        if folder not in below:
            (new / folder).mkdir(parents=True, exist_ok=True)
            below[folder] = f"{new / folder}{os.sep}"
        place = below[folder] + name
        _write(place, data)
        out.append(place)
    return out


def _write(place: str, data: bytes) -> None:
    with open(place, "xb", buffering=0) as stream:  # noqa: PTH123
        left = memoryview(data)
        while left:
            left = left[stream.write(left) :]


def _settle(paths: Sequence[str]) -> None:
    """Have files safely on the disk, when all are written, so that it takes many of them at once.

    Where the system says when everything is on its disks (Linux alone does), thousands of files are not asked for one
    by one. A full disk is told when they are written, and by a shared drive when they are closed; a fault of the device
    after that is told by neither.
    """
    if len(paths) > _MANY and sys.platform == "linux":
        os.sync()
        return
    for path in paths:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _into_place(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    old = target.parent / f"{new.name.removesuffix(_NEW)}{_OLD}"
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
