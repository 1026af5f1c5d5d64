"""What rows come to: new records, changed ones, and the changes of files that stand for them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from igreg.exchange.brought import Brought
from igreg.exchange.cells.read import Reader
from igreg.exchange.identity.meant import Identity
from igreg.exchange.plan import Draft, draft
from igreg.exchange.rows import Given, Incoming
from igreg.exchange.table import Settled, settle
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources

STAFF = """\
# people
- {id: p-hollis, name: Pat Hollis}
- id: p-lunn
  name: Petra Lunn  # she
  job_title: Clerk
"""
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def register(**files: str) -> Register:
    texts = {"organisation.yaml": "name: X\ntype: other\n", "staff.yaml": STAFF} | {
        f"{name}.yaml": text for name, text in files.items()
    }
    return read(Sources({f"register/{name}": text for name, text in texts.items()}, root="register"))


def row(number: int, **cells: Any) -> Incoming:
    given = {name: Given(value, column, name) for column, (name, value) in enumerate(cells.items())}
    return Incoming(number, None, given)


def settled(known: Register, *rows: Incoming, clear: frozenset[str] = frozenset()) -> Settled:
    return settle(rows, Identity(Reader(known, "staff", NOW)), clear=clear)


def planned(known: Register, *rows: Incoming, **terms: Any) -> Draft:
    return draft(known, settled(known, *rows).wanted, Brought("import", "staff"), "Import", **terms)


def test_rows_are_new_changed_or_unchanged() -> None:
    known = register()
    made = planned(
        known,
        row(2, name="Pat Hollis"),
        row(3, name="Petra Lunn", job_title="Head of IT"),
        row(4, name="Jane Osei", started="2/11/2026"),
    )
    assert made.brought.unchanged == ["p-hollis"]
    assert [(one.id, one.row, one.fields[0].before, one.fields[0].after) for one in made.brought.changed] == [
        ("p-lunn", 3, "Clerk", "Head of IT")
    ]
    assert [(one.id, one.file, dict(one.values)) for one in made.brought.new] == [
        ("j-osei", "register/staff.yaml", {"id": "j-osei", "name": "Jane Osei", "started": "2026-11-02"})
    ]
    ((_, after),) = made.plan.texts(known.sources.texts).values()
    assert after == STAFF.replace("Clerk", "Head of IT") + "- id: j-osei\n  name: Jane Osei\n  started: 2026-11-02\n"


def test_an_empty_cell_says_nothing_unless_its_column_is_to_clear() -> None:
    known = register()
    one = row(3, name="Petra Lunn", job_title="-")
    assert settled(known, one).wanted[0].values.get(("job_title",), "?") == "?"
    assert settled(known, one, clear=frozenset({"job_title"})).wanted[0].values[("job_title",)] is None


def test_a_row_with_one_refused_cell_wants_nothing_and_all_its_refused_cells_are_told() -> None:
    out = settled(register(), row(2, name="Jane Osei", started="31/02/2026", hours_per_week="900"))
    assert not out.wanted
    assert [(one.field, one.cell, one.value) for one in out.refused] == [
        ("started", "B2", "31/02/2026"),
        ("hours_per_week", "C2", "900"),
    ]


def test_a_field_that_no_column_has_is_refused_once() -> None:
    out = settled(register(), row(2, id="a-b"), row(3, id="a-c"))
    assert [(one.field, one.row, one.cell) for one in out.refused] == [("name", None, None)]
    assert not out.wanted


def test_what_is_left_out_is_shown_and_not_made() -> None:
    known = register()
    rows = (row(3, name="Petra Lunn", job_title="Head of IT"), row(4, name="Jane Osei"))
    for only, there in (("new", "j-osei"), ("changed", "Head of IT")):
        made = planned(known, *rows, only=only)
        ((_, after),) = made.plan.texts(known.sources.texts).values()
        assert (len(made.brought.new), len(made.brought.changed)) == (1, 1)
        assert there in after and ("Clerk" in after) == (only == "new")
