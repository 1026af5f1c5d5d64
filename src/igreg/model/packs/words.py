"""Proofs in words: what a register must have, so that an item is shown."""

from __future__ import annotations

from igreg.language.english import listed
from igreg.model.kinds import model_of
from igreg.model.packs.proofs import (
    AllOf,
    AnyOf,
    Condition,
    FieldThere,
    Held,
    Meets,
    Proof,
    Records,
    Share,
    Silent,
    ToldParty,
)
from igreg.model.span import Span

_PARTIES = {"all-staff": "all staff", "service-users": "service users", "public": "the public", "carers": "carers"}


def in_words(proof: Proof) -> str:
    """What a proof asks of a register, as part of a sentence: the pack's own words where it has some."""
    if proof.why:
        return proof.why
    match proof:
        case Held():
            return _held(proof)
        case Records():
            return _records(proof)
        case Share():
            what = f"the course {proof.course}" if proof.course else f"a course about {_area(proof.area)}"
            asked = ", which starters are asked for" if proof.starters else ""
            return f"{proof.at_least:g} % trained in {what}{_lately(proof.within)}{asked}"
        case Meets():
            times = "once" if proof.times == 1 else f"{proof.times} times"
            return f"the IG group has met {times}, with minutes{_lately(proof.within)}"
        case ToldParty():
            about = f" about {_area(proof.area)}" if proof.area else ""
            return f"{_PARTIES.get(proof.party, proof.party)} were sent something{about}{_lately(proof.within)}"
        case Silent():
            one = len(proof.rules) == 1
            return f"the rule{'' if one else 's'} {listed(proof.rules)} find{'s' if one else ''} nothing"
        case FieldThere():
            chosen = " ".join(str(value) for _, value in proof.chosen)
            return f"{_name(proof.field)} {chosen}".rstrip() + " in organisation.yaml, not expired"
        case AnyOf():
            return listed([in_words(one) for one in proof.proofs], "or")
        case AllOf():
            return listed([in_words(one) for one in proof.proofs])
    raise AssertionError(f"no such proof: {proof}")


def _held(proof: Held) -> str:
    who = f"a role with the function {proof.function}" if proof.function else f"a lead for {_area(proof.area)}"
    more = [words for words, asked in (("formally assigned", proof.assigned), ("with a deputy", proof.deputy)) if asked]
    return ", ".join([f"{who} that is held", *more])


def _records(proof: Records) -> str:
    what = ", ".join([model_of(proof.kind).many, *map(condition_in_words, proof.conditions)])
    asked = [] if proof.at_least == 1 else [f"at least {proof.at_least}"]
    if proof.in_force is not None:
        asked.append("in force" if proof.in_force else "not in force")
    if proof.approved is not None:
        asked.append("approved" if proof.approved else "not approved")
    if proof.reviewed_within is not None:
        asked.append(f"reviewed within {proof.reviewed_within}")
    if proof.dated_within is not None:
        asked.append(f"of the last {proof.dated_within}")
    return ", ".join([what, *asked])


def condition_in_words(condition: Condition) -> str:
    """What is asked of one field."""
    if condition.present is not None:
        return f"{'with' if condition.present else 'without'} {_name(condition.field)}"
    return f"{_name(condition.field)} {listed([str(one) for one in condition.values], 'or')}"


def _name(field: str) -> str:
    return field.replace("_", " ").replace(".", " ")


def _area(area: str | None) -> str:
    return (area or "").replace("-", " ")


def _lately(within: Span | None) -> str:
    return f" in the last {within}" if within else ""
