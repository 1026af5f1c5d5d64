"""Proofs put to a register on a day; each proof is asked once, however many items name it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence import held as held_
from igreg.analysis.evidence import records as records_
from igreg.analysis.evidence.shown import Outcome, Shown, together
from igreg.findings import Fault
from igreg.model.packs.pack import Item, Status, plain_needs
from igreg.model.packs.proofs import AllOf, AnyOf, Held, Proof, Records
from igreg.model.packs.reading import proofs_of


class Rules(Protocol):
    """What `silent` proofs ask of the rules. Whoever runs rules hands one in: analysis knows none (ruling E33)."""

    def found(self, rule: str) -> Sequence[Fault]:
        """Everything that a rule, by name or code, finds, exceptions off; it runs once, whoever asks."""
        ...

    def kinds(self, rule: str) -> Sequence[str]:
        """The kinds of record that a rule speaks of; without a record of any of them its silence shows nothing."""
        ...


class Prover:
    """What the register shows, item by item."""

    def __init__(self, as_of: AsOf, rules: Rules) -> None:
        self.as_of, self.rules = as_of, rules
        self.counting = records_.Counting(as_of)
        self._known: dict[Proof, Outcome] = {}

    def item(self, item: Item) -> Shown:
        """What the register shows of an item (rulings E25 to E35)."""
        return together([self.outcome(proof) for proof in item.shown_by])

    def status(self, status: Status) -> list[Outcome]:
        """What came of the proofs that a status needs besides its items (ruling E21)."""
        return [self.outcome(proof) for proof in proofs_of(one for one in plain_needs(status) if isinstance(one, dict))]

    def outcome(self, proof: Proof) -> Outcome:
        """What came of one proof."""
        found = self._known.get(proof)
        if found is None:
            found = self._known[proof] = self._asked(proof)
        return found

    def _asked(self, proof: Proof) -> Outcome:
        match proof:
            case Held():
                return held_.held(self.as_of, proof)
            case Records():
                return records_.records(self.as_of, self.counting, proof)
            case AnyOf():
                return _any([self.outcome(one) for one in proof.proofs])
            case AllOf():
                return _all([self.outcome(one) for one in proof.proofs])
        return Outcome(False, missing="igreg cannot say this yet")


def _any(outcomes: list[Outcome]) -> Outcome:
    holding = [one for one in outcomes if one.holds]
    unknown = not holding and any(one.unknown for one in outcomes)
    if holding:
        return Outcome(True, tuple(evidence for one in holding for evidence in one.evidence))
    missing = ", or ".join(one.missing for one in outcomes)
    return Outcome(False, (), missing, all(one.opposite for one in outcomes), unknown)


def _all(outcomes: list[Outcome]) -> Outcome:
    failing = [one for one in outcomes if not one.holds]
    unknown = any(one.unknown for one in outcomes)
    if failing:
        missing = ", and ".join(one.missing for one in failing)
        return Outcome(False, (), missing, any(one.opposite for one in failing), unknown)
    return Outcome(True, tuple(evidence for one in outcomes for evidence in one.evidence), unknown=unknown)
