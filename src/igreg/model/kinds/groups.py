"""Groups: the IG group, the board, committees."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Ends, Involved, Needed, Owner, Starts
from igreg.model.shared import Party, PolicyRef, Review, RoleOrGroup, RoleRef, Sitting
from igreg.model.values import AtLeastOne, Day, Effort, Flag, Id, Length, Text, empty


class ElectedSeat(Part):
    """A seat that is filled by election, as in a mutual or a foundation trust."""

    seat: Annotated[Text | None, Needed()] = Field(description="Which seat it is.")
    by: Party | None = Field(None, description="Who elects.")
    term: Length | None = Field(None, description="For how long.")
    last_election: Day | None = Field(None, description="The day of the last election.")


class Group(Record):
    """People who meet and decide together."""

    kind: ClassVar[str] = "groups"
    order: ClassVar[int] = 50
    one: ClassVar[str] = "a group"
    many: ClassVar[str] = "groups"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = (
        "chair",
        "secretary",
        "members",
        "accountable_to",
        "meets_every",
        "quorum",
    )
    comes_and_goes: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    chair: Annotated[RoleRef | None, Owner("chairs")] = Field(None, description="The role that chairs.")
    co_chairs: Annotated[list[RoleRef], Owner("chairs")] = Field(
        default_factory=empty, description="Roles that chair beside it; any of them counts as the chair."
    )
    deputy_chair: Annotated[RoleRef | None, Involved("deputises in the chair of")] = Field(
        None, description="The role that chairs in its absence."
    )
    secretary: Annotated[RoleRef | None, Owner("is secretary of", first=True)] = Field(
        None, description="The role that keeps agenda and minutes."
    )
    members: Annotated[list[Sitting], Involved("is a member of")] = Field(
        default_factory=empty, description="Roles, bodies or people."
    )
    attendees: Annotated[list[Sitting], Involved("attends")] = Field(
        default_factory=empty, description="Who is in attendance, and never counted for the quorum."
    )
    accountable_to: RoleOrGroup | None = Field(None, description="The group or role it answers to.")
    reports_to: list[RoleOrGroup] = Field(default_factory=empty, description="Whom it also tells.")
    start: Annotated[Day | None, Starts()] = Field(None, description="The first day of the group, where it is not old.")
    end: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day of the group.")
    meets_every: Length | None = Field(None, description="How often it meets.")
    quorum: AtLeastOne | None = Field(None, description="How many must be present.")
    quorum_roles: list[RoleRef] = Field(default_factory=empty, description="Roles of which one must be present.")
    quorum_all: list[RoleRef] = Field(
        default_factory=empty, description="Roles of which each, or its deputy, must be present."
    )
    terms: PolicyRef | None = Field(None, description="Its terms of reference.")
    standing_items: list[Text] = Field(default_factory=empty, description="What is on every agenda.")
    ig_group: Flag = Field(False, description="True for the IG group.")
    elected: list[ElectedSeat] = Field(default_factory=empty, description="Seats that are filled by election.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
    review: Review | None = Field(None, description="When someone looks at the record again.")

    @property
    def chairs(self) -> tuple[str, ...]:
        """The chair and those who chair beside it, each once (ruling B18)."""
        return tuple(dict.fromkeys(id for id in (self.chair, *self.co_chairs) if id))

    @property
    def sitting(self) -> tuple[str, ...]:
        """Everybody who sits in it, each once: chairs, deputy chair, secretary and members; not who only attends."""
        return tuple(dict.fromkeys(id for id in (*self.chairs, self.deputy_chair, self.secretary, *self.members) if id))
