"""What a writer that was killed leaves behind: a change cut off between two files is brought to an end, the rest swept.

While several files of a register change together, a journal beside them says what each held and will hold. It is there
for the few moments of the renames only. The next command that writes finds it if the writer was killed in between.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

PART = ".igreg-part"
"""How the name of a temporary file ends; it begins with a dot, so that reading passes over it."""
NAME = ".igreg-journal"
HOUR = 3600.0
"""Seconds after which nobody is writing a temporary file any more."""


def noted(journal: Path, steps: Iterable[tuple[Path, Path, bytes | None]]) -> bytes:
    """A journal's content: for each file its temporary, its target, and what both hold, as hashes."""
    import json  # a command that only reads writes no journal

    folder = journal.parent.resolve()
    rows = [
        {
            "temporary": os.path.relpath(temporary, folder).replace(os.sep, "/"),
            "target": os.path.relpath(target, folder).replace(os.sep, "/"),
            "before": None if before is None else _hash(before),
            "after": _hash(temporary.read_bytes()),
        }
        for temporary, target, before in steps
    ]
    return json.dumps({"version": 1, "files": rows}).encode()


def recover(folder: Path) -> list[str]:
    """Finish a change that was cut off after its first rename, and sweep temporary files; whoever calls has the lock.

    Gives the names of the files that were brought to an end. Where somebody has changed one of them since, or none had
    been renamed yet, nothing is finished: then all are as somebody left them.
    """
    import json

    journal = folder / NAME
    finished: list[str] = []
    try:
        rows = json.loads(journal.read_bytes())["files"]
        steps = [(_below(folder, row["temporary"]), _below(folder, row["target"]), row) for row in rows]
        left = [step for step in steps if _holds(step[1]) == step[2]["before"]]
        moved = [step for step in steps if _holds(step[1]) == step[2]["after"] != step[2]["before"]]
        sound = all(temporary.name.endswith(PART) and _holds(temporary) == row["after"] for temporary, _, row in left)
        if moved and sound and len(left) + len(moved) == len(steps):
            for temporary, target, _ in left:
                temporary.replace(target)
                finished.append(target.name)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    with contextlib.suppress(OSError):
        journal.unlink(missing_ok=True)
    for place, _, _ in os.walk(folder):
        sweep(Path(place), older_than=0.0)
    return finished


def sweep(folder: Path, older_than: float) -> None:
    """Take away temporary files that were left lying in a folder for so many seconds."""
    now = time.time()
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(PART):
                with contextlib.suppress(OSError):
                    if now - entry.stat(follow_symlinks=False).st_mtime >= older_than:
                        Path(entry.path).unlink()


def _below(folder: Path, name: str) -> Path:
    """A path below the register; a journal that names anything else is nobody's."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(name)
    return path


def _holds(path: Path) -> str | None:
    return _hash(path.read_bytes()) if path.is_file() else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
