"""Build the repository: states of the register from the last to the first, then commits from the first to the last.

Authors, days and zone are fixed, and objects are made by `git fast-import`, so that every machine and every version of
Git gives the same ids for the same sample.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from igreg.source.editing.edit import Set, apply
from tools.history.rewound import records, rewound
from tools.history.story import COMMITS, Began, Brought, Commit, Ended, InOneFile, Renamed, Said, Undo, Was

ROOT = Path(__file__).parents[2]
DOCUMENTS = "docs/ig"
BRANCH = "data-flows"
State = Mapping[str, str]
"""The texts of a repository, by path."""


def sample() -> dict[str, str]:
    """The sample register and its documents as they stand, with the line ends that are committed."""
    files = [*(ROOT / "register").rglob("*.yaml"), *(ROOT / DOCUMENTS).rglob("*.md")]
    return {
        one.relative_to(ROOT).as_posix(): one.read_bytes().decode("utf-8").replace("\r\n", "\n")
        for one in sorted(files)
    }


def states(now: State) -> list[State]:
    """The state after each commit of the story; the last is `now`."""
    register = {name.removeprefix("register/"): text for name, text in now.items() if name.startswith("register/")}
    documents = {name: text for name, text in now.items() if name.startswith(DOCUMENTS)}
    always = {name for name in documents if not _named(name, register)}
    out: list[State] = [now]
    for after, commit in zip(reversed(COMMITS[1:]), reversed(COMMITS[:-1]), strict=True):
        for undo in after.undo:
            register, documents = _undone(undo, register, documents)
        register = rewound(register, commit.day)
        kept = {name: text for name, text in documents.items() if name in always or _named(name, register)}
        out.append({**{f"register/{name}": text for name, text in register.items()}, **kept})
    return out[::-1]


def _named(document: str, register: Mapping[str, str]) -> bool:
    return any(document in text for text in register.values())


def _undone(undo: Undo, register: dict[str, str], documents: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The texts before a commit. Raises ValueError where the sample has changed so that the story holds no more."""
    register, documents = dict(register), dict(documents)
    match undo:
        case Was():
            name, at, single = _place(register, undo.record)
            path = (undo.field,) if single else (at, undo.field)
            register[name] = apply(register[name], [Set(path, undo.value)])
        case Said():
            name = f"{DOCUMENTS}/{undo.document}"
            if undo.now not in documents[name]:
                raise ValueError(f"{name} no longer says {undo.now!r}: change the story")
            documents[name] = documents[name].replace(undo.now, undo.was)
        case Renamed():
            word = re.compile(rf"(?<![\w.-]){re.escape(undo.now)}(?![\w.-])")
            register = {name: word.sub(undo.was, text) for name, text in register.items()}
        case Ended():
            register[undo.file] = register.get(undo.file, "") + undo.text
        case Began():
            register[undo.file] = register[undo.file].replace(undo.text, "")
            if not register[undo.file].strip():
                del register[undo.file]
        case InOneFile():
            inside = {name: text for name, text in register.items() if name.startswith(f"{undo.folder}/")}
            register = {name: text for name, text in register.items() if name not in inside}
            register[f"{undo.folder}.yaml"] = "".join(map(_listed, inside.values()))
        case Brought():
            del register[undo.file]
    return register, documents


def _place(register: Mapping[str, str], record: str) -> tuple[str, int, bool]:
    """The file of a record, its place in it, and whether it has the file to itself."""
    for name, text in register.items():
        found, single = records(text)
        for at, one in enumerate(found):
            if one.get("id") == record:
                return name, at, single
    raise ValueError(f"the sample has no record {record}: change the story")


def _listed(text: str) -> str:
    """The text of a file as items of a list."""
    if not records(text)[1]:
        return text
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if line and not line.startswith("#"))
    above = lines[:first]
    return "".join(f"{line}\n" for line in [*above, f"- {lines[first]}", *(f"  {one}" for one in lines[first + 1 :])])


