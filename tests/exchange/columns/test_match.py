"""Which column is which field: the nearest counts, what is never read stays so, and a head twice is looked at."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igreg.errors import IgregError
from igreg.exchange.columns.incoming import incoming
from igreg.exchange.columns.map import ColumnMap, read_map
from igreg.exchange.columns.match import Head, Matching, match

TODAY = dt.date(2026, 11, 22)


def matched(heads: str, *rows: str, kind: str = "staff", map: ColumnMap | None = None) -> Matching:
    cells = [row.split(",") for row in rows]
    return match(kind, [Head(at, one) for at, one in enumerate(heads.split(","))], cells, TODAY, map)


def told(found: Matching) -> list[tuple[str, str | None, str]]:
    return [(one.header, one.field, one.how) for one in found.columns]


def test_of_two_heads_for_one_field_the_nearer_counts_whatever_their_order() -> None:
    for heads in ("Name,Position Title,Job Title", "Name,Job Title,Position Title"):
        found = matched(heads)
        assert {header: field for header, field, _ in told(found)} == {
            "Name": "name",
            "Job Title": "job_title",
            "Position Title": None,
        }
        assert [one.why for one in found.columns if one.header == "Position Title"] == ["Job Title says it already"]


def test_the_same_head_twice_over_the_same_cells_is_one_and_else_refused() -> None:
    assert told(matched("Name,Unit,Unit", "a,b,b", "c,d,d")) == [("Name", "name", "name"), ("Unit", "unit", "name")]
    with pytest.raises(IgregError) as refused:
        matched("Name,Unit,unit", "a,b,b", "c,d,e")
    assert "B and C" in refused.value.sentence


def test_two_ways_to_write_one_head_are_two_heads() -> None:
    assert told(matched("Name,E-mail,Email", "a,b@x.uk,c@x.uk"))[1:] == [
        ("E-mail", "email", "title"),
        ("Email", None, "unmatched"),
    ]


def test_title_stands_before_a_family_name_and_is_a_job_where_there_is_none() -> None:
    assert told(matched("Title,Last Name"))[0] == ("Title", "name.title", "synonym")
    assert told(matched("Title,Name"))[0] == ("Title", "job_title", "synonym")


@pytest.mark.parametrize(
    ("head", "alone", "beside"),
    [
        ("Title", ("job_title", "synonym"), ("name.title", "synonym")),
        ("TITLE", ("job_title", "synonym"), ("name.title", "synonym")),
        ("Prefix", (None, "unmatched"), ("name.title", "synonym")),
        ("Salutation", (None, "unmatched"), ("name.title", "synonym")),
    ],
)
def test_only_title_itself_is_a_job_where_nothing_is_a_family_name(
    head: str, alone: tuple[str | None, str], beside: tuple[str | None, str]
) -> None:
    assert told(matched(f"{head},Name"))[0] == (head, *alone)
    assert told(matched(f"{head},First Name,Last Name"))[0] == (head, *beside)
    said = ColumnMap("m", "staff", {head: "name.title", "Name": "name"})
    assert told(matched(f"{head},Name", map=said))[0] == (head, "name.title", "map")


def test_the_map_goes_before_synonyms_and_cannot_undo_what_is_never_read() -> None:
    said = ColumnMap("m", "staff", {"Name": "", "Who": "name", "NI No": "key", "Foo": "key", "Born": "started"})
    found = matched("Name,Who,NI No,Foo,Born", "a,b,QQ123456C,AB123456C,1/1/1970", "a,b,x,AB123456D,2/1/1970", map=said)
    assert told(found) == [
        ("Name", None, "map"),
        ("Who", "name", "map"),
        ("NI No", None, "dropped"),
        ("Foo", None, "dropped"),
        ("Born", None, "dropped"),
    ]
    assert found.fields == {1: "name"}
    assert found.headers.keys() == {0, 1}


def test_where_no_column_means_anything_it_is_refused() -> None:
    with pytest.raises(IgregError) as refused:
        matched("Foo,NI No")
    assert refused.value.code == 2


def test_cells_beyond_the_last_head_are_refused_and_missing_ones_are_empty() -> None:
    found = matched("Name,Unit")
    table = incoming([(2, ["a", "b", "c"]), (3, ["a"]), (5, ["a", "b", None, ""])], found, "S")
    assert [(one.cell, one.value, one.sheet) for one in table.refused] == [("C2", "\u2026", "S")]
    assert [(one.row, one.cells["name"].value, one.cells["unit"].value) for one in table.rows] == [
        (3, "a", None),
        (5, "a", "b"),
    ]


def test_heads_of_the_map_that_carried_a_field_must_be_there() -> None:
    said = ColumnMap("imports/x.toml", "staff", {"Name": "name", "Team": "unit", "Foo": ""})
    with pytest.raises(IgregError) as refused:
        matched("Name", map=said)
    assert "Team" in refused.value.sentence and "Foo" not in refused.value.sentence
    assert matched("NAME,team", map=said).fields == {0: "name", 1: "unit"}


def test_a_last_column_that_is_never_read_has_a_head_all_the_same() -> None:
    table = incoming([(2, ["a", "QQ123456C"])], matched("Name,NI Number", "a,QQ123456C"), None)
    assert (table.refused, [dict(row.cells).keys() for row in table.rows]) == ([], [{"name"}])


# What a map may say

MAP = """
version = 1
kind = "staff"
clear = ["Manager"]
header_row = 3
sheet = "List"
date_order = "mdy"
[columns]
"Name" = "name"
"Foo" = ""
[values.unit]
"Ash" = "ash-house"
[defaults]
unit = "ash-house"
[keys]
"0123" = "j-osei"
"""


def test_a_map_says_all_of_it() -> None:
    said = read_map("m", MAP, "staff")
    assert (said.columns, said.clear, said.header_row) == ({"Name": "name", "Foo": ""}, {"Manager"}, 3)
    assert (said.sheet, said.date_order, said.keys) == ("List", "mdy", {"0123": "j-osei"})
    assert (said.values, said.defaults) == ({"unit": {"Ash": "ash-house"}}, {"unit": "ash-house"})


def test_a_nested_field_is_named_with_a_dot() -> None:
    text = 'version = 1\nkind = "policies"\n[columns]\n"Due" = "review.next"\n[defaults]\nreview.every = "1 year"\n'
    said = read_map("m", text, "policies")
    assert (said.columns, said.defaults) == ({"Due": "review.next"}, {"review.every": "1 year"})


def test_a_map_of_staff_gives_one_of_training_its_keys_and_nothing_else() -> None:
    said = read_map("m", MAP, "training-records")
    assert (said.columns, said.keys, said.sheet) == ({}, {"0123": "j-osei"}, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "version = 2\nkind = 'staff'\n",
        "version = 1\n",
        "version = 1\nkind = 'policies'\n",
        "version = 1\nkind = 'staff'\nfoo = 1\n",
        "version = 1\nkind = 'staff'\n[columns]\nA = 'nmae'\n",
        "version = 1\nkind = 'staff'\n[columns]\nA = 1\n",
        "version = 1\nkind = 'staff'\ncolumns = 1\n",
        "version = 1\nkind = 'staff'\n[defaults]\nfoo = 'x'\n",
        "version = 1\nkind = 'staff'\ndate_order = 'dym'\n",
        "version = 1\nkind = 'staff'\nheader_row = 0\n",
        "version = 1\nkind = 'staff'\nheader_row = true\n",
        "version = 1\nkind = 'staff'\nclear = 'x'\n",
        "version = 1\nkind = 'staff'\nsheet = 1\n",
        "= = =",
    ],
)
def test_what_is_no_map_is_wrong_usage(text: Any) -> None:
    with pytest.raises(IgregError) as refused:
        read_map("imports/x.toml", text, "staff")
    assert refused.value.code == 2
    assert "imports/x.toml" in refused.value.sentence


# Heads that are no fields


def test_what_tells_which_row_counts_is_read_and_no_field() -> None:
    found = matched("Name,Primary Assignment")
    assert found.fields == {0: "name", 1: "_primary"}
    assert told(found)[1] == ("Primary Assignment", None, "synonym")
    found = matched("Name,Assignment Number,Employee Number")
    assert found.fields == {0: "name", 1: "_assignmentnumber", 2: "key"}
    assert told(found)[1] == ("Assignment Number", None, "synonym")
    assert matched("Name,Assignment Number").fields == {0: "name", 1: "key"}
    assert matched("Name,Modified By", kind="policies").fields == {0: "title"}


def test_who_is_behind_a_request_is_never_read() -> None:
    found = matched("Subject,Requester,Claimant address", kind="requests")
    assert told(found) == [
        ("Subject", "title", "synonym"),
        ("Requester", None, "dropped"),
        ("Claimant address", None, "dropped"),
    ]


def test_of_several_levels_the_lowest_that_is_a_unit_counts_row_by_row() -> None:
    found = matched("Name,Organisation,Org L4,Org L5")
    assert found.levels == [3, 2, 1]
    assert [one.field for one in found.columns] == ["name", "unit", "unit", "unit"]
    rows = [
        (2, ["a", "trust", "ash", "x"]),
        (3, ["a", "trust", None, "elm"]),
        (4, ["a", "trust", "y", "z"]),
        (5, ["a"]),
    ]
    table = incoming(rows, found, None, is_unit={"ash", "elm", "trust"}.__contains__)
    assert [row.cells["unit"].value if "unit" in row.cells else None for row in table.rows] == [
        "ash",
        "elm",
        "trust",
        None,
    ]
    assert table.rows[0].cell("unit") == "C2"
    assert matched("Name,Organisation,Org L4,Unit").levels == []
    assert matched("Name,Organisation").levels == []
