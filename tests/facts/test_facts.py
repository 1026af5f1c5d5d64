"""Law and guidance as data: complete, consistent, and never more certain than their source."""

from __future__ import annotations

from typing import get_args

import pytest

from igreg.facts import category, conflicts, graded, limits, needs, rows, trains_by_share
from igreg.findings import Severity
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.roles import Role

TYPES = [str(word) for arg in get_args(Organisation.model_fields["type"].annotation) for word in get_args(arg)]
FUNCTIONS = {str(word) for arg in get_args(Role.model_fields["function"].annotation) for word in get_args(arg)}

CARE = {"ig-lead": "required", "caldicott-guardian": "required", "dpo": "expected", "siro": "optional"}
MUTUAL = {
    "ig-lead": "required",
    "siro": "required",
    "caldicott-guardian": "required",
    "dpo": "expected",
    "information-asset-owner": "expected",
}
SHOP = {"ig-lead": "required", "caldicott-guardian": "expected", "dpo": "expected"}
BOARD = {"ig-lead": "required", "siro": "required", "caldicott-guardian": "required", "dpo": "required"}
OWNED = BOARD | {"foi-lead": "required", "information-asset-owner": "required"}
WANTED = {
    "nhs-trust": OWNED
    | {"ra-manager": "expected", "clinical-safety-officer": "expected", "records-manager": "expected"}
    | {"ciso": "expected"},
    "icb": OWNED,
    "gp-practice": BOARD | {"siro": "expected", "foi-lead": "required"},
    "local-authority": OWNED | {"records-manager": "expected"},
    "care-provider": CARE,
    "third-sector": MUTUAL,
    "mutual": MUTUAL,
    "hospice": MUTUAL,
    "pharmacy": SHOP,
    "dental": SHOP,
    "optician": SHOP,
    "university": {"ig-lead": "required", "dpo": "required", "siro": "expected"},
    "it-supplier": {
        "ig-lead": "required",
        "siro": "expected",
        "dpo": "expected",
        "clinical-safety-officer": "expected",
    },
    "other": {"ig-lead": "required"},
}
"""What each type needs (ruling A44)."""


def test_every_type_is_here() -> None:
    assert set(WANTED) == set(TYPES) == {row["type"] for row in rows("functions")}


@pytest.mark.parametrize("type", TYPES)
def test_needs_of_a_type(type: str) -> None:
    assert {need.function: need.need for need in needs(type)} == WANTED[type]
    for need in needs(type):
        assert need.severity == {"required": 3, "expected": 2, "optional": 1}[need.need]
        assert need.title.startswith(("a ", "an "))


def test_functions_are_those_of_the_format() -> None:
    assert {row["function"] for row in rows("bases")} <= FUNCTIONS
    assert {name for conflict in conflicts() for name in conflict.pair} <= FUNCTIONS


@pytest.mark.parametrize("file", ["bases", "conflicts", "limits", "lists"])
def test_every_row_has_its_source(file: str) -> None:
    for row in rows(file):
        assert row["source"], row
        assert row["edition"], row
        assert row["confidence"] in ("high", "medium", "low"), row


def test_low_confidence_makes_no_error() -> None:
    assert graded(Severity.ERROR, "low") == Severity.WARNING
    assert graded(Severity.INFO, "low") == Severity.INFO
    assert graded(Severity.ERROR, "medium") == Severity.ERROR


def test_a_figure_has_its_unit() -> None:
    assert limits()["lesson-shared"].figure == "1 month"
    assert limits()["breach-notice"].figure == "72 hours"


@pytest.mark.parametrize("type", TYPES)
def test_category_of_a_type(type: str) -> None:
    wanted = {"gp-practice": 4, "nhs-trust": 1, "icb": 1, "it-supplier": 2}.get(type, 3)
    assert category(type, None) == wanted
    assert category(type, 2) == 2
    assert trains_by_share(category(type, None)) == (wanted >= 3)
