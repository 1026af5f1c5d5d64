"""Answers are drafted: those that the register shows, without a name to them, so that none counts before somebody's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from igreg.analysis.evidence.drafts import Drafter
from igreg.analysis.returns.given import documents_of, names_document
from igreg.analysis.returns.states import ItemState, States
from igreg.analysis.unread import refuse_to_count
from igreg.changes.new_record import refuse_id
from igreg.changes.plan import Plan
from igreg.errors import IgregError
from igreg.language.english import counted, listed
from igreg.model.kinds.assessments import Assessment
from igreg.register.register import Register
from igreg.source.editing.edit import Append, EditError, Set, new_file

MOST = 20
"""So many records and documents are named in a drafted answer at most."""


def drafted(states: States, chosen: Collection[str]) -> Plan:
    """The answers to the chosen items that nobody has answered and the register shows (ruling E45).

    They go into the assessment's own file; without an assessment a new one is begun, which the IG lead owns. What has
    any answer stays as it is, so that a second time changes nothing. Raises IgregError where a file cannot be read.
    """
    of, register = states.of, states.of.as_of.register
    refuse_to_count(register, "what the register shows")
    drafter = Drafter(states.prover)
    found = [
        (one, answer)
        for one in states.items
        if one.item.id in chosen and (answer := draft_of(register, drafter, one)) is not None
    ]
    name = of.assessment.id if of.assessment is not None else new_id(states)
    plan = Plan(f"Draft {counted(len(found), 'answer')} of {name}")
    plan.nothing = "nothing to draft: the register shows no item that has no answer yet"
    if not found:
        return plan
    plan.remarks.append(f"none counts before somebody has put their name to it: igreg answer {name} ITEM --by WHO")
    unnamed = [one.item.id or "" for one, answer in found if _lacks_document(one, answer)]
    if unnamed:
        plan.remarks.append(f"a document is still to be named for {listed(unnamed)}: --document PATH")
    if of.assessment is None:
        _begin(plan, states, name or "", [{"item": one.item.id, **answer} for one, answer in found])
    else:
        for one, answer in found:
            _into(plan, of.assessment, one, answer)
    return plan


def new_id(states: States) -> str:
    """The id of an assessment that is begun: the pack's and its edition."""
    pack = states.of.pack
    return re.sub(r"[^A-Za-z0-9._-]+", "-", f"{pack.id}-{pack.edition}").strip("-.")[:64]


def draft_of(register: Register, drafter: Drafter, one: ItemState) -> dict[str, Any] | None:
    """The fields of a drafted answer; None where there is an answer already, or nothing to draft."""
    given = one.given
    if given is not None and (given.answer.answer is not None or given.answer.not_applicable is not None):
        return None
    draft = drafter.draft(one.item, one.shown)
    if draft is None:
        return None
    out: dict[str, Any] = {"answer": True if one.item.input == "yes-no" else draft}
    records = [found.record for found in one.shown.evidence if found.record in register.kind_of][:MOST]
    if records:
        out["evidence"] = records
    documents = list(_documents(register, records)) if one.item.input in ("text", "document") else []
    if documents:
        out["documents"] = documents[:MOST]
    return out


def _lacks_document(one: ItemState, answer: Mapping[str, Any]) -> bool:
    """Whether an item that is answered by a document has a draft in words alone."""
    if one.item.input != "document" or answer.get("documents"):
        return False
    return not names_document(str(answer["answer"])) and not (one.given is not None and one.given.answer.documents)


def _documents(register: Register, records: list[str]) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for id in records:
        record = register.by_id.get(id)
        for document in documents_of(record) if record is not None else ():
            place = document.path or document.url or ""
            if place not in seen:
                seen.add(place)
                yield {"path": document.path} if document.path else {"url": place}


def _into(plan: Plan, assessment: Assessment, one: ItemState, answer: dict[str, Any]) -> None:
    if one.given is None:
        plan.add(assessment, ("answers",), Append, {"item": one.item.id, **answer})
        return
    there = one.given.answer
    for key, value in answer.items():
        if key == "answer" or not getattr(there, key):
            plan.add(assessment, ("answers", one.given.index, key), Set, value)


def _begin(plan: Plan, states: States, name: str, answers: list[dict[str, Any]]) -> None:
    """A file of its own for the new assessment."""
    of, register = states.of, states.of.as_of.register
    owner = next((role.id for role in of.as_of.tenure.roles_with.get("ig-lead", ()) if role.id), None)
    if owner is None:
        raise IgregError("nobody would own the new assessment", "give a role `function: ig-lead` first")
    refuse_id(register, "assessments", name)
    record = {
        "id": name,
        "title": f"{of.pack.title}, {of.pack.edition}",
        "framework": of.pack.id,
        "owner": owner,
        "status": "in-progress",
    }
    root = register.sources.prefix
    try:
        # Each answer begins a line of its own, since people are to read them.
        lines = new_file(answers).splitlines(keepends=True)
        text = new_file([record], single=True) + "answers:\n" + "".join(f"  {line}" for line in lines)
        plan.create(f"{root}assessments/{name}.yaml", text)
    except EditError as error:
        raise IgregError(f"{name}: {error}", "nothing was written") from None
