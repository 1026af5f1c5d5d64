"""A register and its workbook as values, and what somebody does to the rows: no file is written."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from igreg.exchange.plan import Draft
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.render.workbook.xlsx import workbook
from igreg.sheets.book import Book, Sheet, Value
from igreg.sheets.read import read_book
from igreg.workbook.coming import coming
from igreg.workbook.leaving import leaving

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


@functools.cache
def register(text: str, kind: str) -> Register:
    """A register of one file besides the organisation's."""
    files = {"register/organisation.yaml": "name: Ash\ntype: other\n", f"register/{kind}.yaml": text}
    return read(Sources(files))


@functools.cache
def book(text: str, kind: str) -> Book:
    """Its workbook, as it is read again."""
    return read_book("w.xlsx", workbook(leaving(register(text, kind), [kind], NOW.date()).book))


def page(of: Book, name: str) -> Sheet:
    """A sheet by its name."""
    return next(one for one in of.sheets if one.name == name)


def row(sheet: Sheet, values: Mapping[str, Value]) -> list[Value]:
    """A row of a sheet by the heads of its columns."""
    return [values.get(str(head)) for head in sheet.rows[0]]


def with_page(of: Book, sheet: Sheet) -> Book:
    """The workbook with a sheet in the place of the one of its name."""
    return replace(of, sheets=[sheet if one.name == sheet.name else one for one in of.sheets])


def with_rows(of: Book, name: str, *more: Mapping[str, Value]) -> Book:
    """The workbook with rows below the last one of a sheet."""
    sheet = page(of, name)
    return with_page(of, replace(sheet, rows=[*sheet.rows, *(row(sheet, one) for one in more)]))


def with_cell(of: Book, name: str, number: int, head: str, value: Value) -> Book:
    """The workbook with another value in the cell of a row, the first below the heads being 1."""
    sheet = page(of, name)
    rows: list[Sequence[Value]] = [*sheet.rows]
    rows[number] = [value if of == head else was for of, was in zip(rows[0], rows[number], strict=False)]
    return with_page(of, replace(sheet, rows=rows))


def without_row(of: Book, name: str, number: int) -> Book:
    """The workbook without a row, the first below the heads being 1."""
    sheet = page(of, name)
    return with_page(of, replace(sheet, rows=[one for at, one in enumerate(sheet.rows) if at != number]))


def back(text: str, kind: str, given: Book) -> Draft:
    """What it comes to when it is brought back."""
    return coming(register(text, kind), "w.xlsx", given, NOW)
