"""From when until when, in the words with which a consequence begins; and verbs of one or of several, now or then."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.consequences.runs import FIRST
from igreg.dataclass import dataclass
from igreg.language.english import long_day

_VERBS = {
    "lead": ("leads", "lead", "led"),
    "hold": ("holds", "hold", "held"),
    "deputise": ("deputises", "deputise", "deputised"),
    "answer": ("answers", "answer", "answered"),
}


@dataclass(frozen=True)
class When:
    """The days of a run as they are told."""

    on: dt.date
    until: dt.date | None
    today: dt.date
    looked: dt.date | None = None
    """The day on which it was looked at, where nobody asked since when it is so."""

    @property
    def past(self) -> bool:
        """Whether all its days are past."""
        return self.until is not None and self.until < self.today

    @property
    def first(self) -> dt.date:
        """Its first day; where it has none, today or the last day before it."""
        return self.on if self.on != FIRST else min(self.until or self.today, self.today)

    @property
    def words(self) -> str:
        """The days, in words."""
        if self.looked is not None and self.on == self.looked:
            until = f", until {long_day(self.until)}" if self.until is not None else ""
            return f"as on {long_day(self.on)}{until}"
        if self.past:
            return f"the past is written anew, {self._span}"
        return f"as now written, {self._span}" if self.on < self.today else self._span

    @property
    def _span(self) -> str:
        if self.until is not None and self.on == FIRST:
            return f"until {long_day(self.until)}"
        if self.until == self.on:
            return f"on {long_day(self.on)}"
        if self.until is not None:
            return f"from {long_day(self.on)} until {long_day(self.until)}"
        if self.on == FIRST:
            return "at all times"
        return f"{'since' if self.on < self.today else 'from'} {long_day(self.on)}"

    def verb(self, word: str, people: int = 1) -> str:
        """A verb for so many people, in the past where the run is."""
        one, several, then = _VERBS[word]
        return then if self.past else one if people == 1 else several

    def tell(self, sentence: str) -> str:
        """A sentence with its days before it."""
        return f"{self.words}: {sentence}"
