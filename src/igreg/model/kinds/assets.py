"""Information assets and the record of processing (UK GDPR 30)."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Needed, Owner
from igreg.model.shared import BodyRef, Party, PolicyOrText, Review, RoleRef, UnitRef
from igreg.model.values import Day, Effort, Flag, Id, Text, empty


class SafetyCase(Part):
    """The clinical safety case of a system (DCB0129 of its maker, DCB0160 of whoever uses it)."""

    standard: Text | None = Field(None, description="Which standard, such as DCB0160.")
    officer: RoleRef | None = Field(None, description="The clinical safety officer who stands behind it.")
    on: Day | None = Field(None, description="The day of the safety case.")


class Asset(Record):
    """An information asset."""

    kind: ClassVar[str] = "assets"
    order: ClassVar[int] = 170
    one: ClassVar[str] = "an asset"
    many: ClassVar[str] = "information assets"
    letters: ClassVar[str | None] = "AST"
    asks: ClassVar[tuple[str, ...] | None] = (
        "administrator",
        "unit",
        "personal_data",
        "special_category",
        "purposes",
        "lawful_basis",
        "retention",
        "location",
        "review.every",
        "review.last",
    )
    needs_review: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    name: Annotated[Text | None, Needed()] = Field(description="What it is called.")
    owner: Annotated[RoleRef | None, Needed(), Owner("owns the information asset")] = Field(
        description="The Information Asset Owner."
    )
    administrator: Annotated[RoleRef | None, Owner("looks after the information asset")] = Field(
        None, description="The role that helps the owner."
    )
    unit: UnitRef | None = Field(None, description="Where it is used.")
    personal_data: Flag | None = Field(None, description="True if it holds personal data.")
    special_category: Flag | None = Field(None, description="True if it holds special category data.")
    large_scale: Flag | None = Field(None, description="True if it holds health data of very many people.")
    purposes: list[Text] = Field(default_factory=empty, description="What for.")
    subjects: list[Text] = Field(default_factory=empty, description="About whom.")
    categories: list[Text] = Field(default_factory=empty, description="Which data.")
    recipients: list[Party] = Field(default_factory=empty, description="Who receives it.")
    lawful_basis: Text | None = Field(None, description="UK GDPR Article 6.")
    condition: Text | None = Field(None, description="UK GDPR Article 9.")
    retention: Text | None = Field(None, description="How long it is kept.")
    location: Text | None = Field(None, description="Where it is kept.")
    outside_uk: Flag | None = Field(None, description="True if it leaves the UK.")
    safeguards: Text | None = Field(None, description="What protects it then.")
    security: list[PolicyOrText] = Field(
        default_factory=empty, description="What keeps it safe: text, or ids of policies."
    )
    supplier: BodyRef | None = Field(None, description="Who supplies it.")
    suppliers: list[BodyRef] = Field(
        default_factory=empty, description="Who supplies it, where there are several; `supplier` is one of them."
    )
    critical: Flag | None = Field(None, description="True if the organisation cannot do without it.")
    safety_case: SafetyCase | None = Field(None, description="The clinical safety case.")
    support_ends: Day | None = Field(None, description="The last day of the maker's support.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
    review: Review | None = Field(None, description="When someone looks at the record again.")

    @property
    def all_suppliers(self) -> tuple[str, ...]:
        """Who supplies it, whichever of the two fields they stand in, each once."""
        return tuple(dict.fromkeys(id for id in (self.supplier, *self.suppliers) if id))
