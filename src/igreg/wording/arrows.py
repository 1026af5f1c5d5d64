"""What stands at an arrow: what is told, when and how; or the numbers of the rows that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from igreg.chart.graph import Edge, EdgeKind, Mark, Message
from igreg.language.english import counted, every, listed, long_day, money

MARKS: Mapping[Mark, str] = {
    "longest": "LONGEST STEP",
    "weakest": "WEAKEST STEP",
    "no-agreement": "NO AGREEMENT IN FORCE",
    "outside-uk": "LEAVES THE UK",
    "kept": "MAY NOT BE HANDED DOWN",
    "ring": "LEADS BACK TO WHERE IT BEGAN",
    "twice": "HANDED DOWN TWICE",
    "ended": "HAS ENDED",
    "missing": "MISSING",
    "below": "BELOW THE LEVEL",
    "lapsed": "LAPSED",
    "nobody": "NOBODY IN POST",
    "unknown": "NOT KNOWN",
}
SORTS = {"personal": "personal data", "special": "special category data"}
"""What is said of the data of a data flow."""
BESIDE: Mapping[EdgeKind, str] = {"reports": "reports to", "advises": "advises", "supports": "supports"}
"""What lines beside accountability are called."""
_MANY = frozenset({"all-staff", "service-users", "carers"})
MOST_SINGLE = 3
"""More numbers than this are told as ranges."""
_MOST_RANGES = 8


def marks_said(marks: Iterable[Mark], between: str = ", ") -> str:
    """What draws attention to something, within a sentence or in a cell."""
    return between.join(MARKS[mark].lower().replace("uk", "UK") for mark in marks)


def arrow_words(edge: Edge) -> tuple[str, ...]:
    """What stands at an arrow, line by line; nothing at a line of the structure chart."""
    return tuple(_words(edge))


def _words(edge: Edge) -> Iterator[str]:
    if edge.numbers:
        yield numbers_in_words(edge.numbers)
    elif edge.message is not None:
        yield edge.message.what
        yield from (part for part in (when(edge.message), ", ".join(edge.message.by)) if part)
        if edge.kind == "delegated":
            yield from delegated(edge)
        if edge.kind == "asked":
            yield levels(edge.message)
        if edge.kind in SORTS:
            yield SORTS[edge.kind]
        if edge.message.out_of_hours:
            yield "out of hours too"
        if edge.no_limit:
            yield "no time limit"
        if edge.by_then is not None:
            yield f"by then {counted(edge.by_then, 'hour')}"
    yield from (MARKS[mark] for mark in edge.marks)


def delegated(edge: Edge) -> Iterator[str]:
    """What a delegation is about, up to which sum it goes and until when."""
    message = edge.message or Message("")
    if edge.about:
        yield listed(edge.about)
    yield from sums(message)
    if message.until is not None:
        yield f"until {long_day(message.until)}"


def sums(message: Message) -> Iterator[str]:
    """Up to which sum a delegation goes, where it names one."""
    if message.up_to is not None:
        yield f"up to {money(*message.up_to)}"


def verb(party: str, both: bool) -> str:
    """What a party does; "All staff" and its like are many."""
    if party in _MANY:
        return "tell and hear from" if both else "tell"
    return "tells and hears from" if both else "tells"


def levels(message: Message) -> str:
    """The level of a skill that is asked for, and the one that somebody has."""
    asked = f"asked at {message.asked}" if message.asked else "asked"
    if message.has is None:
        return asked
    return f"{asked}, has {message.has or 'it, no level written'}"


def when(message: Message) -> str:
    """How soon and how often."""
    found = [f"within {message.within}"] if message.within else []
    found += [every(message.every)] if message.every else []
    return ", ".join([*found, *(["on request"] if message.on_request else [])])


def how(message: Message) -> str:
    """By which means, and whether out of hours too."""
    parts = (", ".join(message.by), "out of hours too" if message.out_of_hours else "")
    return "; ".join(part for part in parts if part)


def numbers_in_words(numbers: Sequence[int]) -> str:
    """A few numbers one by one, more as `1 to 4, 7`; of very many only how many there are."""
    if len(numbers) <= MOST_SINGLE:
        return ", ".join(map(str, numbers))
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    if len(runs) > _MOST_RANGES:
        return f"{len(numbers)} in the list"
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in runs)
