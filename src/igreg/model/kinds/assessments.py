"""Assessments: returns against a framework, such as the toolkit of a year, and what was answered item by item."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from igreg.model.base import Part, Record
from igreg.model.marks import Done, FlagOrText, Happened, Involved, Needed, Outside, Owner
from igreg.model.shared import Action, Anything, Document, Review, RoleOrGroup, RoleOrStaff, RoleRef
from igreg.model.values import Day, Id, Text, empty


def _as_text(value: Any) -> Any:
    """`true` and `false` as the texts that they are written as."""
    return str(value).lower() if isinstance(value, bool) else value


Said = Annotated[Text, BeforeValidator(_as_text), FlagOrText()]
"""What is answered: `true`, `false`, a level or a text; what it means depends on how the item is answered."""


class Answer(Part):
    """What was answered to one item, by whom and when; without both it is a draft (ruling E37)."""

    item: Annotated[Text | None, Needed(), Outside("ndg-1")] = Field(
        description="The item's number in the pack, such as 1.1.2."
    )
    answer: Said | None = Field(None, description="`true`, `false`, a level of the pack, or a text.")
    not_applicable: Text | None = Field(None, description="Why the item does not apply, where it is set aside.")
    by: RoleOrStaff | None = Field(None, description="The role or person who puts their name to it.")
    on: Annotated[Day | None, Happened("answered")] = Field(None, description="The day they did.")
    evidence: list[Anything] = Field(default_factory=empty, description="Records that show it.")
    documents: list[Document] = Field(default_factory=empty, description="Documents that show it.")
    owner: Annotated[RoleRef | None, Involved("answers items of")] = Field(
        None, description="The role that answers this one; default: the owner of all."
    )
    notes: Text | None = Field(None, description="Anything a colleague should know.")


class Assessment(Record):
    """A return against a framework: what is asked of the organisation, and what was answered."""

    kind: ClassVar[str] = "assessments"
    order: ClassVar[int] = 145
    one: ClassVar[str] = "an assessment"
    many: ClassVar[str] = "assessments"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("title", "target", "due", "status")
    pending: ClassVar[frozenset[str]] = frozenset({"planned"})
    settled: ClassVar[frozenset[str]] = frozenset({"published"})

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Text | None = Field(None, description="What people call it.")
    framework: Annotated[Text | None, Needed(), Outside("ndg-standards")] = Field(
        description="The pack that it answers, such as dspt-v8; see `igreg frameworks`."
    )
    owner: Annotated[RoleRef | None, Needed(), Owner()] = Field(description="The role that answers for it.")
    target: Text | None = Field(
        None, description="The status to reach; default: the one for which all mandatory items are needed."
    )
    due: Day | None = Field(None, description="The last day to publish it; default: the pack's deadline.")
    status: Literal["planned", "in-progress", "published"] = Field("in-progress", description="Where it stands.")
    published: Annotated[Day | None, Done("published")] = Field(None, description="The day it was published.")
    result: Text | None = Field(None, description="The status of the pack that was published.")
    approved_by: RoleOrGroup | None = Field(None, description="Who approved it.")
    approved_on: Day | None = Field(None, description="The day it was approved.")
    answers: list[Answer] = Field(default_factory=empty, description="What was answered, item by item.")
    actions: list[Action] = Field(default_factory=empty, description="What is to be done, by whom, by when.")
    review: Review | None = Field(None, description="When someone looks at the record again.")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be published (ruling E02)."""
        return self.status != "published"
