"""How long a report of a breach takes to those who must be told, growing and shrinking (ruling H19)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache

from igreg.analysis.audience import Audiences
from igreg.analysis.breach_times import BreachTimes
from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.consequences.runs import Run, days_of, runs
from igreg.analysis.consequences.words import When
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.language.english import counted, some_of
from igreg.model.base import Record
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit

KINDS = ("organisation", "flows", "roles", "staff", "groups", "units", "bodies")
"""What a way can lead through."""
_COME_AND_GO: tuple[type[Record], ...] = (Flow, Role, Group, Unit)
_CALLED = {"dpo": "the data protection officer", "siro": "the senior information risk owner"}
_ALL_STAFF = "all-staff"


@dataclass(frozen=True)
class _Time:
    """The hours from the slowest beginning to one who must be told, and from where there is no way at all."""

    hours: float | None
    stuck: tuple[str, ...] = ()


def of_breach_path(compared: Compared) -> Iterator[Consequence]:
    """For each who must be told, the hours from the slowest beginning, on the day and whenever a change takes hold."""
    if not compared.touches(*KINDS):
        return
    times = cache(lambda day: tuple(_times(compared, state, day) for state in (0, 1)))
    days = tuple(_days(compared))
    subjects = dict.fromkeys(subject for day in days for found in times(day) for subject in found)
    for subject in subjects:
        if subject not in _CALLED and not _told_in_both(compared, subject):
            continue

        def ask(day: dt.date, subject: str = subject) -> tuple[float | None, float | None]:
            was, now = (found.get(subject, _Time(None)).hours for found in times(day))
            return was, now

        for run in runs(days, ask):
            old, new = (found.get(subject) for found in times(run.on))
            yield _consequence(compared, subject, run, old, new)


def _told_in_both(compared: Compared, subject: str) -> bool:
    """Whether breaches are reported to the same body or post in both states; the other is another way, not a longer."""
    was, now = (register.organisation.breach_report_to for register in compared.registers)
    return was is not None and compared.now(was) == now == subject


def _times(compared: Compared, state: int, day: dt.date) -> Mapping[str, _Time]:
    as_of = (compared.before, compared.after)[state]
    audiences = as_of.audiences if day == as_of.today else Audiences(Tenure(as_of.register, day))
    found = BreachTimes(audiences)
    out = {}
    for one in found.addressees:
        times = found.times(one)
        stuck = tuple(start for start, hours in times.items() if hours is None)
        hours = None if stuck else max((hours for hours in times.values() if hours is not None), default=None)
        subject = compared.now(one.subject) if state == 0 else one.subject
        out[subject] = _Time(int(hours) if hours is not None and hours == int(hours) else hours, stuck)
    return out


def _days(compared: Compared) -> Iterator[dt.date]:
    """Today, the day on which the states are judged, and whenever later something that differs begins or ends."""
    first = compared.first
    yield from (first, compared.day)
    on_the_way = _on_the_way(compared)
    for kind in _COME_AND_GO:
        for pair in compared.differing(kind).values():
            for record in pair:
                if record is not None and _may_matter(record, on_the_way):
                    yield from (day for day in days_of(record) if day > first)


def _on_the_way(compared: Compared) -> frozenset[str]:
    """Everybody whom incident flows name, those who sit in such groups, and who has a function that must be told."""
    out: set[str] = set()
    for register in compared.registers:
        for flow in register.of(Flow):
            if flow.trigger == "incident":
                out.update((flow.from_ or "", *flow.to))
        for group in register.of(Group):
            if group.id in out:
                out.update((*group.chairs, group.secretary or "", *group.members))
        out.update(role.id or "" for role in register.of(Role) if not _CALLED.keys().isdisjoint(role.all_functions))
    return frozenset(out)


def _may_matter(record: Record, on_the_way: frozenset[str]) -> bool:
    """Whether a way can change on a day of a record: of posts and groups only where they are on one."""
    if isinstance(record, Flow):
        return record.trigger == "incident"
    if isinstance(record, Role):
        return record.id in on_the_way or any(one.staff in on_the_way for one in record.holders)
    return isinstance(record, Unit) or record.identity in on_the_way


def _consequence(
    compared: Compared, subject: str, run: Run[float | None], old: _Time | None, new: _Time | None
) -> Consequence:
    when, whom = (
        When(run.on, run.until, compared.today, compared.first),
        _CALLED.get(subject) or compared.title(subject),
    )
    worse = run.after is None or (run.before is not None and run.after > run.before)
    if run.after is None:
        was = f"it took up to {counted(run.before or 0, 'hour')}"
        said = (
            f"no report of a breach gets to {whom} from {_from(compared, new)} any more; {was}"
            if new is not None
            else f"there is no {whom.removeprefix('the ')} any more to whom a breach could be reported; {was}"
        )
    else:
        limit = compared.after.number("breach-notice")
        said = f"a report of a breach takes up to {counted(run.after, 'hour')} to get to {whom}"
        if run.before is not None:
            said += f"; it took {counted(run.before, 'hour')}"
        elif old is not None:
            said += f"; there was no way from {_from(compared, old)}"
        else:
            said += "; there was nobody to be told"
        if run.after > limit:
            said += f"; the regulator must be told within {counted(limit, 'hour')}"
    return Consequence(
        "breach-path", subject, run.before, run.after, run.on, run.until, when.tell(said), gain=not worse
    )


def _from(compared: Compared, time: _Time) -> str:
    names = ["all staff" if start == _ALL_STAFF else compared.title(start) for start in time.stuck]
    return some_of(names)
