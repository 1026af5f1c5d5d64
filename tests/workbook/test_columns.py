"""The tables of a kind in a workbook, and the names of their sheets (ruling X31)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from igreg.model.kinds import KINDS
from igreg.workbook.columns import NAME, tables


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_has_a_sheet_of_its_own_and_every_column_a_head_of_its_own(kind: str) -> None:
    found = tables(kind)
    assert len({one.sheet.casefold() for one in found}) == len(found) and found[0].sheet == kind
    for one in found:
        assert len(one.sheet) <= NAME
        heads = [head.casefold() for head in one.heads]
        assert len(set(heads)) == len(heads) and "extra" not in heads


def test_parts_are_flattened_and_lists_have_tables() -> None:
    own, *nested = tables("roles")
    assert [one.name for one in nested] == ["roles.holders", "roles.requires.skills", "roles.registrations"]
    assert "Review every" in own.heads and own.heads[-2:] == ["Notes", "Tags"]
    assert tables("assessments")[2].lists == 2


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("training-plans.needs_analysis1", "training-plans.needs_analysis1"),
        ("training-plans.needs_analysis12", "training-plans.needs_analysis12"),
        ("training-plans.needs_analysis123", "training-pla~.needs_analysis123"),
        ("training-plans.needs_analysis.documents", "train~.needs_analysis.documents"),
        ("training-plans.needs_analysis.documents123", "tr~.needs_analysis.documents123"),
    ],
)
def test_a_name_that_is_too_long_keeps_its_end_and_as_much_of_its_kind_as_can_be(name: str, sheet: str) -> None:
    found = replace(tables("training-plans")[0], name=name).sheet
    assert found == sheet and len(found) <= NAME
