"""A register as it was committed: the texts of one commit, read as those on the disk are (rulings H43, H44)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher
from typing import NamedTuple

from igreg.dataclass import dataclass
from igreg.findings import INVALID_YAML, Fault, Origin, Told
from igreg.git.run import Git, NoHistory
from igreg.language.english import are, some_of
from igreg.register.file_names import ENDINGS, kind_in_name, passed_over
from igreg.register.sources import Sources
from igreg.source.reading.document import decode, made_out
from igreg.source.reading.limits import MOST_BYTES, too_large

_LINK, _MODULE = "120000", "160000"
_ALIKE = 0.5
"""So alike are the organisations of two folders that are one register which has moved."""
_LOOKED_AT = 5_000
"""Of so many bytes it is seen whether two texts are alike."""
_ENCRYPTED = b"\0GITCRYPT\0"
"""With this begins what git-crypt has encrypted."""
_ORGANISATIONS = ("organisation.yaml", "organisation.yml")


class Entry(NamedTuple):
    """One name in a commit."""

    mode: str
    sort: str
    rev: str
    size: int
    path: str


@dataclass(frozen=True)
class State:
    """The texts of a register at a commit, and what should be said of where they come from."""

    sources: Sources
    remarks: tuple[str, ...] = field(default=())
    folder: str | None = None
    """The register's folder in the commit, counted from the repository's root; nothing where it has none."""
    encrypted: tuple[str, ...] = ()
    """The files that a filter has encrypted, so that nobody can read them at a commit (ruling H25)."""


def state_at(
    git: Git,
    rev: str,
    folder: str,
    kinds: Collection[str] | None = None,
    now: str = "",
    named: str | None = None,
    blobs: dict[str, bytes] | None = None,
) -> State:
    """The register of a folder at a commit, counted from the repository's; `now` is the organisation's text now.

    With `kinds` only the files of those kinds are read, and the organisation's. Where the folder holds no register
    then, the one other that does and is alike is read. Files are called as if they stood in `named`, by default the
    folder. `blobs` are known already, and grow: whoever reads several commits gives the same ones. Raises NoHistory
    where an object is missing.
    """
    reader = _Reader(git, named or folder, kinds, {} if blobs is None else blobs)
    entries = list(entries_at(git, rev, folder))
    prefix = _prefix(folder)
    if any(one.path.removeprefix(prefix) in _ORGANISATIONS for one in entries):
        return reader.state(entries, folder)
    link = _link_above(git, rev, folder)
    if link is not None:
        remark = f"{link} is a link or a submodule in the commit, and is not followed"
        return State(Sources({}, reader.named), (remark,))
    moved = moved_from(git, rev, now)
    if moved is None:
        there = reader.state(entries, folder)
        if there.sources.texts or there.sources.unreadable:  # a register that lacks its organisation
            return there
        return replace(there, remarks=("the commit has no register in this folder", *there.remarks), folder=None)
    there = reader.state(list(entries_at(git, rev, moved)), moved)
    return replace(there, remarks=(f"the register was in {moved or 'the root of the repository'} then", *there.remarks))


def _prefix(folder: str) -> str:
    return f"{folder}/" if folder not in ("", ".") else ""


def entries_at(git: Git, rev: str, folder: str) -> Iterator[Entry]:
    """All names below a folder of a commit; a link or submodule among them is one name."""
    below = [f"{folder}/"] if folder not in ("", ".") else []
    for line in git.run("ls-tree", "-r", "-z", "--long", "--full-tree", rev, "--", *below).split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, sort, id, size = head.decode("ascii").split()
            yield Entry(mode, sort, id, int(size) if size.isdigit() else 0, path.decode("utf-8", "backslashreplace"))


@dataclass
class _Reader:
    """Reads the files of a folder of a commit, named as if the folder had been where the register is now.

    What it reads it puts to the blobs that are known, for whoever reads the next commit.
    """

    git: Git
    named: str
    kinds: Collection[str] | None
    blobs: dict[str, bytes]

    def state(self, entries: list[Entry], folder: str) -> State:
        """The texts of the entries."""
        reading = _Reading(self.named)
        prefix = _prefix(folder)
        wanted: dict[str, str] = {}
        for one in entries:
            below = one.path.removeprefix(prefix)
            if passed_over(below):
                continue
            reading.name(below)
            place = kind_in_name(below)
            if one.mode in (_LINK, _MODULE):
                if one.mode == _LINK and "." in below.rpartition("/")[2] and not below.endswith(ENDINGS):
                    continue
                reading.refuse(below, "a link or a submodule in the commit, which is not followed")
                reading.links.append(one.path)
            elif place is not None and self._is_wanted(place.kind):
                if one.size > MOST_BYTES:
                    reading.tell(below, too_large(f"{self.named}/{below}", one.size))
                else:
                    wanted[below] = one.rev
        for below, data in blobs_of(self.git, wanted, self.blobs).items():
            reading.text(below, data)
        return reading.state(folder)

    def _is_wanted(self, kind: str | None) -> bool:
        return self.kinds is None or kind is None or kind in (*self.kinds, "organisation")


@dataclass
class _Reading:
    """What grows while a commit is read."""

    root: str
    texts: dict[str, str] = field(default_factory=dict)
    garbled: dict[str, str] = field(default_factory=dict)
    faults: list[Told] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    encrypted: list[str] = field(default_factory=list)

    def name(self, below: str) -> None:
        first, slash, _ = below.partition("/")
        if slash:
            self.folders.add(first)
        self.names.append(f"{self.root}/{below}")

    def refuse(self, below: str, message: str) -> None:
        self.tell(below, Told(INVALID_YAML, Fault(Origin(f"{self.root}/{below}"), (), message, "look at the commit")))

    def tell(self, below: str, told: Told) -> None:
        self.faults.append(told)
        self.unreadable.append(f"{self.root}/{below}")

    def text(self, below: str, data: bytes) -> None:
        file = f"{self.root}/{below}"
        if data.startswith(_ENCRYPTED):
            self.encrypted.append(file)
            self.refuse(below, "the file is encrypted in the commit")
            return
        text, fault = decode(file, data)
        if fault is not None:
            self.tell(below, fault)
            self.garbled[file] = made_out(data)
        elif text is not None:
            self.texts[file] = text

    def state(self, folder: str) -> State:
        """All of it, and what is to be said of it."""
        sources = Sources(
            self.texts,
            self.root,
            tuple(sorted(self.folders)),
            tuple(self.faults),
            tuple(self.unreadable),
            garbled=self.garbled,
            names=tuple(sorted(self.names)),
        )
        remarks = []
        if self.links:
            verb = "is a link or submodule" if len(self.links) == 1 else "are links or submodules"
            remarks.append(f"{some_of(self.links)} {verb} in the commit, which is not followed")
        if self.encrypted:
            verb = are(len(self.encrypted))
            remarks.append(f"{some_of(self.encrypted)} {verb} encrypted in the commit, and cannot be read there")
        return State(sources, tuple(remarks), folder, tuple(self.encrypted))


def blobs_of(git: Git, wanted: Mapping[str, str], known: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """The bytes of objects by what they are wanted for; each object is read once, and none that is known."""
    found = {} if known is None else known
    ids = [id for id in dict.fromkeys(wanted.values()) if id not in found]
    if ids:
        _read(git, ids, found)
    return {name: found[id] for name, id in wanted.items()}


def _read(git: Git, ids: Sequence[str], found: dict[str, bytes]) -> None:
    out = git.run("cat-file", "--batch", given="".join(f"{id}\n" for id in ids).encode("ascii"))
    at = 0
    for id in ids:
        end = out.find(b"\n", at)
        head = out[at:end].split()
        if end < 0 or len(head) != 3 or head[0].decode("ascii", "replace") != id:
            raise NoHistory(f"the object {id[:12]} of the history is not here", "fetch the whole history first")
        size = int(head[2])
        found[id] = out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _link_above(git: Git, rev: str, root: str) -> str | None:
    """The part of a path that is a link or a submodule in the commit."""
    parts = root.split("/")
    for count in range(1, len(parts) + 1):
        path = "/".join(parts[:count])
        for line in git.run("ls-tree", "-z", "--full-tree", rev, "--", path).split(b"\0"):
            if line.split(b" ", 1)[0].decode("ascii") in (_LINK, _MODULE):
                return path
    return None


def moved_from(git: Git, rev: str, now: str) -> str | None:
    """The one folder of a commit with an organisation that is nearly the same as now; nothing where several have."""
    found = [one for one in entries_at(git, rev, "") if one.path.rpartition("/")[2] in _ORGANISATIONS]
    found = [one for one in found if one.mode not in (_LINK, _MODULE) and one.size <= MOST_BYTES]
    texts = blobs_of(git, {one.path: one.rev for one in found[:20]})
    alike = [
        path.rpartition("/")[0]
        for path, data in texts.items()
        if SequenceMatcher(None, data[:_LOOKED_AT].decode("utf-8", "replace"), now[:_LOOKED_AT], autojunk=False).ratio()
        >= _ALIKE
    ]
    return alike[0] if len(alike) == 1 else None
