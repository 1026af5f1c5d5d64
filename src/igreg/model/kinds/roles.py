"""Roles: posts and duties. People come and go, the role stays."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import (
    Area,
    BodyOrText,
    CourseRef,
    Document,
    Review,
    RoleOrGroup,
    SkillNeeded,
    StaffRef,
    UnitRef,
)
from igreg.model.values import Day, Hours, Id, Length, Text, empty


class Holder(Part):
    """One person's time in a role."""

    staff: Annotated[StaffRef | None, Needed()] = Field(description="Who holds it.")
    from_: Annotated[Day | None, Needed(), Starts()] = Field(alias="from", description="The first day.")
    until: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day, included.")
    as_: Literal["substantive", "acting", "deputy"] = Field(
        "substantive", alias="as", description="In what capacity; only a substantive or acting holder fills the role."
    )
    assigned_by: Text | None = Field(None, description="The minute, letter or job description that assigns it.")
    document: Document | None = Field(None, description="That paper.")
    hours_per_week: Hours | None = Field(None, description="Hours a week for this role.")


class Requirements(Part):
    """What a role asks of whoever holds it."""

    courses: list[CourseRef] = Field(default_factory=empty, description="Courses the holder must have valid.")
    skills: list[SkillNeeded] = Field(default_factory=empty, description="Skills the holder must have.")


class Registration(Part):
    """An outside register that names the holder, such as the Caldicott Guardian Register."""

    with_: Annotated[BodyOrText | None, Needed()] = Field(alias="with", description="The body that keeps it.")
    on: Day | None = Field(None, description="The day of registration.")
    confirmed: Day | None = Field(None, description="The day it was last seen to be right.")
    confirm_every: Length | None = Field(None, description="How often to look.")


Function = Literal[
    "chief-executive",
    "ig-lead",
    "siro",
    "caldicott-guardian",
    "dpo",
    "security-lead",
    "confidentiality-lead",
    "ciso",
    "cio",
    "records-manager",
    "foi-lead",
    "ra-manager",
    "clinical-safety-officer",
    "privacy-officer",
    "data-quality-lead",
    "information-asset-owner",
    "information-asset-administrator",
    "registered-manager",
    "medical-director",
    "finance-director",
    "hr-director",
    "head-of-it",
    "internal-auditor",
    "practice-partner",
]


class Role(Record):
    """A post or duty that people hold for a time."""

    kind: ClassVar[str] = "roles"
    order: ClassVar[int] = 30
    one: ClassVar[str] = "a role"
    many: ClassVar[str] = "roles"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("function", "areas", "unit", "level", "accountable_to", "holders")
    comes_and_goes: ClassVar[bool] = True

    id: Annotated[Id | None, Needed(), Owner()] = Field(
        description="Letters, digits, . _ -; unique in the whole register."
    )
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    function: Function | None = Field(None, description="The standard function it fulfils.")
    functions: list[Function] = Field(
        default_factory=empty, description="Its standard functions, where it has several; `function` is one of them."
    )
    areas: list[Area] = Field(default_factory=empty, description="The areas this role is the named lead for.")
    unit: UnitRef | None = Field(None, description="Where it belongs.")
    level: Literal["board", "executive", "senior", "operational"] | None = Field(None, description="How senior it is.")
    accountable_to: RoleOrGroup | None = Field(
        None, description="Who it answers to: the solid line of the structure chart."
    )
    reports_to: list[RoleOrGroup] = Field(default_factory=empty, description="Whom it also tells: a dashed line.")
    advises: list[RoleOrGroup] = Field(default_factory=empty, description="Whom it advises.")
    supports: list[RoleOrGroup] = Field(default_factory=empty, description="Whom it helps.")
    duties: list[Text] = Field(default_factory=empty, description="What the role does.")
    decides: list[Text] = Field(
        default_factory=empty, description="What the role may decide, for the scheme of delegation."
    )
    start: Annotated[Day | None, Starts()] = Field(None, description="The first day of the post, where it is not old.")
    end: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day of the post.")
    holders: list[Holder] = Field(default_factory=empty, description="Who held it, holds it, and from when.")
    requires: Requirements | None = Field(None, description="Courses and skills its holder needs.")
    hours_per_week: Hours | None = Field(None, description="Hours a week the role takes.")
    fixed_hours_per_week: Hours | None = Field(
        None,
        description="Hours a week that go to what falls due on no day: advice, calls, signing off.",
    )
    public_contact: Text | None = Field(None, description="How the public reaches the role; never a personal address.")
    registrations: list[Registration] = Field(
        default_factory=empty, description="Outside registers that name the holder."
    )
    review: Review | None = Field(None, description="When someone looks at the record again.")

    @property
    def all_functions(self) -> tuple[Function, ...]:
        """Its standard functions, whichever of the two fields they stand in, each once."""
        return tuple(dict.fromkeys((*((self.function,) if self.function else ()), *self.functions)))
