"""What comes to the list of the next 30 days, and what leaves it; judged on 24 November 2026."""

from __future__ import annotations

from dataclasses import replace

import pytest

from igreg.diff.due_changes import due_changes
from igreg.due.item import Row
from igreg.register.register import Register
from tests.analysis.registers import register
from tests.diff.states import difference, side

POLICY = "{{id: {id}, title: T, owner: r, review: {{every: 12 months, last: {last}}}}}"
ROLES = "- {id: r, title: R, holders: [{staff: ann, from: 2020-01-01}]}\n"


def state(*policies: str, **files: str) -> Register:
    text = "".join(f"- {one}\n" for one in policies)
    return register(**{"roles": ROLES, "staff": "- {id: ann, name: Ann}\n", "policies": text} | files)


def reviewed(last: str, id: str = "P") -> str:
    return POLICY.format(id=id, last=last)


def told(before: Register, after: Register) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    found = difference(before, after)
    new, gone = (
        [(row.item.record or "", row.item.due.isoformat()) for row in rows if row.item.what == "review"]
        for rows in (found.due_new, found.due_gone)
    )
    return new, gone


@pytest.mark.parametrize(
    ("before", "after", "new", "gone"),
    [
        pytest.param("2025-12-24", "2025-12-24", [], [], id="nothing"),
        pytest.param("2026-11-01", "2025-12-24", [("P", "2026-12-24")], [], id="due in 30 days"),
        pytest.param("2026-11-01", "2025-12-25", [], [], id="due in 31 days"),
        pytest.param("2025-11-23", "2026-11-23", [], [("P", "2026-11-23")], id="overdue, and done"),
        pytest.param("2025-11-23", "2025-12-01", [], [], id="another day is no other item"),
    ],
)
def test_within_thirty_days(before: str, after: str, new: list[tuple[str, str]], gone: list[tuple[str, str]]) -> None:
    was, now = state(reviewed(before)), state(reviewed(after))
    assert told(was, now) == (new, gone)
    assert told(now, was) == (gone, new)


def test_records_that_come_and_go() -> None:
    one, two = reviewed("2025-12-01"), reviewed("2025-12-02", "Q")
    assert told(state(two), state(one, two)) == ([("P", "2026-12-01")], [])
    assert told(state(one, two), state(two)) == ([], [("P", "2026-12-01")])


def test_a_record_under_another_id_is_no_other_item() -> None:
    assert told(state(reviewed("2025-12-01")), state(reviewed("2025-12-01", "P-9"))) == ([], [])


def test_the_line_is_that_of_the_state_it_is_in() -> None:
    first: Row = difference(state(), state(reviewed("2025-12-01"), reviewed("2025-12-01", "Q"))).due_new[1]
    assert (first.file, first.line, first.people) == ("register/policies.yaml", 2, ("ann",))


@pytest.mark.parametrize("broken", ["policies", "roles"])
def test_what_a_broken_file_could_hold_neither_comes_nor_goes(broken: str) -> None:
    whole, part = state(reviewed("2025-12-01")), state(reviewed("2025-12-01"), **{broken: "- {id: x\n"})
    assert told(whole, part) == ([], [])
    assert told(part, whole) == ([], [])


def test_what_the_record_explains_is_told_all_the_same() -> None:
    part = state(reviewed("2026-11-01"), roles="- {id: x\n")
    assert told(state(reviewed("2025-12-01")), part) == ([], [("P", "2026-12-01")])


def test_without_a_register_nothing_is_due() -> None:
    before, after = side(register()), side(state(reviewed("2025-12-01")))
    new, gone = due_changes(replace(before, is_there=False), after)
    assert ([row.item.record for row in new if row.item.what == "review"], gone) == (["P"], [])
