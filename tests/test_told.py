"""What the floors below the rules tell, and the rules that speak of it."""

from __future__ import annotations

import pytest

from igreg import findings
from igreg.findings import TOLD_BELOW, Fault, Origin, Place, Told
from igreg.rules._rule import by_word


@pytest.mark.parametrize("name", TOLD_BELOW)
def test_each_name_is_a_rule(name: str) -> None:
    assert by_word()[name].name == name


def test_each_constant_is_in_the_list() -> None:
    constants = {value for name, value in vars(findings).items() if name.isupper() and isinstance(value, str)}
    assert constants == set(TOLD_BELOW)


def test_a_fault_of_a_text_has_its_place() -> None:
    told = Told.at("invalid-yaml", "roles.yaml", 3, 5, "no", "yes")
    assert told == Told("invalid-yaml", Fault(Origin("roles.yaml"), (), "no", "yes", place=Place(3, 5, 6)))
