"""Histories made by chance, and written into a repository at once."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.git.repositories import GIT, Repository, begin

Files = Mapping[str, str]


@dataclass
class Made:
    """One commit: its parents by number, and every file that it has."""

    parents: tuple[int, ...]
    files: dict[str, str] = field(default_factory=dict)


def write(root: Path, commits: Sequence[Made], here: Files | None = None) -> Repository:
    """A repository with these commits, the last of them checked out; `here` are the files that stand there instead."""
    repository = begin(root)
    out = []
    for number, one in enumerate(commits):
        day = 1767268800 + number * 86400
        out.append(f"commit refs/heads/main\nmark :{number + 1}\n")
        out.append(f"author Ann <ann@example> {day} +0000\ncommitter Ann <ann@example> {day} +0000\n")
        message = f"Commit {number}"
        out.append(f"data {len(message)}\n{message}\n")
        for place, parent in enumerate(one.parents):
            out.append(f"{'from' if place == 0 else 'merge'} :{parent + 1}\n")
        out.append("deleteall\n")
        for name, text in one.files.items():
            out.append(f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n")
        out.append("\n")
    subprocess.run(
        [str(GIT), "fast-import", "--quiet", "--force"],
        cwd=root,
        input="".join(out).encode(),
        check=True,
        capture_output=True,
    )
    repository.git("reset", "--quiet", "--hard")
    if here is not None:
        for path in (root / "register").rglob("*.yaml"):
            path.unlink()
        for name, text in here.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return repository


ORGANISATION = {"register/organisation.yaml": "name: E\ntype: other\n"}
WORDS = ("one", "two words", "'quoted: it'", '"with \\u00e9"', "Grüße", "|-\n    a text\n    of lines", "2.10", "null")


def reachable(commits: Sequence[Made]) -> list[Made]:
    """The commits that the last one rests on, and it."""
    kept = {len(commits) - 1}
    for number in range(len(commits) - 1, -1, -1):
        if number in kept:
            kept.update(commits[number].parents)
    new = {old: number for number, old in enumerate(sorted(kept))}
    return [Made(tuple(new[one] for one in commits[old].parents), commits[old].files) for old in sorted(kept)]


class Chance:
    """Makes histories: records of two kinds come, change, move, get other ids and go, on branches that are merged."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.next = 1

    def history(self, count: int) -> list[Made]:
        """So many commits."""
        commits = [Made((), dict(ORGANISATION))]
        for _ in range(count):
            if len(commits) > 3 and self.random.random() < 0.15:
                commits.append(self._merge(commits))
                continue
            parent = len(commits) - 1 if self.random.random() < 0.8 else self.random.randrange(len(commits))
            files = dict(commits[parent].files)
            for _ in range(self.random.choice((1, 1, 1, 2, 3))):
                self.act(files)
            commits.append(Made((parent,), files))
        return reachable([*commits, self._merge(commits)])

    def _merge(self, commits: list[Made]) -> Made:
        first, second = len(commits) - 1, self.random.randrange(len(commits) - 1)
        one, other = commits[first].files, commits[second].files
        files = {}
        for name in {**one, **other}:
            text = self.random.choice((one, one, other)).get(name)
            if text is not None:
                files[name] = text
        files |= ORGANISATION
        if self.random.random() < 0.2:
            self.act(files)
        return Made((first, second), files)

    def act(self, files: dict[str, str]) -> None:
        """Do one thing to the files."""
        acts = (self._add, self._add, self._change, self._change, self._move, self._rename, self._drop)
        self.random.choice((*acts, self._dress, self._break, self._mend, self._reuse))(files)

    def _id(self) -> str:
        return f"{self.random.choice('PR')}-{self.random.randrange(1, 6)}"

    def _kind(self) -> str:
        return self.random.choice(("policies", "policies", "risks"))

    def _text(self, id: str, *fields: str) -> list[str]:
        return [f"id: {self.random.choice((id, repr(id)))}", f"title: {self.random.choice(WORDS)}", *fields]

    def _record(self, id: str, kind: str) -> list[str]:
        lines = self._text(id)
        if kind == "policies" and self.random.random() < 0.5:
            lines.append(f"status: {self.random.choice(('draft', 'in-force'))}")
        if kind == "policies" and self.random.random() < 0.5:
            lines.append(f"replaces: P-{self.random.randrange(1, 6)}")
        if kind == "risks" and self.random.random() < 0.6:
            lines.append(f"actions:\n  - {{id: A-{self.random.randrange(1, 4)}, what: {self.random.choice('abc')}}}")
        if self.random.random() < 0.4:
            lines.append(f"tags: [{', '.join(self.random.sample('xyz', self.random.randrange(1, 4)))}]")
        return lines

    def _add(self, files: dict[str, str]) -> None:
        kind = self._kind()
        self._put(files, kind, self._record(self._id(), kind))

    def _put(self, files: dict[str, str], kind: str, lines: list[str]) -> None:
        """Write a record into the list, a file of its own, or a list in the folder."""
        form = self.random.randrange(3)
        block = (
            "- " + "\n  ".join(line.replace("\n", "\n  ") if ":\n  -" not in line else line for line in lines) + "\n"
        )
        if form == 1:
            name = f"register/{kind}/one-{self.random.randrange(3)}.yaml"
            text = "\n".join(line.replace("\n    ", "\n  ") for line in lines)
            files[name] = text + "\n"
            return
        name = f"register/{kind}.yaml" if form == 0 else f"register/{kind}/more.yaml"
        parts = self._parts(files.get(name, ""))
        parts.insert(self.random.randrange(len(parts) + 1), block)
        files[name] = "".join(parts)

    def _parts(self, text: str) -> list[str]:
        """The items of a list as they are written; a text that is none is one part."""
        out: list[str] = []
        for line in text.splitlines(keepends=True):
            if line.startswith("- ") or not out:
                out.append(line)
            else:
                out[-1] += line
        return out

    def _some(self, files: dict[str, str]) -> str | None:
        names = [name for name in files if name not in ORGANISATION]
        return self.random.choice(sorted(names)) if names else None

    def _change(self, files: dict[str, str]) -> None:
        name = self._some(files)
        if name is not None:
            old, new = self.random.choice(
                (
                    ("draft", "in-force"),
                    ("title: one", "title: three"),
                    ("what: a", "what: d"),
                    ("[x", "[z"),
                    ("title: ", "notes: "),
                    ("two words", "two  words"),
                )
            )
            files[name] = files[name].replace(old, new, self.random.choice((1, -1)))

    def _move(self, files: dict[str, str]) -> None:
        name = self._some(files)
        if name is None:
            return
        kind = name.split("/")[1].removesuffix(".yaml")
        parts = self._parts(files.pop(name)) or [""]
        if not parts[0].startswith("- "):
            files[f"register/{kind}/one-{self.random.randrange(3)}.yaml"] = "".join(parts)
            return
        moved = parts.pop(self.random.randrange(len(parts)))
        if parts:
            files[name] = "".join(parts)
        other = self.random.choice((f"register/{kind}.yaml", f"register/{kind}/more.yaml", f"register/{kind}/x.yaml"))
        files[other] = files.get(other, "") + moved

    def _rename(self, files: dict[str, str]) -> None:
        old, new = self._id(), self._id()
        for name in list(files):
            if self.random.random() < 0.9:
                files[name] = files[name].replace(f"id: {old}\n", f"id: {new}\n").replace(f": {old}\n", f": {new}\n")
        if self.random.random() < 0.3:
            for name in list(files):
                files[name] = files[name].replace("id: A-1", "id: A-9")

    def _drop(self, files: dict[str, str]) -> None:
        name = self._some(files)
        if name is None:
            return
        parts = self._parts(files.pop(name)) or [""]
        parts.pop(self.random.randrange(len(parts)))
        if parts:
            files[name] = "".join(parts)

    def _dress(self, files: dict[str, str]) -> None:
        """Comments, blank lines, line ends, a mark at the beginning: nothing that counts."""
        name = self._some(files)
        if name is not None:
            text = files[name]
            files[name] = self.random.choice(
                (f"# a comment\n{text}", f"---\n{text}", text + "# end\n", text.replace("\n", "\r\n"), text + "\n\n",
                 f"\ufeff{text}" if text[:1] != "\ufeff" else text, text.replace("title: one", "title: 'one'"))
            )  # fmt: skip

    def _break(self, files: dict[str, str]) -> None:
        name = self._some(files)
        if name is not None:
            text = files[name]
            cut = self.random.randrange(len(text)) if text else 0
            files[name] = self.random.choice(
                (f"{text}<<<<<<< x\n", f"{text[:cut]}\n\t[", f"{text}- {{id: P-1, title: [\n", "\x00", "id: a: b: c",
                 f"{text[:cut]}&a *b {text[cut:]}")
            )  # fmt: skip

    def _mend(self, files: dict[str, str]) -> None:
        name = self._some(files)
        if name is not None:
            files[name] = files[name].replace("<<<<<<< x\n", "").replace("- {id: P-1, title: [\n", "")

    def _reuse(self, files: dict[str, str]) -> None:
        """An id that another record had comes to mean something of another kind."""
        id = self._id()
        self._drop(files)
        kind = self.random.choice(("policies", "risks"))
        self._put(files, kind, self._record(id, kind))
