"""Units and what is below them: lines, branches, rings and parents that no unit has."""

from __future__ import annotations

import pytest

from igreg.analysis.units import children_of, with_all_below
from igreg.model.kinds.units import Unit
from tests.analysis.registers import register

UNITS = """
- {id: top, name: Top}
- {id: left, name: Left, parent: top}
- {id: ward, name: Ward, parent: left}
- {id: right, name: Right, parent: top}
- {id: one, name: One, parent: two}
- {id: two, name: Two, parent: one}
- {id: lost, name: Lost, parent: nowhere}
- {name: Without an id, parent: top}
"""
CHILDREN = children_of(register(units=UNITS).of(Unit))


def test_which_are_directly_below() -> None:
    assert CHILDREN == {"top": ["left", "right"], "left": ["ward"], "two": ["one"], "one": ["two"], "nowhere": ["lost"]}


@pytest.mark.parametrize(
    ("unit", "below"),
    [
        ("top", {"top", "left", "ward", "right"}),
        ("ward", {"ward"}),
        ("one", {"one", "two"}),
        ("nowhere", {"nowhere", "lost"}),
    ],
)
def test_which_are_below_however_deep(unit: str, below: set[str]) -> None:
    assert with_all_below(unit, CHILDREN) == below
