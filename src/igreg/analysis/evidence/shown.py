"""The answer of a proof, and of an item: what shows it, what is missing, and whether the opposite is shown."""

from __future__ import annotations

from typing import Literal

from igreg.dataclass import dataclass

Register = Literal["shown", "partly", "not-shown", "ask"]
"""What the register shows of an item; `ask` where only a person can say, or where a file cannot be read
(rulings E35, E69)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record that shows something, by its id (`organisation` for the organisation itself), and why."""

    record: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one proof on a day."""

    holds: bool
    evidence: tuple[Evidence, ...] = ()
    """The records that show it; only where it holds."""
    missing: str = ""
    """One sentence on what is missing; only where it does not hold."""
    opposite: bool = False
    """Whether it fails because the register shows the opposite, rather than merely not knowing (ruling E74)."""
    unknown: bool = False
    """Whether nothing can be said, since a file that it reads is broken (ruling E69)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the register shows of one item on a day (rulings E35, E69, E74)."""

    register: Register
    evidence: tuple[Evidence, ...] = ()
    """The records of the proofs that hold, each once with all it shows."""
    missing: tuple[str, ...] = ()
    """One sentence for each proof that does not hold."""
    opposite: bool = False
    """Whether a proof fails by showing the opposite: a share under its figure, findings of rules that were to find
    nothing, what has expired, a post that is vacant (ruling E74)."""
    unknown: bool = False
    """Whether it is `ask` only because a file cannot be read."""


def together(outcomes: list[Outcome]) -> Shown:
    """What an item's proofs come to: all hold, none, or some (ruling E35)."""
    if not outcomes:
        return Shown("ask")
    holding = [one for one in outcomes if one.holds]
    failing = [one for one in outcomes if not one.holds]
    why: dict[str, list[str]] = {}
    for outcome in holding:
        for one in outcome.evidence:
            said = why.setdefault(one.record, [])
            if one.why not in said:
                said.append(one.why)
    evidence = tuple(Evidence(record, "; ".join(said)) for record, said in why.items())
    missing = tuple(dict.fromkeys(one.missing for one in failing if one.missing))
    if any(one.unknown for one in outcomes):
        return Shown("ask", evidence, missing, unknown=True)
    register: Register = "shown" if not failing else "partly" if holding else "not-shown"
    return Shown(register, evidence, missing, any(one.opposite for one in failing))
