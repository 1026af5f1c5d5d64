"""Somebody whom law, contract or toolkit name has neither been told of an incident nor been decided on."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.analysis.recipients import Duty, Recipients
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, who


@rule("IG617", Severity.WARNING, "law", "uk-gdpr", "nis", "nhs-contract")
def check(ctx: Context) -> Iterator[Fault]:
    recipients = Recipients(ctx)
    for incident in current(ctx.register):
        for duty in recipients.must(incident):
            if duty.is_settled:
                continue
            told = listed((who(ctx.register, party) for party in duty.parties), "or") or _called(duty)
            message = f"nothing says whether {told} is told: {duty.notice.says} ({duty.notice.source})"
            subject = duty.parties[0] if len(duty.parties) == 1 else duty.notice.to
            yield incident.fault((), message, _help(duty), subject=subject)


def _called(duty: Duty) -> str:
    return f"{duty.notice.name[:1].lower()}{duty.notice.name[1:]}"


def _help(duty: Duty) -> str:
    to = duty.parties[0] if duty.parties else "its id"
    write = f"decide, and write it under `decisions:` (`to: {to}`) or `notifications:`"
    if duty.parties:
        return write
    known_by = f"`acts_as: [{duty.notice.acts_as}]`" if duty.notice.acts_as else f"`id: {duty.notice.to}`"
    return f"{write}; first add it to bodies.yaml with {known_by}"
