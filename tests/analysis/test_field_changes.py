"""In which values two states of a record differ."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.analysis.field_changes import changes_of, field_changes, matched, plain_value
from igreg.model.kinds.policies import Policy
from tests.analysis.registers import register

ANN = {"staff": "ann", "from": "2020-01-01"}
BEN = {"staff": "ben", "from": "2021-01-01"}


@pytest.mark.parametrize(
    ("was", "now", "pairs"),
    [
        pytest.param(["a", "b"], ["b", "a"], [(1, 0), (0, 1)], id="by what they say"),
        pytest.param(["a"], ["a", "a"], [(0, 0), (None, 1)], id="counted"),
        pytest.param([{"id": 1, "x": 1}, {"id": 2}], [{"id": 2}, {"id": 1, "x": 2}], [(1, 0), (0, 1)], id="by id"),
        pytest.param([ANN, BEN], [BEN | {"until": "x"}, ANN], [(1, 0), (0, 1)], id="by person and day"),
        pytest.param([ANN, ANN | {"as": "deputy"}], [ANN | {"as": "deputy"}], [(1, 0), (0, None)], id="and capacity"),
        pytest.param([ANN], [ANN | {"from": "2020-02-02"}], [(0, 0)], id="by place"),
        pytest.param(["a", "b"], ["c", "b"], [(0, 0), (1, 1)], id="values by place"),
        pytest.param(["a", "b"], ["b", "c"], [(1, 0), (None, 1), (0, None)], id="not where the place is another"),
        pytest.param([{"id": 1, "x": 1}], [{"id": 2, "x": 2}], [(None, 0), (0, None)], id="two of different ids"),
        pytest.param([{"id": 1, "x": 1}], [{"id": 2, "x": 1}], [(0, 0)], id="one under another id"),
    ],
)
def test_which_elements_are_one(was: list[Any], now: list[Any], pairs: list[tuple[int | None, int | None]]) -> None:
    assert matched(was, now) == pairs


@pytest.mark.parametrize(
    ("was", "now", "rows"),
    [
        pytest.param({"a": None}, {"b": "", "c": [], "d": {}}, [], id="nothing"),
        pytest.param({"a": "2.10"}, {"a": "2.1"}, [(("a",), "2.10", "2.1")], id="text as it is written"),
        pytest.param({"a": "12 months"}, {"a": "1 year"}, [(("a",), "12 months", "1 year")], id="other words"),
        pytest.param({"h": [ANN]}, {}, [(("h", 0), ANN, None)], id="a list that is gone"),
        pytest.param({}, {"h": [ANN]}, [(("h", 0), None, ANN)], id="a list that has come"),
        pytest.param(
            {"h": ["x", ANN]},
            {"h": [ANN | {"until": "z"}]},
            [(("h", 0, "until"), None, "z"), (("h", 0), "x", None)],
            id="places of the second state, and of the first where it is gone",
        ),
        pytest.param({"r": {"a": 1}}, {"r": {"a": 2}}, [(("r", "a"), 1, 2)], id="in a part"),
        pytest.param({}, {"r": {"a": 2}}, [(("r",), None, {"a": 2})], id="a part that has come"),
    ],
)
def test_values(was: dict[str, Any], now: dict[str, Any], rows: list[tuple[object, object, object]]) -> None:
    assert [(one.path, one.before, one.after) for one in field_changes(was, now)] == rows


PLAIN = st.recursive(
    st.none() | st.booleans() | st.text("ab", max_size=2) | st.integers(0, 3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "staff", "from", "as", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)
RECORDS = st.dictionaries(st.sampled_from("abc"), PLAIN, max_size=3)


@given(RECORDS)
def test_a_record_and_itself(one: dict[str, Any]) -> None:
    assert field_changes(one, one) == ()


@given(RECORDS, st.randoms(use_true_random=False))
def test_another_order_is_no_change(one: dict[str, Any], chance: random.Random) -> None:
    assert field_changes(one, _mixed(one, chance)) == ()


@given(RECORDS, RECORDS)
def test_the_other_way_round_is_the_mirror(one: dict[str, Any], other: dict[str, Any]) -> None:
    there = sorted((repr(f.before), repr(f.after)) for f in field_changes(one, other))
    back = sorted((repr(f.after), repr(f.before)) for f in field_changes(other, one))
    assert there == back


def _mixed(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: _mixed(one, chance) for key, one in value.items()}
    if isinstance(value, list):
        return chance.sample([_mixed(one, chance) for one in value], len(value))
    return value


def test_a_whole_number_is_a_whole_number() -> None:
    assert [str(plain_value(one)) for one in (4.0, 37.5, Decimal("4.00"), Decimal("0.5"), float("inf"))] == [
        *("4", "37.5", "4", "0.5", "inf"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "rows"),
    [
        pytest.param("status: in-force", "title: P", [], id="what the format takes it for"),
        pytest.param("status: draft", "title: P", [(("status",), "draft", "in-force")], id="that, where none is written"),
        pytest.param("title: P", "status: draft", [(("status",), "in-force", "draft")], id="and the other way round"),
        pytest.param("notes: x", "title: P", [(("notes",), "x", None)], id="nothing where it takes none"),
        pytest.param(
            "review: {cycle: fixed, every: 1 year}", "review: {every: 1 year}",
            [(("review", "cycle"), "fixed", "rolling")], id="in a part",
        ),
        pytest.param(
            "areas: [a, b]", "areas: [b]", [(("areas", 0), "a", None)], id="an element that is gone",
        ),
    ],
)  # fmt: skip
def test_what_is_not_written_is_what_the_format_takes_for_it(was: str, now: str, rows: list[Any]) -> None:
    old, new = (
        register(policies=f"- {{id: p, title: P, {text}}}".replace("title: P, title: P", "title: P")).of(Policy)[0]
        for text in (was, now)
    )
    assert [(one.path, one.before, one.after) for one in changes_of(old, new)] == rows
