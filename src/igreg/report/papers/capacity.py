"""The year ahead for finance and the chief executive: work against hours by month and by post, and the money."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.capacity.build import Ask, plan_of
from igreg.capacity.plan import Cell as Hours
from igreg.capacity.plan import State
from igreg.capacity.words import headline, hours, load, short
from igreg.dataclass import dataclass
from igreg.language.english import counted, ended, money, some_of
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import money as budgets
from igreg.report.matters.beside import AreaResult, area_results
from igreg.report.matters.beside import table as results_table
from igreg.report.matters.overview import overview
from igreg.report.paper import NOT_KNOWN, Block, Column, Figure, Figures, Paper, Part, Plot, Points, Said, Series, Table

MONTHS = 12
_WEIGHED: tuple[State, ...] = ("fits", "over", "nobody")
_MOST_NAMES = 12
_HALF = 6
"""So many months stand side by side, so that a table fits a page."""


@dataclass(frozen=True, slots=True)
class InMonth:
    """Work and hours in a month."""

    demand: float
    overdue: float
    supply: float | None
    """Nothing where nobody wrote how many hours there are."""
    load: float | None
    """Work in per cent of the hours."""
    state: State
    said: str


@dataclass(frozen=True, slots=True)
class OfPost:
    """A post, or whoever else answers for work, month by month."""

    post: str
    months: tuple[InMonth, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The values of the report."""

    head: Head
    headline: str
    months: tuple[str, ...]
    posts: tuple[OfPost, ...]
    totals: tuple[InMonth, ...]
    not_weighed: tuple[float, ...]
    """By month, hours of work of posts whose hours nobody wrote down: in no load."""
    short: tuple[str, ...]
    """A sentence for each month that cannot hold what falls into it."""
    unknown: tuple[str, ...]
    """Posts with work whose hours nobody wrote down."""
    guessed: float
    """The share of the hours of work that rests on usual figures and not on the organisation's own, in per cent."""
    holidays_until: int | None
    money: budgets.Money
    results: tuple[AreaResult, ...]


def values(asked: Asked) -> Year:
    """Twelve months from today, of a unit and those below it where one is asked for; budgets of the financial year."""
    plan = plan_of(asked.as_of, Ask(months=MONTHS, unit=asked.unit))
    posts = tuple(
        OfPost(asked.title(one.owner) or "Nobody answers for it", tuple(map(_month, one.cells))) for one in plan.busy
    )
    return Year(
        head=asked.head,
        headline=headline(plan),
        months=tuple(month.called for month in plan.months),
        posts=posts,
        totals=tuple(map(_month, plan.totals)),
        not_weighed=tuple(round(hours, 6) for hours in plan.not_weighed),
        short=tuple(asked.text(one) for one in short(plan)),
        unknown=tuple(one.post for one in posts if any(cell.state == "unknown" for cell in one.months)),
        guessed=round(plan.guessed, 1),
        holidays_until=plan.listed_until,
        money=budgets.money_of(asked),
        results=() if asked.unit else area_results(asked, overview(asked)),
    )


def _month(cell: Hours) -> InMonth:
    share = round(cell.load, 1) if cell.load is not None else None
    supply = round(cell.supply, 6) if cell.supply is not None else None
    said = f"{hours(cell.demand)}h, not weighed" if cell.state == "unknown" else load(cell)
    return InMonth(round(cell.demand, 6), round(cell.overdue, 6), supply, share, cell.state, said)


def paper(found: Year) -> Paper:
    """The months, the posts, what cannot be held, and the money."""
    return Paper(
        name="capacity",
        title="Capacity for information governance",
        organisation=found.head.organisation,
        day=found.head.day,
        about=found.head.part,
        unread=found.head.unread,
        parts=(
            Part("In short", tuple(_in_short(found))),
            Part("What cannot be held", tuple(_cannot(found))),
            Part("By month", (_plot(found), _by_month(found))),
            Part("By post", tuple(_by_post(found))),
            Part("Money", tuple(_money(found))),
            Part("How it was reckoned", (Points(tuple(_reckoned(found))),)),
        ),
    )


