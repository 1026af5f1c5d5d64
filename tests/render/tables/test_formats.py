"""Tables in each format, at the edges: guards that come off again, the least and largest values, many rows."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.errors import IgregError
from igreg.render.escape.colour import Style
from igreg.render.escape.csv import guarded
from igreg.render.escape.terminal import cells
from igreg.render.tables import xlsx
from igreg.render.tables.csv import table_csv
from igreg.render.tables.json import table_jsonl
from igreg.render.tables.text import answer_text
from igreg.tables.answer import Answer
from igreg.tables.rows import Filled, Row, Value
from igreg.tables.shape import table_of

CONTRACTS = table_of("contracts")


def contract(**values: Value) -> Filled:
    row: Row = [values.get(column.name) for column in CONTRACTS.columns]
    return Filled(CONTRACTS, [row])


def read_csv(data: bytes) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "'"])
def test_what_a_spreadsheet_would_run_is_guarded(sign: str) -> None:
    assert guarded(f"{sign}x") == f"'{sign}x"
    assert read_csv(table_csv(contract(title=f"{sign}x")))["title"] == f"'{sign}x"


def test_nothing_else_is() -> None:
    assert [guarded(text) for text in ("", "a=1", " =1", "2026-01-01", '"=1"')] == [
        "",
        "a=1",
        " =1",
        "2026-01-01",
        '"=1"',
    ]
    found = read_csv(table_csv(contract(value=Decimal("-1.50"), start=dt.date(2026, 1, 2), review_every="-1 week")))
    assert (found["value"], found["start"], found["review_every"]) == ("-1.5", "2026-01-02", "'-1 week")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_taking_one_sign_off_gives_the_text_back(text: str) -> None:
    found = read_csv(table_csv(contract(id="x", title=text)))["title"]
    assert (found[1:] if found.startswith("'") else found) == text


def test_json_lines_lose_no_digit() -> None:
    line = table_jsonl(contract(value=Decimal("123456789012345678.000001"), title="Zoë"))
    assert b'"title":"Zo\xc3\xab"' in line and b'"value":"123456789012345678.000001"' in line
    assert json.loads(table_jsonl(contract(value=Decimal("10.00"))))["value"] == 10


def test_days_that_a_sheet_has_not_are_texts() -> None:
    data = xlsx.tables_xlsx(
        [contract(start=dt.date(1, 1, 1), end=dt.date(1900, 3, 1), title="=1", value=Decimal("1.5"))]
    )
    head, row = openpyxl.load_workbook(io.BytesIO(data))["contracts"].values
    found = dict(zip(head, row, strict=True))
    assert found["start"] == "0001-01-01" and found["end"] == dt.datetime(1900, 3, 1)
    assert found["title"] == "=1" and found["value"] == 1.5


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 1)
    one = contract(title="x")
    with pytest.raises(IgregError, match="more than a sheet holds"):
        xlsx.tables_xlsx([replace(one, rows=[*one.rows, *one.rows])])


@pytest.mark.parametrize("width", [20, 60, 120])
def test_an_answer_fits_its_terminal(width: int) -> None:
    columns = tuple((f"column {number}", "VARCHAR") for number in range(5))
    rows = [
        tuple("long words " * number + "\U0001f600" for number in range(5)),
        (None, 1, 2.5, True, dt.date(2026, 1, 1)),
    ]
    lines = answer_text(Answer(columns, rows), width, Style()).splitlines()
    assert max(map(cells, lines)) <= width and lines[-1] == "2 rows"
