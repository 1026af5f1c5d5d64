"""A table that is brought in a second time changes no byte, whatever stands in it and whatever of it was refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.exchange.columns.map import ColumnMap
from igreg.exchange.columns.match import Head
from igreg.exchange.found import Rows
from igreg.exchange.importing import Imported, Terms, imported
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
FILES = {
    "register/organisation.yaml": "name: X\ntype: other\n",
    "register/units.yaml": "- {id: ash, name: Ash House}\n- {id: oak, name: Oak Lodge}\n",
    "register/groups.yaml": "- {id: igg, title: IG group}\n- {id: board, title: Board}\n",
    "register/courses.yaml": "- {id: DSA, title: Data security, valid_for: 1 year}\n- {id: CON, title: Confidentiality}\n",
    "register/roles.yaml": "- {id: siro, title: SIRO, holders: [{staff: p-lunn, from: 2020-01-01}]}\n",
    "register/staff.yaml": "- {id: p-lunn, name: Petra Lunn, unit: ash}\n- {id: o-ody, name: Omar Ody, left: 2020-01-31}\n",
    "register/meetings.yaml": "- {id: IGG-2026-10, group: igg, date: 2026-10-14}\n",
}
PEOPLE = st.sampled_from(
    ["Petra Lunn", "PETRA LUNN", "Lunn, Petra", "Jane Osei", "Osei, Jane", "Zoë O\u2019Neill", "Omar Ody", "12", ""]
)
DAYS = st.sampled_from(
    ["1/2/26", "02.11.2026", "2026-11-02", "1 March 2026", "31/02/2026", "12/13/2026", "n/a", "31/12/4712", ""]
)
UNITS = st.sampled_from(["Ash House", "457 oak lodge", "oak", "Elm", ""])
WORDS = st.sampled_from(["Loss of power", " loss  of POWER", "Flood", "=x", "", "-"])
IDS = st.sampled_from(["", "", "j-osei", "p-lunn", "ash", "elm", "siro", "x y", "12"])
TABLES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "staff": {
        "Id": IDS,
        "Employee Number": st.sampled_from(["", "20481133", "20481134", "20481135"]),
        "Name": PEOPLE,
        "Unit": UNITS,
        "Job Title": WORDS,
        "Start Date": DAYS,
        "Termination Date": DAYS,
        "Manager": PEOPLE | st.sampled_from(["", "20481134"]),
    },
    "training-records": {
        "Name": PEOPLE,
        "Course": st.sampled_from(["DSA", "NHS|CSTF|Data security - 1 Year|", "Fire", "confidentiality", ""]),
        "Completed": DAYS,
        "Expires": DAYS,
    },
    "risks": {"Id": IDS, "Title": WORDS, "Owner": st.sampled_from(["SIRO", "Petra Lunn", "Nobody", ""]), "Likelihood": st.sampled_from([3, "4", 9, ""])},
    "meetings": {"Group": st.sampled_from(["igg", "Board", "", "?"]), "Date": DAYS, "Status": st.sampled_from(["Held", "planned", ""])},
    "units": {"Id": IDS, "Name": st.sampled_from(["Ash House", "Elm", "elm ", "Yew", ""]), "Parent": st.sampled_from(["Elm", "Yew", "oak", ""])},
    "roles": {
        "Id": IDS,
        "Title": st.sampled_from(["SIRO", "Caldicott Guardian", "Caldicott guardian", ""]),
        "Holder": PEOPLE,
        "From": DAYS,
        "Until": DAYS,
        "As": st.sampled_from(["", "acting", "?"]),
    },
}  # fmt: skip


def brought(
    known: Register, kind: str, rows: list[dict[str, Any]], keys: Mapping[str, str]
) -> tuple[Imported, Register, Mapping[str, str]]:
    """What a table comes to, the register in which it stands, and the keys that its map has afterwards."""
    names = [name for name in TABLES[kind] if any(name in row for row in rows)] or list(TABLES[kind])
    heads = [Head(at, text) for at, text in enumerate(names)]
    table = Rows(heads, [(at, [one.get(name) or None for name in names]) for at, one in enumerate(rows, 2)])
    terms = Terms(kind, "a.csv", NOW, accept_partly=True, secret=b"x" * 32)
    found = imported(known, table, terms, ColumnMap("a.toml", kind, keys=keys) if keys else None)
    texts = known.sources.texts
    after = {**texts, **{file: new for file, (_, new) in found.made.plan.texts(texts).items()}}
    return found, read(Sources(after, root="register")), {**keys, **found.learnt(known, found.made.brought)}


def the_same_again(kind: str, rows: list[dict[str, Any]]) -> tuple[Imported, Imported]:
    """A table brought in twice: the second time nothing changes, neither the register nor the map."""
    first, once, keys = brought(read(Sources(FILES, root="register")), kind, rows, {})
    second, twice, later = brought(once, kind, rows, keys)
    assert twice.sources.texts == once.sources.texts
    assert not second.made.brought.new and not second.made.brought.changed
    assert later == keys
    return first, second


@pytest.mark.thorough
@pytest.mark.parametrize("kind", TABLES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_second_time_no_byte_changes(kind: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.fixed_dictionaries(TABLES[kind]), max_size=6))
    first, second = the_same_again(kind, rows)
    if not first.made.brought.refused and not second.made.brought.refused:
        assert len(second.made.brought.unchanged) >= len(first.made.brought.new)


OAK = {"Name": "Petra Lunn", "Unit": "oak"}
MAY, LATER = "2026-05-01", "2026-11-02"
KNOWN = {
    "a row of a known key, and one of the same name, another key and another unit": (
        "staff",
        [{"Employee Number": "20481133", "Name": "Petra Lunn", "Unit": "ash"}, {"Employee Number": "20481134", **OAK}],
    ),
    "a name that another row takes away": (
        "staff",
        [{"Id": "p-lunn", "Name": "Omar Smith", "Unit": "oak"}, {"Name": "Petra Lunn", "Unit": "ash"}],
    ),
    "a key beside an id, and the same key alone": (
        "staff",
        [{"Id": "p-lunn", "Employee Number": "20481133", **OAK}, {"Employee Number": "20481133", "Name": "Jane Osei"}],
    ),
    "a key beside two ids": (
        "staff",
        [{"Id": "p-lunn", "Employee Number": "1", **OAK}, {"Id": "x1", "Employee Number": "1", "Name": "Jane Osei"}],
    ),
    "a key of a row of which a cell is refused": (
        "staff",
        [{"Employee Number": "1", "Name": "Petra Lunn", "Start Date": "31/02/2026"}, {"Employee Number": "2", **OAK}],
    ),
    "an id without a name, beside the row that has it": (
        "staff",
        [{"Employee Number": "1", "Name": "Jane Osei"}, {"Employee Number": "1", "Job Title": "Clerk"}],
    ),
    "a unit that another row gives to somebody of the same name": (
        "staff",
        [{"Name": "Petra Lunn", "Unit": "ash"}, {"Id": "x1", **OAK}, {"Name": "Jane Osei", "Manager": "Petra Lunn"}],
    ),
    "a manager who may be of a doubtful row": (
        "staff",
        [
            {"Name": "Jane Osei", "Unit": "ash"},
            {"Name": "Jane Osei", "Unit": "oak", "Start Date": "31/02/2026"},
            {"Name": "Kit Ray", "Unit": "oak", "Manager": "Jane Osei"},
        ],
    ),
    "a manager by a name that is given up": (
        "staff",
        [
            {"Id": "p-lunn", "Name": "Petra Smith"},
            {"Id": "x1", "Name": "Petra Lunn"},
            {"Id": "x2", "Name": "Kit Ray", "Manager": "Petra Lunn"},
        ],
    ),
    "two last days of one appointment": (
        "roles",
        [
            {"Title": "Guardian", "Holder": "Petra Lunn", "From": MAY, "Until": LATER},
            {"Title": "Guardian", "Holder": "Petra Lunn", "From": MAY, "Until": "2026-06-01"},
        ],
    ),
    "a last day without a first, and a new appointment": (
        "roles",
        [
            {"Title": "SIRO", "Holder": "Petra Lunn", "Until": MAY},
            {"Title": "SIRO", "Holder": "Petra Lunn", "From": LATER},
        ],
    ),
    "a holder without a first day in a new role, before the row that has it": (
        "roles",
        [
            {"Id": "g", "Holder": "Petra Lunn", "Until": LATER},
            {"Id": "g", "Title": "Guardian", "Holder": "Petra Lunn", "From": MAY},
        ],
    ),
    "two titles of one new role": ("roles", [{"Id": "g", "Title": "Guardian"}, {"Id": "g", "Title": "SIRO"}]),
    "a title that another row gives to an id": (
        "units",
        [{"Name": "Ash House"}, {"Id": "u1", "Name": "Ash House", "Parent": "oak"}, {"Id": "ash", "Parent": "oak"}],
    ),
    "a parent by the name that another row gives": (
        "units",
        [{"Id": "ash", "Name": "Yew", "Parent": "oak"}, {"Id": "u1", "Name": "Elm", "Parent": "Yew"}],
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_a_second_time_rows_mean_whom_they_meant(name: str) -> None:
    kind, rows = KNOWN[name]
    first, second = the_same_again(kind, rows)
    refused = [{one.row for one in found.made.brought.refused} for found in (first, second)]
    assert refused[0] == refused[1]


def test_of_two_keys_of_one_name_each_is_somebody() -> None:
    first, second = the_same_again(
        *KNOWN["a row of a known key, and one of the same name, another key and another unit"]
    )
    assert [one.id for one in first.made.brought.new] == ["p-lunn-2"]
    assert second.made.brought.unchanged == ["p-lunn", "p-lunn-2"]


def test_a_row_that_takes_away_a_name_on_which_another_hangs_is_refused_with_it() -> None:
    first, _ = the_same_again(*KNOWN["a name that another row takes away"])
    assert [(one.row, one.field) for one in first.made.brought.refused] == [(2, "name"), (3, "name")]
    assert first.made.brought.refused[0].message == (
        "Petra Lunn is to be called Omar Smith, and row 3 may be of the same person"
    )


def test_no_key_is_kept_of_a_row_that_is_refused() -> None:
    first, _ = the_same_again(*KNOWN["a key of a row of which a cell is refused"])
    assert list(first.learnt(read(Sources(FILES, root="register")), first.made.brought).values()) == ["p-lunn-2"]


def test_what_rows_say_of_one_appointment_stands_in_it_together() -> None:
    first, _ = the_same_again(*KNOWN["a holder without a first day in a new role, before the row that has it"])
    (new,) = first.made.brought.new
    assert new.values["holders"] == [{"staff": "p-lunn", "from": MAY, "until": LATER}]
    assert list(new.values["holders"][0]) == ["staff", "from", "until"]


def test_rows_of_one_appointment_that_do_not_say_the_same_are_all_refused() -> None:
    first, _ = the_same_again(*KNOWN["two last days of one appointment"])
    assert [one.row for one in first.made.brought.refused] == [2, 3]
    assert not first.made.brought.new
