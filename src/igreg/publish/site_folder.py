"""The folder of a site: what igreg wrote there, so that it replaces nothing that is somebody else's."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from igreg.errors import IgregError
from igreg.language.english import some_of
from igreg.publish.evidence.manifest import digest, is_safe
from igreg.publish.evidence.verify import LEFT_BY_VIEWERS
from igreg.store.find import reason
from igreg.store.folder import recover, write_folder
from igreg.store.target import refuse_around

MANIFEST = "igreg-site.json"
"""The file that tells what igreg wrote into the folder."""


def write_site(out: Path, files: Mapping[str, bytes], facts: Mapping[str, Any]) -> None:
    """Put a site into a folder, whole or not at all, in place of an earlier one; `refuse` is asked before."""
    write_folder(out, {**files, MANIFEST: _manifest(files, facts)})


def refuse(out: Path, register: Path) -> None:
    """Raises IgregError for a folder in the register or around it, and for one that igreg did not make."""
    refuse_around(out, register, "a site")
    recover(out)
    if not out.is_symlink() and not out.exists():
        return
    named = _named(out)
    if named is None:
        raise IgregError(
            f"--out: {out.as_posix()} is there already, and igreg did not make it", "name another, or take it away"
        )
    beside = [path for path in _files(out) if path not in named and path.rpartition("/")[2] not in LEFT_BY_VIEWERS]
    if beside:
        lost = some_of([f"{out.as_posix()}/{one}" for one in beside])
        raise IgregError(
            f"--out: {lost} would be lost: igreg did not write it", "take it out of the folder, or name another"
        )


def _manifest(files: Mapping[str, bytes], facts: Mapping[str, Any]) -> bytes:
    listed = [{"path": path, "size": len(files[path]), "sha256": digest(files[path])} for path in sorted(files)]
    return (json.dumps({"version": 1, **facts, "files": listed}, ensure_ascii=False, indent=1) + "\n").encode()


def _named(out: Path) -> set[str] | None:
    """The files of a site that igreg wrote into a folder; None where it did not."""
    try:
        if out.is_symlink() or not out.is_dir() or (out / MANIFEST).is_symlink():
            return None
        told = json.loads((out / MANIFEST).read_bytes())
        if told["version"] != 1 or told["made_by"] != "igreg site":
            return None
        paths = {one["path"] for one in told["files"]}
    except FileNotFoundError:
        return None
    except OSError as error:
        raise IgregError(f"--out: {out.as_posix()} cannot be read: {reason(error)}", "look at the folder") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return {path for path in paths if isinstance(path, str) and is_safe(path)} | {MANIFEST}


def _files(out: Path) -> list[str]:
    """Every file of a folder, links among them, which are not followed."""
    found: list[str] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(out / below) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                path = f"{below}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                else:
                    found.append(path)
    return found
