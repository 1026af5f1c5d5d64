"""Which records differ between two states, and in which fields."""

from __future__ import annotations

import pytest

from igreg.analysis.record_changes import record_changes
from igreg.register.register import Register
from tests.analysis.registers import ORGANISATION, register


def fields(before: str, after: str) -> list[tuple[str, object, object]]:
    found = record_changes(register(roles=f"- {before}\n"), register(roles=f"- {after}\n"))
    return [(".".join(map(str, one.path)), one.before, one.after) for record in found for one in record.fields]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param(
            "{id: r, title: R, level: bord}",
            "{id: r, title: R, level: boord}",
            [("level", "bord", "boord")],
            id="faulty",
        ),
        pytest.param(
            "{id: r, title: R, level: board}",
            "{id: r, title: R, level: bord}",
            [("level", "board", "bord")],
            id="misspelt",
        ),
        pytest.param(
            "{id: r, title: R, reports: to}",
            "{id: r, title: R, reports: two}",
            [("reports", "to", "two")],
            id="unknown",
        ),
        pytest.param(
            "{id: r, title: R, level: [x], areas: [[a], risk]}",
            "{id: r, title: R, level: [x], areas: [risk, [a]]}",
            [],
            id="faulty in another order",
        ),
        pytest.param("{id: r, title: R}", "{id: r, title: R, notes: null, areas: []}", [], id="nothing is nothing"),
        pytest.param("{id: r, title: R}", "{id: r, title: S}", [("title", "R", "S")], id="a value"),
        pytest.param(
            "{id: r, title: R}", "{id: r, title: R, end: 2027-01-01}", [("end", None, "2027-01-01")], id="more"
        ),
        pytest.param(
            "{id: r, title: R, review: {every: 1 year}}",
            "{id: r, title: R, review: {every: 2 years}}",
            [("review.every", "1 year", "2 years")],
            id="in a part",
        ),
        pytest.param(
            "{id: r, title: R, holders: [{staff: a, from: 2020-01-01}, {staff: b, from: 2021-01-01}]}",
            "{id: r, title: R, holders: [{staff: b, from: 2021-01-01, until: 2027-01-01}, {staff: a, from: 2020-01-01}]}",
            [("holders.0.until", None, "2027-01-01")],
            id="parts by whom they are of, whatever their order",
        ),
        pytest.param(
            "{id: r, title: R, holders: [{staff: a, from: 2020-01-01}]}",
            "{id: r, title: R, holders: [{staff: a, from: 2020-01-02}]}",
            [("holders.0.from", "2020-01-01", "2020-01-02")],
            id="another day of an appointment at the same place",
        ),
        pytest.param(
            "{id: r, title: R, areas: [risk]}",
            "{id: r, title: R, areas: [risk, security]}",
            [("areas.1", None, "security")],
            id="a list of words",
        ),
    ],
)
def test_fields(before: str, after: str, rows: list[tuple[str, object, object]]) -> None:
    assert fields(before, after) == rows


Row = tuple[str, str | None, str, str | None]


def rows(before: Register, after: Register) -> list[Row]:
    return [(one.kind, one.record, one.change, one.was) for one in record_changes(before, after)]


