"""The figures that a board sees first: each beside what it was before, and with a word where it falls short."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.language.english import counted, long_day
from igreg.report.matters.incidents import NONE_RECORDED, before_note
from igreg.report.matters.moved import beside_a_figure
from igreg.report.matters.overview import Overview
from igreg.report.matters.requests import ACKNOWLEDGED
from igreg.report.paper import Figure, Figures


def figures(of: Overview) -> Figures:
    """The figures of which something is recorded."""
    return Figures(
        (
            *_incidents(of),
            *_trained(of),
            *_policies(of),
            *_requests(of),
            *_led(of),
            *_risk(of),
            *_audits(of),
            *_return(of),
        )
    )


def _incidents(of: Overview) -> Iterator[Figure]:
    counts, before = of.incidents.now.counts, of.incidents.before.counts
    if counts is None:
        yield Figure("Incidents", NONE_RECORDED)
        return
    yield Figure("Incidents", str(counts.incidents), before_note(before))
    late = f"{counts.late} late" if counts.late else ""
    told = f"{counts.in_time} of {counts.reported}" if counts.reported else "none reported"
    then = f"{before.in_time} of {before.reported} in the time before" if before is not None and before.reported else ""
    yield Figure(f"Reported within {of.incidents.hours:g} hours", told, then, late)


def _trained(of: Overview) -> Iterator[Figure]:
    shown = next((one for one in of.training.courses if one.target is not None), None)
    if shown is None:
        return
    under = "" if shown.reached else "under target"
    then = f"; {shown.at_start:g}% on {long_day(of.training.before)}" if shown.at_start is not None else ""
    yield Figure("Trained", f"{shown.percent:g}%", f"{shown.title}; target {shown.target:g}%{then}", under)


def _policies(of: Overview) -> Iterator[Figure]:
    found = of.policies
    if not found.in_force:
        yield Figure("Policies current", "none in force")
        return
    left = found.in_force - found.current
    yield Figure("Policies current", f"{found.current} of {found.in_force}", "", f"{left} not current" if left else "")


def _requests(of: Overview) -> Iterator[Figure]:
    total = of.requests.total
    if not of.requests.recorded:
        return
    late = [f"{total.late} late"] if total.late else []
    late += [f"{total.overdue} past the last day"] if total.overdue else []
    told = f"{total.in_time} of {total.done}" if total.done else "none answered"
    note = f"{total.received} received, {total.received_before} in the time before"
    if of.requests.counts_acknowledged:
        note += f"; {ACKNOWLEDGED}"
    yield Figure("Requests answered in time", told, note, ", ".join(late))


def _led(of: Overview) -> Iterator[Figure]:
    led = sum(not one.vacant for one in of.areas)
    empty = f"{counted(len(of.empty), 'post')} empty" if of.empty else ""
    yield Figure("Areas with a lead", f"{led} of {len(of.areas)}", "", empty)


def _risk(of: Overview) -> Iterator[Figure]:
    if not of.risks.scored:
        return
    one = of.risks.scored[0]
    aim = f"; aim {one.target}" if one.target is not None else ""
    note = f"{one.title}{aim}; {beside_a_figure(one.moved)}"
    yield Figure("Highest risk", str(one.score), note, "above the aim" if one.above_target else "")


def _audits(of: Overview) -> Iterator[Figure]:
    found = of.audits
    if not (found.done or found.before or found.planned):
        return
    late = sum(one.overdue for one in found.planned)
    yield Figure(
        "Audits done", str(len(found.done)), f"{found.before} in the time before", f"{late} overdue" if late else ""
    )


def _return(of: Overview) -> Iterator[Figure]:
    one = next((one for one in of.returns.open if one.usable and one.asked), None)
    if one is None:
        return
    due = f", due {long_day(one.deadline)}" if one.deadline is not None else ""
    late = "past its day" if one.days is not None and one.days < 0 else ""
    yield Figure("Mandatory items met", f"{one.met} of {one.asked}", f"{one.title}{due}", late)
