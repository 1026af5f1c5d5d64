"""Policies, procedures, protocols and terms of reference."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Needed, Owner, Ref, Starts
from igreg.model.shared import Area, Document, Party, PolicyRef, Review, RoleOrGroup, RoleOrStaff, RoleRef
from igreg.model.values import Day, Effort, Id, Text, empty


class Policy(Record):
    """A written rule that staff follow, approved by an accountable role."""

    kind: ClassVar[str] = "policies"
    order: ClassVar[int] = 90
    one: ClassVar[str] = "a policy"
    many: ClassVar[str] = "policies"
    asks: ClassVar[tuple[str, ...] | None] = (
        "category",
        "areas",
        "approver",
        "status",
        "in_force_from",
        "document.path",
        "review.every",
        "review.last",
    )
    pending: ClassVar[frozenset[str]] = frozenset({"draft"})
    settled: ClassVar[frozenset[str]] = frozenset({"withdrawn"})
    needs_review: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    category: Literal["policy", "procedure", "protocol", "guideline", "terms-of-reference", "strategy"] | None = Field(
        None, description="What kind of paper it is."
    )
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    subjects: list[
        Literal["data-protection", "data-quality", "record-keeping", "data-security", "network-security"]
    ] = Field(default_factory=empty, description="The subjects for which the toolkit asks a policy.")
    owner: Annotated[RoleRef | None, Needed(), Owner()] = Field(description="The role that answers for it.")
    approver: RoleOrGroup | None = Field(None, description="Who approved it.")
    author: RoleOrStaff | None = Field(None, description="Who wrote it.")
    version: Text | None = Field(None, description="Its version, as written.")
    status: Literal["draft", "in-force", "withdrawn"] = Field("in-force", description="Whether it counts.")
    in_force_from: Annotated[Day | None, Starts()] = Field(None, description="The day it came, or comes, into force.")
    document: Document | None = Field(None, description="The paper itself.")
    follows: list[Annotated[Text, Ref(("guidance",))]] = Field(
        default_factory=empty, description="The guidance it follows."
    )
    replaces: list[PolicyRef] = Field(default_factory=empty, description="The policies it replaces.")
    under: PolicyRef | None = Field(None, description="The policy that this procedure carries out.")
    applies_to: list[Party] = Field(default_factory=empty, description="Whom it binds.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
