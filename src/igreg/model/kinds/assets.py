"""Information assets and the record of processing (UK GDPR 30)."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Needed, Owner
from igreg.model.shared import BodyRef, Party, Review, RoleRef, UnitRef
from igreg.model.values import Day, Flag, Id, Text, empty


class Asset(Record):
    """An information asset."""

    kind: ClassVar[str] = "assets"
    order: ClassVar[int] = 170
    one: ClassVar[str] = "an asset"
    many: ClassVar[str] = "information assets"
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
    supplier: BodyRef | None = Field(None, description="Who supplies it.")
    critical: Flag | None = Field(None, description="True if the organisation cannot do without it.")
    support_ends: Day | None = Field(None, description="The last day of the maker's support.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
