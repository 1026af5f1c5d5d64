"""A text holds what looks like a person's details."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.findings import Fault, KeyPath, Severity
from igreg.model.base import Record
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.engagements import Engagement
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.requests import Request
from igreg.model.kinds.risks import Risk
from igreg.model.kinds.staff import StaffMember
from igreg.model.walk import all_words, references, texts
from igreg.register.personal_details import personal_details
from igreg.register.suspects import suspect_texts
from igreg.rules._rule import Context, rule

_KINDS: tuple[type[Record], ...] = (Incident, RecordedDecision, Request, Engagement, Risk)


@rule("IG811", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    providers = frozenset(ctx.facts.values("mail-providers"))
    suspects = list(_suspects(ctx, providers))
    known = {word for person in ctx.register.of(StaffMember) if suspects for word in (person.name or "").split()}
    help = "take it out, here and from the Git history: write of people without what identifies them"
    for record in suspects:
        tells = any(personal_details(record.label or "", known, providers))
        for path, text in _own_texts(record):
            for what in personal_details(text, known, providers):
                fault = replace(record.fault(path, f"what looks like {what}", help), secret=True)
                yield replace(fault, title=None) if tells else fault


def _suspects(ctx: Context, providers: frozenset[str]) -> Iterator[Record]:
    """The records that can hold such details, whoever is known: many are looked at together first."""
    records = [record for kind in _KINDS for record in ctx.register.of(kind)]
    texts = {place: all_words(record) for place, record in enumerate(records)}
    return (records[place] for place in suspect_texts(texts, lambda text: any(personal_details(text, (), providers))))


def _own_texts(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """The texts of a record, without ids and whatever names another record."""
    named = {found.path for found in references(record) if not found.ref.or_text}
    return ((path, text) for path, text in texts(record) if path[-1] != "id" and path not in named)
