"""Bodies: outside organisations."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Needed
from igreg.model.shared import Certificate, Review
from igreg.model.values import Day, Flag, Id, Text, empty


class BodyDspt(Part):
    """What the body published in the DSPT."""

    status: Text | None = Field(None, description="The outcome that was published.")
    edition: Text | None = Field(None, description="The edition it was published for, such as 8 or 2025-26.")
    published: Day | None = Field(None, description="The day of publication.")
    checked: Day | None = Field(None, description="The day somebody looked.")


class Body(Record):
    """An outside organisation."""

    kind: ClassVar[str] = "bodies"
    order: ClassVar[int] = 80
    one: ClassVar[str] = "a body"
    many: ClassVar[str] = "bodies"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("category", "contact", "acts_as")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    name: Annotated[Text | None, Needed()] = Field(description="What it is called.")
    category: (
        Literal["regulator", "national-body", "commissioner", "provider", "supplier", "partner", "union", "other"]
        | None
    ) = Field(None, description="What it is to us.")
    ods_code: Text | None = Field(None, description="Its ODS code.")
    contact: Text | None = Field(None, description="How to reach it.")
    dspt: BodyDspt | None = Field(None, description="Its DSPT status.")
    certificates: list[Certificate] = Field(default_factory=empty, description="Its certificates, such as ISO 27001.")
    volunteers: Flag | None = Field(None, description="True if people work for it without pay.")
    acts_as: list[Literal["nis-authority", "national-body", "commissioner", "cqc", "police"]] = Field(
        default_factory=empty, description="What it is to us when something has happened, whatever its category."
    )
    legal_form: Text | None = Field(None, description="Its legal form.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
