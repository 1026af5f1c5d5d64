"""What the heads of a sheet say of its columns: which must be filled in, are locked, hidden or only shown."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.workbook.leaving import leaving
from igreg.workbook.pages import Choice, Head
from tests.workbook.away import register

PEOPLE = "- {id: a-one, name: Ann One, skills: [{skill: Excel, level: 2}]}\n- {id: b-two, name: Ben, manager: a-one}\n"


def test_a_head_is_plain_unless_it_says_otherwise() -> None:
    head = Head("Name")
    assert (head.note, head.sort, head.choice) == ("", "text", None)
    assert (head.needed, head.locked, head.hidden, head.beside) == (False,) * 4
    assert Choice(("a",)).strict is False


@pytest.mark.parametrize(
    ("sheet", "needed", "locked", "hidden", "beside"),
    [
        (
            "staff",
            {"Name"},
            {"Id", "original id", "fingerprint"},
            {"original id", "fingerprint"},
            {"Unit (name)", "Manager (name)"},
        ),
        (
            "staff.skills",
            {"record", "Skill"},
            {"record", "position", "original id", "fingerprint"},
            {"original id", "fingerprint"},
            {"record (name)"},
        ),
    ],
)
def test_which_columns_must_be_filled_in_are_locked_hidden_or_only_shown(
    sheet: str, needed: set[str], locked: set[str], hidden: set[str], beside: set[str]
) -> None:
    pages = leaving(register(PEOPLE, "staff"), ["staff"], dt.date(2026, 11, 22)).book.pages
    heads = next(one.heads for one in pages if one.name == sheet)
    assert needed <= {one.title for one in heads if one.needed}
    assert not {"Notes", "Tags", "Job title"} & {one.title for one in heads if one.needed}
    assert {one.title for one in heads if one.locked} == locked
    assert {one.title for one in heads if one.hidden} == hidden
    assert beside <= {one.title for one in heads if one.beside}
    assert all(one.title.endswith("(name)") for one in heads if one.beside)
