"""Data flows: where personal data go."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import AgreementRef, AssetRef, PartyOrAsset, ProcessingRef, Review, RiskRef, RoleRef
from igreg.model.values import Day, Flag, Id, Length, Text, empty


class DataFlow(Record):
    """Data that go from one to another, and how; for the data flow map."""

    kind: ClassVar[str] = "data-flows"
    order: ClassVar[int] = 178
    one: ClassVar[str] = "a data flow"
    many: ClassVar[str] = "data flows"
    asks: ClassVar[tuple[str, ...] | None] = (
        "personal_data",
        "special_category",
        "by",
        "every",
        "safeguards",
        "agreement",
        "owner",
    )

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    from_: Annotated[PartyOrAsset | None, Needed()] = Field(alias="from", description="Where the data come from.")
    to: Annotated[list[PartyOrAsset], Needed()] = Field(description="Where they go.")
    what: Annotated[Text | None, Needed()] = Field(description="Which data.")
    assets: list[AssetRef] = Field(default_factory=empty, description="The information assets that they are part of.")
    processing: list[ProcessingRef] = Field(
        default_factory=empty, description="The records of processing that it belongs to."
    )
    personal_data: Flag | None = Field(None, description="True if personal data are among them.")
    special_category: Flag | None = Field(None, description="True if special category data are among them.")
    by: list[Text] = Field(default_factory=empty, description="How: e-mail, post, portal, phone, courier.")
    every: Length | None = Field(None, description="How often, such as 1 week.")
    on_request: Flag | None = Field(None, description="True if they go when somebody asks for them.")
    volume: Text | None = Field(None, description="How much.")
    safeguards: list[Text] = Field(default_factory=empty, description="What protects them on the way and there.")
    agreement: AgreementRef | None = Field(None, description="The sharing agreement under which they go.")
    outside_uk: Flag | None = Field(None, description="True if they leave the UK.")
    risk: RiskRef | None = Field(None, description="The risk that stands for it in the risk register.")
    owner: Annotated[RoleRef | None, Owner("answers for the data flow")] = Field(
        None, description="The role that answers for it."
    )
    start: Annotated[Day | None, Starts()] = Field(None, description="Its first day.")
    end: Annotated[Day | None, Ends(due=False)] = Field(None, description="Its last day.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
