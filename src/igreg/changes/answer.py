"""Somebody puts their name to an answer of a return: the draft, or what they say instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from igreg.analysis.evidence.drafts import Drafter
from igreg.analysis.returns.given import NO, YES, Given, names_document
from igreg.analysis.returns.states import States
from igreg.analysis.unread import refuse_to_count
from igreg.changes.drafted import draft_of
from igreg.changes.plan import Plan, find
from igreg.dataclass import dataclass
from igreg.errors import FINDINGS, IgregError, unknown
from igreg.language.english import listed
from igreg.model.kinds.assessments import Assessment
from igreg.model.packs.pack import Item, Pack
from igreg.source.editing.edit import Append, Set

Fields = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What somebody says of an item, as typed; nothing but a name means the draft."""

    by: str
    on: dt.date
    answer: str | None = None
    not_applicable: str | None = None
    evidence: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def answer(states: States, item: Item, said: Said) -> Plan:
    """An item is answered: `answer`, `by` and `on` are written, and all else that stands there stays (ruling E47).

    Raises IgregError where the return is published, where the item does not take the answer, and where there is neither
    an answer nor a draft.
    """
    of, register = states.of, states.of.as_of.register
    assessment = of.assessment
    assert assessment is not None
    if not assessment.is_open:
        raise IgregError(f"{assessment.id} is published", "an answer goes into an open assessment")
    if said.on > of.as_of.today:
        raise IgregError(f"--on: {said.on} is still to come", "say the day on which it was answered", FINDINGS)
    find(register, said.by, "roles", "staff")
    for id in said.evidence:
        find(register, id)
    given = of.of(item)
    fields = _fields(states, item, given, said)
    plan = Plan(f"Answered: {item.id} of {assessment.id}, by {said.by} on {said.on}")
    _write(plan, assessment, item, given, fields, said)
    if assessment.status == "planned":
        plan.remarks.append(f"{assessment.id} is still `status: planned`; say so when it is begun: status: in-progress")
    if item.need_of(of.whom) is None:
        plan.remarks.append(f"{item.id} is not asked of this organisation: the answer is listed nowhere")
    return plan


def item_of(pack: Pack, word: str) -> Item:
    """The item of a number; raises IgregError that names the nearest, or where an older number stands now."""
    found = pack.by_item.get(word)
    if found is not None:
        return found
    now = [item.id or "" for item in pack.items if word in item.replaces]
    raise unknown(
        "ITEM", "item", word, () if now else pack.by_item, f"it is {listed(now, 'or')} now" if now else _see(pack)
    )


def _see(pack: Pack) -> str:
    return f"see the items: igreg frameworks {pack.id}"


def _fields(states: States, item: Item, given: Given | None, said: Said) -> Fields:
    """What is written besides name and day."""
    if said.not_applicable is not None:
        return {"not_applicable": said.not_applicable}
    if said.answer is not None:
        return {"answer": _typed(states.of.pack, item, said.answer)}
    if given is not None and (given.set_aside or given.says in ("yes", "no", "recorded")):
        return {}
    if item.input == "document" and said.documents:
        return {}
    if given is not None and given.answer.answer is not None and item.input == "document":
        raise IgregError(f"what stands at {item.id} names no document that answers it", _how(states.of.pack, item))
    drafted = None
    if given is None or given.answer.answer is None:
        refuse_to_count(states.of.as_of.register, "what the register shows")
        drafted = draft_of(states.of.as_of.register, Drafter(states.prover), states.item(item))
    if drafted is None:
        raise IgregError(
            f"there is no draft of {item.id}, as the register does not show it", _how(states.of.pack, item)
        )
    return drafted


def _how(pack: Pack, item: Item) -> str:
    """How an item is answered."""
    match item.input:
        case "yes-no":
            return "say it: --as yes or --as no"
        case "level":
            return f"say it: --as {listed(pack.levels_of(item), 'or')}"
        case "document":
            return "name it: --as PATH, or --document PATH"
    return "say it: --as TEXT"


def _typed(pack: Pack, item: Item, text: str) -> bool | str:
    """The answer as it is written, from what was typed (ruling E46)."""
    word = text.strip()
    if not word:
        raise IgregError("--as: nothing is said", _how(pack, item))
    if word.casefold() == "false":
        return False
    match item.input:
        case "yes-no":
            if word.casefold() not in YES + NO:
                raise unknown("--as", "answer", word, ("yes", "no"))
            return word.casefold() in YES
        case "level":
            if word not in pack.levels_of(item):
                raise unknown("--as", "level", word, pack.levels_of(item))
        case "document":
            if not names_document(word):
                raise IgregError(f"--as: {word!r} is no path and no address of a document", _how(pack, item))
            return word.replace("\\", "/") if "://" not in word else word
    return word


def _write(plan: Plan, assessment: Assessment, item: Item, given: Given | None, fields: Fields, said: Said) -> None:
    """Into the answer's place, or at the end of the answers."""
    signed = {"by": said.by, "on": said.on.isoformat()}
    documents = [_document(one) for one in said.documents]
    if given is None:
        evidence = list(dict.fromkeys((*fields.pop("evidence", ()), *said.evidence)))
        documents = fields.pop("documents", []) + [one for one in documents if one not in fields.get("documents", [])]
        more = {key: value for key, value in (("evidence", evidence), ("documents", documents)) if value}
        plan.add(assessment, ("answers",), Append, {"item": item.id, **fields, **signed, **more})
        return
    at, there = ("answers", given.index), given.answer
    for other in ("answer", "not_applicable"):
        if fields and other not in fields and getattr(there, other) is not None:
            plan.drop(assessment, (*at, other))
    for key, value in {**fields, **signed}.items():
        if key not in ("evidence", "documents") or not getattr(there, key):
            plan.add(assessment, (*at, key), Set, value)
    _more(plan, assessment, given, "evidence", list(said.evidence), fields)
    _more(plan, assessment, given, "documents", documents, fields)


def _more(
    plan: Plan, assessment: Assessment, given: Given, key: str, new: list[Any], drafted: Mapping[str, Any]
) -> None:
    """Records or documents beside those that stand there."""
    path = ("answers", given.index, key)
    if key == "evidence":
        known = [*given.answer.evidence, *drafted.get(key, ())]
    else:
        known = [{"path": one.path} if one.path else {"url": one.url} for one in given.answer.documents]
        known += drafted.get(key, ())
    new = [one for number, one in enumerate(new) if one not in known and one not in new[:number]]
    if known:
        for one in new:
            plan.add(assessment, path, Append, one)
    elif new:
        plan.add(assessment, path, Set, new)


def _document(text: str) -> dict[str, str]:
    return {"url": text} if "://" in text else {"path": text.replace("\\", "/")}
