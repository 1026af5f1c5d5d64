"""For the board, from whoever answers for information risk: a quarter, to be read in two minutes."""

from __future__ import annotations

from dataclasses import replace

from igreg.dataclass import dataclass
from igreg.language.english import are, capital, counted, ended, listed, long_day, money, some_of
from igreg.report.asked import NOBODY, Asked
from igreg.report.board_appendix import appendix
from igreg.report.kind import Report
from igreg.report.matters import audits, departures, front, holding, incidents, returns, risks
from igreg.report.matters import money as budgets
from igreg.report.matters import training as courses
from igreg.report.matters.asks import sentence
from igreg.report.matters.beside import AreaResult, area_results
from igreg.report.matters.beside import table as results_table
from igreg.report.matters.board_figures import figures
from igreg.report.matters.front import Front
from igreg.report.matters.leads import Area, post_sentence
from igreg.report.matters.overview import Overview, overview
from igreg.report.matters.statement import Statement
from igreg.report.matters.statements import assurance, statements
from igreg.report.paper import Block, NewPage, Paper, Part, Points, Said
from igreg.report.period import months_on

MOST_ASKS = 5
MOST_POSTS = 3
MOST_BUDGETS = 3
MOST_COURSES = 4
MOST_UNITS = 3
MOST_RISKS = 5
MOST_POLICIES = 3
MOST_AUDITS = 1
MOST_RETURNS = 2
MOST_LESSONS = 2
MOST_SENTENCES = 6
"""So many sentences of each sort stand below the first three."""
SOON = 3
"""So many months ahead units are told of that will be under their target."""
MOST_DEPARTURES = 3
APPENDIX = "igreg report board --appendix"
IN_APPENDIX = ", in the appendix"
"""Where the rest of a list is; the paper says once, at its end, how it comes by one."""
_LEVELS = (
    ("alert", "To alert the board:"),
    ("advise", "To advise the board:"),
    ("assure", "To assure the board:"),
)


@dataclass(frozen=True, slots=True)
class Board:
    """The values of the report."""

    first: tuple[str, ...]
    """Three sentences that are read first, the gravest on top."""
    assurance: str
    assurance_why: str
    statements: tuple[Statement, ...]
    """All that stands out, those of the first sentences among them."""
    overview: Overview
    results: tuple[AreaResult, ...]
    front: Front
    appendix: bool
    """Whether every list is to follow whole."""


def values(asked: Asked) -> Board:
    """Everything that stands in the paper."""
    found = overview(asked)
    said = statements(found)
    level, why = assurance(found, statements(found, None))
    first = tuple(one.text for one in said[:3])
    results = area_results(asked, found)
    return Board(first, level, why, said, found, results, front.front(asked, found), asked.appendix)


def paper(found: Board) -> Paper:
    """The paper in the order in which a board reads: the gravest, what is asked of it, then each matter."""
    of = found.overview
    head = of.head
    sender = f", from the Senior Information Risk Owner, {listed(of.siro)}" if of.siro else ""
    return Paper(
        name="board",
        title="Information governance: report to the board",
        organisation=head.organisation,
        day=head.day,
        about=f"{head.period.called}{sender}",
        unread=head.unread,
        brief=True,
        parts=(
            Part("This paper", (front.facts(found.front),)),
            Part("In short", (*_short(found), figures(of))),
            Part("What the board is asked to do", (_asked(of),)),
            Part("What else stands out", _rest(found)),
            Part("Each area: who leads it, and what became of it", (NewPage(), *_areas(found))),
            Part("Incidents", _incidents(of)),
            Part("Training", _training(of)),
            Part("Policies, audits, what is held and where it goes, and risks", _policies(of)),
            Part("The return, and departures from rules", _return(of)),
            Part("Money", _money(of)),
            Part("How these figures came about", (Said(_method(found)),)),
            *(appendix(of) if found.appendix else ()),
        ),
    )


def _short(found: Board) -> tuple[Block, ...]:
    level = f"Level of assurance: {found.assurance}, since {found.assurance_why}."
    return (*(Said(text, leads=True) for text in found.first), Said(level))


def _asked(of: Overview) -> Block:
    if not of.asks:
        return Said("Nothing waits for a decision of the board. It is asked to note this paper.")
    return Points(_cut(tuple(map(sentence, of.asks)), MOST_ASKS), numbered=True)


def _rest(found: Board) -> tuple[Block, ...]:
    out: list[Block] = []
    for level, words in _LEVELS:
        items = tuple(one.text for one in found.statements[3:] if one.level == level)
        if items:
            out += [Said(words), Points(_cut(items, MOST_SENTENCES))]
    return tuple(out) or (Said("Nothing besides."),)


