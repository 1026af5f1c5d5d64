"""Which commit brought each answer of a return as it stands now, whoever it names (ruling E75)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.git.people import Wrote, objects, wrote
from igreg.git.run import Git
from igreg.register.file_names import kind_in_name
from igreg.source.reading.document import parse

FIELDS = ("answer", "not_applicable", "by", "on")
"""What makes an answer another one; its evidence and notes do not."""
Said = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """The commit with which an answer came to be as it is."""

    rev: str
    wrote: Wrote


@dataclass(frozen=True, slots=True)
class Changed:
    """A commit that made an answer another one: what stood before and after (FIELDS); None for no answer."""

    rev: str
    before: Said | None
    after: Said | None


@dataclass
class Signed:
    """The answers of one assessment, through the commits of HEAD that changed its file.

    A commit of a branch counts itself, and not the one that merged it; a file that was renamed is followed.
    """

    git: Git
    root: str
    """The register's folder, counted from the repository's root."""
    assessment: str
    _wrote: dict[str, Wrote] = field(default_factory=dict)
    _read: dict[tuple[str, str], Mapping[str, Said]] = field(default_factory=dict)

    def brought(self, path: str, text: str) -> Mapping[str, Brought]:
        """By item, for the answers of a file as it stands here; those that are not committed so are left out.

        Raises NoHistory where Git has nothing to say.
        """
        if "\n" in path:
            return {}
        now = self._answers(path, text)
        found = {item: self._first(path, item, said) for item, said in now.items()}
        self._wrote |= wrote(self.git, {rev for rev in found.values() if rev is not None} - self._wrote.keys())
        return {item: Brought(rev, self._wrote[rev]) for item, rev in found.items() if rev is not None}

    def changes(self, path: str, items: Iterable[str]) -> Mapping[str, list[Changed]]:
        """By item the commits that made its answer another one, the newest first; a commit that merged counts not.

        Raises NoHistory where Git has nothing to say.
        """
        wanted = list(dict.fromkeys(items))
        out: dict[str, list[Changed]] = {item: [] for item in wanted}
        if "\n" in path:
            return out
        for item in wanted:
            for rev, before, after in self._changes(path, item):
                out[item].append(Changed(rev, before, after))
        revs = {one.rev for found in out.values() for one in found}
        self._wrote |= wrote(self.git, revs - self._wrote.keys())
        return out

    def wrote(self, rev: str) -> Wrote:
        """What a commit says of itself, of those that were given."""
        return self._wrote[rev]

    def _changes(self, path: str, item: str) -> Iterator[tuple[str, Said | None, Said | None]]:
        left = [(path, "HEAD")]
        while left:
            path, start = left.pop()
            for rev, older in self._graph(path, start).items():
                now = self._at(rev, path).get(item)
                before = [self._at(one, path).get(item) for one in older] or [None]
                if now in before:
                    continue
                moved = self._elsewhere(rev, item, now) if now is not None and not older else None
                if moved is not None:
                    left.append(moved)
                else:
                    yield rev, before[0], now

    def _first(self, path: str, item: str, said: Said) -> str | None:
        """The commit from which on an item has stood so; it is looked for backwards, parent by parent."""
        parents = self._graph(path)
        at = next(iter(parents), None)
        if at is None or self._at(at, path).get(item) != said:
            return None
        while True:
            older = next((one for one in parents.get(at, ()) if self._at(one, path).get(item) == said), None)
            if older is not None:
                at = older
                continue
            moved = self._elsewhere(at, item, said) if not parents.get(at) else None
            if moved is None:
                return at
            path, at = moved
            parents = self._graph(path, at)

    def _graph(self, path: str, rev: str = "HEAD") -> Mapping[str, tuple[str, ...]]:
        """The commits that changed a file, the newest first, with those before them that did."""
        key = (path, rev)
        if key not in self._graphs:
            lines = self.git.run("rev-list", "--parents", rev, "--", path).decode("ascii").split("\n")
            found = self._graphs[key] = {one: tuple(rest) for one, *rest in (line.split() for line in lines if line)}
            data = objects(self.git, [f"{one}:{self.git.path(path)}" for one in found])
            self._data |= zip(((one, path) for one in found), data, strict=True)
        return self._graphs[key]

    _graphs: dict[tuple[str, str], Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    _data: dict[tuple[str, str], bytes | None] = field(default_factory=dict)

    def _at(self, rev: str, path: str) -> Mapping[str, Said]:
        key = (rev, path)
        if key not in self._read:
            if key not in self._data:
                (self._data[key],) = objects(self.git, [f"{rev}:{self.git.path(path)}"])
            data = self._data.pop(key)
            self._read[key] = self._answers(path, data.decode("utf-8", "replace")) if data else {}
        return self._read[key]

    def _elsewhere(self, rev: str, item: str, said: Said) -> tuple[str, str] | None:
        """The file that had the answer before the one that was new with a commit, and the last commit with it."""
        if rev not in self._wrote:
            self._wrote |= wrote(self.git, [rev])
        for parent in self._wrote[rev].parents:
            for path in self._files(parent):
                if self._at(parent, path).get(item) == said:
                    return path, next(iter(self._graph(path, parent)), parent)
        return None

    def _files(self, rev: str) -> list[str]:
        """The files of assessments of a commit."""
        if rev not in self._listed:
            found = self.git.run("ls-tree", "-r", "-z", "--full-tree", "--name-only", rev, "--", f"{self.root}/")
            names = found.decode("utf-8", "surrogateescape").split("\0")
            self._listed[rev] = [name for name in names if "\n" not in name and self._is_one(name)]
        return self._listed[rev]

    _listed: dict[str, list[str]] = field(default_factory=dict)

    def _is_one(self, path: str) -> bool:
        place = kind_in_name(path.removeprefix(f"{self.root}/")) if path else None
        return place is not None and place.kind == "assessments"

    def _answers(self, path: str, text: str) -> Mapping[str, Said]:
        """What the assessment answers in a text, by item; of two for one item the first."""
        out: dict[str, Said] = {}
        for record in parse(path, text).value or ():
            answers: Any = record.get("answers") if str(record.get("id")) == self.assessment else None
            for one in answers if isinstance(answers, list) else ():
                if isinstance(one, dict) and one.get("item") is not None:
                    out.setdefault(str(one["item"]), tuple(str(one.get(key)) for key in FIELDS))
        return out
