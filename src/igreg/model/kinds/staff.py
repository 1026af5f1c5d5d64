"""Staff: as little about people as the purpose needs."""

import datetime as dt
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Ends, Involved, Needed, Owner, Starts
from igreg.model.shared import BodyRef, Skill, StaffRef, UnitRef
from igreg.model.values import Day, Email, Flag, Hours, Id, Text, empty

Worker = Literal["employee", "bank", "agency", "volunteer", "trustee", "director", "contractor"]
WORKERS: tuple[str, ...] = get_args(Worker)


class Absence(Part):
    """A time away, and who covers."""

    from_: Annotated[Day | None, Needed(), Starts()] = Field(alias="from", description="The first day away.")
    until: Annotated[Day | None, Needed(), Ends(due=False)] = Field(description="The last day away.")
    cover: Annotated[StaffRef | None, Involved("covers an absence of")] = Field(None, description="Who stands in.")


class StaffMember(Record):
    """A person who works for the organisation, paid or not."""

    kind: ClassVar[str] = "staff"
    order: ClassVar[int] = 40
    one: ClassVar[str] = "a person (staff)"
    many: ClassVar[str] = "people"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("email", "job_title", "unit", "manager", "started")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    name: Annotated[Text | None, Needed()] = Field(description="The person's name.")
    email: Email | None = Field(None, description="The work address.")
    job_title: Text | None = Field(None, description="The job, as people know it.")
    unit: UnitRef | None = Field(None, description="Where the person works.")
    manager: Annotated[StaffRef | None, Owner("manages")] = Field(None, description="The line manager.")
    started: Annotated[Day | None, Starts()] = Field(None, description="The first day of employment.")
    left: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day of employment.")
    employer: BodyRef | None = Field(
        None, description="The body that employs this person, where it is not the organisation: a DPO lent by the ICB."
    )
    worker: Worker | None = Field(None, description="In what capacity the person works here; not given: employee.")
    no_personal_data: Flag = Field(False, description="True for somebody who has access to no personal data.")
    long_absence: Flag = Field(False, description="True while somebody is away for long; never why.")
    skills: list[Skill] = Field(default_factory=empty, description="Skills with their evidence.")
    absences: list[Absence] = Field(default_factory=empty, description="Times away.")
    hours_per_week: Hours | None = Field(None, description="Contracted hours a week.")

    def has_left(self, day: dt.date) -> bool:
        """Whether the last day, which still counts, is before a day (ruling A03)."""
        return self.left is not None and self.left < day

    @property
    def is_lent(self) -> bool:
        """Whether the person belongs to another body's staff, not ours (ruling B16).

        Who is written down as bank, agency or another kind of worker of ours counts among ours, whoever employs them.
        """
        return self.employer is not None and self.worker is None

    @property
    def works_as(self) -> str:
        """In what capacity the person works here."""
        return self.worker or "employee"

    @property
    def counts_for_training(self) -> bool:
        """Whether the person counts in a share of people trained (ruling B16)."""
        return not (self.is_lent or self.no_personal_data or self.long_absence)
