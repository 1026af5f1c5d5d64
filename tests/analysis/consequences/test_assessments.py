"""Items of a return of which the register shows less than it did, or more."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import Row, compare, row, texts
from tests.analysis.returns.returning import SIRO, pack, register

ITEMS = """
id: "1.1", input: yes-no, proofs: [{held: siro}]
id: "1.2", input: yes-no, proofs: [{held: siro}, {held: dpo}]
id: "1.3", input: yes-no
id: "1.4", input: yes-no, need: {category-2: mandatory}, proofs: [{held: siro}]
"""
PACK = pack(ITEMS)
VACANT = SIRO.replace("from: 2024-01-01", "from: 2024-01-01, until: 2026-11-23")
LAST_DAY = SIRO.replace("from: 2024-01-01", "from: 2024-01-01, until: 2026-11-24")
BOTH = SIRO + "- {id: dpo, title: DPO, function: dpo, holders: [{staff: ada, from: 2024-01-01}]}\n"


def rows(before: Register, after: Register) -> list[Row]:
    return [(*row(one)[1:4], one.assessment) for one in compare(before, after) if one.what == "assessment"]


def state(roles: str = SIRO, answers: str = "", more: str = "", text: str = PACK, **files: str) -> Register:
    return register(text, answers, roles, more=more, **files)


LOST = [("1.1", "shown", "not-shown", "ret"), ("1.2", "partly", "not-shown", "ret")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(state(), state(), [], id="nothing"),
        pytest.param(state(), state(VACANT), LOST, id="vacant since yesterday"),
        pytest.param(state(), state(LAST_DAY), [], id="today is the last day"),
        pytest.param(state(), state(BOTH), [("1.2", "partly", "shown", "ret")], id="what was missing comes"),
        pytest.param(state(), state(answers='item: "1.1", answer: true, by: siro, on: 2026-08-01'), [], id="answered"),
        pytest.param(
            state(more="  status: published\n  published: 2026-11-01\n"),
            state(VACANT, more="  status: published\n  published: 2026-11-01\n"),
            [],
            id="published, and nothing is asked",
        ),
        pytest.param(
            state(text=pack('id: "1.1", input: yes-no, proofs: [{held: siro}]')),
            state(text=pack('id: "1.1", input: yes-no, proofs: [{held: dpo}]')),
            [("1.1", "shown", "not-shown", "ret")],
            id="the pack asks for something else",
        ),
        pytest.param(state(), state(text=PACK.replace('"1.1"', '"1.5"')), [], id="an item that only one of them has"),
    ],
)
def test_what_is_shown(before: Register, after: Register, expected: list[Row]) -> None:
    assert rows(before, after) == expected
    assert sorted(rows(after, before)) == sorted((item, new, old, name) for item, old, new, name in expected)


def test_the_frameworks_of_the_organisation_where_no_return_is_begun() -> None:
    ours = "name: Home\ntype: care-provider\nframeworks: [ours]\n"
    before, after = (state(roles, organisation=ours, assessments="") for roles in (SIRO, VACANT))
    assert rows(before, after) == [(*one[:3], "ours") for one in LOST]
    none = (state(roles, assessments="") for roles in (SIRO, VACANT))
    assert rows(*none) == []
    done = "  status: published\n  published: 2026-11-01\n"
    published = (state(roles, organisation=ours, more=done) for roles in (SIRO, VACANT))
    assert rows(*published) == [(*one[:3], "ours") for one in LOST]


def test_a_return_that_is_begun_loses_nothing() -> None:
    assert rows(state(assessments=""), state(VACANT)) == []


def test_nothing_is_said_of_what_a_broken_file_could_hold() -> None:
    assert rows(state(), state("- {id: x\n")) == []
    assert rows(state("- {id: x\n"), state()) == []


def test_the_words() -> None:
    answered = 'item: "1.1", answer: true, by: siro, on: 2026-08-01'
    found = [text for text in texts(state(answers=answered), state(VACANT, answers=answered)) if "register" in text]
    assert found[0].startswith("as on 24 November 2026: the register no longer shows 1.1 of ret (t): ")
    assert found[0].endswith("; what was answered says otherwise")
    found = [text for text in texts(state(), state(BOTH)) if "register" in text]
    assert found == ["as on 24 November 2026: the register shows 1.2 of ret (t)"]


def test_a_framework_without_a_return_is_called_by_its_title() -> None:
    ours = "name: Home\ntype: care-provider\nframeworks: [ours]\n"
    before, after = (state(roles, organisation=ours, assessments="") for roles in (SIRO, VACANT))
    found = [text for text in texts(before, after) if "register" in text]
    assert found[0].startswith("as on 24 November 2026: the register no longer shows 1.1 of Ours (t)")
