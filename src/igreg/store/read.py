"""Read a register's files into texts; whatever cannot be read becomes a fault and hides no other file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from igreg.errors import NO_REGISTER, IgregError
from igreg.findings import INVALID_YAML, Fault, Origin, Told
from igreg.register.file_names import ENDINGS, kind_in_name, passed_over
from igreg.register.sources import Sources
from igreg.source.reading.document import decode, made_out
from igreg.source.reading.limits import MOST_BYTES, too_large
from igreg.store.find import find_root, reason
from igreg.store.frameworks import FRAMEWORKS, read_frameworks

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)


def read_sources(register: Path, kinds: Collection[str] | None = None, beside: Path | None = None) -> Sources:
    """The texts of a register, named from the repository root. With `kinds`, only files of those kinds are opened.

    Own packs are looked for in `frameworks/` of the folder `beside`; not given: the register's parent.
    Raises IgregError (exit code 3) when the folder itself cannot be read.
    """
    root = find_root(register)
    sources = _Reading(register, register.relative_to(root).as_posix(), kinds).sources(_documents(root))
    packs, faults = read_frameworks((beside or register.parent) / FRAMEWORKS, root)
    return replace(sources, frameworks=packs, framework_faults=faults) if packs or faults else sources


class _Reading:
    """What grows while a register's folder is read."""

    def __init__(self, register: Path, base: str, kinds: Collection[str] | None) -> None:
        self.register, self.base, self.kinds = register, base, kinds
        self.texts: dict[str, str] = {}
        self.garbled: dict[str, str] = {}
        self.faults: list[Told] = []
        self.unreadable: list[str] = []
        self.folders: list[str] = []
        self.names: list[str] = []

    def sources(self, has_document: Callable[[str], bool]) -> Sources:
        """Read everything."""
        try:
            entries = self._walk()
        except OSError as error:
            raise IgregError(
                f"the register {self.register.name} cannot be read: {reason(error)}",
                "look at its permissions",
                NO_REGISTER,
            ) from None
        for entry, below in sorted(entries, key=lambda item: item[1]):
            self._file(entry, below)
        known = (tuple(sorted(self.folders)), tuple(self.faults), tuple(self.unreadable))
        return Sources(self.texts, self.base, *known, has_document, self.garbled, tuple(sorted(self.names)))

    def _walk(self) -> list[tuple[os.DirEntry[str], str]]:
        """Every YAML file and its path below the register. Folders may be nested without end, so nothing recurs."""
        found: list[tuple[os.DirEntry[str], str]] = []
        folders = [(str(self.register), "")]
        while folders:
            folder, prefix = folders.pop()
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        self._sort_out(entry, prefix, folders, found)
            except OSError as error:
                if not prefix:
                    raise
                self._refuse(prefix[:-1], f"the folder cannot be read: {reason(error)}", "look at its permissions")
        return found

    def _sort_out(
        self,
        entry: os.DirEntry[str],
        prefix: str,
        folders: list[tuple[str, str]],
        found: list[tuple[os.DirEntry[str], str]],
    ) -> None:
        """One name of a folder: passed over, a folder to look into, a link not to follow, or a file."""
        if passed_over(entry.name):
            return
        below = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if not prefix:
                self.folders.append(entry.name)
            folders.append((entry.path, f"{below}/"))
        elif entry.is_symlink() and entry.is_dir():
            self._refuse(below, "a link to a folder, which is not followed", "put the folder itself here")
        else:
            self.names.append(f"{self.base}/{below}")
            if entry.name.endswith(ENDINGS):
                found.append((entry, below))

    def _refuse(self, below: str, message: str, help: str) -> None:
        file = f"{self.base}/{below}"
        self._tell(file, Told(INVALID_YAML, Fault(Origin(file), (), message, help)))

    def _tell(self, file: str, told: Told) -> None:
        self.faults.append(told)
        self.unreadable.append(file)

    def _file(self, entry: os.DirEntry[str], below: str) -> None:
        place = kind_in_name(below)
        if place is None:
            return
        if self.kinds is not None and place.kind != "organisation" and place.kind not in self.kinds:
            if place.kind is None:
                self.texts[f"{self.base}/{below}"] = ""
            return
        try:
            if entry.is_symlink() and not self._inside(entry.path):
                self._refuse(below, "a link that leads outside the register, or nowhere", "put the file itself here")
                return
            data = self._bytes(entry.path, below)
        except OSError as error:
            self._refuse(below, f"the file cannot be read: {reason(error)}", "look at its permissions")
            return
        if data is None:
            return
        file = f"{self.base}/{below}"
        text, fault = decode(file, data)
        if fault is not None:
            self._tell(file, fault)
            self.garbled[file] = made_out(data)
        elif text is not None:
            self.texts[file] = text

    def _bytes(self, path: str, below: str) -> bytes | None:
        """The bytes of a plain file; nothing, and a fault, for anything else. A pipe is opened, but not waited for.

        Raises OSError. Without the layers of `open`: there may be 30,000 files.
        """
        descriptor = os.open(path, _FLAGS)
        try:
            info = os.fstat(descriptor)
            if not stat.S_ISREG(info.st_mode):
                self._refuse(below, "this is not an ordinary file", "put a plain file here, or take it away")
                return None
            if info.st_size > MOST_BYTES:
                file = f"{self.base}/{below}"
                self._tell(file, too_large(file, info.st_size))
                return None
            data = more = os.read(descriptor, info.st_size + 1)
            while more and len(data) != info.st_size:  # it is not as long as it was said to be
                more = os.read(descriptor, 65_536)
                data += more
            return data
        finally:
            os.close(descriptor)

    def _inside(self, path: str) -> bool:
        """Whether a link leads to something below the register."""
        try:
            return Path(path).resolve(strict=True).is_relative_to(self.register)
        except (OSError, RuntimeError):
            return False


def _documents(root: Path) -> Callable[[str], bool]:
    """A function that says whether a path of the repository is there; one that a link leads out of it is not."""

    real = root.resolve()

    def has(path: str) -> bool:
        try:
            return (real / path.replace("\\", "/")).resolve(strict=True).is_relative_to(real)
        except (OSError, ValueError, RuntimeError):
            return False

    return has


def read_text(path: Path) -> str:
    """The text of a file that the user names; raises IgregError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise IgregError(f"{path.name} cannot be read: {reason(error)}", "check the path; the file is UTF-8") from None
