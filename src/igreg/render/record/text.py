"""A record for people: its own lines, what it points to, and what points to it."""

from __future__ import annotations

from igreg.model.base import Record
from igreg.model.walk import references
from igreg.register.excerpt import excerpt
from igreg.register.register import Register
from igreg.render.escape.terminal import plain


def record_text(register: Register, id: str) -> str:
    """The record with this id, or the record in which the action or audit finding with this id stands."""
    record = register.by_id[id]
    line, lines = excerpt(register, record)
    out = [f"{plain(record.where.file)}:{line} ({register.kind_of[id]})", ""]
    out += [f"  {plain(text)}" for text in lines]
    to = [(reference.path, reference.target) for reference in references(record)]
    out += _list("Points to", [(".".join(map(str, p)), t, register.title(t)) for p, t in to])
    back = [(pointer.record, pointer.path) for pointer in register.references.pointers.get(id, ())]
    rows = [(".".join(map(str, path)), by.identity or by.kind, _titled(register, by)) for by, path in back]
    out += _list("Named by", rows)
    lines_of = [line for line in register.training if id in (line.staff, line.course)]
    if lines_of:
        out += ["", f"Training records: {len(lines_of)}"]
        out += [f"  {plain(item.identity or 'one with a field missing')}" for item in lines_of[:20]]
        if len(lines_of) > 20:
            out.append(f"  and {len(lines_of) - 20} more")
    return "\n".join(out) + "\n"


def _titled(register: Register, record: Record) -> str:
    """A record's title; of people of one name, what tells them apart."""
    known = record.identity is not None and register.by_id.get(record.identity) is record
    return register.title(record.identity) if known else record.label or ""


def _list(title: str, rows: list[tuple[str, str, str]]) -> list[str]:
    if not rows:
        return []
    return [
        "",
        title,
        *(f"  {plain(path)}: {plain(id)}" + (f" ({plain(name)})" if name != id else "") for path, id, name in rows),
    ]
