"""Sharing agreements with partners."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import AssetRef, BodyRef, Document, Review, RoleRef
from igreg.model.values import Day, Effort, Id, Text, empty


class SharingAgreement(Record):
    """What is shared with whom, and on what terms."""

    kind: ClassVar[str] = "sharing-agreements"
    order: ClassVar[int] = 180
    one: ClassVar[str] = "a sharing agreement"
    many: ClassVar[str] = "sharing agreements"
    letters: ClassVar[str | None] = "ISA"
    asks: ClassVar[tuple[str, ...] | None] = (
        "purpose",
        "lawful_basis",
        "assets",
        "signed",
        "expires",
        "document.path",
        "review.every",
        "review.last",
    )
    needs_review: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    partners: Annotated[list[BodyRef], Needed()] = Field(description="The bodies that signed it.")
    purpose: Text | None = Field(None, description="What for.")
    lawful_basis: Text | None = Field(None, description="UK GDPR Article 6.")
    assets: list[AssetRef] = Field(default_factory=empty, description="The assets it covers; none named means all.")
    owner: Annotated[RoleRef | None, Needed(), Owner("answers for the agreement")] = Field(
        description="The role that answers for it."
    )
    signed: Annotated[Day | None, Starts()] = Field(None, description="The day it was signed.")
    expires: Annotated[Day | None, Ends(due=False)] = Field(None, description="Its last day.")
    document: Document | None = Field(None, description="The agreement.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
