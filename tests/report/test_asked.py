"""Which records belong to the part of the register that a report is asked of, and what areas are called there."""

from __future__ import annotations

import pytest

from tests.report.asking import asked

TEXT = """
# file: organisation.yaml
{name: Ash House, type: other, areas: [{id: care, title: The care of Ann Lee}]}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: units.yaml
- {id: division, name: Division}
- {id: north, name: North, parent: division, end: 2026-11-21}
- {id: south, name: South}
# file: incidents.yaml
- {id: I, title: Letter, aware: 2026-11-20T10:00, unit: north, areas: [care]}
"""


@pytest.mark.parametrize(
    ("unit", "area", "has"),
    [
        (None, None, True),
        ("north", None, True),
        ("division", None, True),
        ("south", None, False),
        (None, "care", True),
        (None, "risk", False),
        ("division", "risk", False),
    ],
)
def test_a_part_has_what_names_a_unit_below_it_though_that_has_ended(
    unit: str | None, area: str | None, has: bool
) -> None:
    question = asked(TEXT, unit=unit, area=area)
    assert question.has(question.register.by_id["I"]) is has  # type: ignore[arg-type]


def test_without_names_nobody_is_named_in_an_area_of_ones_own() -> None:
    assert asked(TEXT).area_titles(["care", "risk"]) == ("The care of Ann Lee", "risk")
    assert asked(TEXT, names=False, area="care").area_titles(["care"]) == ("The care of person-1",)
    assert asked(TEXT, names=False, area="care").head.part == "area The care of person-1"


def test_without_names_nobody_is_named_in_the_unit_of_the_head() -> None:
    text = TEXT + "- {id: I2, title: X, aware: 2026-11-20, unit: south}\n"
    found = asked(text.replace("name: South", "name: The team of Ann Lee"), unit="south", names=False)
    assert found.head.part == "unit The team of person-1"
