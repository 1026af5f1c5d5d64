"""One cell of each column of each kind changed in a workbook: the change comes back, alone, at its record."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Part
from igreg.model.kinds import in_order, model_of
from igreg.model.leaf import Leaf
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.render.workbook.xlsx import workbook
from igreg.sheets.book import Book
from igreg.sheets.read import read_book
from igreg.source.reading.exact import read as exact
from igreg.workbook.columns import Table, tables
from igreg.workbook.coming import coming
from igreg.workbook.leaving import leaving
from tests.filled import filled, full, two

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


def lines(data: dict[str, Any], lead: str = "", then: str | None = None) -> Iterator[str]:
    """A record in lines, a remark behind each value."""
    then = lead if then is None else then
    first = lead
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{first}{key}:  # {key} begins"
            yield from lines(value, then + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{first}{key}:"
            for one in value:
                yield from lines(one, f"{then}- ", f"{then}  ")
        else:
            yield f"{first}{key}: {plain(value)}  # about {key}"
        first = then


def plain(value: Any) -> str:
    """A value as somebody types it."""
    if isinstance(value, list):
        return f"[{', '.join(map(plain, value))}]"
    return json.dumps(value) if not isinstance(value, str) or ":" in value else value


@functools.cache
def register() -> Register:
    """Three records of every kind: one with all there is, and two that it may refer to."""
    texts = {}
    for kind in in_order():
        model = model_of(kind)
        if kind == "organisation":
            texts["organisation.yaml"] = "\n".join(("# Us.", *lines(full(model, kind)), ""))
            continue
        rows = ["# All of them."]
        for number in (1, 2, 3):
            data = {"id": f"{kind}-{number}"} if "id" in model.model_fields else {}
            data |= full(model, kind, side=0 if number == 1 else 1)
            if not data.get("id"):
                data["notes"] = f"Row {number}"
            rows += lines(data, "- ", "  ")
        texts[f"{kind}.yaml"] = "\n".join((*rows, ""))
    return read(Sources({f"register/{name}": text for name, text in texts.items()}))


@functools.cache
def book(kind: str) -> Book:
    """The workbook of a kind, as it is read again."""
    return read_book("w.xlsx", workbook(leaving(register(), [kind], NOW.date()).book))


def columns() -> Iterator[tuple[Table, str, Leaf, tuple[str, ...]]]:
    for kind in in_order():
        for table in tables(kind):
            for one in table.columns:
                if table.is_nested or one.path != ("id",):
                    yield table, one.head, one.leaf, one.path


def cases() -> Iterator[Any]:
    """Each column; of those that hold the same sort of value in the same way, the first three are tried each time."""
    seen = Counter[object]()
    for table, head, leaf, path in columns():
        way = leaf.sort, leaf.many, table.is_nested, len(path) > 1
        seen[way] += 1
        marks = [pytest.mark.thorough] if seen[way] > 3 else []
        yield pytest.param(table, head, leaf, path, id=f"{table.name}:{'.'.join(path)}", marks=marks)


def cell(value: Any, sort: str) -> Any:
    """A value as a program of spreadsheets has it in its cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if sort == "day":
        return dt.date.fromisoformat(value)
    if "moment" in sort and "T" in str(value):
        return dt.datetime.fromisoformat(value)
    return value


def other(table: Table, path: tuple[str, ...]) -> Any:
    """What somebody types into a column: the second of its two values."""
    return two(part_of(table, path), field_of(table, path), table.kind)[-1]


def part_of(table: Table, path: tuple[str, ...]) -> type[Part]:
    """The part in which a column's field stands."""
    model: type[Part] = model_of(table.kind)
    for step in (*(one.key for one in table.way), *path[:-1]):
        model = fields_of(model)[step].parts[0]
    return model


def field_of(table: Table, path: tuple[str, ...]) -> Anatomy:
    """The field of a column."""
    return fields_of(part_of(table, path))[path[-1]]


@pytest.mark.parametrize(("table", "head", "leaf", "path"), list(cases()))
def test_one_changed_cell_comes_back_alone(table: Table, head: str, leaf: Leaf, path: tuple[str, ...]) -> None:
    given, value = book(table.kind), other(table, path)
    page = next(one for one in given.sheets if one.name == table.sheet)
    at = list(page.rows[0]).index(head)
    rows = [list(row) for row in page.rows]
    rows[1] += [None] * (at + 1 - len(rows[1]))
    wanted = filled(field_of(table, path), value)
    rows[1][at] = "; ".join(map(str, wanted)) if leaf.many else cell(value, leaf.sort)
    sheets = [replace(one, rows=rows) if one is page else one for one in given.sheets]

    made = coming(register(), "w.xlsx", replace(given, sheets=sheets), NOW)

    assert made.brought.refused == []
    (changed,) = made.brought.changed
    (change,) = changed.fields
    assert [step for step in change.path if isinstance(step, str)] == [*(one.key for one in table.way), *path]
    texts = made.plan.texts(register().sources.texts)
    ((before, after),) = texts.values()
    assert before is not None
    old, new = before.splitlines(), after.splitlines()
    (number,) = [number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    assert new[number].endswith(f"  # about {path[-1]}")
    was, now = exact("", before).value, exact("", after).value
    assert was is not None and now is not None
    assert now[1:] == was[1:]
    assert at_way(now[0], change.path) == wanted


def at_way(record: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a way in plain data, days as they are written."""
    for step in path:
        record = record[step]
    return told(record)


def told(value: Any) -> Any:
    if isinstance(value, list):
        return [told(one) for one in value]
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, dt.date) else value


def test_a_list_of_another_length_than_belongs_is_refused_as_a_whole() -> None:
    given = book("skills")
    page = next(one for one in given.sheets if one.name == "skills")
    at = list(page.rows[0]).index("Levels")
    rows = [list(row) for row in page.rows]
    rows[1][at] = "Knows of it; Does it"
    sheets = [replace(one, rows=rows) if one is page else one for one in given.sheets]
    (refused,) = coming(register(), "w.xlsx", replace(given, sheets=sheets), NOW).brought.refused
    assert (refused.field, refused.message) == ("levels", "`levels` has 2 entries where 3 belong")
