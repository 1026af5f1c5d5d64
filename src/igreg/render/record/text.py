"""A record for people: its own lines with names for ids, what it points to, and what points to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.findings import KeyPath, Place
from igreg.language.english import long_day
from igreg.model.base import Record
from igreg.model.walk import references
from igreg.register.excerpt import excerpt
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine
from igreg.render.escape.terminal import plain
from igreg.source.places import locate

_MOST_LINES = 20
"""So many training records are listed; the others are counted."""


def record_text(register: Register, id: str) -> str:
    """The record with this id, or the record in which the action or audit finding with this id stands."""
    record = register.by_id[id]
    line, lines = excerpt(register, record)
    out = [f"{plain(record.where.file)}:{line} ({register.kind_of[id]})", ""]
    out += [f"  {plain(text)}" for text in _named(register, record, line, lines)]
    to = [(_words(reference.path), _called(register, reference.target)) for reference in references(record)]
    out += _list("Points to", to)
    pointers = register.references.pointers.get(id, ())
    back = [(f"{one.record.many}, {_words(one.path)}", _titled(register, one.record)) for one in pointers]
    out += _list("Named by", back)
    lines_of = [line for line in register.training if id in (line.staff, line.course)]
    if lines_of:
        out += ["", f"Training records: {len(lines_of)}"]
        out += [f"  {plain(_training(register, item, id))}" for item in lines_of[:_MOST_LINES]]
        if len(lines_of) > _MOST_LINES:
            out.append(f"  and {len(lines_of) - _MOST_LINES} more")
    return "\n".join(out) + "\n"


def organisation_text(register: Register) -> str:
    """The organisation, which has no id of its own, and what it points to."""
    record = register.organisation
    line, lines = excerpt(register, record)
    out = [f"{plain(record.where.file)}:{line} ({record.kind})", ""]
    out += [f"  {plain(text)}" for text in _named(register, record, line, lines)]
    to = [(_words(reference.path), _called(register, reference.target)) for reference in references(record)]
    return "\n".join([*out, *_list("Points to", to)]) + "\n"


def _named(register: Register, record: Record, first: int, lines: list[str]) -> list[str]:
    """The lines of a record, in which names stand for the ids that it points to."""
    found = {
        (record.where.path(record.as_written(reference.path)), False): reference.target
        for reference in references(record)
    }
    places = locate(register.sources.texts.get(record.where.file, ""), found) if found else {}
    out = list(lines)
    for place, target in sorted(((places[want], target) for want, target in found.items()), reverse=True):
        name = register.title(target)
        at = place.line - first
        if name != target and 0 <= at < len(out):
            out[at] = _instead(out[at], place, target, f'"{name}"' if "," in name else name)
    return out


def _instead(line: str, place: Place, target: str, name: str) -> str:
    """A line with a name in place of an id, where the id stands there indeed."""
    start, end = place.column - 1, place.end_column - 1
    return f"{line[:start]}{name}{line[end:]}" if line[start:end].strip("'\"") == target else line


def _training(register: Register, line: TrainingLine, id: str) -> str:
    """A training record beside the person or the course that it is of: the other of the two, and the day."""
    other = line.course if id == line.staff else line.staff
    if not other or not isinstance(line.completed, dt.date):
        return "one with a field missing"
    return f"{register.title(other)}, {long_day(line.completed)}"


def _words(path: KeyPath) -> str:
    """A key path as words: `accountable to`, `agenda, presenter`, `holders`."""
    keys = [str(key).replace("_", " ") for key in path if isinstance(key, str)]
    return ", ".join(keys[:-1] if len(keys) > 1 and keys[-1] == "staff" else keys)


def _called(register: Register, id: str) -> str:
    """A record by its name, with its id beside it."""
    name = register.plain_title(id)
    return id if name == id else f"{name} ({id})"


def _titled(register: Register, record: Record) -> str:
    """A record that points here by its name, with its id where it has one."""
    if record.identity is not None and register.by_id.get(record.identity) is record:
        return _called(register, record.identity)
    return record.label or record.identity or record.one


def _list(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    """Names under the words for what they are; each once, several in lines of their own."""
    groups: dict[str, dict[str, None]] = {}
    for words, name in rows:
        groups.setdefault(words, {})[plain(name)] = None
    out = ["", title] if groups else []
    for words, names in groups.items():
        if len(names) == 1:
            out.append(f"  {plain(words)}: {next(iter(names))}")
        else:
            out += [f"  {plain(words)}:", *(f"    {name}" for name in names)]
    return out
