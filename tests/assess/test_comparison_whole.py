"""A comparison as a value: whose it is, of which packs, and who is named in it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from igreg.assess.comparison import compare
from tests.assess.returns import ANSWERED
from tests.assess.values import context, pack, states


@pytest.mark.parametrize(
    ("files", "organisation", "names", "incomplete"),
    [
        ({}, "Willow", {"lead": "IG lead"}, ()),
        ({"organisation.yaml": "type: other\n"}, "", {"lead": "IG lead"}, ()),
        ({"assessments.yaml": "- {id: ret, framework: ours, owner: nobody-known}\n"}, "Willow", None, ()),
        ({"courses.yaml": "- id: C\n  title T\n"}, "Willow", {"lead": "IG lead"}, ("register/courses.yaml",)),
    ],
)
def test_whose_comparison_it_is(
    files: Mapping[str, str], organisation: str, names: Mapping[str, str] | None, incomplete: tuple[str, ...]
) -> None:
    of = context(ANSWERED | files)
    found = compare(states(of), pack(of, "olds"))
    assert (found.organisation, found.incomplete) == (organisation, incomplete)
    assert (found.old, found.new, found.derived) == ("olds", "ours", None)
    assert found.titles == (
        "What they asked before, edition 2025-26",
        "What our commissioner asks, edition 2026-27",
    )
    assert str(found.today) == "2026-11-22"
    assert "nobody-known" not in found.names
    if names is not None:
        assert found.names == names
