"""Who has to be told when something has happened, as the facts say: by nation, and with what it rests on."""

from __future__ import annotations

from typing import ClassVar

from igreg.facts.life import Fact
from igreg.facts.tables import table


class Notice(Fact):
    """One row: who is told, when that applies, within what, how, and the source with its life."""

    table: ClassVar[str] = "notices"

    duty: str
    """What it is, whatever the nation: `regulator`, `people`, `nis-authority`, `national-body`, `commissioner`..."""
    to: str
    """Whom igreg names where the register has no body for it."""
    name: str
    question: str = ""
    """What decides it, where nobody is told but on an answer that the record has no field for."""
    says: str
    within: str
    how: str
    acts_as: str | None = None
    """The word of `acts_as`, or the id or category, by which a body of the register is known for it."""
    hours: float | None = None
    """How long there is from becoming aware, where no figure of limits.yaml says it."""
    limit: str | None = None
    """The figure of limits.yaml that says how long there is."""
    asks: bool = False
    """Whether it is never more than a question: nothing here says that they must be told."""
    must: bool = False
    """Whether it is told when nobody has decided on it."""
    personal_data: bool = False
    """Whether it hangs on a personal data breach."""
    essential_service: bool = False
    effects: tuple[str, ...] = ()
    likelihood: int | None = None
    impact: int | None = None
    nhs_contract: tuple[str, ...] = ()
    reported: bool = False
    """Whether it applies only where it was decided to report to the regulator."""
    types: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return f"{self.says}: {self.name}, {self.within}"


def notices() -> tuple[Notice, ...]:
    """Every row, in the order in which the desk lists them."""
    return tuple(table(Notice).values())


def notice(duty: str, nation: str) -> Notice | None:
    """The row of a duty in a nation; nothing where none is known."""
    return next((row for row in notices() if row.duty == duty and row.in_nation(nation)), None)


class Question(Fact):
    """One thing that the regulator asks about a breach, or that has to be settled on the way."""

    table: ClassVar[str] = "questions"

    asks: str
    fields: tuple[str, ...]
    """The fields of an incident that answer it."""
    hour: float | None
    """The hour from becoming aware by which igreg would have it written down; null for what may wait."""
    article: str | None = None
    always: bool = False
    """Whether it is wanted of every incident, also where no clock of data protection runs."""
    sheet: bool = True
    """Whether the regulator's form asks it."""

    @property
    def in_words(self) -> str:
        """The question, with the fields that answer it."""
        return f"{self.asks} ({', '.join(self.fields)})" if self.fields else self.asks


def questions() -> tuple[Question, ...]:
    """Every question, in the order of the regulator's form."""
    return tuple(table(Question).values())
