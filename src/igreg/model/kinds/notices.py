"""Notices: what service users, carers and staff are told (UK GDPR 13 and 14)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Needed, Owner, Starts
from igreg.model.shared import Area, AssetRef, Document, Party, Review, RoleRef
from igreg.model.values import Day, Effort, Id, Text, empty


class Test(Part):
    """A notice was tried out with readers."""

    on: Day | None = Field(None, description="When.")
    who: Text | None = Field(None, description="With whom, as a group.")
    outcome: Text | None = Field(None, description="What came of it.")


class Notice(Record):
    """A privacy notice, leaflet or poster."""

    kind: ClassVar[str] = "notices"
    order: ClassVar[int] = 200
    one: ClassVar[str] = "a notice"
    many: ClassVar[str] = "notices"
    asks: ClassVar[tuple[str, ...] | None] = ("areas", "published", "document.path", "review.every", "review.last")
    needs_review: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    audience: Annotated[list[Party], Needed()] = Field(description="Whom it is for.")
    owner: Annotated[RoleRef | None, Needed(), Owner()] = Field(description="The role that answers for it.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    assets: list[AssetRef] = Field(default_factory=empty, description="The assets it explains.")
    formats: list[Literal["web", "leaflet", "poster", "easy-read", "large-print", "video", "audio"]] = Field(
        [], description="The forms it comes in."
    )
    languages: list[Text] = Field(default_factory=empty, description="The languages it comes in.")
    published: Annotated[Day | None, Starts(always=False)] = Field(None, description="The day it came out.")
    document: Document | None = Field(None, description="The notice.")
    tested_with: list[Test] = Field(default_factory=empty, description="Readers it was tried out with.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
