"""What a board is asked to decide: whatever waits for it and nobody below it may settle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.accountability import is_at_the_top
from igreg.analysis.in_force import in_force
from igreg.analysis.money import first_day, is_approved
from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.language.english import listed, long_day, some_of
from igreg.model.kinds.assessments import Assessment
from igreg.model.kinds.budgets import Budget
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.exceptions import RuleException
from igreg.model.kinds.policies import Policy
from igreg.report.asked import Asked
from igreg.report.matters.departures import Departures
from igreg.report.matters.leads import Area
from igreg.report.matters.returns import Returns
from igreg.report.period import months_on

MOST_NAMED = 4
AHEAD = 3
"""So many months are looked ahead: what falls due before the board meets again on a quarter's papers."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to decide."""

    what: str
    why: str
    by: dt.date | None = None


def asks(asked: Asked, areas: tuple[Area, ...], found: Departures, returns: Returns) -> tuple[Ask, ...]:
    """Everything that is asked of the board: what is late, what waits already and has no day, then the soonest."""
    board = _Board(asked)
    out = [
        *board.posts(areas),
        *board.decisions(),
        *board.departures(found),
        *board.policies(),
        *board.returns(returns),
        *board.budgets(),
    ]
    return tuple(sorted(out, key=lambda one: one.by or asked.today))


@dataclass(frozen=True)
class _Board:
    asked: Asked

    @property
    def until(self) -> dt.date:
        return months_on(self.asked.today, AHEAD)

    def is_it(self, party: str | None) -> bool:
        """Whether a party is the board: the top of the structure, or a group of its level."""
        register, tenure = self.asked.register, self.asked.as_of.tenure
        if not party:
            return False
        is_group = register.kind_of.get(party) == "groups"
        return party == register.organisation.top or (is_group and is_at_the_top(tenure, party))

    def posts(self, areas: tuple[Area, ...]) -> Iterator[Ask]:
        unnamed = [area.title for area in areas if area.vacant and not area.leads]
        if unnamed:
            them = "it" if len(unnamed) == 1 else "them"
            yield Ask(f"Say who leads on {listed(unnamed)}", f"no post is named for {them}")
        empty = [area for area in areas if area.vacant and area.leads]
        if empty:
            posts = list(dict.fromkeys(lead.title for area in empty for lead in area.leads))
            why = f"the post is empty: {posts[0]}" if len(posts) == 1 else f"these posts are empty: {listed(posts)}"
            yield Ask(f"Say who leads on {listed(area.title for area in empty)}", why)

    def decisions(self) -> Iterator[Ask]:
        for one in self.asked.register.of(RecordedDecision):
            if one.decided is None and self.is_it(one.by):
                question = self.asked.told(one, one.question, "question")
                since = f", asked on {long_day(one.asked)}" if one.asked is not None else ""
                yield Ask(f"Decide: {self.asked.called(one)}", f"{question}{since}".lstrip(", "))

    def departures(self, found: Departures) -> Iterator[Ask]:
        mine = {one.id for one in self.asked.register.of(RuleException) if self.is_it(one.approved_by)}
        ends = [
            (one.until, one) for one in found.departures if one.id in mine and one.until and one.until <= self.until
        ]
        if len(ends) == 1:
            day, one = ends[0]
            why = f"it {'ended' if day < self.asked.today else 'ends'} on {long_day(day)}"
            yield Ask(f"Renew or end the departure from a rule about {one.about}", why, day)
        elif ends:
            told = [f"{one.about} ({'ended ' * (day < self.asked.today)}{long_day(day)})" for day, one in ends]
            what = f"Renew or end {len(ends)} departures from rules that end by {long_day(self.until)}"
            yield Ask(what, f"those about {some_of(list(dict.fromkeys(told)), MOST_NAMED)}", ends[0][0])

    def policies(self) -> Iterator[Ask]:
        mine = [one for one in self.asked.register.of(Policy) if self.is_it(one.approver)]
        drafts = [self.asked.called(one) for one in mine if one.status == "draft"]
        if drafts:
            policies = "the policy" if len(drafts) == 1 else f"{len(drafts)} policies"
            yield Ask(
                f"Approve {policies} {some_of(drafts, MOST_NAMED)}", "now drafts" if len(drafts) > 1 else "now a draft"
            )
        due = [
            (day, self.asked.called(one))
            for one in mine
            if in_force(one, self.asked.today) and (day := review_due(one, self.asked.today)) and day <= self.until
        ]
        if due:
            policies = "the policy that is" if len(due) == 1 else f"{len(due)} policies that are"
            what = f"Review and approve {policies} due by {long_day(self.until)}"
            titles = [f"{title} ({'was ' * (day < self.asked.today)}{long_day(day)})" for day, title in sorted(due)]
            why = some_of(titles, MOST_NAMED)
            yield Ask(what, why, min(due)[0])

    def returns(self, found: Returns) -> Iterator[Ask]:
        mine = {one.id for one in self.asked.register.of(Assessment) if one.approved_by and self.is_it(one.approved_by)}
        for one in found.open:
            waits = one.approved_on is None and one.deadline is not None and one.deadline <= self.until
            if waits and one.deadline is not None and (one.id in mine or not one.approved_by):
                verb = "was" if one.deadline < self.asked.today else "is"
                yield Ask(
                    f"Approve the return: {one.title}", f"it {verb} due on {long_day(one.deadline)}", one.deadline
                )

    def budgets(self) -> Iterator[Ask]:
        starts = self.asked.register.organisation.fiscal_year_starts
        for one in self.asked.register.of(Budget):
            begins = first_day(one.year, starts)
            approved = is_approved(one, self.asked.today)
            waits = not approved and (one.approved_by is None or self.is_it(one.approved_by))
            if waits and begins is not None and begins <= self.until:
                began = "began" if begins <= self.asked.today else "begins"
                yield Ask(
                    f"Approve the budget: {self.asked.called(one)}", f"its year {began} on {long_day(begins)}", begins
                )


def sentence(one: Ask) -> str:
    """One of them as a line."""
    why = one.why.rstrip(".")
    return f"{one.what}: {why}." if why else f"{one.what}."
