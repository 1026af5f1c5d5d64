"""When regular flows were last carried out, and which communication carried one out without saying so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.analysis.tenure import Tenure
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.flows import Flow
from igreg.register.register import Register


def last_carried_out(register: Register, today: dt.date) -> Mapping[str, dt.date]:
    """For each flow the day of the last communication up to today that names it."""
    out: dict[str, dt.date] = {}
    for sent in register.of(Communication):
        if sent.flow and sent.date and sent.date <= today:
            out[sent.flow] = max(out.get(sent.flow, sent.date), sent.date)
    return out


def looks_like(tenure: Tenure) -> Mapping[str, Communication]:
    """For each regular flow of the day the latest communication that clearly carried it out and names no flow.

    It has the same sender, the same audience and the same areas as that flow and no other, and came after its last.
    """
    register, today = tenure.register, tenure.day
    last = last_carried_out(register, today)
    flows: dict[_Likeness, list[Flow]] = {}
    for flow in tenure.there.flows:
        if flow.every is not None and flow.from_ and flow.about:
            flows.setdefault(_likeness(flow.from_, flow.to, flow.about), []).append(flow)
    out: dict[str, Communication] = {}
    for sent in register.of(Communication):
        if sent.flow or not sent.from_ or sent.date is None or sent.date > today:
            continue
        alike = flows.get(_likeness(sent.from_, sent.to, sent.areas), [])
        id = alike[0].id if len(alike) == 1 else None
        if id is None or sent.date <= last.get(id, dt.date.min):
            continue
        found = out.get(id)
        if found is None or found.date is None or found.date < sent.date:
            out[id] = sent
    return out


_Likeness = tuple[str, frozenset[str], frozenset[str]]
"""By what a flow and a communication are known: who tells, whom, and about which areas."""


def _likeness(sender: str, to: list[str], areas: list[str]) -> _Likeness:
    return sender, frozenset(to), frozenset(areas)
