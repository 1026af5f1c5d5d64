"""Parts that several kinds share: references by kind, reviews, actions, documents."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from igreg.model.base import Inner, Part
from igreg.model.marks import AreaName, Done, Happened, Needed, Ref
from igreg.model.values import Count, Day, Flag, Length, NoSuchCount, RepositoryPath, Text, told

RoleRef = Annotated[Text, Ref(("roles",))]
StaffRef = Annotated[Text, Ref(("staff",))]
UnitRef = Annotated[Text, Ref(("units",))]
BodyRef = Annotated[Text, Ref(("bodies",))]
PolicyRef = Annotated[Text, Ref(("policies",))]
PolicyOrText = Annotated[Text, Ref(("policies",), or_text=True)]
AssetRef = Annotated[Text, Ref(("assets",))]
CourseRef = Annotated[Text, Ref(("courses",))]
DpiaRef = Annotated[Text, Ref(("dpias",))]
NoticeRef = Annotated[Text, Ref(("notices",))]
RiskRef = Annotated[Text, Ref(("risks",))]
AgreementRef = Annotated[Text, Ref(("sharing-agreements",))]
ProcessingRef = Annotated[Text, Ref(("processing",))]
RoleOrGroup = Annotated[Text, Ref(("roles", "groups"))]
RoleOrStaff = Annotated[Text, Ref(("roles", "staff"))]
RoleStaffOrBody = Annotated[Text, Ref(("roles", "staff", "bodies"))]
SkillOrText = Annotated[Text, Ref(("skills",), or_text=True)]
Sitting = Annotated[Text, Ref(("roles", "bodies", "staff"))]
"""Who can sit in a group or be at its meetings."""
Party = Annotated[Text, Ref(("roles", "groups", "units", "staff", "bodies"), audiences=True)]
PartyOrAsset = Annotated[Text, Ref(("roles", "groups", "units", "staff", "bodies", "assets"), audiences=True)]
"""Where data come from and go to."""
Anything = Annotated[Text, Ref(())]
"""Any id of the register, whatever the kind; actions and audit findings too."""
PartyOrText = Annotated[Text, Ref(("roles", "groups", "units", "staff", "bodies"), audiences=True, or_text=True)]
BodyOrText = Annotated[Text, Ref(("bodies",), or_text=True)]
Area = Annotated[Text, AreaName()]


class Document(Part):
    """A document: a file of the repository or an address."""

    path: RepositoryPath | None = Field(
        None, description="Where it is, from the repository root, with / between folders."
    )
    url: Text | None = Field(None, description="Where it is on a web site or intranet.")
    title: Text | None = Field(None, description="What it is called.")
    public: Flag | None = Field(None, description="True if anybody may see it.")


class Review(Part):
    """When someone looks at the record again."""

    every: Length | None = Field(None, description="How often, such as 12 months.")
    last: Annotated[Day | None, Happened("last reviewed")] = Field(
        None, description="The day of the last review, changed or not."
    )
    by: RoleOrStaff | None = Field(None, description="The role or person who did it.")
    outcome: Literal["unchanged", "changed", "withdrawn"] | None = Field(None, description="What came of it.")
    next: Day | None = Field(None, description="A day that overrides `last` + `every`.")
    cycle: Literal["rolling", "fixed"] = Field(
        "rolling", description="Rolling counts from `last`; fixed keeps to `anchor`."
    )
    anchor: Day | None = Field(None, description="With `cycle: fixed`: a day of the cycle.")


class Action(Inner):
    """Something to be done by somebody by a day."""

    kind: ClassVar[str] = "actions"
    one: ClassVar[str] = "an action"

    what: Annotated[Text | None, Needed()] = Field(description="What is to be done.")
    owner: RoleOrStaff | None = Field(None, description="The role or person who does it.")
    due: Day | None = Field(None, description="The last day it may be done.")
    done: Annotated[Day | None, Done("done")] = Field(None, description="The day it was done.")
    outcome: Text | None = Field(None, description="What came of it.")
    approved_by: RoleOrGroup | None = Field(None, description="Who approved it.")
    approved_on: Day | None = Field(None, description="The day of approval.")


class Certificate(Part):
    """A certificate such as Cyber Essentials Plus."""

    name: Annotated[Text | None, Needed()] = Field(description="What it is.")
    number: Text | None = Field(None, description="Its number.")
    expires: Day | None = Field(None, description="The last day it counts.")


class Sample(Part):
    """How many were looked at, and how many were in order."""

    checked: Annotated[Count | None, Needed()] = Field(description="How many were looked at.")
    compliant: Annotated[Count | None, Needed()] = Field(description="How many were in order.")

    @model_validator(mode="after")
    def _no_more_than_checked(self) -> Self:
        if self.checked is not None and self.compliant is not None and self.compliant > self.checked:
            sentence = f"{told(self.compliant)} were compliant, where {told(self.checked)} were checked"
            raise NoSuchCount(sentence, "put right whichever of `checked` and `compliant` is wrong")
        return self


class Skill(Part):
    """A skill that a person has, at a level from 1 to 3."""

    skill: Annotated[SkillOrText | None, Needed()] = Field(description="A skill of the register, or its name.")
    level: int | None = Field(None, description="1 aware, 2 able, 3 expert.", strict=True, ge=1, le=3)
    on: Day | None = Field(None, description="The day it was shown.")
    evidence: Text | None = Field(None, description="What shows it.")


class SkillNeeded(Part):
    """A skill that a role asks of its holder."""

    skill: Annotated[SkillOrText | None, Needed()] = Field(description="A skill of the register, or its name.")
    level: int | None = Field(None, description="The lowest level that will do, from 1 to 3.", strict=True, ge=1, le=3)
