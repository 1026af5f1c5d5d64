"""Is an evidence pack still what it was when it was made (ruling E49)?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.publish.evidence.archive import unzipped
from igreg.publish.evidence.manifest import MANIFEST, differences, digest, is_safe, read_manifest
from igreg.store.find import reason


@dataclass(frozen=True)
class Verified:
    """What came of it: the SHA-256 of the manifest itself, how many files it names, and what differs."""

    sha256: str
    files: int
    differs: Sequence[str]


def verify(pack: Path) -> Verified:
    """Hold a pack against its manifest; raises IgregError for what is no pack."""
    try:
        found = _folder(pack) if pack.is_dir() else unzipped(pack.read_bytes()) if pack.is_file() else None
    except (OSError, ValueError) as error:
        raise IgregError(f"{pack.as_posix()} cannot be read: {reason(error)}", "check the path") from None
    if found is None:
        raise _no_pack(pack)
    names = Counter(path for path, _ in found)
    data = dict(found).get(MANIFEST)
    told = read_manifest(data) if data is not None and names[MANIFEST] == 1 else None
    if told is None or data is None:
        raise _no_pack(pack)
    unsafe = [path for path, _ in found if not is_safe(path)]
    twice = sorted(path for path, count in names.items() if count > 1)
    good = {path: one or b"" for path, one in found if is_safe(path) and path != MANIFEST}
    differs = [*differences(told, good, unsafe), *(f"{path}: there twice" for path in twice)]
    return Verified(digest(data), len(told["files"]), differs)


LEFT_BY_VIEWERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What programs that show folders leave in them."""


def is_ours(target: Path) -> bool:
    """Whether what stands at a target is a pack of igreg (ruling E52)."""
    try:
        verify(target)
    except IgregError:
        return False
    return True


def put_beside(target: Path) -> list[str]:
    """The files of a pack that its manifest does not name: somebody's own, which would be lost with it."""
    found = _folder(target) if target.is_dir() else unzipped(target.read_bytes()) or []
    told = read_manifest(dict(found).get(MANIFEST) or b"")
    named = {one["path"] for one in told["files"]} | {MANIFEST} if told is not None else set()
    return [path for path, _ in found if path not in named and path.rpartition("/")[2] not in LEFT_BY_VIEWERS]


def _no_pack(pack: Path) -> IgregError:
    what = "is no evidence pack" if pack.exists() else "is not there"
    return IgregError(f"{pack.as_posix()} {what}", f"an evidence pack is a folder or a zip with {MANIFEST}")


def _folder(folder: Path) -> list[tuple[str, bytes | None]]:
    """Every file of a folder; a link in it is a file that differs, and is not followed."""
    out: list[tuple[str, bytes | None]] = []
    waiting = [folder]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.is_symlink():
                out.append((path.relative_to(folder).as_posix(), None))
            elif path.is_dir():
                waiting.append(path)
            elif path.is_file():
                out.append((path.relative_to(folder).as_posix(), path.read_bytes()))
            else:
                out.append((path.relative_to(folder).as_posix(), None))
    return sorted(out)
