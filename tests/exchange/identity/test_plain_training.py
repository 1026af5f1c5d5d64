"""Rows of training that are plain come to what they come to row by row; tables are drawn by chance from what lists hold."""

from __future__ import annotations

import datetime as dt
import json
import random

import pytest

from igreg.exchange.columns.map import ColumnMap
from igreg.exchange.columns.match import Head
from igreg.exchange.found import Rows
from igreg.exchange.identity import plain_training
from igreg.exchange.identity.keys import Keys
from igreg.exchange.importing import Imported, Terms, imported
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.render.plan.json import plan_json
from igreg.sheets.book import CellError, Value

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
SECRET = b"5" * 64
REGISTER = {
    "organisation.yaml": "name: Millbeck\ntype: gp-practice\n",
    "courses.yaml": (
        "- {id: dsa, title: Data security awareness, valid_for: 12 months}\n"
        "- {id: fire, title: Fire safety}\n- {id: fire-2, title: Fire safety}\n- {id: sar, title: Subject access}\n"
    ),
    "staff.yaml": "".join(
        f"- {{id: {id}, name: {name}{more}}}\n"
        for id, name, more in (
            ("j-osei", "Jane Osei", ""),
            ("b-cole", "Ben Cole", ""),
            ("b-cole-2", "Ben Cole", ""),
            ("a-abara", "Amara Abara", ", left: 2026-01-31"),
            ("null", "Null Nobody", ""),
        )
    ),
    "training-records.yaml": (
        "- {staff: j-osei, course: dsa, completed: 2026-03-01, expires: 2027-03-01}\n"
        "- {staff: j-osei, course: sar, completed: 2026-03-02}\n"
    ),
}
WHO: list[Value] = [
    "Jane Osei",
    "Osei, Jane",
    "j-osei",
    "Ben Cole",
    "b-cole-2",
    "Amara Abara",
    "null",
    "Eve Ng",
    "",
    None,
]
KEYS: list[Value] = ["201", 201, "0202", "202", "203", 203.5, True, None, "", "999", "1E+05", "=201"]
COURSES: list[Value] = [
    "dsa",
    "Subject access",
    "NHS|CSTF|Data security awareness|",
    "Fire safety",
    "Lifting",
    "",
    None,
]
DAYS: list[Value] = [
    *("01/03/2026", "2026-03-02", "1 Mar 26", "31/02/2026", "Booked", "n/a", "", None, "03/29/2026", "soon"),
    *(dt.date(2026, 3, 1), dt.datetime(2026, 3, 2, 9, 30), 46082, 46082.5, CellError("#N/A", "no value"), True),
]
ENDS: list[Value] = ["01/03/2027", "1/3/27", "No Expiry", "", None, dt.date(2027, 3, 2), "never mind", 46447]
STATES: list[Value] = ["Completed", "In progress", "Yes", "", None, "Expired"]
REST: list[Value] = ["e-learning", None, "943 476 5919", 12]
COLUMNS: dict[str, list[Value]] = {
    "Employee Number": KEYS,
    "Full Name": WHO,
    "Course": COURSES,
    "Completed": DAYS,
    "Expiry Date": ENDS,
    "Status": STATES,
    "How": REST,
}
MAP = ColumnMap(
    "imports/t.toml",
    "training-records",
    keys={Keys(SECRET).hash(one): id for one, id in (("201", "j-osei"), ("202", "b-cole"))},
)


@pytest.fixture(scope="module")
def register() -> Register:
    return read(Sources({f"register/{name}": text for name, text in REGISTER.items()}, "register"))


def table(chance: random.Random) -> Rows:
    """A table of some of the columns, whose cells are mostly sound."""
    heads = [head for head in COLUMNS if head in ("Course", "Completed") or chance.random() < 0.7]
    heads += [] if {"Employee Number", "Full Name"} & set(heads) else ["Full Name"]
    chance.shuffle(heads)
    sound = chance.choice((0.5, 0.9, 1.0))
    rows: list[tuple[int, list[Value]]] = []
    for number in range(2, 90):
        cells = [COLUMNS[head][0] if chance.random() < sound else chance.choice(COLUMNS[head]) for head in heads]
        if "Completed" in heads and cells[heads.index("Completed")] == DAYS[0]:
            day = dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(300))
            cells[heads.index("Completed")] = day.strftime("%d/%m/%Y")
        rows.append((number, [*cells, chance.choice((None, "", "beyond"))] if chance.random() < 0.02 else cells))
    return Rows([Head(at, text) for at, text in enumerate(heads)], rows, chance.choice((None, "Sheet1")))


def brought(register: Register, rows: Rows, only: str | None, missing_people: str | None) -> Imported:
    terms = Terms("training-records", "t.csv", NOW, secret=SECRET, only=only)
    said = ColumnMap(MAP.name, MAP.kind, keys=MAP.keys, unknown_people=missing_people)
    return imported(register, rows, terms, said)


@pytest.mark.parametrize("seed", range(60))
def test_plain_rows_come_to_the_same_as_row_by_row(
    register: Register, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    rows, only = table(chance), chance.choice((None, None, "new", "changed"))
    unknown = chance.choice((None, "leave-out"))
    quick = brought(register, rows, only, unknown)
    monkeypatch.setattr(plain_training, "_LEAST", 10**9)
    by_row = brought(register, rows, only, unknown)
    assert json.loads(plan_json(quick.made.brought, NOW.date())) == json.loads(
        plan_json(by_row.made.brought, NOW.date())
    )
    texts = register.sources.texts
    assert quick.made.plan.texts(texts) == by_row.made.plan.texts(texts)
    assert (quick.made.refuses, quick.keys) == (by_row.made.refuses, by_row.keys)
    assert [(one.name, dict(one.values), one.row, one.sheet, dict(one.cells)) for one in quick.made.wanted] == [
        (one.name, dict(one.values), one.row, one.sheet, dict(one.cells)) for one in by_row.made.wanted
    ]


def test_most_rows_are_plain(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables do try what they are for: rows that are plain, be it that they are new, known, or left out."""
    found = []
    real = plain_training.plain_rows
    monkeypatch.setattr("igreg.exchange.importing.plain_rows", lambda *given: found.append(real(*given)) or found[-1])
    for seed in range(60):
        brought(register, table(random.Random(seed)), None, None)
    assert sum(len(one.lines) for one in found) > 500
    assert sum(1 for one in found for line in one.lines if line.record is not None)
    assert {left.why for one in found for left in one.left_out} >= {"its course is not in the register"}
