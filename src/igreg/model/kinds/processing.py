"""The record of processing activities (UK GDPR, Article 30)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Needed, Owner
from igreg.model.shared import AssetRef, BodyOrText, BodyRef, DpiaRef, NoticeRef, Party, PolicyOrText, Review, RoleRef
from igreg.model.values import Flag, Id, Text, empty


class Transfer(Part):
    """Personal data that go to a country outside the UK."""

    country: Annotated[Text | None, Needed()] = Field(description="To which country.")
    to: BodyOrText | None = Field(None, description="To whom: the id of a body, or a text.")
    safeguard: Text | None = Field(
        None, description="What protects them there: adequacy regulations, the IDTA, binding corporate rules."
    )


class Processing(Record):
    """One processing activity: what is done with whose data, on what ground, and who has a part in it."""

    kind: ClassVar[str] = "processing"
    order: ClassVar[int] = 175
    one: ClassVar[str] = "a record of processing"
    many: ClassVar[str] = "records of processing"
    asks: ClassVar[tuple[str, ...] | None] = (
        "controllers",
        "purposes",
        "lawful_basis",
        "subjects",
        "categories",
        "recipients",
        "retention",
        "review.every",
    )

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What is done.")
    owner: Annotated[RoleRef | None, Needed(), Owner("answers for the processing")] = Field(
        description="The role that answers for it."
    )
    our_role: Annotated[Literal["controller", "joint-controller", "processor"] | None, Needed()] = Field(
        description="What we are in it."
    )
    controllers: list[BodyRef] = Field(
        default_factory=empty, description="Those with whom we decide; of a processor those for whom we do it."
    )
    purposes: list[Text] = Field(default_factory=empty, description="What for.")
    lawful_basis: list[Text] = Field(default_factory=empty, description="UK GDPR Article 6, one for each purpose.")
    condition: list[Text] = Field(default_factory=empty, description="UK GDPR Article 9.")
    subjects: list[Text] = Field(default_factory=empty, description="About whom.")
    categories: list[Text] = Field(default_factory=empty, description="Which data.")
    special_category: Flag | None = Field(None, description="True if special category data are among them.")
    recipients: list[Party] = Field(default_factory=empty, description="Who receives them, by id.")
    recipient_categories: list[Text] = Field(
        default_factory=empty, description="What sort of recipients, where they have no id; [none] where nobody does."
    )
    transfers: list[Transfer] = Field(default_factory=empty, description="To which countries outside the UK they go.")
    retention: Text | None = Field(None, description="How long they are kept.")
    security: list[PolicyOrText] = Field(
        default_factory=empty, description="What keeps them safe: text, or ids of policies."
    )
    processors: list[BodyRef] = Field(default_factory=empty, description="Who does it for us.")
    assets: list[AssetRef] = Field(default_factory=empty, description="The information assets that are used.")
    dpia: DpiaRef | None = Field(None, description="The DPIA that covers it.")
    notices: list[NoticeRef] = Field(default_factory=empty, description="The notices that tell people of it.")
    source: Text | None = Field(None, description="Where the data come from.")
    automated_decisions: Text | None = Field(None, description="What is decided by a machine alone, and how.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
