"""Regular flows: the day by which each is to be carried out again; one never carried out is due today (ruling A98)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.flows import Flow


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Flow]]:
    sent_on: dict[str, dt.date] = {}
    for sent in as_of.register.of(Communication):
        if sent.flow and sent.date and sent.date <= as_of.today:
            sent_on[sent.flow] = max(sent_on.get(sent.flow, sent.date), sent.date)
    for flow in as_of.register.of(Flow):
        if flow.every is None:
            continue
        last = sent_on.get(flow.id or "")
        day = flow.every.after(last) if last is not None else as_of.today
        seen = f"last carried out {last}" if last is not None else "never carried out"
        yield Deadline(flow, day, f"every {flow.every}, {seen}", last=last, areas=tuple(flow.about))
