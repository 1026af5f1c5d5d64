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


def test_a_name_that_is_too_long_keeps_its_end() -> None:
    long = replace(tables("training-plans")[0], name="training-plans.needs_analysis.documents")
    assert long.sheet == "t~.needs_analysis.documents"[:NAME] or long.sheet.endswith("~.needs_analysis.documents")
    assert len(long.sheet) <= NAME