@dataclass
class _Stream:
    """What `git fast-import` is told."""

    out: list[bytes] = field(default_factory=list)
    mark: int = 0

    def commit(self, ref: str, commit: tuple[str, str, str, str], files: State, parents: tuple[int, ...]) -> int:
        """A commit with all its files; gives its mark."""
        written, day, author, message = commit
        self.mark += 1
        self._line(f"commit {ref}", f"mark :{self.mark}", f"author {_who(author, written)}")
        self._line(f"committer {_who(author, day)}")
        self._data(f"{message}\n")
        if parents:
            self._line(f"from :{parents[0]}", *(f"merge :{one}" for one in parents[1:]))
        self._line("deleteall")
        for name in sorted(files):
            self._line(f"M 100644 inline {name}")
            self._data(files[name])
        return self.mark

    def _line(self, *lines: str) -> None:
        self.out += [f"{line}\n".encode() for line in lines]

    def _data(self, text: str) -> None:
        data = text.encode()
        self.out.append(b"data %d\n%s\n" % (len(data), data))


def _who(name: str, day: str) -> str:
    address = f"{name[0].lower()}.{name.split()[-1].lower()}@wendlevalley.nhs.example"
    return f"{name} <{address}> {_seconds(day)} +0000"


def _seconds(day: str) -> int:
    """Ten in the morning of a day, in seconds."""
    return int(dt.datetime.fromisoformat(f"{day}T10:00:00+00:00").timestamp())


def stream(now: State) -> bytes:
    """All commits, as `git fast-import` reads them."""
    made = _Stream()
    last: tuple[int, ...] = ()
    before: State = {}
    for commit, state in zip(COMMITS, states(now), strict=True):
        side = _branch(made, commit, before, state, last)
        written = (commit.written or commit.day, commit.day, commit.author, commit.message)
        last = (made.commit("refs/heads/main", written, _broken(commit, state), (*last, *side)),)
        before = state
    return b"".join(made.out)


def _branch(made: _Stream, commit: Commit, before: State, after: State, last: tuple[int, ...]) -> tuple[int, ...]:
    """The commits of the branch that a commit merges; gives the mark of the last."""
    files = [f"register/{one.file}" for one in commit.undo if isinstance(one, Brought)]
    side = last
    for day, author, message, share in commit.branch:
        brought = {name: _part(after[name], share) for name in files}
        side = (made.commit(f"refs/heads/{BRANCH}", (day, day, author, message), {**before, **brought}, side),)
    return side if commit.branch else ()


def _part(text: str, share: float) -> str:
    """The first records of a list."""
    starts = [one.start() for one in re.finditer(r"^- ", text, re.MULTILINE)]
    return text if share == 1 else text[: starts[round(len(starts) * share)]]


def _broken(commit: Commit, state: State) -> State:
    if commit.breaks is None:
        return state
    name, now, typed = commit.breaks
    return {**state, f"register/{name}": state[f"register/{name}"].replace(now, typed, 1)}


def build(folder: Path, git: str = "git") -> str:
    """Make the repository in a folder that is empty or not there; gives the id of its head. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    _git(git, folder, "init", "--quiet")
    _git(git, folder, "fast-import", "--quiet", given=stream(sample()))
    _git(git, folder, "symbolic-ref", "HEAD", "refs/heads/main")
    _git(git, folder, "reset", "--quiet", "--hard")
    return _git(git, folder, "rev-parse", "HEAD")


def _git(git: str, folder: Path, *words: str, given: bytes = b"") -> str:
    """Run Git with none of the settings of this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = {
        **kept,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_DEFAULT_HASH": "sha1",
        "GIT_TEMPLATE_DIR": "",
    }
    words = ("-c", "core.autocrlf=false", *words)
    done = subprocess.run([git, *words], cwd=folder, env=env, input=given, capture_output=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8").strip()