def _cut(items: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first of them and how many more there are; one more is said, for its sentence is no longer."""
    if len(items) <= most + 1:
        return items
    return (*items[:most], f"And {len(items) - most} more{IN_APPENDIX}.")


def _areas(found: Board) -> tuple[Block, ...]:
    of = found.overview
    led = {area.id: _led(area) for area in of.areas}
    posts = tuple(post_sentence(one) for one in of.empty[:MOST_POSTS])
    more = len(of.empty) - MOST_POSTS
    if more > 0:
        posts += (f"{counted(more, 'more post')} {are(more)} empty{IN_APPENDIX}.",)
    return (results_table(found.results, led), Points(posts) if posts else Said("No post is empty."))


def _led(area: Area) -> str:
    """Who leads an area, each with the post."""
    leads = [
        f"{listed(lead.holders)}, {lead.title}" if lead.holders else f"{capital(NOBODY)}: {lead.title}"
        for lead in area.leads
    ]
    return "; ".join(leads) or "Nobody is named"


def _incidents(of: Overview) -> tuple[Block, ...]:
    found = of.incidents
    drawn = replace(incidents.plot(found), low=True)
    learnt = incidents.lessons(found, MOST_LESSONS, IN_APPENDIX)
    return (incidents.table(found), *incidents.remarks(found), drawn, *learnt)


def _training(of: Overview) -> tuple[Block, ...]:
    shown = courses.short_table(of.training, MOST_COURSES)
    if not of.training.units:
        return (shown,)
    soon = courses.soon_units(of.training, months_on(of.today, SOON))
    if not soon:
        words = (
            f"No unit is under its target, and none falls under it within {SOON} months if nobody takes a course again."
        )
        return (shown, Said(words))
    return (shown, courses.unit_table(of.training, min(soon, MOST_UNITS), IN_APPENDIX))


def _policies(of: Overview) -> tuple[Block, ...]:
    found = of.policies
    late = [f"{one.title} ({long_day(one.due) if one.due is not None else one.why})" for one in found.rows]
    named = some_of(late, MOST_POLICIES) if late else ""
    if not found.in_force:
        current = "No policy in force is recorded."
    elif found.in_force == 1:
        current = f"The one policy in force is not current: {named}." if late else "The one policy in force is current."
    else:
        current = f"{found.current} of {found.in_force} policies in force {are(found.current)} current"
        current += f"; not current: {named}." if late else "."
    return (
        Points((current, *audits.sentences(of.audits, MOST_AUDITS), *holding.sentences(of.holding, 0))),
        risks.short_table(of.risks, MOST_RISKS),
    )


def _return(of: Overview) -> tuple[Block, ...]:
    said = tuple(map(Said, returns.sentences(of.returns, MOST_RETURNS, IN_APPENDIX)))
    return (*said, departures.short_table(of.departures, MOST_DEPARTURES))


def _money(of: Overview) -> tuple[Block, ...]:
    if not of.money.budgets:
        return (Said("No budget is recorded for the financial year of this paper."),)
    out: list[Block] = [budgets.whole_table(of.money, MOST_BUDGETS)]
    for one in of.money.budgets[:MOST_BUDGETS]:
        words = []
        if one.forecast is not None:
            words.append(f"By the end of the year {money(one.forecast, one.currency)} will have gone.")
        if one.reason:
            words.append(f"Why more has gone than was planned: {ended(one.reason)}")
        if not one.approved:
            words.append("It has not been approved.")
        words = [f"{one.title}: {words[0]}", *words[1:]] if words and len(of.money.budgets) > 1 else words
        out += [Said(" ".join(words))] if words else []
    return tuple(out)


def _method(found: Board) -> str:
    of = found.overview
    head = of.head
    beside = "Money and results of an area stand side by side; the one need not be due to the other. " * bool(
        of.money.areas
    )
    whole = (
        ""
        if found.appendix
        else f" Long lists are cut to what is gravest; an appendix has each of them whole: {APPENDIX}."
    )
    return (
        f"Incidents, audits done and requests answered are those of {head.period.called}; they are held against "
        f"{head.period.before.called}, and against {head.period.year_before.called} where that is said. All else "
        f"stands as on {long_day(head.day)}. "
        f"{beside}{of.risks.rests_on} What the register does not hold, this paper does not know."
        f"{whole}"
    )


REPORT = Report(
    tells="how information governance stands, and what the board is asked: three sentences first",
    readers="the board, from the SIRO",
    values=values,
    type=Board,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="last quarter",
    history=True,
    takes=frozenset({"period", "appendix"}),
)
