"""The functions that an organisation needs, as what holds of it decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igreg.dataclass import dataclass
from igreg.facts.life import Life
from igreg.facts.organisation import ASKED, Standing
from igreg.facts.tables import Base, Duty, Functions, NeedWord
from igreg.findings import Severity

NEEDS: Mapping[str, Severity] = {
    "required": Severity.ERROR,
    "expected": Severity.WARNING,
    "optional": Severity.INFO,
}
"""How bad it is when a function of this need is held by nobody."""
_OWN = ("source", "rests_on", "confidence", "own")


@dataclass(frozen=True, slots=True)
class Need:
    """A function that an organisation needs; both as a sentence calls them."""

    organisation: str
    function: str
    title: str
    need: NeedWord
    severity: Severity
    base: Base
    """What it rests on."""
    asks: tuple[str, ...] = ()
    """The fields of organisation.yaml on which it hangs and which are not filled in."""
    elsewhere: str | None = None
    """The organisation's nation, where what it rests on is of another: then it is good practice and no duty."""

    @property
    def source(self) -> str:
        """The source that it rests on, and the place in it."""
        return self.base.source

    @property
    def edition(self) -> str | None:
        """The edition of that source; None where it has none."""
        return self.base.edition

    @property
    def confidence(self) -> str:
        """How sure we are of it."""
        return self.base.confidence


def graded(severity: Severity, confidence: str) -> Severity:
    """The severity that a row may have: one of low confidence never makes an error."""
    return min(severity, Severity.WARNING) if confidence == "low" else severity


def needs_of(standing: Standing) -> Iterator[Need]:
    """The functions that an organisation needs (rulings A44, B32 to B34)."""
    row = standing.facts.functions(standing.type)
    for function, duty in row.needs.items():
        base = standing.facts.base(function, standing.type, standing.nation)
        base = _by_their_own(row, base) if row.own else base
        need, asks = _decided(duty, standing)
        if need is None:
            continue
        severity, elsewhere = graded(NEEDS[need], base.confidence), None
        if not base.in_nation(standing.nation):
            severity, elsewhere, asks = Severity.INFO, standing.country, ()
        yield Need(row.called, function, base.title, need, severity, base, asks, elsewhere)


def _by_their_own(row: Functions, base: Base) -> Base:
    """What a function rests on where the organisation wrote for itself what its type needs: its own source."""
    return base.model_copy(update={name: getattr(row, name) for name in (*Life.model_fields, *_OWN)})


def _decided(duty: Duty, standing: Standing) -> tuple[NeedWord | None, tuple[str, ...]]:
    """The need as it stands, and the fields that would settle it."""
    if duty.always is not None:
        return duty.always, ()
    unknown: list[str] = []
    given: tuple[tuple[NeedWord, tuple[str, ...]], ...] = (("required", duty.required), ("expected", duty.expected))
    for need, conditions in given:
        answers = {what: standing.holds(what) for what in conditions}
        if any(answers.values()):
            return need, ()
        unknown += [name for what, answer in answers.items() if answer is None for name in ASKED[what]]
    return (duty.unknown, tuple(dict.fromkeys(unknown))) if unknown else (duty.otherwise, ())
