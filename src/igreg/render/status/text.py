"""The screen for people: one screen at 60 to 120 columns, and readable on less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.findings import CheckResult, Severity
from igreg.language.characters import wrapped
from igreg.language.english import counted, listed, long_day, some_of
from igreg.render.assess.phrases import days_left
from igreg.render.due.phrases import MOST_HOURS, about, time_left, when, who
from igreg.render.due.shares import percent
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain
from igreg.status.screen import AreaLed, Clock, Lead, OpenReturn, Person, Screen

MOST = 5
"""So many lines of one part stand on the screen; how many more there are is said, and where."""
LONGEST = 90
"""So many characters of one text of the register stand on a line."""


def status_text(screen: Screen, width: int, style: Style) -> str:
    """The screen; a word says what a colour says."""
    out: list[str] = []
    for heading, lines in _parts(screen, style):
        out += [style.bold(line.rstrip()) for line in wrapped(plain(heading), width)]
        for first, then, text in lines:
            out += _folded(first, then, text, width)
    return "".join(f"{line}\n" for line in out)


Line = tuple[str, str, str]
"""What stands before its first line, before the others, and the text."""


def _parts(screen: Screen, style: Style) -> Iterator[tuple[str, list[Line]]]:
    name = f"{_short(screen.organisation)}: " if screen.organisation else ""
    yield f"{name}{screen.now:%A} {long_day(screen.now.date())}", list(_unread(screen))
    yield "Areas, and who leads them", list(_areas(screen.areas))
    yield "Findings", [_plain_line(text) for text in _findings(screen.found)]
    yield f"Due this week, to {long_day(screen.until)}", list(_due(screen))
    yield "Breach clocks", list(_clocks(screen.clocks))
    yield "Training against its target", list(_training(screen))
    yield "Open assessment" if len(screen.returns) < 2 else "Open assessments", list(_returns(screen.returns))


def _folded(first: str, then: str, text: str, width: int) -> Iterator[str]:
    room = max(width - max(cells(first), cells(then)), 10)
    for index, line in enumerate(wrapped(plain(text), room)):
        yield f"{then if index else first}{line}".rstrip()


def _plain_line(text: str) -> Line:
    return "  ", "    ", text


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def _unread(screen: Screen) -> Iterator[Line]:
    if screen.incomplete:
        files = some_of(screen.incomplete)
        yield _plain_line(f"Not complete: {files} could not be read in full, so more may be there than is shown here")


def _areas(areas: Sequence[AreaLed]) -> Iterator[Line]:
    longest = min(max((cells(plain(_short(one.title))) for one in areas), default=0), 24)
    for one in areas:
        name = plain(_short(one.title))
        name = name[:1].upper() + name[1:]
        if cells(name) > longest:
            yield _plain_line(f"{name}: {_leads(one)}")
        else:
            first = f"  {name}{' ' * (longest - cells(name))}  "
            yield first, " " * (longest + 4), _leads(one)


def _leads(one: AreaLed) -> str:
    if not one.leads:
        return "vacant: no post leads it"
    shown = [_lead(lead) for lead in one.leads[:MOST]]
    more = len(one.leads) - MOST
    return "; ".join([*shown, *([f"and {more} more"] if more > 0 else [])])


def _lead(lead: Lead) -> str:
    people = some_of([_person(person) for person in lead.people], MOST) if lead.people else "vacant"
    return f"{_short(lead.title)}: {people}"


def _person(person: Person) -> str:
    away = " (not employed now)" if not person.employed else "" if person.here else " (away)"
    return _short(person.name) + away


def _findings(found: CheckResult) -> Iterator[str]:
    counts = [(severity, found.count(severity)) for severity in reversed(Severity)]
    told = listed(counted(n, s.word, s.word if s is Severity.INFO else "") for s, n in counts)
    read = f"{counted(found.records, 'record')} in {counted(found.files, 'file')}"
    silenced = f"; {counted(len(found.silenced), 'finding')} silenced by exceptions" if found.silenced else ""
    yield f"{told} in {read}{silenced}: igreg check"


def _due(screen: Screen) -> Iterator[Line]:
    late = [row for row in screen.due.rows if row.overdue]
    rows = [row for row in screen.due.rows if not row.overdue]
    yield _plain_line(f"{len(late)} overdue, {len(rows)} due: igreg due --within '7 days'")
    for row in rows[:MOST]:
        people = some_of([screen.due.name(id) for id in row.people]) if row.people else plain(who(row, screen.due))
        text = f"{when(row)}: {row.item.what} {_short(about(row, screen.due))}"
        yield _plain_line(f"{text} ({_short(people)})" if people else text)
    yield from _more(len(rows))


def _clocks(clocks: Sequence[Clock]) -> Iterator[Line]:
    if not clocks:
        yield _plain_line("none runs")
    for one in clocks[:MOST]:
        called = " ".join(dict.fromkeys(part for part in (one.incident, _short(one.title)) if part))
        yield _plain_line(f"{called}: {_left(one.hours)}; {_short(one.why)}: igreg breach {one.incident}")
    yield from _more(len(clocks))


def _left(hours: int) -> str:
    """The hours of a clock, as days from a hundred on."""
    if abs(hours) < MOST_HOURS:
        return time_left(hours)
    return f"{counted(abs(hours) // 24, 'day')} {'left' if hours > 0 else 'overdue'}"


def _training(screen: Screen) -> Iterator[Line]:
    if not screen.training:
        yield _plain_line("no share of people trained is asked for, or nobody counts in one yet")
    for row in screen.training[:MOST]:
        state = "reached" if row.reached else "not reached"
        share = f"{percent(row)} % of {counted(row.counted, 'person', 'people')}"
        within = f" within {row.window}" if row.window else ""
        yield _plain_line(f"{_short(row.course_title)}: {share}, target {row.target:g} %{within}: {state}")
    yield from _more(len(screen.training))


def _returns(returns: Sequence[OpenReturn]) -> Iterator[Line]:
    if not returns:
        yield _plain_line("none is open: igreg frameworks lists what you can be assessed against")
    for one in returns[:MOST]:
        called = " ".join(dict.fromkeys(part for part in (one.assessment, _short(one.title)) if part))
        yield _plain_line(f"{called}: {_stands(one)}: igreg assess {one.assessment}")
    yield from _more(len(returns))


def _stands(one: OpenReturn) -> str:
    """How an assessment stands, in a sentence."""
    if not one.summary:
        return f"its pack {_short(one.framework)} cannot be used"
    total = sum(one.summary.get(word, 0) for word in ("shown", "partly", "not-shown", "ask"))
    done = one.summary.get("met", 0) + one.summary.get("not-applicable", 0)
    amiss = [f"{one.summary[word]} {word}" for word in ("stale", "contradicted") if one.summary.get(word)]
    items = f"{done} of {counted(total, 'mandatory item')} met" if total else "no item is established as mandatory"
    reached = one.statuses.get(one.reached, one.reached) if one.reached else "nothing yet"
    target = f", target {one.statuses.get(one.target, one.target)}" if one.target else ""
    when_due = " by" if one.target else ", due by"
    by = f"{when_due} {long_day(one.deadline)}, {days_left(one.days)}" if one.deadline is not None else ""
    return f"{', '.join([items, *amiss])}; reached: {reached}{target}{by}"


def _more(count: int) -> Iterator[Line]:
    if count > MOST:
        yield _plain_line(f"and {count - MOST} more")