def _in_short(found: Year) -> Iterator[Block]:
    yield Said(found.headline, leads=True)
    over = sum(1 for one in found.posts if any(cell.state in ("over", "nobody") for cell in one.months))
    late = sum(cell.overdue for one in found.posts for cell in one.months)
    months, posts = (str(len(found.short)), str(over)) if _is_weighed(found) else (NOT_KNOWN, NOT_KNOWN)
    left = f"{counted(len(found.unknown), 'post')} not weighed" if found.unknown else ""
    yield Figures(
        (
            Figure("Months that cannot hold their work", months, left, "too much" if found.short else ""),
            Figure("Posts with too much in a month", posts, left, "too much" if over else ""),
            Figure("Hours of work that are overdue", hours(late), attention="overdue" if late else ""),
        )
    )


def _is_weighed(found: Year) -> bool:
    """Whether some work could be held against hours, or there is none: else nobody knows what can be held."""
    return not found.unknown or any(cell.state in _WEIGHED for one in found.posts for cell in one.months)


def _plot(found: Year) -> Plot:
    given = tuple(None if one.supply is None else round(one.supply, 1) for one in found.totals)
    work = Series("Work", tuple(map(_work, found.totals)))
    description = (
        "Hours of work that fall into each month, beside the hours of those who hold the posts; only posts whose "
        "hours are written down."
    )
    return Plot("Work and hours", description, "bars", "hours", found.months, (work, Series("Hours there are", given)))


def _by_month(found: Year) -> Table:
    columns = (
        Column("Month"), Column("Hours of work", "number"), Column("Hours there are", "number"),
        Column("Load", "percent"), Column("Not weighed", "number"),
    )  # fmt: skip
    rows = tuple(
        (month, _work(one), None if one.supply is None else round(one.supply, 1), one.load, round(other, 1))
        for month, one, other in zip(found.months, found.totals, found.not_weighed, strict=True)
    )
    return Table("All posts together", columns, rows, "Nothing falls due.")


def _work(total: InMonth) -> float | None:
    """The hours of work that are weighed; nothing where no post has its hours written down: it is not nought."""
    return None if total.supply is None else round(total.demand, 1)


def _by_post(found: Year) -> Iterator[Block]:
    yield Said(
        "Work in per cent of the hours there are. OVER: more work than hours. NOBODY: work, and nobody there with "
        "hours for it. Not weighed: nobody wrote down how many hours there are. A dash: no work."
    )
    for first in range(0, len(found.months), _HALF):
        months = slice(first, first + _HALF)
        columns = (Column("Post"), *map(Column, found.months[months]))
        busy = [one for one in found.posts if any(cell.state != "idle" for cell in one.months[months])]
        rows = tuple((one.post, *(cell.said for cell in one.months[months])) for one in busy)
        caption = f"Load from {found.months[first]}"
        yield Table(caption, columns, rows, "No post has any work in these months.")


def _cannot(found: Year) -> Iterator[Block]:
    if found.short:
        yield Points(found.short)
    elif _is_weighed(found):
        yield Said("No month is known to have more work than hours.")
    if found.unknown:
        names = some_of(found.unknown, _MOST_NAMES)
        yield Said(f"Nobody wrote down how many hours there are for {names}: they are in no load.")


def _money(found: Year) -> Iterator[Block]:
    if not found.money.budgets:
        yield Said("No budget for this financial year is recorded.")
    for one in found.money.budgets:
        yield budgets.table(one)
        said = [] if one.approved else ["It has not been approved."]
        if one.forecast is not None:
            said.append(f"By the end of the year {money(one.forecast, one.currency)} will have gone.")
        if one.over:
            said.append(f"More has gone than was planned for {counted(one.over, 'line')}.")
        if one.reason:
            said.append(f"The reason given: {ended(one.reason)}")
        if said:
            yield Said(" ".join(said))
    if found.results:
        yield results_table(found.results)


def _reckoned(found: Year) -> Iterator[str]:
    yield "Work is everything that is known to fall due, each time it comes, and the hours that a post always takes."
    yield "Hours are those of whoever holds the post, less absences and bank holidays."
    if found.guessed:
        yield f"{found.guessed:g}% of the hours of what falls due rest on usual figures, not on our own."
    if found.holidays_until is not None:
        yield f"Bank holidays after {found.holidays_until} are reckoned, since they are not proclaimed yet."


REPORT = Report(
    tells="the year ahead: work against hours by month and post, what cannot be held, and the money",
    readers="the chief executive and finance",
    values=values,
    type=Year,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="this year",
    takes=frozenset({"unit"}),
)
