"""What is asked, and when: a register as at a moment, with the figures in force."""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.facts.figures import Figures
from igreg.facts.in_force import Facts
from igreg.facts.organisation import Standing
from igreg.model.span import Span
from igreg.register.register import Register

if TYPE_CHECKING:  # each is loaded when it is asked for: a chart asks for hardly any
    from igreg.analysis.audience import Audiences
    from igreg.analysis.ownership import Owners
    from igreg.analysis.requests import TimeLimits
    from igreg.analysis.returns.framework_return import Return
    from igreg.analysis.training import Training
    from igreg.analysis.training_plans import Share
    from igreg.facts.frameworks import ReadPack
    from igreg.model.packs.pack import Pack


@dataclass(frozen=True)
class AsOf:
    """A register as at a moment. Rules, deadlines and whatever else asks of a register are given one."""

    register: Register
    now: dt.datetime
    """The moment, aware, in the organisation's time zone; with `--today` alone the day's end (ruling A01)."""
    figures: Figures = field(default_factory=Figures)

    @cached_property
    def today(self) -> dt.date:
        """The day of the moment."""
        return self.now.date()

    def usable(self, read: ReadPack) -> Pack | None:
        """A pack in which nothing is wrong. Names that it alone cannot settle are looked at where rules are."""
        return read.sound

    @cached_property
    def tenure(self) -> Tenure:
        """Who holds what today."""
        return Tenure(self.register, self.today)

    @cached_property
    def audiences(self) -> Audiences:
        """Whom a party means today."""
        from igreg.analysis.audience import Audiences

        return Audiences(self.tenure)

    @cached_property
    def owners(self) -> Owners:
        """Who answers for what today."""
        from igreg.analysis.ownership import Owners

        return Owners(self.tenure)

    @cached_property
    def training(self) -> Training:
        """Who is trained in what today."""
        from igreg.analysis.training import Training

        return Training(self.register, self.today)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """How many are trained in each course of each plan today, as the DSPT asks, in England only."""
        from igreg.analysis.training_plans import Yearly, shares

        by_share = self.standing.in_england and self.facts.trains_by_share(self.standing.category)
        yearly = Yearly(self.number("training-share"), self.span("training-window")) if by_share else None
        return tuple(shares(self.audiences, self.training, yearly))

    @cached_property
    def returns(self) -> tuple[Return, ...]:
        """Every assessment against a pack that is sound, with what is asked and what was given."""
        if not self.register.kinds.get("assessments"):
            return ()
        from igreg.analysis.returns.framework_return import returns  # many registers have none

        return tuple(returns(self))

    @cached_property
    def time_limits(self) -> TimeLimits:
        """By when requests are to be answered."""
        from igreg.analysis.requests import TimeLimits

        return TimeLimits(self.figures, self.standing.nation)

    @property
    def facts(self) -> Facts:
        """Law and guidance as they are in force here."""
        return self.figures.facts

    @cached_property
    def standing(self) -> Standing:
        """What holds of the organisation, so that it is known which duties it has."""
        return Standing(self.register.organisation, self.facts)

    def number(self, key: str) -> float:
        """A figure in force that is a number."""
        return self.figures.number(key)

    def span(self, key: str) -> Span:
        """A figure in force that is a length of time, such as 12 months."""
        return self.figures.span(key)
