"""What a risk comes to, and what its last review says of how it moved."""

from __future__ import annotations

import pytest

from igreg.analysis.risks import above_target, movement, score
from igreg.model.kinds.risks import Risk
from tests.analysis.registers import day


def _risk(**fields: object) -> Risk:
    return Risk.model_validate({"id": "r", "title": "R", "owner": "o"} | fields)


@pytest.mark.parametrize(
    ("fields", "is_score", "above"),
    [
        ({"likelihood": 3, "impact": 4, "target_score": 12}, 12, False),
        ({"likelihood": 3, "impact": 4, "target_score": 11}, 12, True),
        ({"likelihood": 3, "impact": 4}, 12, None),
        ({"likelihood": 3, "target_score": 11}, None, None),
    ],
)
def test_its_score(fields: dict[str, object], is_score: int | None, above: bool | None) -> None:
    assert (score(_risk(**fields)), above_target(_risk(**fields))) == (is_score, above)


@pytest.mark.parametrize(
    ("review", "found"),
    [
        (None, "never reviewed"),
        ({"every": "3 months"}, "never reviewed"),
        ({"last": "2026-06-30", "outcome": "changed"}, "not reviewed"),
        ({"last": "2026-07-01", "outcome": "changed"}, "changed"),
        ({"last": "2026-09-30", "outcome": "unchanged"}, "unchanged"),
        ({"last": "2026-09-30"}, "unknown"),
        ({"last": "2026-10-01", "outcome": "unchanged"}, "unknown"),
    ],
)
def test_how_it_moved(review: dict[str, str] | None, found: str) -> None:
    risk = _risk(review=review)
    assert movement(risk, day("2026-07-01"), day("2026-09-30")) == found
