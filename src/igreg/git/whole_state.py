"""All that belongs to a state of a register at a commit: its files, settings, own packs and documents (ruling H26)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import field, replace
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.findings import INVALID_YAML, Fault, Origin, Told
from igreg.git.run import Git
from igreg.git.state import Entry, State, blobs_of, entries_at, state_at
from igreg.register.file_names import ENDINGS, passed_over
from igreg.register.sources import Sources
from igreg.source.reading.document import decode
from igreg.source.reading.limits import MOST_BYTES, too_large

CONFIG = "igreg.toml"
FRAMEWORKS = "frameworks"
_ORDINARY = ("100644", "100755")


@dataclass(frozen=True)
class WholeState:
    """A register at a commit, with what stands beside it there."""

    state: State
    sources: Sources
    """Its texts, with the own packs beside it, and documents looked for in the commit's tree."""
    config: tuple[str, str]
    """The name and the text of its settings; empty where the commit has none."""


@dataclass
class Commits:
    """The commits of a repository, of which several are read: an object that two have in common is read once."""

    git: Git
    folder: str
    """The register's folder, counted from the repository's."""
    named: str
    """The folder as the files of the register are called."""
    now: str = ""
    """The organisation's text now, by which a folder that has moved is known again."""
    _blobs: dict[str, bytes] = field(default_factory=dict)

    def whole(self, rev: str) -> WholeState:
        """All that belongs to the state of a commit. Raises NoHistory where an object is missing."""
        state = state_at(self.git, rev, self.folder, None, self.now, self.named, self._blobs)
        has = _Tree(self.git, rev).has_document
        if state.folder in (None, "", "."):  # what stands beside the repository is in no commit
            return WholeState(state, replace(state.sources, has_document=has), ("", ""))
        entries = list(entries_at(self.git, rev, ""))
        beside, named = (path.rpartition("/")[0] for path in (state.folder or "", self.named))
        packs, faults = self._packs(entries, _join(beside, FRAMEWORKS), _join(named, FRAMEWORKS))
        sources = replace(state.sources, has_document=has, frameworks=packs, framework_faults=faults)
        return WholeState(state, sources, self._config(entries, _join(beside, CONFIG)))

    def _config(self, entries: list[Entry], path: str) -> tuple[str, str]:
        found = [one for one in entries if one.path == path and one.mode in _ORDINARY and one.size <= MOST_BYTES]
        for one in found:
            text, _ = decode(path, blobs_of(self.git, {path: one.rev}, self._blobs)[path])
            return (CONFIG, text) if text else ("", "")
        return "", ""

    def _packs(self, entries: list[Entry], folder: str, named: str) -> tuple[dict[str, str], tuple[Told, ...]]:
        """The texts of the packs directly in a folder, called as if they stood in another, and what is wrong there."""
        texts: dict[str, str] = {}
        faults: list[Told] = []
        wanted: dict[str, str] = {}
        for one in entries:
            above, _, name = one.path.rpartition("/")
            if above != folder or not name.endswith(ENDINGS) or passed_over(name):
                continue
            file = f"{named}/{name}"
            if one.mode not in _ORDINARY:
                message = "a link or a submodule in the commit, which is not followed"
                faults.append(Told(INVALID_YAML, Fault(Origin(file), (), message, "look at the commit")))
            elif one.size > MOST_BYTES:
                faults.append(too_large(file, one.size))
            else:
                wanted[file] = one.rev
        for file, data in blobs_of(self.git, wanted, self._blobs).items():
            text, fault = decode(file, data)
            if fault is not None:
                faults.append(fault)
            elif text is not None:
                texts[file] = text
        return texts, tuple(faults)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


@dataclass
class _Tree:
    """The names of everything in a commit, asked for once somebody wants to know whether a document is there."""

    git: Git
    rev: str

    @cached_property
    def names(self) -> frozenset[str]:
        out = {""}
        for one in entries_at(self.git, self.rev, ""):
            path = one.path
            while path and path not in out:
                out.add(path)
                path = path.rpartition("/")[0]
        return frozenset(out)

    @property
    def has_document(self) -> Callable[[str], bool]:
        return lambda path: self._has(path)

    def _has(self, path: str) -> bool:
        if "\0" in path or path.startswith(("/", "\\")):
            return False
        plain = posixpath.normpath(path.replace("\\", "/"))
        return (plain if plain != "." else "") in self.names
