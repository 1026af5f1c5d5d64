"""The slow answer: every file of every commit is parsed, and every state of a record held against those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from igreg.analysis.field_changes import changes_of, matched, plain_value
from igreg.analysis.renames import renamed
from igreg.model.base import Inner
from igreg.model.walk import parts
from igreg.register.fast_training import Lines
from igreg.register.file import records_of
from igreg.register.file_names import kind_in_name
from igreg.source.reading.document import decode, made_out
from igreg.source.reading.values import ids_as_text
from tests.lives.made import Files, Made

Standing = tuple[str, str, str, Any]
"""Kind, holder, file, what stands there."""


@dataclass
class At:
    """A commit, read whole."""

    found: dict[str, dict[str, list[Standing]]] = field(default_factory=dict)
    """By file and id what stands there; of a file that cannot be read, what stood there before."""
    broken: dict[str, tuple[str, frozenset[str], int]] = field(default_factory=dict)
    """By file its kind, the ids that can be made out, and the commit that left it so."""
    hidden: dict[str, Standing] = field(default_factory=dict)

    def of(self, id: str) -> Standing | None:
        """What has an id: the first by file, and by record in it."""
        for file in sorted(self.found):
            if id in self.found[file]:
                return min(self.found[file][id], key=lambda one: one[1])
        return self.hidden.get(id)

    @property
    def ids(self) -> set[str]:
        """Every id."""
        return {id for of in self.found.values() for id in of}


def read(file: str, text: str) -> tuple[str, dict[str, list[Standing]] | None, frozenset[str]]:
    """The kind of a file, what stands in it under which ids, and the ids made out where it cannot be read."""
    named = kind_in_name(file.removeprefix("register/"))
    assert named is not None
    kind = named.kind
    assert kind is not None
    data = text.encode()
    decoded, fault = decode(file, data)
    if decoded is None or fault is not None:
        return kind, None, ids_as_text(made_out(data))
    known = records_of(kind, file, decoded, Lines())
    if known.is_lost or known.lost_ids or (known.text_faults and not known.records):
        return kind, None, known.lost_ids or ids_as_text(decoded)
    out: dict[str, list[Standing]] = {}
    seen = set()
    for record in known.records:
        id = record.identity
        if id is None or id in seen:
            continue
        seen.add(id)
        out.setdefault(id, []).append((kind, id, file, record))
        for _, one in parts(record, Inner):
            if one.id:
                out.setdefault(one.id, []).append((one.kind, id, file, one))
    return kind, out, frozenset()


class Reference:
    """A history, read whole."""

    def __init__(self, commits: Sequence[Made], here: Files) -> None:
        self.commits = [*commits, Made((len(commits) - 1,), dict(here))]
        self.at: list[At] = []
        for number in range(len(self.commits)):
            self.at.append(self._at(number))

    def _at(self, number: int) -> At:
        one = self.commits[number]
        parent = self.at[one.parents[0]] if one.parents else At()
        before = self.commits[one.parents[0]].files if one.parents else {}
        out = At()
        for file, text in one.files.items():
            if file.endswith("organisation.yaml"):
                continue
            if file in before and before[file] == text:
                if file in parent.found:
                    out.found[file] = parent.found[file]
                if file in parent.broken:
                    out.broken[file] = parent.broken[file]
                continue
            kind, found, lost = read(file, text)
            if found is None:
                out.broken[file] = (kind, lost, number)
                if file in parent.found:
                    out.found[file] = parent.found[file]
            else:
                out.found[file] = found
        for id in parent.ids | set(parent.hidden):
            known = parent.of(id)
            if known is not None and id not in out.ids and self._may_hide(out, id, known, number, id in parent.hidden):
                out.hidden[id] = known
        return out

    def _may_hide(self, at: At, id: str, known: Standing, number: int, was_hidden: bool) -> bool:
        kind = known[3].kind if id != known[1] else known[0]
        held = self._kind_of_file(known[2]) if id != known[1] else kind
        return any(
            one == held and (was_hidden or not lost or id in lost or since == number)
            for one, lost, since in at.broken.values()
        )

    def _kind_of_file(self, file: str) -> str:
        named = kind_in_name(file.removeprefix("register/"))
        assert named is not None
        return named.kind or ""

    def life(self, names: Sequence[str]) -> list[tuple[Any, ...]]:
        """What each commit did to a record that had these ids, the one that counts first."""
        out: list[tuple[Any, ...]] = []
        for number, commit in enumerate(self.commits):
            after = self.state(names, number)
            befores = [self.state(names, one) for one in commit.parents] or [None]
            if any(same(one, after) for one in befores):
                continue
            before = befores[0]
            if before is None or after is None or before[1][0] != after[1][0]:
                if before is not None:
                    out.append((number, "gone", before[1][2]))
                if after is not None:
                    out.append((number, "added", after[1][2]))
                continue
            fields = tuple(
                (one.path, one.before, one.after)
                for one in changes_of(before[1][3], after[1][3])
                if one.path != ("id",)
            )
            change = "renamed" if before[0] != after[0] else "changed" if fields else "moved"
            out.append((number, change, after[1][2], fields))
        return out

    def state(self, names: Sequence[str], number: int) -> tuple[str, Standing] | None:
        """Under which id it stands at a commit, and what it is."""
        for name in names:
            found = self.at[number].of(name)
            if found is not None:
                return name, found
        return None

    def renamed(self, number: int) -> dict[str, str]:
        """The ids that a commit changed."""
        commit = self.commits[number]
        was, now = self.at[commit.parents[0]] if commit.parents else At(), self.at[number]
        gone = [found[3] for id in sorted(was.ids - now.ids) if (found := was.of(id)) is not None]
        come = [found[3] for id in sorted(now.ids - was.ids) if (found := now.of(id)) is not None]
        return renamed(gone, come)

    def names(self, word: str) -> tuple[str, ...] | None:
        """The ids that a record has or had, by one of them; nothing where none was heard of."""
        last = len(self.commits) - 1
        seen: set[str] = set()
        while word not in seen:
            seen.add(word)
            if not any(self.at[number].of(word) for number in range(last + 1)):
                return None
            if self.at[last].of(word):
                break
            later = [self.renamed(number).get(word) for number in range(last, -1, -1)]
            word = next((one for one in later if one), word)
        names = [word]
        for name in names:
            for number in range(last, -1, -1):
                if any(self.at[number].of(other) for other in names[: names.index(name)]):
                    continue
                was = next((old for old, new in self.renamed(number).items() if new == name), None)
                if was is not None and was not in names:
                    names.append(was)
        return tuple(names)


def same(one: tuple[str, Standing] | None, other: tuple[str, Standing] | None) -> bool:
    """Whether a record is the same in two states."""
    if one is None or other is None:
        return one is other
    return (
        one[0] == other[0]
        and one[1][:3] == other[1][:3]
        and not [field for field in changes_of(one[1][3], other[1][3]) if field.path != ("id",)]
    )


def came(reference: Reference, names: Sequence[str]) -> dict[tuple[str | int, ...], int]:
    """By the path of each value that a record has at the end the commit with which it came to be."""
    at: list[dict[tuple[str | int, ...], int]] = []
    for number, commit in enumerate(reference.commits):
        state = reference.state(names, number)
        out: dict[tuple[str | int, ...], int] = {}
        for path, value in leaves(plain_of(state), ()) if state is not None else ():
            out[path] = number
            for parent in reversed(commit.parents):
                before = reference.state(names, parent)
                if before is None or state is None or before[1][0] != state[1][0]:
                    continue
                was = back(plain_of(before), plain_of(state), path)
                if was is not None and dict(leaves(plain_of(before), ())).get(was, ...) == value:
                    out[path] = at[parent][was]
        at.append(out)
    return at[-1]


def plain_of(state: tuple[str, Standing]) -> Any:
    """What a record says, with what is taken for granted."""
    return plain_value(state[1][3].model_dump(by_alias=True, exclude_none=True))


def leaves(value: Any, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every single value with its path."""
    if isinstance(value, dict):
        return [one for key, part in value.items() for one in leaves(part, (*path, key))]
    if isinstance(value, list):
        return [one for key, part in enumerate(value) for one in leaves(part, (*path, key))]
    return [(path, value)]


def back(was: Any, now: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """The path that a value had before."""
    if not path:
        return ()
    step: str | int | None = path[0]
    new = now[path[0]]
    if isinstance(now, list):
        step = (
            next((old for old, place in matched(was, now) if place == path[0]), None) if isinstance(was, list) else None
        )
        old = was[step] if step is not None else None
    else:
        old = was.get(step) if isinstance(was, dict) else None
    if step is None or old is None:
        return None
    rest = back(old, new, path[1:])
    return None if rest is None else (step, *rest)
