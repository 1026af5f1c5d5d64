"""Rings among lines of ids."""

from __future__ import annotations

import pytest

from igreg.analysis.loops import loops

CASES = [
    pytest.param({}, [], id="nothing"),
    pytest.param({"a": ["b"], "b": ["c"]}, [], id="a line"),
    pytest.param({"a": ["a"]}, [["a"]], id="to itself"),
    pytest.param({"a": ["b"], "b": ["a"]}, [["a", "b"]], id="two"),
    pytest.param({"c": ["a"], "a": ["b"], "b": ["c"]}, [["a", "b", "c"]], id="three, in the order in which they point"),
    pytest.param({"x": ["a"], "a": ["b"], "b": ["a"], "y": ["b"]}, [["a", "b"]], id="who only leads in is not in it"),
    pytest.param({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b"], ["c", "d"]], id="two rings"),
    pytest.param({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [["a", "b", "c"]], id="rings that share a member are one"),
    pytest.param(
        {"b": [], "c": ["b", "d"], "d": ["c"]}, [["c", "d"]], id="a ring that points at who was looked at before"
    ),
    pytest.param({"a": ["b", "c"], "b": ["c"]}, [], id="two ways to one are no ring"),
]


@pytest.mark.parametrize(("edges", "rings"), CASES)
def test_rings(edges: dict[str, list[str]], rings: list[list[str]]) -> None:
    assert [sorted(ring) for ring in loops(edges)] == rings


def test_members_stand_in_the_order_in_which_they_point() -> None:
    (ring,) = loops({"c": ["a"], "a": ["b"], "b": ["c"]})
    at = ring.index("a")
    assert [*ring[at:], *ring[:at]] == ["a", "b", "c"]


def test_a_ring_of_thousands() -> None:
    many = 20_000
    (ring,) = loops({str(number): [str((number + 1) % many)] for number in range(many)})
    assert len(ring) == many
