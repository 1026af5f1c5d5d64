"""What applies to a type of organisation."""

from __future__ import annotations

import pytest

from igreg.errors import IgregError
from igreg.facts.applies import applies


@pytest.mark.parametrize(
    ("type", "category", "training"),
    [
        ("care-provider", 3, "95 % of staff within 12 months"),
        ("gp-practice", 4, "95 % of staff within 12 months"),
        ("nhs-trust", 1, "the target of each course, where it has one"),
        ("it-supplier", 2, "the target of each course, where it has one"),
    ],
)
def test_what_applies_to_a_type(type: str, category: int, training: str) -> None:
    found = applies(type)
    assert (found.type, found.category) == (type, category)
    assert found.training.startswith(training)
    assert "ig-lead" in {need.function for need in found.needs}
    assert found.conflicts
    assert "breach-notice" in {limit.key for limit in found.limits}


@pytest.mark.parametrize(
    ("type", "hint"), [("care-providr", "did you mean 'care-provider'?"), ("zoo", "one of: nhs-trust")]
)
def test_a_type_that_is_none(type: str, hint: str) -> None:
    with pytest.raises(IgregError, match=f"--for: there is no type '{type}'") as refused:
        applies(type)
    assert refused.value.hint.startswith(hint)
