"""Groups: the IG group, the board, committees."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Involved, Needed, Owner, Ref
from igreg.model.shared import PolicyRef, Review, RoleOrGroup, RoleRef
from igreg.model.values import AtLeastOne, Flag, Id, Length, Text, empty

GroupMember = Annotated[Text, Ref(("roles", "bodies", "staff"))]


class Group(Record):
    """People who meet and decide together."""

    kind: ClassVar[str] = "groups"
    order: ClassVar[int] = 50
    one: ClassVar[str] = "a group"
    many: ClassVar[str] = "groups"

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    chair: Annotated[RoleRef | None, Owner("chairs")] = Field(None, description="The role that chairs.")
    deputy_chair: Annotated[RoleRef | None, Involved("deputises in the chair of")] = Field(
        None, description="The role that chairs in its absence."
    )
    secretary: Annotated[RoleRef | None, Owner("is secretary of")] = Field(
        None, description="The role that keeps agenda and minutes."
    )
    members: Annotated[list[GroupMember], Involved("is a member of")] = Field(
        default_factory=empty, description="Roles, bodies or people."
    )
    accountable_to: RoleOrGroup | None = Field(None, description="The group or role it answers to.")
    reports_to: list[RoleOrGroup] = Field(default_factory=empty, description="Whom it also tells.")
    meets_every: Length | None = Field(None, description="How often it meets.")
    quorum: AtLeastOne | None = Field(None, description="How many must be present.")
    quorum_roles: list[RoleRef] = Field(default_factory=empty, description="Roles of which one must be present.")
    terms: PolicyRef | None = Field(None, description="Its terms of reference.")
    standing_items: list[Text] = Field(default_factory=empty, description="What is on every agenda.")
    ig_group: Flag = Field(False, description="True for the IG group.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
