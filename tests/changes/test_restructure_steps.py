"""Each step of a restructuring by itself: the lines that change, what is told besides, and what is refused and where."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.changes.restructure_handing import each_merged
from igreg.changes.restructure_plan import WrongStep
from igreg.changes.restructure_steps import STEPS
from igreg.register.register import Register
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines

ON = day("2027-04-01")
FILES = {
    "units": "- {id: trust, name: Trust}\n- {id: north, name: North, parent: trust}\n- {id: south, name: South}\n",
    "roles": (
        "- {id: chief, title: Chief, areas: [governance]}\n"
        "- {id: siro, title: SIRO, function: siro, areas: [risk], accountable_to: chief, holders: [{staff: ann, from: 2020-01-01}]}\n"
        "- {id: cyber, title: Cyber, functions: [ciso], areas: [security, risk], unit: north, accountable_to: siro, "
        "holders: [{staff: ben, from: 2020-01-01}]}\n"
        "- {id: old, title: Old, end: 2027-03-31}\n"
        "- {id: last, title: Last, end: 2027-04-01}\n"
    ),
    "staff": "- {id: ann, name: Ann, unit: north}\n- {id: ben, name: Ben}\n- {id: eve, name: Eve}\n",
    "groups": "- {id: board, title: Board, members: [cyber]}\n",
    "policies": "- {id: P-1, title: P, owner: cyber, in_force_from: 2026-01-01}\n",
    "risks": "- {id: R-1, title: R, owner: cyber}\n",
}


def made(**files: str) -> Register:
    return register(**FILES | files)


def step(verb: str, value: dict[str, Any], **files: str) -> tuple[dict[str, list[str]], list[str]]:
    """The new lines by file, and what is told besides."""
    found = made(**files)
    plan = STEPS[verb](found, value, ON)
    return new_lines(plan, found), plan.remarks


def refused(verb: str, value: dict[str, Any], **files: str) -> WrongStep:
    with pytest.raises(WrongStep) as told:
        step(verb, value, **files)
    return told.value


@pytest.mark.parametrize(
    ("value", "new"),
    [
        pytest.param(
            {"unit": "north", "into": [{"id": "n-1", "name": "N1"}, "south"]},
            [
                "- {id: north, name: North, parent: trust, end: 2027-03-31}",
                "- {id: n-1, name: N1, start: 2027-04-01, parent: trust}",
            ],
            id="a new part is where the unit was",
        ),
        pytest.param(
            {"unit": "north", "into": [{"id": "n-1", "name": "N1", "parent": "south"}]},
            [
                "- {id: north, name: North, parent: trust, end: 2027-03-31}",
                "- {id: n-1, name: N1, start: 2027-04-01, parent: south}",
            ],
            id="unless it says otherwise",
        ),
        pytest.param(
            {"unit": "south", "into": [{"id": "s-1", "name": "S1"}]},
            ["- {id: south, name: South, end: 2027-03-31}", "- {id: s-1, name: S1, start: 2027-04-01}"],
            id="of a unit at the top, at the top",
        ),
        pytest.param({"unit": "south", "into": "north"}, ["- {id: south, name: South, end: 2027-03-31}"], id="into one"),
    ],
)  # fmt: skip
def test_a_unit_is_split(value: dict[str, Any], new: list[str]) -> None:
    lines, remarks = step("split", value)
    assert {file: sorted(map(_sorted, found)) for file, found in lines.items()} == {"units": sorted(map(_sorted, new))}
    assert remarks == []


def _sorted(line: str) -> str:
    """A line with its fields in the order of the alphabet."""
    return ", ".join(sorted(line.strip("-{} ").split(", ")))


@pytest.mark.parametrize(
    ("value", "said", "path"),
    [
        ({"unit": "north"}, "`into` is a list with something in it", ("into",)),
        ({"unit": "north", "into": []}, "`into` is a list", ("into",)),
        ({"unit": "north", "into": ["south", "north"]}, "north is split into itself", ("into", 1)),
        ({"unit": "north", "into": ["chief"]}, "'chief' is none of the units", ("into", 0)),
        ({"unit": "north", "into": ["south", {"id": "n-1"}]}, "name", ("into", 1)),
        ({"unit": "north", "into": [{"id": "south", "name": "S"}]}, "the id 'south' is taken", ("into", 0, "id")),
        ({"unit": "chief", "into": ["south"]}, "'chief' is none of the units", ("unit",)),
    ],
)
def test_a_unit_that_is_not_split(value: dict[str, Any], said: str, path: tuple[Any, ...]) -> None:
    error = refused("split", value)
    assert said in error.sentence
    assert error.path[: len(path)] == path


@pytest.mark.parametrize(
    ("value", "file", "new"),
    [
        pytest.param({"role": "chief", "unit": "south"}, "roles", "unit: south", id="to a unit"),
        pytest.param(
            {"role": "chief", "accountable_to": "board"}, "roles", "accountable_to: board", id="under a group"
        ),
        pytest.param({"role": "siro", "accountable_to": "cyber"}, "roles", "accountable_to: cyber", id="under a post"),
        pytest.param({"role": "siro", "areas": ["risk", "security"]}, "roles", "[risk, security]", id="an area more"),
        pytest.param({"role": "siro", "areas": "security"}, "roles", "areas: [security]", id="one area, no list"),
        pytest.param({"role": "cyber", "areas": ["risk"]}, "roles", "areas: [risk]", id="an area fewer"),
        pytest.param({"role": "siro", "areas": ["risk", "risk"]}, "", "", id="an area twice is once"),
        pytest.param({"staff": "eve", "unit": "south"}, "staff", "unit: south", id="somebody"),
    ],
)
def test_what_moves(value: dict[str, Any], file: str, new: str) -> None:
    lines, _ = step("move", value)
    assert list(lines) == ([file] if file else [])
    for found in lines.values():
        assert [new in line for line in found] == [True]


@pytest.mark.parametrize("value", [{"role": "siro", "areas": []}, {"role": "siro", "areas": None}])
def test_no_area_any_more(value: dict[str, Any]) -> None:
    (line,) = step("move", value)[0]["roles"]
    assert "areas" not in line


def test_nobody_above() -> None:
    (line,) = step("move", {"role": "siro", "accountable_to": None})[0]["roles"]
    assert "accountable_to" not in line


@pytest.mark.parametrize(
    ("value", "said", "hint", "path"),
    [
        ({"role": "chief"}, "`move` says nothing of where chief goes", "give accountable_to, unit or areas", ()),
        ({"staff": "eve"}, "`move` says nothing of where eve goes", "give unit", ()),
        ({"staff": "eve", "areas": ["risk"]}, "`move` says nothing of where eve goes", "give unit", ()),
        ({"staff": "eve", "areas": ["risk"], "unit": "north"}, "says nothing of where eve goes", "give unit", ()),
        ({"role": "chief", "unit": "board"}, "'board' is none of the units", "", ("unit",)),
        ({"role": "chief", "accountable_to": "north"}, "'north' is none of the roles or groups", "", ("accountable_to",)),
        ({"role": "chief", "areas": ["risk", "rsik"]}, "there is no area 'rsik'", "risk", ("areas", 1)),
        ({"role": "old", "unit": "north"}, "old ends on 2027-03-31 and is not there on 2027-04-01", "", ("role",)),
        ({"role": "chief", "accountable_to": "old"}, "old ends on 2027-03-31", "name one that is", ("accountable_to",)),
        ({"role": ["chief"], "unit": "north"}, "`role` is an id", "write it as role: ...", ("role",)),
        ({"role": True, "unit": "north"}, "`role` is an id", "write it as role: ...", ("role",)),
    ],
)  # fmt: skip
def test_what_does_not_move(value: dict[str, Any], said: str, hint: str, path: tuple[Any, ...]) -> None:
    error = refused("move", value)
    assert said in error.sentence
    assert hint in error.hint
    assert error.path == path


def test_what_ends_on_the_day_is_there_on_it() -> None:
    assert "unit: north" in step("move", {"role": "last", "unit": "north"})[0]["roles"][0]


@pytest.mark.parametrize(
    ("value", "holders", "after"),
    [
        pytest.param({"role": "x"}, "{staff: ann}", "[{staff: ann, until: 2027-03-31}], end: 2027-03-31", id="no end"),
        pytest.param(
            {"id": "x", "until": "2027-06-30"}, "{staff: ann, from: 2020-01-01}",
            "[{staff: ann, from: 2020-01-01, until: 2027-06-30}], end: 2027-06-30", id="on a day of its own",
        ),
        pytest.param(
            {"id": "x"}, "{staff: ann, until: 2027-03-31}, {staff: ben, until: 2027-04-01}, {staff: eve, until: 2027-03-30}",
            "[{staff: ann, until: 2027-03-31}, {staff: ben, until: 2027-03-31}, {staff: eve, until: 2027-03-30}], end: 2027-03-31",
            id="only those who would go on",
        ),
        pytest.param(
            {"id": "x"}, "{staff: ann, from: 2027-03-31}", "[{staff: ann, from: 2027-03-31, until: 2027-03-31}], end: 2027-03-31",
            id="who begins on the last day",
        ),
    ],
)  # fmt: skip
def test_a_post_ends_and_its_holders_with_it(value: dict[str, Any], holders: str, after: str) -> None:
    lines, _ = step("end", value, roles=f"- {{id: x, title: X, holders: [{holders}]}}\n")
    assert lines == {"roles": [f"- {{id: x, title: X, holders: {after}}}"]}


@pytest.mark.parametrize(
    ("more", "value", "said", "hint"),
    [
        pytest.param(
            "holders: [{staff: ann, from: 2027-04-01}]", {"id": "x"}, "ann is down for x from 2027-04-01, after its last day",
            "take that appointment out by hand", id="somebody begins later",
        ),
        pytest.param("end: 2027-03-31", {"id": "x"}, "x ends already, on 2027-03-31", "a plan ends each once", id="ends"),
        pytest.param("end: 2026-01-31", {"id": "x"}, "x ends already, on 2026-01-31", "a plan ends each once", id="ended"),
        pytest.param("start: 2027-04-01", {"id": "x"}, "x begins on 2027-04-01, after its last day", "by hand", id="begins"),
        pytest.param("unit: north", {"id": "x", "until": "soon"}, "'soon' is not", "until: 2027-03-31", id="no day"),
    ],
)  # fmt: skip
def test_a_post_that_does_not_end(more: str, value: dict[str, Any], said: str, hint: str) -> None:
    error = refused("end", value, roles=f"- {{id: x, title: X, {more}}}\n")
    assert said in error.sentence
    assert hint in error.hint


@pytest.mark.parametrize(("key", "id"), [("role", "chief"), ("group", "board"), ("unit", "south"), ("id", "board")])
def test_what_can_end(key: str, id: str) -> None:
    ((line,),) = step("end", {key: id})[0].values()
    assert f"id: {id}," in line
    assert "end: 2027-03-31" in line


def test_what_begins_on_its_last_day_or_would_end_later_ends() -> None:
    for more in ("start: 2027-03-31", "end: 2027-04-01"):
        lines, _ = step("end", {"id": "x"}, roles=f"- {{id: x, title: X, {more}}}\n")
        assert "end: 2027-03-31" in lines["roles"][0]


@pytest.mark.parametrize(
    ("key", "id"), [("role", "board"), ("group", "chief"), ("unit", "chief"), ("id", "ann"), ("id", "zed")]
)
def test_what_cannot(key: str, id: str) -> None:
    assert f"{id!r} is none of the" in refused("end", {key: id}).sentence


def test_a_post_is_merged_into_another() -> None:
    lines, remarks = step("merge", {"key": "roles", "id": "cyber", "number": 0, "into": "siro"})
    assert lines["policies"] == ["- {id: P-1, title: P, owner: siro, in_force_from: 2026-01-01}"]
    assert lines["risks"] == ["- {id: R-1, title: R, owner: siro}"]
    assert lines["groups"] == ["- {id: board, title: Board, members: [siro]}"]
    (siro,) = (line for line in lines["roles"] if "id: siro" in line)
    (cyber,) = (line for line in lines["roles"] if "id: cyber" in line)
    assert "areas: [risk, security]" in siro
    assert "functions: [ciso]" in siro
    assert "end: 2027-03-31" in cyber
    assert remarks == ["ben held cyber: a `place` says where they go", "3 records that still run named cyber"]


@pytest.mark.parametrize(
    ("holders", "told"),
    [
        ("", []),
        ("{staff: ben, until: 2027-03-31}", []),
        ("{staff: ben, until: 2027-04-01}", ["ben held x: a `place` says where they go"]),
        ("{staff: ben}, {staff: eve}, {staff: ben, as: deputy}", ["ben and eve held x: a `place` says where they go"]),
    ],
)
def test_who_is_left_without_a_post(holders: str, told: list[str]) -> None:
    roles = f"- {{id: x, title: X, holders: [{holders}]}}\n- {{id: y, title: Y}}\n"
    _, remarks = step("merge", {"key": "roles", "id": "x", "number": 0, "into": "y"}, roles=roles, groups="[]")
    assert remarks == [*told, "0 records that still run named x"]


def test_one_record_runs() -> None:
    value = {"key": "units", "id": "north", "number": 0, "into": "south"}
    _, remarks = step("merge", value, roles="- {id: x, title: X, unit: north}\n", staff="[]")
    assert remarks == ["1 record that still runs named north"]


@pytest.mark.parametrize(
    ("value", "said", "path"),
    [
        ({"key": "roles", "id": "siro", "number": 1, "into": "siro"}, "siro is merged into itself", ("roles", 1)),
        ({"key": "roles", "id": "north", "number": 1, "into": "siro"}, "'north' is none of the roles", ("roles", 1)),
        ({"key": "units", "id": "north", "number": 0, "into": "siro"}, "'siro' is none of the units", ("into",)),
        ({"key": "roles", "id": "siro", "number": 0, "into": "old"}, "old ends on 2027-03-31", ("into",)),
    ],
)
def test_what_is_not_merged(value: dict[str, Any], said: str, path: tuple[Any, ...]) -> None:
    error = refused("merge", value)
    assert said in error.sentence
    assert error.path == path


def test_each_is_merged_by_itself() -> None:
    assert list(each_merged({"roles": ["a", "b"], "into": "c"})) == [
        {"key": "roles", "id": "a", "number": 0, "into": "c"},
        {"key": "roles", "id": "b", "number": 1, "into": "c"},
    ]
    assert list(each_merged({"units": "a", "into": "c"})) == [{"key": "units", "id": "a", "number": 0, "into": "c"}]


@pytest.mark.parametrize(
    ("value", "said", "path"),
    [
        ({"roles": ["a"]}, "`merge` does not say into which of the roles", ()),
        ({"units": ["a"], "into": None}, "`merge` does not say into which of the units", ()),
        ({"roles": [], "into": "c"}, "`roles` is a list with something in it", ("roles",)),
        ({"roles": ["a", "b", "a"], "into": "c"}, "a is named twice", ("roles", 2)),
    ],
)
def test_what_cannot_be_parted(value: dict[str, Any], said: str, path: tuple[Any, ...]) -> None:
    with pytest.raises(WrongStep) as told:
        list(each_merged(value))
    assert told.value.sentence == said
    assert told.value.path == path


@pytest.mark.parametrize(
    ("kinds", "files", "remarks"),
    [
        (None, ["groups", "policies", "risks"], []),
        (["risks"], ["risks"], []),
        ("policy", ["policies"], []),
        (["risk", "policies"], ["policies", "risks"], []),
        (["audits"], [], ["nothing that still runs of audits names cyber"]),
    ],
)
def test_what_is_handed_over(kinds: Any, files: list[str], remarks: list[str]) -> None:
    lines, told = step("hand_over", {"from": "cyber", "to": "siro", "kinds": kinds})
    assert (sorted(lines), told) == (files, remarks)


def test_nothing_to_hand_over() -> None:
    assert step("hand_over", {"from": "eve", "to": "ann"}) == ({}, ["nothing that still runs names eve"])


@pytest.mark.parametrize(
    ("value", "said", "path"),
    [
        ({"from": "cyber"}, "`hand_over` does not say to whom", ()),
        ({"from": "cyber", "to": "cyber"}, "cyber is handed over to itself", ("to",)),
        ({"from": "cyber", "to": "old"}, "old ends on 2027-03-31", ("to",)),
        ({"from": "cyber", "to": "P-1"}, "'P-1' is none of the roles or units or groups or staff", ("to",)),
        ({"from": "P-1", "to": "siro"}, "'P-1' is none of", ("from",)),
        ({"from": "cyber", "to": "siro", "kinds": ["risks", "riks"]}, "there is no kind 'riks'", ("kinds", 1)),
        ({"from": "cyber", "to": "siro", "kinds": []}, "`kinds` is a list with something in it", ("kinds",)),
    ],
)
def test_what_is_not_handed_over(value: dict[str, Any], said: str, path: tuple[Any, ...]) -> None:
    error = refused("hand_over", value)
    assert said in error.sentence
    assert error.path == path


@pytest.mark.parametrize(
    ("value", "said", "path"),
    [
        ({"role": "siro"}, "`place` does not say who takes on siro", ()),
        ({"role": "siro", "staff": "eve", "as": "boss"}, "there is no capacity 'boss'", ("as",)),
        ({"role": "siro", "staff": "eve", "beside": "yes"}, "`beside` is true or false", ("beside",)),
        ({"role": "siro", "staff": "eve", "assigned_by": ["x"]}, "`assigned_by` is one id or word", ("assigned_by",)),
        ({"role": "siro", "staff": "eve", "assigned_by": True}, "`assigned_by` is one id or word", ("assigned_by",)),
        ({"role": "siro", "staff": "eve", "instead_of": " "}, "`instead_of` is one id or word", ("instead_of",)),
        ({"role": "old", "staff": "eve"}, "old ends on 2027-03-31", ("role",)),
        ({"role": "siro", "staff": "chief"}, "'chief' is none of the staff", ("staff",)),
    ],
)
def test_who_is_not_placed(value: dict[str, Any], said: str, path: tuple[Any, ...]) -> None:
    error = refused("place", value)
    assert said in error.sentence
    assert error.path == path


@pytest.mark.parametrize(
    ("more", "holders"),
    [
        ({}, "[{staff: ann, from: 2020-01-01, until: 2027-03-31}, {staff: eve, from: 2027-04-01}]"),
        ({"beside": True}, "[{staff: ann, from: 2020-01-01}, {staff: eve, from: 2027-04-01}]"),
        (
            {"as": "deputy", "assigned_by": 7},
            "[{staff: ann, from: 2020-01-01}, {staff: eve, from: 2027-04-01, as: deputy, assigned_by: '7'}]",
        ),
        (
            {"instead_of": "ann"},
            "[{staff: ann, from: 2020-01-01, until: 2027-03-31}, {staff: eve, from: 2027-04-01}]",
        ),
    ],
)
def test_who_is_placed(more: dict[str, Any], holders: str) -> None:
    lines, _ = step("place", {"role": "siro", "staff": "eve", **more})
    assert [line.partition("holders: ")[2] for line in lines["roles"]] == [f"{holders}}}"]


@pytest.mark.parametrize(
    ("value", "file", "new"),
    [
        ({"role": {"id": "n", "title": "N"}}, "roles", "- {id: n, title: N, start: 2027-04-01}"),
        ({"unit": {"id": "n", "name": "N", "start": "2027-05-01"}}, "units", "- {id: n, name: N, start: 2027-05-01}"),
        ({"risks": {"id": "n", "title": "N", "owner": "siro"}}, "risks", "- {id: n, title: N, owner: siro}"),
    ],
)
def test_what_is_made(value: dict[str, Any], file: str, new: str) -> None:
    assert step("make", value) == ({file: [new]}, [])


@pytest.mark.parametrize(
    ("value", "said", "path"),
    [
        ({"rol": {"id": "n"}}, "there is no kind 'rol'", ("rol",)),
        ({"organisation": {"name": "N"}}, "there is no kind 'organisation'", ("organisation",)),
        ({"role": {"title": "N"}}, "id", ("role",)),
        ({"role": {"id": "n", "title": "N", "level": "top"}}, "top", ("role", "level")),
        ({"role": {"id": "siro", "title": "N"}}, "the id 'siro' is taken", ("role", "id")),
    ],
)
def test_what_is_not_made(value: dict[str, Any], said: str, path: tuple[Any, ...]) -> None:
    error = refused("make", value)
    assert said in error.sentence
    assert error.path[: len(path)] == path
