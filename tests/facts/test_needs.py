"""Which functions an organisation needs, as what holds of it decides (rulings A44, B32 to B34)."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.facts.needs import needs_of
from igreg.facts.organisation import Standing
from igreg.model.kinds.organisation import Organisation

BOARD = {"ig-lead": 3, "siro": 3, "caldicott-guardian": 3, "dpo": 3, "foi-lead": 2}
TRUST = BOARD | {"ra-manager": 2, "clinical-safety-officer": 2, "records-manager": 2, "ciso": 2}
MUTUAL = {"ig-lead": 3, "siro": 1, "caldicott-guardian": 1, "dpo": 2, "information-asset-owner": 2}
CARE = {"ig-lead": 3, "caldicott-guardian": 1, "dpo": 1, "siro": 1}
SHOP = {"ig-lead": 3, "caldicott-guardian": 2, "dpo": 1}


def standing(**fields: Any) -> Standing:
    return Standing(Organisation.model_validate({"name": "Example"} | fields))


def needed(**fields: Any) -> dict[str, int]:
    return {need.function: int(need.severity) for need in needs_of(standing(**fields))}


@pytest.mark.parametrize(
    ("type", "wanted"),
    [
        ("nhs-trust", TRUST | {"information-asset-owner": 3}),
        ("icb", BOARD | {"information-asset-owner": 3}),
        ("gp-practice", BOARD | {"siro": 2}),
        ("local-authority", BOARD | {"information-asset-owner": 3, "records-manager": 2}),
        ("health-board", {"ig-lead": 3, "dpo": 3, "siro": 2, "caldicott-guardian": 2, "foi-lead": 2}),
        ("care-provider", CARE),
        ("third-sector", MUTUAL),
        ("mutual", MUTUAL),
        ("hospice", MUTUAL),
        ("pharmacy", SHOP),
        ("dental", SHOP),
        ("optician", SHOP),
        ("university", {"ig-lead": 3, "dpo": 3, "siro": 2, "foi-lead": 2}),
        ("it-supplier", {"ig-lead": 3, "siro": 2, "dpo": 2, "clinical-safety-officer": 2}),
        ("other", {"ig-lead": 3}),
    ],
)
def test_what_the_type_alone_settles(type: str, wanted: dict[str, int]) -> None:
    assert needed(type=type) == wanted


CASES = [
    ("care-provider", {"publicly_funded": True}, {"caldicott-guardian": 3}),
    ("care-provider", {"publicly_funded": False}, {"caldicott-guardian": None}),
    ("care-provider", {"nhs_contract": "short"}, {"caldicott-guardian": 3}),
    ("care-provider", {"nhs_contract": "none"}, {"caldicott-guardian": 1}),
    ("care-provider", {"staff_count": 249}, {"dpo": 1}),
    ("care-provider", {"staff_count": 250}, {"dpo": 3}),
    ("care-provider", {"staff_count": 12, "public_authority": True}, {"dpo": 3, "foi-lead": 2}),
    ("care-provider", {"large_scale": True}, {"dpo": 3}),
    ("mutual", {"nhs_contract": "full"}, {"siro": 3, "caldicott-guardian": 3}),
    ("third-sector", {"nhs_contract": "short"}, {"siro": 1, "caldicott-guardian": 3}),
    ("hospice", {"nhs_contract": "none"}, {"siro": 1, "caldicott-guardian": 1}),
    ("hospice", {"nhs_contract": "none", "publicly_funded": False}, {"siro": 1, "caldicott-guardian": None}),
    ("hospice", {"nhs_contract": "none", "publicly_funded": True}, {"siro": 1, "caldicott-guardian": 3}),
    ("hospice", {"public_authority": True}, {"dpo": 3, "foi-lead": 2}),
    ("pharmacy", {"nhs_contract": "short"}, {"dpo": 3}),
    ("dental", {"public_authority": True}, {"dpo": 3, "foi-lead": 2}),
    ("optician", {"nhs_contract": "none", "public_authority": False}, {"dpo": 1}),
    ("nhs-trust", {"public_authority": False}, {"dpo": 3}),
]


@pytest.mark.parametrize(("type", "fields", "wanted"), CASES)
def test_what_the_organisation_says(type: str, fields: dict[str, Any], wanted: dict[str, int]) -> None:
    found = needed(type=type, **fields)
    assert {name: found.get(name) for name in wanted} == wanted


def test_a_duty_that_hangs_on_what_nobody_has_said_asks_for_it() -> None:
    asks = {need.function: need.asks for need in needs_of(standing(type="care-provider")) if need.asks}
    assert asks == {
        "caldicott-guardian": ("publicly_funded",),
        "dpo": ("staff_count", "public_authority", "large_scale"),
    }
    assert {n.function: n.asks for n in needs_of(standing(type="mutual")) if n.asks}["siro"] == ("nhs_contract",)
    assert not [n for n in needs_of(standing(type="nhs-trust")) if n.asks]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"type": "gp-practice", "nation": "wales"}, {"ig-lead": 1, "siro": 1, "caldicott-guardian": 1, "dpo": 3, "foi-lead": 2}),
        ({"type": "local-authority", "nation": "scotland"}, {"caldicott-guardian": 1, "dpo": 3, "foi-lead": 2, "records-manager": 2}),
        ({"type": "care-provider", "nation": "northern-ireland", "publicly_funded": True}, {"caldicott-guardian": 1, "siro": 1}),
        ({"type": "care-provider", "nation": "wales", "staff_count": 400}, {"dpo": 1}),
        ({"type": "care-provider", "nation": "wales", "public_authority": True}, {"dpo": 3, "foi-lead": 2}),
        ({"type": "health-board", "nation": "wales"}, {"ig-lead": 3, "dpo": 3, "siro": 2, "caldicott-guardian": 2, "foi-lead": 2}),
    ],
)  # fmt: skip
def test_duties_of_england_bind_nobody_else(fields: dict[str, Any], wanted: dict[str, int]) -> None:
    found = needed(**fields)
    assert {name: found[name] for name in wanted} == wanted


def test_elsewhere_it_is_good_practice() -> None:
    elsewhere = {n.function: n.elsewhere for n in needs_of(standing(type="gp-practice", nation="wales"))}
    assert elsewhere["caldicott-guardian"] == "Wales"
    assert elsewhere["dpo"] is None
    sources = {n.function: n.source for n in needs_of(standing(type="gp-practice", nation="scotland"))}
    assert sources["foi-lead"] == "Freedom of Information (Scotland) Act 2002"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"type": "nhs-trust"}, ("full", True, True, True)),
        ({"type": "icb"}, ("none", True, True, None)),
        ({"type": "it-supplier"}, ("none", False, None, None)),
        ({"type": "other"}, ("none", None, None, None)),
        ({"type": "mutual"}, (None, None, None, None)),
        ({"type": "health-board", "nation": "wales"}, (None, True, True, None)),
        ({"type": "nhs-trust", "nhs_contract": "none", "large_scale": False, "public_authority": False}, ("none", False, False, None)),
    ],
)  # fmt: skip
def test_what_holds_of_an_organisation(fields: dict[str, Any], wanted: tuple[object, ...]) -> None:
    found = standing(**fields)
    assert (found.nhs_contract, found.public_authority, found.large_scale, found.publicly_funded) == wanted
