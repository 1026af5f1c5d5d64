"""The people of some posts, day by day: those that lead an area, or one post; and how a change among them is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence, People
from igreg.analysis.consequences.runs import FIRST, Run, days_of_role, runs
from igreg.analysis.consequences.words import When
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.roles import Role
from igreg.register.register import Register

KINDS = ("roles", "staff")
"""Who holds a post is a person: with one of these broken, nothing is said (ruling H25)."""


@dataclass(frozen=True)
class Line:
    """The posts that count, before and after: those that lead an area, or one post."""

    compared: Compared
    before: Sequence[Role]
    after: Sequence[Role]
    when: Callable[[dt.date], bool] = lambda _: True
    """On which days it is asked at all."""

    def runs(self, *, deputies: bool) -> Iterator[Run[People]]:
        """The runs of days with others who hold the posts, or deputise in them."""

        def ask(day: dt.date) -> tuple[People, People] | None:
            if not self.when(day):
                return None
            was, now = self.compared.registers
            old = self.compared.people_now(people(was, self.before, day, deputies=deputies))
            return old, tuple(sorted(people(now, self.after, day, deputies=deputies)))

        return runs(days(self.compared, (*self.before, *self.after)), ask)


def days(compared: Compared, roles: Iterable[Role]) -> Iterator[dt.date]:
    """The days from which it may be otherwise who holds some posts, from the first that is compared on."""
    since = compared.since or FIRST
    yield since
    yield from (day for role in roles for day in days_of_role(role) if day > since)


def people(register: Register, roles: Iterable[Role], day: dt.date, *, deputies: bool = False) -> set[str]:
    """Who holds some posts on a day, or deputises in them; nobody where a post is not there."""
    tenure = Tenure(register, day)
    found = (item for role in roles for item in (tenure.deputies(role) if deputies else tenure.holders(role)))
    return {item.holder.staff for item in found if item.holder.staff}


def deputy(compared: Compared, subject: str, called: str, run: Run[People]) -> Iterator[Consequence]:
    """Where there were deputies and are none, or the other way round; a swap is no consequence."""
    if run.before and run.after:
        return
    when = When(run.on, run.until, compared.today)
    if run.before:
        said = f"nobody {when.verb('deputise')} for {called}; it was {compared.names(run.before)}"
        yield consequence("deputy-lost", subject, run, when, said)
    else:
        verb = when.verb("deputise", len(run.after))
        said = f"{compared.names(run.after)} {verb} for {called}, for which nobody did"
        yield consequence("deputy-gained", subject, run, when, said)


def changed(compared: Compared, when: When, verb: str, called: str, run: Run[People]) -> str:
    """Who comes to lead an area or hold a post, beside or in place of whom; or who does so no more."""
    come = [one for one in run.after if one not in run.before]
    gone = [one for one in run.before if one not in run.after]
    if not come:
        who = compared.names(gone)
        if when.past:
            return f"{who} did not {verb} {called}, but {compared.names(run.after)} alone"
        return f"{who} no longer {when.verb(verb, len(gone))} {called}; {compared.names(run.after)} still {_does(run)}"
    after = f"in place of {compared.names(gone)}" if gone else "too"
    return f"{compared.names(come)} {when.verb(verb, len(come))} {called} {after}"


def _does(run: Run[People]) -> str:
    return "does" if len(run.after) == 1 else "do"


def consequence(what: str, subject: str, run: Run[People], when: When, said: str) -> Consequence:
    """A run as it is told."""
    return Consequence(what, subject, run.before, run.after, when.first, run.until, when.tell(said), past=when.past)
