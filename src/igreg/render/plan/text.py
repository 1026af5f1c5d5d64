"""The plan of a command that brings records in, for people: what is new, what changes, what is refused and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from igreg.exchange.brought import Brought, Column, Gone, Note, Refused
from igreg.language.english import counted, listed, some_of
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import folded, plain

WIDEST = 120
"""Lines are folded to the terminal, and to so many characters where that is wider or nobody knows."""
MOST_ROWS = 12
"""So many rows are named of which the same is told."""
MOST_NEW = 1_000
"""So many new records are shown; machine output has all of them."""
MOST_IDS = 400
"""So many ids of what does not change are named."""


def plan_text(brought: Brought, style: Style) -> str:
    """The plan as text, its parts one below the other; those that are empty are left out."""
    return "".join(f"{line}\n" for line in _Plan(brought, style).lines())


class _Plan:
    def __init__(self, brought: Brought, style: Style) -> None:
        self.brought, self.style = brought, style
        self.width = min(style.width or WIDEST, WIDEST)

    def lines(self) -> Iterator[str]:
        one = self.brought
        yield from self.fold(self.heading())
        yield from self.columns()
        yield from self.part("New", self.all_new(), len(one.new))
        yield from self.changed()
        if one.unchanged:
            named = ", ".join(one.unchanged[:MOST_IDS]) + (" ..." if len(one.unchanged) > MOST_IDS else "")
            yield from self.part("Unchanged", [named], len(one.unchanged))
        yield from self.part("No longer in the file", (_gone(gone, one.command) for gone in one.gone))
        yield from self.part("Refused", _refusals(one.refused), len(one.refused))
        yield from self.part("Left out", (f"{_row(out.sheet, out.row)}: {out.why}" for out in one.left_out))
        yield from self.part("To know", _notes(one.notes))
        yield from self.part(
            "What `igreg check` would find besides",
            (
                f"{found.severity.word} {found.code} {found.record or found.file}: {found.message}"
                for found in one.findings
            ),
        )

    def heading(self) -> str:
        one = self.brought
        source = f"{one.file}{f', sheet {one.sheet}' if one.sheet else ''}: " if one.file else ""
        counts = [
            f"{len(one.new)} new",
            f"{len(one.changed)} changed",
            f"{len(one.unchanged)} unchanged",
            *([f"{len(one.gone)} no longer there"] if one.gone else ()),
            *([f"{counted(len(one.refused), 'cell')} refused"] if one.refused else ()),
            *([f"{counted(len(one.left_out), 'row')} left out"] if one.left_out else ()),
        ]
        return f"{source}{counted(one.rows, 'row')}; {', '.join(counts)}"

    def columns(self) -> Iterator[str]:
        if not self.brought.columns:
            return
        courses = self.brought.kind == "training-records"
        yield from self.part("Columns", (_column(one, courses) for one in self.brought.columns))

    def all_new(self) -> Iterator[str]:
        new = self.brought.new
        for one in new[:MOST_NEW]:
            yield self.new(one.row, one.id, one.values)
        if len(new) > MOST_NEW:
            yield f"... and {len(new) - MOST_NEW:,} more: --format json has all of them"

    def new(self, row: int | None, id: str | None, values: Mapping[str, Any]) -> str:
        said = ", ".join(
            [f"{key} {value if type(value) is str else _value(value)}" for key, value in values.items() if key != "id"]
        )
        if row and not id:
            return f"row {row}: {said}"  # as below, for the many that have no id
        return f"{_row(None, row)}{': ' if row else ''}{id + ': ' if id else ''}{said}"

    def changed(self) -> Iterator[str]:
        if not self.brought.changed:
            return
        yield from self.title("Changed", len(self.brought.changed))
        for one in self.brought.changed:
            title = f" ({one.title})" if one.title else ""
            yield from self.fold(f"{_row(None, one.row)}{': ' if one.row else ''}{one.id or one.kind}{title}", "  ")
            for field in one.fields:
                path = ".".join(map(str, field.path))
                known = field.before is not None or field.after is not None
                said = f": {_value(field.before)} -> {_value(field.after)}" if known else ""
                yield from self.fold(f"{path}{said}", "    ", "      ")

    def part(self, name: str, lines: Iterable[str], count: int | None = None) -> Iterator[str]:
        lines = list(lines)
        if lines:
            yield from self.title(name, len(lines) if count is None else count)
            room = self.width - 2
            for line in lines:
                if len(line) <= room and line.isascii() and line.isprintable():
                    yield f"  {line}"  # nearly all, of which there may be very many
                else:
                    yield from self.fold(line, "  ", "    ")

    def title(self, name: str, count: int) -> Iterator[str]:
        yield ""
        yield self.style.bold(f"{name} ({count})")

    def fold(self, text: str, first: str = "", then: str | None = None) -> list[str]:
        return folded(plain(text), self.width, first, then)


def _gone(one: Gone, command: str) -> str:
    held = f"; holds {listed(one.roles)}" if one.roles else ""
    what = "told only, nothing changes" if one.what == "told" else "taken out" if command == "sheet" else "ends today"
    return f"{one.id}{f' ({one.title})' if one.title else ''}: {what}{held}"


def _row(sheet: str | None, row: int | None) -> str:
    where = f"row {row}" if row is not None else ""
    return f"{sheet}, {where}" if sheet and where else where or sheet or ""


def _column(one: Column, courses: bool) -> str:
    """A column and what is read from it; where there are `courses`, a column may be one of them."""
    place = f"{one.column} {one.header!r}"
    if one.how == "dropped":
        return f"{place}: never read ({one.why})"
    if one.field == "key":
        return f"{place}: key, by which the same one is found again"
    if one.field is None:
        why = "no field or course is called that" if courses else "no field is called that"
        return f"{place}: left out ({one.why or why})"
    return f"{place}: {one.field}{f', of the course {one.why}' if one.how == 'course' else ''}"


def _refusals(refused: Iterable[Refused]) -> Iterator[str]:
    """What is refused, the same of several cells of a column once."""
    alike: dict[tuple[Any, ...], list[Refused]] = {}
    for one in refused:
        same = (one.sheet, one.column, one.field, one.value, one.message, one.help)
        alike.setdefault(same if one.cell else (id(one),), []).append(one)
    yield from (_refused(some[0], [one.cell or "" for one in some]) for some in alike.values())


def _refused(one: Refused, cells: Sequence[str]) -> str:
    if one.cell:
        named = f"{'cell' if len(cells) == 1 else 'cells'} {some_of(list(cells), MOST_ROWS)}"
        where = f"{one.sheet}, {named}" if one.sheet else named
    else:
        where = _row(one.sheet, one.row)
    column = f"{one.column!r}" if one.column else (one.field or "")
    value = f" {one.value!r}" if one.value is not None and repr(one.value) not in one.message else ""
    start = ", ".join(filter(None, (where, column)))
    help = f"; {one.help}" if one.help else ""
    return f"{start}{':' if start else ''}{value}{': ' if value else ' '}{one.message}{help}"


def _notes(notes: Iterable[Note]) -> Iterator[str]:
    """Each note once, with all the places of which it says the same."""
    alike: dict[tuple[str, str, str | None, str | None], list[Note]] = {}
    for one in notes:
        alike.setdefault((one.what, one.message, one.sheet, one.column), []).append(one)
    for (_, message, sheet, column), some in alike.items():
        rows = list(dict.fromkeys(row for one in some for row in (*one.rows, one.row) if row is not None))
        values = dict.fromkeys(one.value for one in some if one.value is not None)
        value = f"{next(iter(values))!r}" if len(values) == 1 else ""
        value = "" if value and message.startswith(value) else value
        where = ", ".join(filter(None, (sheet, _rows(rows), repr(column) if column else "", value)))
        yield f"{where}{': ' if where else ''}{message}"


def _rows(rows: Sequence[int]) -> str:
    if not rows:
        return ""
    return f"{'row' if len(rows) == 1 else 'rows'} {some_of(list(map(str, rows)), MOST_ROWS)}"


def _value(value: Any) -> str:
    """A value as a plan shows it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(_value, value))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} {_value(one)}" for key, one in value.items()) + "}"
    return str(value)
