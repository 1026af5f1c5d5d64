"""What `igreg export` writes of a register, brought in again, says nothing new of any record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from igreg.exchange.found import found_table
from igreg.exchange.importing import Imported, Terms, imported
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.render.tables.csv import table_csv
from igreg.render.tables.xlsx import tables_xlsx
from igreg.sheets.read import read_book
from igreg.store.read import read_sources
from igreg.tables.rows import filled

REPOSITORY = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
REGISTERS = sorted(
    file.parent.relative_to(REPOSITORY).as_posix()
    for file in (
        REPOSITORY / "register/organisation.yaml",
        *(REPOSITORY / "tests").glob("*/*/register/organisation.yaml"),
    )
)
KINDS = (
    "staff", "training-records", "courses", "policies", "units", "roles", "assets", "bodies", "audits", "risks",
    "incidents", "processing", "data-flows", "requests", "contracts", "meetings",
)  # fmt: skip
"""The kinds that the pages name for `igreg import`."""


def again(register: Register, kind: str, name: str, data: bytes, sheet: str | None = None) -> Imported:
    """A table of a kind brought in, as far as the plan."""
    rows = found_table(read_book(name, data, only=sheet), kind, name, None, sheet, lambda head: False)
    return imported(register, rows, Terms(kind, name, NOW))


@pytest.mark.thorough
@pytest.mark.parametrize("name", REGISTERS)
def test_everything_is_unchanged_and_nothing_refused(name: str) -> None:
    register = read(read_sources(REPOSITORY / name))
    held = [kind for kind in KINDS if register.kinds.get(kind) or (kind == "training-records" and register.training)]
    assert held
    for kind in held:
        tables = filled(register, [kind], None)
        table = next(one for one in tables if one.table.name == kind.replace("-", "_"))
        for found in (
            again(register, kind, f"{kind}.csv", table_csv(table)),
            again(register, kind, "register.xlsx", tables_xlsx(tables), table.table.name),
        ):
            brought = found.made.brought
            assert [(one.row, one.field, one.message) for one in brought.refused] == [], kind
            assert [(one.id, [(field.path, field.before, field.after) for field in one.fields]) for one in brought.changed] == [], kind  # fmt: skip
            assert (list(brought.new), list(brought.left_out)) == ([], []), kind
            assert len(brought.unchanged) == len(table.rows), kind


MOMENTS = {
    "register/organisation.yaml": "name: X\ntype: other\n",
    "register/incidents.yaml": (
        "- {id: I-1, title: A, aware: 2026-07-02T14:20, occurred: 2026-07-02T14:20:31}\n"
        "- {id: I-2, title: B, aware: '2026-07-02T13:20+00:00'}\n"
        "- {id: I-3, title: C, aware: 2026-07-02}\n"
    ),
}


@pytest.mark.parametrize(
    ("cells", "changed"),
    [
        (("2026-07-02T14:20", "2026-07-02T14:20:31", "2026-07-02T14:20", "2026-07-02"), {}),
        (("02/07/2026 14:20", "02/07/2026 14:20", "02/07/2026 14:20", "02/07/2026"), {}),
        (("02/07/2026 14:21", "02/07/2026 14:20", "02/07/2026 13:20", "03/07/2026"), {
            "I-1": "2026-07-02T14:21", "I-2": "2026-07-02T13:20", "I-3": "2026-07-03"
        }),
    ],
    ids=["as exported", "as a spreadsheet shows it", "another"],
)  # fmt: skip
def test_a_moment_is_the_same_to_the_minute_and_in_our_time(cells: tuple[str, ...], changed: dict[str, str]) -> None:
    register = read(Sources(MOMENTS))
    table = f"id,aware,occurred\nI-1,{cells[0]},{cells[1]}\nI-2,{cells[2]},\nI-3,{cells[3]},\n"
    found = again(register, "incidents", "incidents.csv", table.encode()).made.brought
    assert list(found.refused) == []
    assert {one.id: one.fields[0].after for one in found.changed} == changed


SIGNS = {
    "register/organisation.yaml": "name: X\ntype: other\n",
    "register/roles.yaml": "- {id: a, title: A}\n",
    "register/policies.yaml": (
        "- {id: P-1, title: '=1+1', owner: a, document: {path: docs/p.md, title: The paper}}\n"
        "- {id: P-2, title: '+44', owner: a, notes: \"'tis  so\", review: {every: 1 year, cycle: fixed}}\n"
        "- {id: P-3, title: '@SUM(A1)', owner: a, notes: \"''a\\tb\"}\n"
        "- {id: P-4, title: '=\"00123\"', owner: a, notes: '-5'}\n"
    ),
}


def test_texts_that_a_spreadsheet_would_run_come_back_as_they_were() -> None:
    register = read(Sources(SIGNS))
    table = next(one for one in filled(register, ["policies"], None) if one.table.name == "policies")
    data = table_csv(table)
    assert b"'=1+1" in data and b"'@SUM(A1)" in data
    found = again(register, "policies", "policies.csv", data).made.brought
    assert list(found.refused) == [] and list(found.changed) == []
    assert found.unchanged == ["P-1", "P-2", "P-3", "P-4"]


def test_its_columns_are_the_fields_that_they_were_made_of() -> None:
    register = read(Sources(SIGNS))
    empty = read(Sources({**SIGNS, "register/policies.yaml": "[]\n"}))
    table = next(one for one in filled(register, ["policies"], None) if one.table.name == "policies")
    found = again(empty, "policies", "policies.csv", table_csv(table)).made
    assert [(one.header, one.why) for one in found.brought.columns if one.how == "unmatched"] == []
    first, second, *_ = found.brought.new
    assert first.values["document"] == {"path": "docs/p.md", "title": "The paper"}
    assert second.values["review"] == {"every": "1 year", "cycle": "fixed"}
