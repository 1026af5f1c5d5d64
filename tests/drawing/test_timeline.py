"""A timeline drawn: the axis that suits the window, words that touch no others, patterns within their bars, and pages."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from igreg.analysis.timeline import timeline
from igreg.drawing import colours as colour
from igreg.drawing.bar_looks import BARS, STRIP, draw_bar
from igreg.drawing.label import SMALL
from igreg.drawing.metrics import width
from igreg.drawing.paper import A3, A4, SMALLEST, printed
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Group, Item, Rectangle, Stroke, Words
from igreg.drawing.time_axis import Axis
from igreg.drawing.time_rows import block, parts
from igreg.drawing.timeline_pages import timeline_pages
from igreg.wording.timeline import TimeChart, time_chart
from tests.analysis.registers import day, register

TODAY = day("2026-11-24")


def chart(roles: str, first: str | None = None, last: str = "2026-11-24", staff: str = "") -> TimeChart:
    known = register(roles=roles, staff=staff or "- {id: a, name: Ada Amadi}\n- {id: b, name: Ben Baker}\n")
    return time_chart(timeline(known, [], day(first) if first else None, day(last), TODAY))


@pytest.mark.parametrize(
    ("first", "last", "across", "words"),
    [
        ("2026-11-02", "2026-11-05", 800, ["2 Nov 2026", "3 Nov 2026", "4 Nov 2026", "5 Nov 2026"]),
        ("2026-11-03", "2026-12-01", 800, ["9 Nov 2026", "16 Nov 2026", "23 Nov 2026", "30 Nov 2026"]),
        ("2026-01-02", "2026-05-01", 800, ["Feb 2026", "Mar 2026", "Apr 2026", "May 2026"]),
        ("2025-01-01", "2026-12-31", 800, ["Jan 2025", "Apr 2025", "Jul 2025", "Oct 2025", "Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026"]),
        ("2018-01-01", "2026-12-31", 800, ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        ("1950-06-01", "2026-12-31", 800, ["1955", "1960", "1965", "1970", "1975", "1980", "1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
        ("0001-01-01", "9999-12-31", 800, [str(500 * n) for n in range(1, 20)]),
        ("2026-11-24", "2026-11-24", 800, ["24 Nov 2026"]),
    ],
)  # fmt: skip
def test_the_axis_suits_the_window(first: str, last: str, across: float, words: list[str]) -> None:
    axis = Axis(day(first), day(last), across)
    assert [tick.words for tick in axis.ticks] == words
    for one, other in itertools.pairwise(axis.ticks):
        assert axis.at(one.day) + width(one.words, SMALL) < axis.at(other.day)


def test_a_day_takes_its_place_with_both_ends() -> None:
    axis = Axis(day("2026-01-01"), day("2026-01-10"), 100)
    assert (axis.at(day("2026-01-01")), axis.after(day("2026-01-01"))) == (0, 10)
    assert (axis.at(day("2026-01-10")), axis.after(day("2026-01-10"))) == (90, 100)
    assert (axis.at(day("2025-01-01")), axis.after(day("2027-01-10"))) == (0, 100)


@pytest.mark.parametrize("kind", BARS)
def test_each_sort_of_bar_has_a_pattern_of_its_own_within_its_edges(kind: str) -> None:
    pen = Pen()
    draw_bar(pen, BARS[kind], 10, 20, 60)  # type: ignore[index]
    for one in flat(pen.items):
        if isinstance(one, Rectangle):
            assert (one.x >= 10, one.y >= 20, one.x + one.width <= 70, one.y + one.height <= 20 + STRIP) == (True,) * 4
        if isinstance(one, Stroke):
            for x, y in (point for _, points in one.steps for point in points):
                assert (10 <= x <= 70, 20 <= y <= 20 + STRIP) == (True, True)
    patterns = [(look.pattern, bool(look.dashes), look.fill) for look in BARS.values()]
    assert len({*patterns}) == len(patterns)
    assert len({look.pattern for look in BARS.values()}) == len(BARS)


MANY = (
    "- {id: r, areas: [risk], title: Lead for risk, holders: ["
    + ", ".join(
        f"{{staff: {'ab'[n % 2]}, from: {day('2020-01-01') + dt.timedelta(days=37 * n)}, until: "
        f"{day('2020-01-01') + dt.timedelta(days=37 * n + 30)}, as: {('substantive', 'acting', 'deputy')[n % 3]}}}"
        for n in range(60)
    )
    + "]}\n"
)


def test_no_words_stand_on_others() -> None:
    rows = chart(MANY).rows
    axis = Axis(day("2020-01-01"), TODAY, 800)
    whole = block(rows[0], axis)
    assert sum(map(len, whole.lanes)) == len(rows[0].bars)
    for lane in whole.lanes:
        for one, other in itertools.pairwise(lane):
            assert one.right < other.left
            assert one.x + one.wide <= other.x + 0.1
        for one in lane:
            assert (one.left >= 0, one.right <= 800, one.x >= 0, one.x + one.wide <= 800) == (True,) * 4


def test_a_row_that_is_higher_than_a_sheet_goes_on_on_the_next() -> None:
    whole = block(chart(MANY).rows[0], Axis(day("2020-01-01"), TODAY, 800))
    found = parts(whole, 200)
    assert len(found) > 1
    assert all(part.high <= 200 for part in found)
    assert [lane for part in found for lane in part.lanes] == list(whole.lanes)
    assert {change for part in found for change in part.changes} == {*whole.changes}
    assert sum(len(part.changes) for part in found) <= 3 * 60
    assert [entry for part in found for entry in part.entries if entry.what == "vacant"] == [
        bar.entry for lane in whole.lanes for bar in (one.bar for one in lane) if bar.entry.what == "vacant"
    ]
    assert parts(whole, 10_000) == [whole]
    assert found[1].side[-1][0] == "Lead for risk, continued"


@pytest.mark.parametrize(("choice", "paper"), [("auto", A4), ("a4", A4), ("a3", A3)])
def test_few_rows_are_on_one_sheet(choice: str, paper: tuple[float, float]) -> None:
    (page,) = timeline_pages(chart("- {id: r, areas: [risk], holders: [{staff: a, from: 2020-01-01}]}"), choice, "t")  # type: ignore[arg-type]
    assert printed(page.framed.width, page.framed.height, paper) >= SMALLEST
    assert page.graph.name == "t"


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        ("2026-01-01", "2026-11-23", False),
        ("2026-01-01", "2026-11-24", False),
        ("2026-01-01", "2026-11-25", True),
        ("2026-11-24", "2026-12-31", True),
        ("2026-11-25", "2026-12-31", False),
    ],
)
def test_today_has_its_line_and_its_sample_where_the_window_goes_on_after_it(
    first: str, last: str, there: bool
) -> None:
    found = chart("- {id: r, areas: [risk], holders: [{staff: a, from: 2020-01-01}]}", first, last)
    (page,) = timeline_pages(found, "a4", "t")
    drawn = [one for one in flat(page.framed.items) if isinstance(one, Stroke) and one.ink == colour.INCIDENT]
    assert len(drawn) == (2 if there else 0)
    assert any(isinstance(one, Words) and one.text == "the end of today" for one in flat(page.framed.items)) is there


@pytest.mark.parametrize(
    ("choice", "long", "rows", "papers"),
    [
        ("a4", False, 11, [A4]),
        ("a4", False, 12, [A4, A4]),
        ("a4", True, 11, [A4]),
        ("a4", True, 12, [A4, A4]),
        ("a3", False, 18, [A3]),
        ("a3", False, 19, [A3, A3]),
        ("auto", False, 11, [A4]),
        ("auto", False, 12, [A3]),
        ("auto", False, 18, [A3]),
        ("auto", False, 19, [A3, A3]),
    ],
)
def test_one_sheet_is_filled_before_there_are_two(
    choice: str, long: bool, rows: int, papers: list[tuple[float, float]]
) -> None:
    """A page that is alone has no links to others, and needs no room for them, however long its heading is."""
    holders = "areas: [risk], holders: [{staff: a, from: 2020-01-01}]"
    found = chart("".join(f"- {{id: r{n}, title: Lead {n}, {holders}}}\n" for n in range(rows)))
    if long:
        title = found.graph.title + " of a trust with a very long name that goes on and on" * 3
        found = replace(found, graph=replace(found.graph, title=title, remarks=("What is to be known of it. " * 6,)))
    pages = timeline_pages(found, choice, "t")  # type: ignore[arg-type]
    assert [page.paper for page in pages] == papers
    assert [len(page.blocks) for page in pages] == [rows] if len(papers) == 1 else [rows - 1, 1]


@pytest.mark.parametrize(("choice", "paper"), [("auto", A3), ("a4", A4), ("a3", A3)])
def test_every_page_can_be_read_on_its_sheet(choice: str, paper: tuple[float, float]) -> None:
    roles = "".join(
        f"- {{id: r{n}, title: Head of service {n}, areas: [risk], holders: [{{staff: a, from: 2020-01-01, until: 2021-01-01}}, "
        "{staff: b, from: 2021-02-01}, {staff: a, from: 2022-01-01, as: deputy}]}\n"
        for n in range(40)
    )
    pages = timeline_pages(chart(roles + MANY), choice, "t")  # type: ignore[arg-type]
    assert len(pages) > 1
    assert [page.graph.name for page in pages[:2]] == ["t", "t-2"]
    for page in pages:
        assert printed(page.framed.width, page.framed.height, paper) >= SMALLEST
        assert page.graph.pages.keys() <= {other.graph.name for other in pages}
    shown = {one.text for page in pages for one in flat(page.framed.items) if isinstance(one, Words)}
    assert {f"Head of service {n}" for n in range(40)} <= shown


def flat(items: Iterable[Item]) -> Iterator[Item]:
    for one in items:
        if isinstance(one, Group):
            yield from flat(one.items)
        else:
            yield one


def words(found: TimeChart) -> list[str]:
    return [
        one.text
        for page in timeline_pages(found, "auto", "t")
        for one in flat(page.framed.items)
        if isinstance(one, Words)
    ]


def test_of_very_many_at_once_the_number_is_said() -> None:
    holders = ", ".join(f"{{staff: s{n}, from: 2020-01-01}}" for n in range(9))
    found = chart(f"- {{id: r, areas: [risk], holders: [{holders}]}}").rows[0]
    assert found.entries[-1].said == "9 people at once, 2520 days"
    few = ", ".join(f"{{staff: s{n}, from: 2020-01-01}}" for n in range(8))
    assert "s6 and s7 at once" in chart(f"- {{id: r, areas: [risk], holders: [{few}]}}").rows[0].entries[-1].said


def test_the_legend_has_what_the_page_has() -> None:
    plain = words(chart("- {id: r, areas: [risk], holders: [{staff: a, from: 2020-01-01}]}", "2021-01-01"))
    assert "substantive" in plain
    assert not {
        "acting",
        "VACANT: nobody holds it",
        "away",
        "no such post",
        "the day of a change",
        "the end of today",
    } & {*plain}
    full = words(
        chart(
            "- {id: r, areas: [risk], start: 2021-06-01, holders: [{staff: a, from: 2022-01-01, as: acting}]}",
            "2021-01-01",
            "2027-01-01",
            "- {id: a, name: A, absences: [{from: 2023-01-01, until: 2023-02-01}]}",
        )
    )
    assert {"acting", "VACANT: nobody holds it", "away", "no such post", "the day of a change", "the end of today"} <= {
        *full
    }


def test_nothing_to_draw_is_a_page_that_says_so() -> None:
    assert any("No role leads an area in these days" in one for one in words(chart("[]")))
