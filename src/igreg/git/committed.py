"""Which commit is checked out, and do files stand in it as they stand here?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from igreg.git.run import Git, NoHistory

_LENGTH = {40: hashlib.sha1, 64: hashlib.sha256}
_ORDINARY = ("100644", "100755")


def committed(git: Git, register: str, files: Mapping[str, bytes]) -> tuple[str, bool] | None:
    """The commit that is checked out, and whether these files stand in it as here, and no other of the register.

    Files are named from the root of the repository, and so is the register's folder. Line ends are no difference, since
    a checkout may have changed them. None where there is no Git, no repository or no commit. Raises IgregError where
    Git takes too long.
    """
    try:
        rev = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}").decode("ascii").strip()
        listed = git.run("ls-tree", "-r", "-z", "--full-tree", rev)
    except NoHistory:
        return None
    there: dict[str, str] = {}
    for line in listed.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        words = head.decode("ascii", "replace").split()
        if tab and len(words) == 3 and words[0] in _ORDINARY:
            there[path.decode("utf-8", "surrogateescape")] = words[2]
    gone = any(path not in files for path in there if _is_of(register, path))
    return rev, not gone and all(is_blob(there.get(path), data) for path, data in files.items())


def _is_of(register: str, path: str) -> bool:
    """Whether a file is one that igreg would read as part of the register."""
    below = path.removeprefix(f"{register}/")
    steps = below.split("/")
    return below != path and path.endswith((".yaml", ".yml")) and not any(step.startswith((".", "_")) for step in steps)


def blobs_here(texts: Iterable[str], length: int) -> dict[str, bytes]:
    """The bytes of texts by the ids that they have as objects, where hashes of the repository are of that length."""
    make = _LENGTH.get(length)
    if make is None:
        return {}
    every = (text.encode("utf-8", "surrogatepass") for text in texts)
    return {make(b"blob %d\0" % len(data) + data).hexdigest(): data for data in every}


def is_blob(blob: str | None, data: bytes) -> bool:
    """Whether bytes are those of an object, but for line ends, which a checkout may have changed."""
    make = _LENGTH.get(len(blob or ""))
    if make is None:
        return False
    plain = data.replace(b"\r\n", b"\n")
    return any(make(b"blob %d\0" % len(text) + text).hexdigest() == blob for text in (data, plain))
