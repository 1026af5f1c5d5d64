"""Every kind of date has a page of cases, and the page is its test: a missing line fails, and an unmarked one too.

A mark says what stands on its line: `# <- due 2026-12-01`, or `overdue` in its place when the day is past; the name of
another kind of date before it, and after it the hours of a clock and, in quotation marks, why it is due:
`# <- review due 2026-12-01 "every 12 months, never reviewed"`, `# <- due 2026-12-01, 48 hours`.
At the head of a block `# within: 6 weeks` and `# figure: breach-notice = 24` may stand, beside `today` and `now`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

from igreg.analysis.as_of import AsOf
from igreg.check.settings import parse
from igreg.deadlines._deadline import names
from igreg.due.due_list import Choice, due_list
from igreg.due.item import Row
from igreg.model.span import Span, parse_span
from igreg.register.read import read
from tests.pages import Block, blocks, moment, sources

PAGES = sorted(Path(__file__).parent.glob("*.md"))
_ONE = re.compile(r'(?:([a-z-]+) )?(due|overdue) (\d{4}-\d\d-\d\d)(?:, (-?\d+) hours)?(?: "(.*)")?')

Shown = tuple[str, str, str, str, str, int, str]
"""Kind of date, due or overdue, the day, hours, file, line, and why (empty: not compared)."""


def expected(block: Block, what: str) -> list[Shown]:
    """What the marks of a block say."""
    out = []
    for text, file, line in block.marks:
        one = _ONE.fullmatch(text)
        assert one, f"a mark that cannot be read: {text!r}"
        out.append((one[1] or what, one[2], one[3], one[4] or "", file, line, one[5] or ""))
    return out


def shown(row: Row) -> Shown:
    """A row as a mark says it."""
    item, state = row.item, "overdue" if row.overdue else "due"
    hours = "" if item.hours is None else str(item.hours)
    return (item.what, state, item.due.isoformat(), hours, row.file, row.line, item.detail)


def as_of(block: Block) -> AsOf:
    """The register of a block as at its moment, with the figure it sets."""
    figures = parse("igreg.toml", f"[limits]\n{block.options.get('figure', '')}").figures
    return AsOf(read(sources(block.files, block.documents)), moment(block.today, block.now), figures)


def listed(register: AsOf, within: Span, kinds: set[str]) -> list[Shown]:
    """What the list has of some kinds of date."""
    return [shown(row) for row in due_list(register, Choice(within=within, kinds=frozenset(kinds))).rows]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page: Path) -> None:
    what = page.stem
    found = blocks(page.read_text(encoding="utf-8"))
    assert any(block.marks for block in found) or what == "record-ends", "no block with a mark"
    for block in found:
        wanted = expected(block, what)
        assert block.options.keys() <= {"within", "figure"}, f"a head that cannot be read: {block.options}"
        within = parse_span(block.options.get("within", "10 years"))
        rows = listed(as_of(block), within, {what, *(one[0] for one in wanted)})
        told = {one[:-1] for one in wanted if one[-1]}
        rows = [row if row[:-1] in told else (*row[:-1], "") for row in rows]
        missing, unmarked = Counter(wanted) - Counter(rows), Counter(rows) - Counter(wanted)
        where = f"block {block.number} under {block.heading!r}"
        assert not missing and not unmarked, f"{where}\n not found: {list(missing)}\n not marked: {list(unmarked)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_last_day_looked_at_is_in_it_and_the_next_is_not(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        register = as_of(block)
        everything = _until(register, parse_span("10 years"), page.stem)
        for day in {dt.date.fromisoformat(row[2]) for row in everything}:
            for ahead in range(max((day - register.today).days - 1, 0), max((day - register.today).days, 0) + 1):
                until = (register.today + dt.timedelta(days=ahead)).isoformat()
                found = _until(register, Span(ahead, "day"), page.stem)
                assert found == [row for row in everything if row[2] <= until]


def _until(register: AsOf, within: Span, what: str) -> list[Shown]:
    """What the list has so far ahead; why it is due may say how far one looks, and is left out."""
    return [(*row[:-1], "") for row in listed(register, within, {what})]


def test_every_kind_of_date_has_a_page() -> None:
    # No kind of ours ends with no more to say than its day yet, so `record-ends` marks nothing: test_record_ends.py.
    assert tuple(page.stem for page in PAGES) == names()