def test_added_and_gone() -> None:
    before, after = register(roles="- {id: r, title: R}\n"), register(roles="- {id: s, title: S}\n")
    assert rows(before, after) == [("roles", "s", "added", None), ("roles", "r", "gone", None)]
    assert record_changes(before, before) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("- {id: a, title: T}", "- {id: b, title: T}", [("b", "renamed", "a")], id="another id"),
        pytest.param(
            "- {id: a, title: T}\n- {id: c, title: T}",
            "- {id: d, title: T}\n- {id: b, title: T}",
            [("d", "renamed", "c"), ("b", "renamed", "a")],
            id="in the order of ids, where nothing else tells them apart",
        ),
        pytest.param(
            "- {id: a, title: T}", "- {id: b, title: U}", [("b", "added", None), ("a", "gone", None)], id="other words"
        ),
        pytest.param(
            "- {id: a, title: T, accountable_to: a}",
            "- {id: b, title: T, accountable_to: b}",
            [("b", "renamed", "a")],
            id="one that refers to itself",
        ),
        pytest.param(
            "- {id: a, title: T, advises: [b]}\n- {id: b, title: T, advises: [a], notes: N}",
            "- {id: x, title: T, advises: [y]}\n- {id: y, title: T, advises: [x], notes: N}",
            [("x", "renamed", "a"), ("y", "renamed", "b")],
            id="two that refer to each other",
        ),
        pytest.param(
            "- {id: a, title: T, advises: [c, b]}\n- {id: b, title: U}\n- {id: c, title: V}",
            "- {id: x, title: T, advises: [y, z]}\n- {id: y, title: U}\n- {id: z, title: V}",
            [("x", "renamed", "a"), ("y", "renamed", "b"), ("z", "renamed", "c")],
            id="in another order of a list",
        ),
        pytest.param(
            "- {id: a, title: T, advises: [b]}\n- {id: b, title: U}",
            "- {id: x, title: T, advises: [y]}\n- {id: y, title: Other}",
            [("x", "added", None), ("y", "added", None), ("a", "gone", None), ("b", "gone", None)],
            id="one that refers to what is gone otherwise",
        ),
        pytest.param(
            "- {id: a, title: T, advises: [b]}\n- {id: b, title: U}",
            "- {id: x, title: T, advises: [b]}",
            [("x", "renamed", "a"), ("b", "gone", None)],
            id="one that goes on referring to what is gone",
        ),
        pytest.param(
            "- {id: a, title: T}\n- {id: o, title: O, advises: [a]}",
            "- {id: b, title: T}\n- {id: o, title: O, advises: [b]}",
            [("b", "renamed", "a"), ("o", "changed", None)],
            id="references elsewhere are changes",
        ),
        pytest.param("- {title: T}", "- {title: U}", [(None, "added", None), (None, "gone", None)], id="without an id"),
        pytest.param("- {title: T, areas: [risk, caldicott]}", "- {title: T, areas: [risk, caldicott]}", [], id="same"),
    ],
)
def test_which_is_which(before: str, after: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = rows(register(roles=f"{before}\n"), register(roles=f"{after}\n"))
    assert found == [("roles", *row) for row in expected]


def test_a_renamed_record_has_the_fields_that_follow_from_other_renames() -> None:
    before = register(roles="- {id: a, title: A, accountable_to: b}\n- {id: b, title: B}\n")
    after = register(roles="- {id: x, title: A, accountable_to: y}\n- {id: y, title: B}\n")
    first = record_changes(before, after)[0]
    assert (first.record, first.was) == ("x", "a")
    assert [(one.path, one.before, one.after) for one in first.fields] == [(("accountable_to",), "b", "y")]


LINE = "{staff: ann, course: c, completed: 2026-01-02"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([f"{LINE}}}"], [f"{LINE}}}"], [], id="the same"),
        pytest.param([f"{LINE}}}"], [], [("ann/c/2026-01-02", "gone", [])], id="gone"),
        pytest.param([f"{LINE}}}"], [f"{LINE}}}"] * 3, [("ann/c/2026-01-02", "added", [])] * 2, id="counted"),
        pytest.param(
            [f"{LINE}}}"],
            [f"{LINE}, expires: 2027-01-01}}"],
            [("ann/c/2026-01-02", "changed", [("expires", None, "2027-01-01")])],
            id="another end",
        ),
        pytest.param(
            [f"{LINE}}}", f"{LINE}, expires: 2027-01-01}}"],
            [f"{LINE}}}", f"{LINE}, expires: 2028-01-01}}", f"{LINE}, expires: 2029-01-01}}"],
            [
                ("ann/c/2026-01-02", "changed", [("expires", "2027-01-01", "2028-01-01")]),
                ("ann/c/2026-01-02", "added", []),
            ],
            id="one of several",
        ),
        pytest.param(
            [f"{LINE}}}", f"{LINE}, expires: 2027-01-01}}"],
            [f"{LINE}}}"],
            [("ann/c/2026-01-02", "gone", [])],
            id="one of two is gone",
        ),
        pytest.param(
            [f"{LINE}, notes: N}}"],
            [f"{LINE}, notes: M}}"],
            [("ann/c/2026-01-02", "changed", [("notes", "N", "M")])],
            id="another note",
        ),
        pytest.param(
            [f"{LINE}}}", "{staff: ben, course: c, completed: 2026-01-02}"],
            ["{staff: ben, course: c, completed: 2026-01-02}", f"{LINE}}}"],
            [],
            id="another order",
        ),
    ],
)
def test_training(before: list[str], after: list[str], expected: list[tuple[str, str, object]]) -> None:
    first, second = (
        register(training_records="".join(f"- {one}\n" for one in some) or "[]\n") for some in (before, after)
    )
    found = [
        (one.record, one.change, [(".".join(map(str, f.path)), f.before, f.after) for f in one.fields])
        for one in record_changes(first, second)
    ]
    assert found == expected


def test_which_file_an_unread_name_may_hide() -> None:
    """One that nobody can decode and whose name says no kind hides every kind; one that can be read, the ids in it."""
    from dataclasses import replace

    from igreg.analysis.unread import hidden
    from igreg.register.read import read
    from tests.pages import sources

    whole = register(roles="- {id: r, title: R}\n")
    odd = read(sources({"register/organisation.yaml": b"name: E\n", "register/zzz.yaml": b"\xff\xfe\x00x"}))
    assert "roles" in hidden(odd, whole).kinds
    named = register(zzz="- {id: r, title: R}\n")
    assert (hidden(named, whole).kinds, "r" in hidden(named, whole).ids) == (frozenset(), True)
    assert rows(whole, named) == []
    same = read(replace(named.sources))
    assert hidden(named, same) == hidden(whole, whole)


def test_training_of_somebody_whose_id_is_another() -> None:
    first = register(staff="- {id: ann, name: Ann}\n", training_records=f"- {LINE}}}\n")
    second = register(staff="- {id: a-ash, name: Ann}\n", training_records=f"- {LINE.replace('ann', 'a-ash')}}}\n")
    assert rows(first, second) == [
        ("staff", "a-ash", "renamed", "ann"),
        ("training-records", "a-ash/c/2026-01-02", "changed", None),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("", "name: F\ntype: other\n", [("changed", "name")], id="changed"),
        pytest.param("name: [\n", "name: F\ntype: other\n", [], id="nothing is said of one that cannot be read"),
    ],
)
def test_the_organisation(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    first, second = register(organisation=before or ORGANISATION), register(organisation=after)
    found = record_changes(first, second)
    assert [(one.change, str(one.fields[0].path[0])) for one in found] == expected


BROKEN = "- {id: r, title: [\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("- {id: r, title: R}\n", BROKEN, [], id="not gone"),
        pytest.param(BROKEN, "- {id: r, title: R}\n", [], id="not added"),
        pytest.param(BROKEN, BROKEN, [], id="broken in both"),
    ],
)
def test_a_broken_file_says_nothing_of_its_kind(before: str, after: str, expected: list[Row]) -> None:
    groups = "- {id: g, title: G}\n"
    assert rows(register(roles=before, groups=groups), register(roles=after, groups=groups)) == expected
    found = rows(register(roles=before), register(roles=after, groups=groups))
    assert found == [("groups", "g", "added", None)]
