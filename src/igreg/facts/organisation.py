"""What holds of an organisation: what it says itself, else what the facts say of its type, else it is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.facts.life import CALLED
from igreg.model.kinds.organisation import Organisation
from igreg.model.values import Nation

OTHER = "other"
ASKED: Mapping[str, tuple[str, ...]] = {
    "publicly_funded": ("publicly_funded",),
    "public_authority": ("public_authority",),
    "large_scale": ("large_scale",),
    "large_care_group": ("staff_count",),
    "nhs_contract": ("nhs_contract",),
    "full_nhs_contract": ("nhs_contract",),
    "essential_service": ("essential_service",),
}
"""What may be asked of an organisation, and the fields of organisation.yaml that answer it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of one organisation. Every answer may be None: nobody has said, and its type does not settle it."""

    organisation: Organisation
    facts: Facts = field(default_factory=Facts)

    @property
    def type(self) -> str:
        """The type; `other` where none is given."""
        return self.organisation.type or OTHER

    @property
    def nation(self) -> Nation:
        """The nation whose rules apply; one organisation has one (ruling B79)."""
        return self.organisation.nation

    @property
    def in_england(self) -> bool:
        """Whether what binds in England alone applies: the toolkit and the National Data Guardian's guidance."""
        return self.nation == "england"

    @property
    def country(self) -> str:
        """The nation as a sentence calls it."""
        return CALLED[self.nation]

    @property
    def category(self) -> int:
        """The DSPT category: the one given, else the type's (ruling A70)."""
        return self.facts.category(self.organisation.type, self.organisation.dspt_category)

    @property
    def nhs_contract(self) -> str | None:
        """The form of the NHS Standard Contract that it holds: full, short or none (ruling B32)."""
        given = self.organisation.nhs_contract
        return given if given is not None or not self.in_england else self._of_type("nhs-contract")

    @property
    def public_authority(self) -> bool | None:
        """Whether it is a public authority (ruling B32)."""
        return self._told(self.organisation.public_authority, "public-authority")

    @property
    def large_scale(self) -> bool | None:
        """Whether it processes health data on a large scale (ruling B32)."""
        return self._told(self.organisation.large_scale, "large-scale")

    @property
    def publicly_funded(self) -> bool | None:
        """Whether anybody's care is paid from public money; whoever holds an NHS contract is paid from it."""
        given = self.organisation.publicly_funded
        return True if given is None and self.nhs_contract in ("full", "short") else given

    @property
    def essential_service(self) -> bool | None:
        """Whether it is an operator of an essential service (NIS Regulations 2018)."""
        return self.organisation.essential_service

    @property
    def large_care_group(self) -> bool | None:
        """Whether it has as many staff as a large care group; the figure is of England alone (ruling B32)."""
        limit = self.facts.limit("large-care-group")
        if not limit.in_nation(self.nation):
            return False
        staff = self.organisation.staff_count
        return None if staff is None else staff >= limit.value

    def holds(self, what: str) -> bool | None:
        """Whether something of `ASKED` holds; None where that is not known."""
        contract = self.nhs_contract
        if what == "nhs_contract":
            return None if contract is None else contract != "none"
        if what == "full_nhs_contract":
            return None if contract is None else contract == "full"
        answer: bool | None = getattr(self, what)
        return answer

    def _told(self, given: bool | None, key: str) -> bool | None:
        if given is not None:
            return given
        word = self._of_type(key)
        return None if word is None else word == "true"

    def _of_type(self, key: str) -> str | None:
        return self.facts.by_type(key).get(self.type)


def of_type(organisation_type: str, facts: Facts | None = None) -> Standing:
    """What holds of an organisation in England of which no more than its type is known."""
    organisation = Organisation.model_validate({"name": organisation_type, "type": organisation_type})
    return Standing(organisation, facts or Facts())
