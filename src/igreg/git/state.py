"""A register as it was committed: the texts of one commit, read as those on the disk are (rulings H43, H44)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from igreg.findings import INVALID_YAML, Fault, Origin, Told
from igreg.git.run import Git, NoHistory
from igreg.register.file_names import kind_in_name, passed_over
from igreg.register.sources import Sources
from igreg.source.reading.document import decode, made_out
from igreg.source.reading.limits import MOST_BYTES, too_large

_LINK, _MODULE = "120000", "160000"
_ALIKE = 0.5
"""So alike are the organisations of two folders that are one register which has moved."""
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


def state_at(git: Git, rev: str, root: str, kinds: Collection[str] | None = None, now: str = "") -> State:
    """The register of a folder at a commit; `root` is counted from the repository's, `now` the organisation's text now.

    With `kinds` only the files of those kinds are read, and the organisation's. Where the folder holds no register
    then, the one other that does and is alike is read. Raises NoHistory where an object is missing.
    """
    entries = list(_entries(git, rev, root))
    if any(one.path.removeprefix(f"{root}/") in _ORGANISATIONS for one in entries):
        return State(_sources(git, entries, root, root, kinds))
    link = _link_above(git, rev, root)
    if link is not None:
        return State(Sources({}, root), (f"{link} is a link or a submodule in the commit, and is not followed",))
    moved = _moved(git, rev, now)
    if moved is None:
        return State(_sources(git, entries, root, root, kinds), ("the commit has no register in this folder",))
    sources = _sources(git, list(_entries(git, rev, moved)), moved, root, kinds)
    return State(sources, (f"the register was in {moved or 'the root of the repository'} then",))


def _entries(git: Git, rev: str, folder: str) -> Iterator[Entry]:
    """All names below a folder of a commit; a link or submodule among them is one name."""
    below = [f"{folder}/"] if folder not in ("", ".") else []
    for line in git.run("ls-tree", "-r", "-z", "--long", "--full-tree", rev, "--", *below).split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, sort, id, size = head.decode("ascii").split()
            yield Entry(mode, sort, id, int(size) if size.isdigit() else 0, path.decode("utf-8", "backslashreplace"))


def _sources(git: Git, entries: list[Entry], folder: str, root: str, kinds: Collection[str] | None) -> Sources:
    """The texts of the entries, named as if the folder had been where the register is now."""
    reading = _Reading(root)
    prefix = f"{folder}/" if folder not in ("", ".") else ""
    wanted: dict[str, str] = {}
    for one in entries:
        below = one.path.removeprefix(prefix)
        if passed_over(below):
            continue
        reading.name(below)
        place = kind_in_name(below)
        if one.mode in (_LINK, _MODULE):
            reading.refuse(below, "a link or a submodule in the commit, which is not followed")
        elif place is not None and (kinds is None or place.kind in (*kinds, "organisation") or place.kind is None):
            if one.size > MOST_BYTES:
                reading.tell(below, too_large(f"{root}/{below}", one.size))
            else:
                wanted[below] = one.rev
    for below, data in _blobs(git, wanted).items():
        reading.text(below, data)
    return reading.sources()


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
        text, fault = decode(file, data)
        if fault is not None:
            self.tell(below, fault)
            self.garbled[file] = made_out(data)
        elif text is not None:
            self.texts[file] = text

    def sources(self) -> Sources:
        return Sources(
            self.texts,
            self.root,
            tuple(sorted(self.folders)),
            tuple(self.faults),
            tuple(self.unreadable),
            garbled=self.garbled,
            names=tuple(sorted(self.names)),
        )


def _blobs(git: Git, wanted: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of objects by what they are wanted for; each object is read once."""
    ids = list(dict.fromkeys(wanted.values()))
    if not ids:
        return {}
    out = git.run("cat-file", "--batch", given="".join(f"{id}\n" for id in ids).encode("ascii"))
    found: dict[str, bytes] = {}
    at = 0
    for id in ids:
        end = out.find(b"\n", at)
        head = out[at:end].split()
        if end < 0 or len(head) != 3 or head[0].decode("ascii", "replace") != id:
            raise NoHistory(f"the object {id[:12]} of the history is not here", "fetch the whole history first")
        size = int(head[2])
        found[id] = out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return {name: found[id] for name, id in wanted.items()}


def _link_above(git: Git, rev: str, root: str) -> str | None:
    """The part of a path that is a link or a submodule in the commit."""
    parts = root.split("/")
    for count in range(1, len(parts) + 1):
        path = "/".join(parts[:count])
        for line in git.run("ls-tree", "-z", "--full-tree", rev, "--", path).split(b"\0"):
            if line.split(b" ", 1)[0].decode("ascii") in (_LINK, _MODULE):
                return path
    return None


def _moved(git: Git, rev: str, now: str) -> str | None:
    """The one folder of a commit with an organisation that is nearly the same as now; nothing where several have."""
    found = [one for one in _entries(git, rev, "") if one.path.rpartition("/")[2] in _ORGANISATIONS]
    found = [one for one in found if one.mode not in (_LINK, _MODULE) and one.size <= MOST_BYTES]
    texts = _blobs(git, {one.path: one.rev for one in found[:20]})
    alike = [
        path.rpartition("/")[0]
        for path, data in texts.items()
        if SequenceMatcher(None, data.decode("utf-8", "replace"), now, autojunk=False).ratio() >= _ALIKE
    ]
    return alike[0] if len(alike) == 1 else None
