"""Regular flows: the day by which each is to be carried out again; one never carried out is due today (ruling A98)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.carried_out import last_carried_out, looks_like
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import every
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.flows import Flow


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Flow]]:
    sent_on = last_carried_out(as_of.register, as_of.today)
    untied = looks_like(as_of.tenure)
    for flow in as_of.tenure.there.flows:
        if flow.every is None:
            continue
        last = sent_on.get(flow.id or "")
        day = flow.every.after(last) if last is not None else as_of.today
        seen = f"last carried out {last}" if last is not None else "never carried out"
        why = f"{every(flow.every)}, {seen}{_offer(untied.get(flow.id or ''), flow)}"
        yield Deadline(flow, day, why, last=last, areas=tuple(flow.about), every=flow.every)


def _offer(sent: Communication | None, flow: Flow) -> str:
    """That a communication carried a flow out by all appearance, and how to say so."""
    if sent is None:
        return ""
    return f"; {sent.id} of {sent.date} looks like it: write `flow: {flow.id}` there if it was"
