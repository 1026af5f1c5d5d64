"""Proofs put to a register on a day; each proof is asked once, however many items name it."""

from __future__ import annotations

from dataclasses import replace

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence import field as field_
from igreg.analysis.evidence import happened
from igreg.analysis.evidence import held as held_
from igreg.analysis.evidence import records as records_
from igreg.analysis.evidence import share as share_
from igreg.analysis.evidence import silent as silent_
from igreg.analysis.evidence.lost import lost_kinds
from igreg.analysis.evidence.shown import Evidence, Outcome, Shown, together
from igreg.analysis.evidence.silent import Rules
from igreg.model.packs.pack import Item, Status, plain_needs
from igreg.model.packs.proofs import AllOf, AnyOf, FieldThere, Held, Meets, Proof, Records, Share, Silent, ToldParty
from igreg.model.packs.reading import proofs_of


class Prover:
    """What the register shows, item by item."""

    def __init__(self, as_of: AsOf, rules: Rules) -> None:
        self.as_of, self.rules = as_of, rules
        self.counting = records_.Counting(as_of)
        self._known: dict[Proof, Outcome] = {}
        self.lost = lost_kinds(as_of.register)

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
            found = self._known[proof] = _in_the_packs_words(proof, self._asked(proof))
        return found

    def reads(self, proof: Proof) -> frozenset[str]:
        """The kinds on whose records what comes of a proof rests."""
        match proof:
            case AnyOf() | AllOf():
                return frozenset().union(*map(self.reads, proof.proofs))
            case Held():
                return frozenset(held_.KINDS)
            case Records():
                return frozenset((proof.kind,))
            case Share():
                return frozenset(share_.KINDS)
            case Meets():
                return frozenset(happened.MEETS)
            case ToldParty():
                return frozenset(happened.TOLD)
            case Silent():
                return frozenset(kind for rule in proof.rules for kind in self.rules.reads(rule))
            case FieldThere():
                return frozenset((field_.ORGANISATION,))
        raise AssertionError(f"no such proof: {proof}")

    def _asked(self, proof: Proof) -> Outcome:
        as_of = self.as_of
        match proof:
            case AnyOf():
                return _any([self.outcome(one) for one in proof.proofs])
            case AllOf():
                return _all([self.outcome(one) for one in proof.proofs])
            case Held():
                found = held_.held(as_of, proof)
            case Records():
                found = records_.records(as_of, self.counting, proof)
            case Share():
                found = share_.share(as_of, proof)
            case Meets():
                found = happened.meets(as_of, proof)
            case ToldParty():
                found = happened.told(as_of, proof)
            case Silent():
                found = silent_.silent(as_of, self.rules, self.counting, proof)
            case FieldThere():
                found = field_.field(as_of, proof)
            case _:
                raise AssertionError(f"no such proof: {proof}")
        return self._sure(found, proof)

    def _sure(self, outcome: Outcome, proof: Proof) -> Outcome:
        """An outcome; unknown where a file of a kind that it rests on cannot be read in full (ruling E69)."""
        if not self.lost or self.lost.isdisjoint(self.reads(proof)):
            return outcome
        return replace(outcome, opposite=False, unknown=True)


def _in_the_packs_words(proof: Proof, outcome: Outcome) -> Outcome:
    """An outcome that begins with what the pack says it is about; two proofs do so themselves."""
    if proof.why is None or isinstance(proof, Records | FieldThere):
        return outcome
    evidence = tuple(Evidence(one.record, f"{proof.why}: {one.why}") for one in outcome.evidence)
    missing = f"{proof.why}: {outcome.missing}" if outcome.missing else ""
    return replace(outcome, evidence=evidence, missing=missing)


def _any(outcomes: list[Outcome]) -> Outcome:
    holding = [one for one in outcomes if one.holds]
    unknown = not holding and any(one.unknown for one in outcomes)
    if holding:
        return Outcome(True, tuple(evidence for one in holding for evidence in one.evidence))
    missing = ", or ".join(dict.fromkeys(one.missing for one in outcomes))
    return Outcome(False, (), missing, all(one.opposite for one in outcomes), unknown)


def _all(outcomes: list[Outcome]) -> Outcome:
    failing = [one for one in outcomes if not one.holds]
    unknown = any(one.unknown for one in outcomes)
    if failing:
        missing = ", and ".join(dict.fromkeys(one.missing for one in failing))
        return Outcome(False, (), missing, any(one.opposite for one in failing), unknown)
    return Outcome(True, tuple(evidence for one in outcomes for evidence in one.evidence), unknown=unknown)
