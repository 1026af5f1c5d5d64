"""Every commit that can be reached, and what each did to the records of a register: read once, for log and blame.

Three calls of Git: which commits there are, which files each changed, and the bytes of those files, each once. Nothing
is held of them but the records that changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from igreg.git.blobs import blobs
from igreg.git.commits import head_of
from igreg.git.committed import is_blob
from igreg.git.run import Git
from igreg.git.state import moved_from
from igreg.lives.touched import Commit, History
from igreg.lives.versions import Files, Version
from igreg.model.kinds import KINDS
from igreg.model.kinds.training_records import TrainingRecord
from igreg.register.file_names import kind_in_name
from igreg.register.sources import Sources
from igreg.source.reading.values import ids_as_text

_FILES = (b"100644", b"100755", b"100664")
_MOST_MOVES = 20
OF_IDS = frozenset(KINDS) - {TrainingRecord.kind}
"""The kinds whose records have ids; a training record goes by person, course and day."""


class _Blob(NamedTuple):
    """What stands under a name in a commit."""

    file: str
    id: str
    is_file: bool
    """Not so of a link or submodule, which is not followed (ruling H43)."""


class _Entry(NamedTuple):
    """A file in which a commit differs from its first parent."""

    file: str
    kind: str
    old: _Blob | None
    new: _Blob | None


def history_of(git: Git, sources: Sources, kinds: Collection[str] = OF_IDS) -> History:
    """What became of the records of some kinds, up to what is not committed yet, which is the last of its commits.

    `Lives(history).of(id)` is then the life of one record, `Values(life)` says when each of its values came to be, and
    `reviewed(life)` with which commit `review.last` came to be written, and what the record said then; of many records
    all that is asked of the one history. `sources` are the register's files as they stand now.

    Raises NoHistory where there is no commit or an object is missing, and IgregError (3) where Git takes too long.
    """
    return _Reader(git, sources, kinds).history()


class _Reader:
    """What grows while a history is read."""

    def __init__(self, git: Git, sources: Sources, kinds: Collection[str]) -> None:
        self.git, self.sources, self.kinds = git, sources, kinds
        self.roots = [sources.root]
        self.files = Files()
        self.versions: dict[_Blob, Version] = {}
        self.stream: Iterator[tuple[str, str, bytes]] = iter(())

    def history(self) -> History:
        """Read all of it."""
        head = head_of(self.git)
        lines = self.git.run("rev-list", "--date-order", "--reverse", "--parents", head, "--").decode("ascii")
        commits = [line.split() for line in lines.splitlines()]
        entries = self._entries(commits)
        wanted = dict.fromkeys(one.new for found in entries.values() for one in found if one.new is not None)
        history = History(is_shallow=self.git.run("rev-parse", "--is-shallow-repository").strip() == b"true")
        numbers: dict[str, int] = {}
        with closing(blobs(self.git, [one.id for one in wanted if one.is_file])) as self.stream:
            for rev, *parents in commits:
                found = ((one.file, self._old(one.old), self._new(one.kind, one.new)) for one in entries.get(rev, ()))
                numbers[rev] = history.take(Commit(rev, tuple(numbers[one] for one in parents)), found)
        history.take(Commit(None, (numbers[head],)), self._uncommitted(head))
        return history

    def _old(self, blob: _Blob | None) -> Version | None:
        return self.versions[blob] if blob is not None else None

    def _new(self, kind: str, blob: _Blob | None) -> Version | None:
        if blob is None:
            return None
        if blob not in self.versions:
            if blob.is_file:
                _, _, data = next(self.stream)
                self.versions[blob] = self.files.read(kind, blob.file, data)
            else:
                self.versions[blob] = Version(kind, None, {}, is_broken=True)
        return self.versions[blob]

    def _entries(self, commits: Sequence[Sequence[str]]) -> Mapping[str, list[_Entry]]:
        """By commit the files of the register that it changed, in each folder in which it was (ruling H44)."""
        given = "".join(f"{' '.join(one[:2])}\n" for one in commits).encode("ascii")
        parents = {rev: before[:1] for rev, *before in commits}
        seen: set[str] = set()
        while True:
            found = self._changed(given)
            begun = [rev for rev, changes in found.items() if any(map(self._begins, changes))]
            before = [parent for rev in begun for parent in parents[rev]] or [commits[-1][0]]
            new = [one for one in before if one not in seen][:_MOST_MOVES]
            seen.update(new)
            was = [moved_from(self.git, one, self._organisation()) for one in new]
            more = {one: None for one in was if one is not None and one not in self.roots}
            if not more:
                return found
            self.roots += more

    def _begins(self, one: _Entry) -> bool:
        """Whether a register begins in a folder with this file."""
        return one.kind == "organisation" and one.old is None and one.file.rpartition("/")[0] in self.roots

    def _organisation(self) -> str:
        names = (f"{self.sources.root}/organisation{ending}" for ending in (".yaml", ".yml"))
        return next((self.sources.texts[name] for name in names if name in self.sources.texts), "")

    def _changed(self, given: bytes) -> Mapping[str, list[_Entry]]:
        words = ("--stdin", "-r", "-z", "--root", "--raw", "--no-renames", "--", *self.roots)
        out: dict[str, list[_Entry]] = {}
        parts = iter(self.git.run("diff-tree", *words, given=given).split(b"\0"))
        rev = ""
        for part in parts:
            if not part.startswith(b":"):
                rev = part.decode("ascii")
                continue
            file = next(parts).decode("utf-8", "backslashreplace")
            kind = self._kind(file)
            if kind is not None:
                modes, ids = part[1:].split()[:2], part.split()[2:4]
                old, new = (_blob(file, mode, id) for mode, id in zip(modes, ids, strict=True))
                out.setdefault(rev, []).append(_Entry(file, kind, old, new))
        return out

    def _kind(self, file: str) -> str | None:
        """The kind that a file holds; nothing for what is no file of the register, or of no kind that is asked for."""
        for root in self.roots:
            prefix = f"{root}/" if root else ""
            named = kind_in_name(file.removeprefix(prefix)) if file.startswith(prefix) else None
            if named is not None and (named.kind in self.kinds or named.kind == "organisation"):
                return named.kind
        return None

    def _uncommitted(self, head: str) -> Iterator[tuple[str, Version | None, Version | None]]:
        """The files that stand otherwise now than in the last commit."""
        committed = dict(self._committed(head))
        unreadable = set(self.sources.unreadable)
        for file in sorted({*committed, *self.sources.texts, *unreadable}):
            kind = self._kind(file)
            if kind is None:
                continue
            blob, text = committed.get(file), self.sources.texts.get(file)
            old = self.versions.get(blob) if blob is not None else None
            if text is not None:
                data = text.encode("utf-8")
                if blob is None or not is_blob(blob.id, data):
                    yield file, old, self.files.read(kind, file, data)
            elif file in unreadable:
                lost = ids_as_text(self.sources.garbled.get(file, ""))
                yield file, old, Version(kind, None, {}, is_broken=True, lost=lost)
            else:
                yield file, old, None

    def _committed(self, head: str) -> Iterator[tuple[str, _Blob]]:
        for line in self.git.run("ls-tree", "-r", "-z", "--full-tree", head, "--", *self.roots).split(b"\0"):
            about, tab, path = line.partition(b"\t")
            if tab:
                mode, _, id = about.split()
                file = path.decode("utf-8", "backslashreplace")
                blob = _blob(file, mode, id)
                if blob is not None:
                    yield file, blob


def _blob(file: str, mode: bytes, id: bytes) -> _Blob | None:
    return _Blob(file, id.decode("ascii"), mode in _FILES) if id.strip(b"0") else None
