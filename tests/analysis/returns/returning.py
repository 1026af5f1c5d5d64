"""A small pack, a register, and the return that they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igreg.analysis.returns.framework_return import Return
from igreg.analysis.returns.states import States
from igreg.model.kinds.assessments import Assessment
from igreg.register.read import read
from igreg.register.register import Register
from igreg.rules._rule import Context
from tests.pages import moment, sources

HEAD = """id: ours
title: Ours
edition: 2026-27
statuses:
  - {id: approaching, title: Approaching, needs: approaching, applies_to: [category-3]}
  - {id: met, title: Met, needs: mandatory}
  - {id: exceeded, title: Exceeded, needs: [mandatory, {held: dpo}]}
groups: [{id: "1", title: People}]
opens: 2026-07-01
deadline: 2027-06-30
"""
SIRO = """- id: siro
  title: SIRO
  function: siro
  holders: [{staff: ada, from: 2024-01-01}]
- {id: lead, title: IG lead, function: ig-lead}
"""


def pack(items: str, head: str = HEAD) -> str:
    """The text of a pack: each item a line without its dash, need mandatory and group 1 unless it says otherwise."""
    lines = []
    for line in items.strip().splitlines():
        body = line.strip()
        if "need:" not in body:
            body += ", need: mandatory"
        lines.append(f"  - {{title: t, group: '1', {body}}}\n")
    return f"{head}items:\n{''.join(lines)}"


def register(
    text: str, answers: str = "", roles: str = SIRO, *, more: str = "", documents: Sequence[str] = (), **files: str
) -> Register:
    """A care home's register with an assessment of the pack; `answers` are lines without their dashes."""
    given = "".join(f"    - {{{line.strip()}}}\n" for line in answers.strip().splitlines())
    assessment = f"- id: ret\n  framework: ours\n  owner: siro\n{more}" + (f"  answers:\n{given}" if given else "")
    named = {
        "organisation": "name: Home\ntype: care-provider\n",
        "staff": "- {id: ada, name: Ada Byre}\n",
        "roles": roles,
        "assessments": assessment,
        **files,
    }
    texts = {f"register/{name.replace('_', '-')}.yaml": content.encode() for name, content in named.items()}
    return read(replace(sources(texts, set(documents)), frameworks={"frameworks/ours.yaml": text}))


def states(register: Register, today: str = "2026-11-02") -> States:
    """The states of its one assessment on a day."""
    context = Context(register, moment(today))
    (assessment,) = register.of(Assessment)
    read_pack = register.packs.get("ours")
    assert read_pack is not None and read_pack.sound is not None, read_pack and read_pack.faults
    return States(Return(context, read_pack.sound, assessment), context.prover)


def state(
    item: str, answer: str, today: str = "2026-11-02", *, more: str = "", documents: Sequence[str] = (), **files: str
) -> str:
    """The state of one item."""
    made = register(pack(f"id: i, {item}"), f"item: i, {answer}", more=more, documents=documents, **files)
    return states(made, today).by_item["i"].state
