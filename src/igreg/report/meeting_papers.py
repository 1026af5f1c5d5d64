"""The papers of a meeting: numbered, and each with its pages where the PDFs are put together in this order."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.dataclass import dataclass
from igreg.language.english import counted, listed, long_day
from igreg.model.kinds.meetings import Meeting
from igreg.report.asked import Asked
from igreg.report.meeting import Attached, Item, attached, where


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the papers of the meeting; the minutes of the last one come first."""

    number: int
    title: str
    where: str
    item: int | None
    """For which item it is, by number; nothing for the minutes."""
    pages: int | None
    """How many it has, where it is a PDF that can be read here."""
    why_not: str
    """Why that is not known: `a Word document`; empty where it is."""
    first: int | None
    """Its first page where the PDFs are put together in this order, without the agenda; nothing where it is none."""


def sheets(asked: Asked, last: Meeting | None, items: tuple[Item, ...]) -> Iterator[Sheet]:
    """The papers in their order: the minutes, then item by item."""
    found: list[tuple[Attached, int | None]] = []
    if last is not None and last.date is not None and last.minutes is not None and where(asked, last.minutes):
        found.append((attached(asked, f"Minutes of {long_day(last.date)}", last.minutes), None))
    found += [(paper, number) for number, one in enumerate(items, 1) for paper in one.papers]
    following = 1
    for number, (one, item) in enumerate(found, 1):
        first = following if one.pages else None
        following += one.pages or 0
        yield Sheet(number, one.title, one.where, item, one.pages, one.why_not, first)


def in_pack(one: Sheet) -> str:
    """Its pages in the pack, or why it has none."""
    if one.first is None or one.pages is None:
        return f"apart: {one.why_not}"
    last = one.first + one.pages - 1
    return f"pages {one.first} to {last}" if last > one.first else f"page {one.first}"


def pack(papers: tuple[Sheet, ...]) -> str:
    """What the page numbers mean."""
    whole = sum(one.pages or 0 for one in papers)
    if not whole:
        return "None of the papers is a PDF whose pages can be counted here, so none has page numbers."
    words = (
        f"Page numbers are those of the PDFs put together in this order, {counted(whole, 'page')} without this agenda."
    )
    apart = [str(one.number) for one in papers if one.first is None]
    them = "Paper" if len(apart) == 1 else "Papers"
    return f"{words} {them} {listed(apart)} {'goes' if len(apart) == 1 else 'go'} apart." if apart else words
