"""Who held what over time: which days are vacant, double or a change, and that no day is told otherwise than by `who`."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.analysis.spans import Span, runs
from igreg.analysis.subject import Subject
from igreg.analysis.timeline import Row, Timeline, timeline
from igreg.analysis.who_held import absence_of, who_held
from igreg.model.kinds.roles import Role
from igreg.register.read import read
from igreg.register.register import Register
from igreg.store.read import read_sources
from tests.analysis.registers import day, register

LAST = day("2026-11-24")
PEOPLE = "[{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"


def over(
    text: str, *, first: str | None = None, last: dt.date = LAST, staff: str = PEOPLE, subjects: Sequence[Subject] = ()
) -> Timeline:
    known = register(roles=text, staff=staff)
    return timeline(known, subjects, day(first) if first else None, last, LAST)


def row(holders: str, post: str = "", *, first: str | None = None, staff: str = PEOPLE) -> Row:
    """The one row of a role with these holders."""
    (found,) = over(f"- {{id: siro, areas: [risk], holders: [{holders}]{post}}}", first=first, staff=staff).rows
    return found


def said(spans: Sequence[Span]) -> list[str]:
    return [f"{span.first}..{span.last} {span.days}" for span in spans]


A = "{staff: a, from: 2025-01-01, until: 2025-06-30}"


@pytest.mark.parametrize(
    ("holders", "post", "first", "gaps"),
    [
        pytest.param(A, "", None, ["2025-07-01..2026-11-24 512"], id="the day after the last, to the end of the window"),
        pytest.param(A + ", {staff: b, from: 2025-07-01}", "", None, [], id="the next begins the day after"),
        pytest.param(A + ", {staff: b, from: 2025-07-02}", "", None, ["2025-07-01..2025-07-01 1"], id="one day is one day"),
        pytest.param(A + ", {staff: b, from: 2025-09-01}", "", None, ["2025-07-01..2025-08-31 62"], id="both ends count"),
        pytest.param(A + ", {staff: b, from: 2025-09-01, as: acting}", "", None, ["2025-07-01..2025-08-31 62"], id="acting fills"),
        pytest.param(A + ", {staff: b, from: 2025-07-01, as: deputy}", "", None, ["2025-07-01..2026-11-24 512"], id="a deputy does not"),
        pytest.param(A, "", "2024-01-01", ["2025-07-01..2026-11-24 512"], id="nothing before the first holder"),
        pytest.param(A, ", start: 2024-12-01", "2024-01-01", ["2024-12-01..2024-12-31 31", "2025-07-01..2026-11-24 512"], id="with start, from it"),
        pytest.param(A, ", start: 2024-12-01", None, ["2024-12-01..2024-12-31 31", "2025-07-01..2026-11-24 512"], id="which is the first day of the row"),
        pytest.param(A, ", start: 2024-12-01", "2024-12-15", ["2024-12-15..2024-12-31 17", "2025-07-01..2026-11-24 512"], id="cut by the window"),
        pytest.param(A, ", end: 2025-12-31", None, ["2025-07-01..2025-12-31 184"], id="to the end of the post"),
        pytest.param(A, ", end: 2025-06-30", None, [], id="the post ends with the holder"),
        pytest.param("{staff: a, from: 2025-01-01}", ", end: 2025-06-30", None, [], id="after the post nothing is vacant"),
        pytest.param("", "", "2026-11-01", ["2026-11-01..2026-11-24 24"], id="never held: from the day that is asked for"),
        pytest.param("", "", None, [], id="never held and no day asked for: no gap"),
        pytest.param("", ", start: 2026-11-20", None, ["2026-11-20..2026-11-24 5"], id="never held, with start"),
        pytest.param("{staff: a, from: 2025-01-01, as: deputy}", "", None, [], id="only ever a deputy: never held"),
        pytest.param("{staff: a, from: 2025-01-01, as: deputy}", "", "2026-11-24", ["2026-11-24..2026-11-24 1"], id="only a deputy, and a day asked for"),
        pytest.param("{staff: a, from: 2027-01-01}", "", "2026-01-01", [], id="the first holder is to come"),
        pytest.param("{staff: a, until: 2025-06-30}", "", None, ["2025-07-01..2026-11-24 512"], id="since a day that nobody wrote"),
        pytest.param("{staff: a, from: 2025-06-30, until: 2025-01-01}, {staff: b, from: 2026-11-24}", "", None, [], id="an appointment that ends before it begins is none"),
        pytest.param("{staff: a, from: 2025-01-01, until: 2026-11-24}", "", None, [], id="held to the last day"),
        pytest.param("{staff: a, from: 2025-01-01, until: 2026-11-23}", "", None, ["2026-11-24..2026-11-24 1"], id="vacant on the last day alone"),
    ],
)  # fmt: skip
def test_gaps(holders: str, post: str, first: str | None, gaps: list[str]) -> None:
    assert said(row(holders, post, first=first).gaps) == gaps


@pytest.mark.parametrize(
    ("holders", "first", "overlaps"),
    [
        pytest.param(A + ", {staff: b, from: 2025-06-30}", None, ["2025-06-30..2025-06-30 1 a b"], id="one day"),
        pytest.param(A + ", {staff: b, from: 2025-07-01}", None, [], id="the day after"),
        pytest.param(A + ", {staff: b, from: 2025-06-01, as: deputy}", None, [], id="a deputy beside"),
        pytest.param(A + ", {staff: b, from: 2025-06-01, as: acting}", None, ["2025-06-01..2025-06-30 30 a b"], id="acting beside"),
        pytest.param(A + ", {staff: a, from: 2025-06-01, as: acting}", None, [], id="one person twice"),
        pytest.param(A + ", {staff: b, from: 2025-06-01}", "2025-06-10", ["2025-06-10..2025-06-30 21 a b"], id="cut by the window"),
        pytest.param("{staff: b, from: 2025-01-01}, {staff: a, from: 2025-01-01}, {staff: c, from: 2026-11-24}", None, ["2025-01-01..2026-11-23 692 a b", "2026-11-24..2026-11-24 1 a b c"], id="a third comes in"),
    ],
)  # fmt: skip
def test_overlaps(holders: str, first: str | None, overlaps: list[str]) -> None:
    found = row(holders, first=first).overlaps
    assert [f"{said([one.span])[0]} {' '.join(one.staff)}" for one in found] == overlaps


@pytest.mark.parametrize(
    ("holders", "post", "first", "changes"),
    [
        pytest.param(A + ", {staff: b, from: 2025-07-01}", "", None, ["2025-01-01", "2025-07-01"], id="in office and out"),
        pytest.param(A, "", "2025-01-01", ["2025-01-01", "2025-07-01"], id="on the first day of the window"),
        pytest.param(A, "", "2025-01-02", ["2025-07-01"], id="the day before it"),
        pytest.param(A, "", "2025-07-01", ["2025-07-01"], id="out of office on the first day of the window"),
        pytest.param(A, "", "2025-07-02", [], id="and the day before it"),
        pytest.param("{staff: a, from: 2025-01-01, until: 2026-11-24}", "", "2026-01-01", [], id="the day after the window"),
        pytest.param("{staff: a, from: 2025-01-01, until: 2026-11-23}", "", "2026-01-01", ["2026-11-24"], id="its last day"),
        pytest.param(A + ", {staff: a, from: 2025-07-01}", "", "2025-01-02", [], id="appointed again"),
        pytest.param(A + ", {staff: a, from: 2025-07-01, as: acting}", "", "2025-01-02", ["2025-07-01"], id="in another capacity"),
        pytest.param(A + ", {staff: b, from: 2025-03-01, as: deputy}", "", "2025-01-02", ["2025-03-01", "2025-07-01"], id="a deputy"),
        pytest.param("{staff: a, from: 2025-01-01}", ", end: 2025-12-31", "2025-01-02", ["2026-01-01"], id="the post is over"),
    ],
)  # fmt: skip
def test_changes(holders: str, post: str, first: str | None, changes: list[str]) -> None:
    assert [one.isoformat() for one in row(holders, post, first=first).changes] == changes


@pytest.mark.parametrize(
    ("absences", "away"),
    [
        ("{from: 2025-06-30, until: 2025-07-31, cover: b}", ["2025-06-30..2025-06-30 1 all"]),
        ("{from: 2025-07-01, until: 2025-07-31, cover: b}", []),
        ("{from: 2024-12-01, until: 2024-12-31}", []),
        ("{from: 2024-12-01, until: 2025-01-01}", ["2025-01-01..2025-01-01 1 none"]),
        ("{from: 2025-03-01, cover: b}", ["2025-03-01..2025-06-30 122 part"]),
        ("{from: 2025-05-11, until: 2025-05-31, cover: b}", ["2025-05-11..2025-05-31 21 none"]),
        ("{from: 2025-05-10, until: 2025-05-31, cover: b}", ["2025-05-10..2025-05-31 22 part"]),
        ("{from: 2025-05-31, until: 2025-06-01, cover: b}", ["2025-05-31..2025-06-01 2 part"]),
        ("{from: 2025-06-01, until: 2025-06-02, cover: nobody-known}", ["2025-06-01..2025-06-02 2 all"]),
        ("{cover: b}", []),
        ("{from: 2025-06-02, until: 2025-06-01}", []),
    ],
)
def test_absences_of_those_who_have_the_role(absences: str, away: list[str]) -> None:
    """B is away from 11 to 31 May 2025."""
    staff = f"""\
- {{id: a, name: A, absences: [{absences}]}}
- {{id: b, name: B, absences: [{{from: 2025-05-11, until: 2025-05-31}}]}}
"""
    found = row(A, staff=staff).absences
    spans = [(one.span, one.covered) for one in found]
    assert [f"{span.first}..{span.last} {span.days} {covered}" for span, covered in spans] == away


def test_who_had_the_role_before_the_days_that_are_asked_about_is_not_away_on_them() -> None:
    staff = "- {id: a, name: A, absences: [{from: 2025-03-01}]}\n- {id: b, name: B, absences: [{from: 2026-03-01, until: 2026-03-31}]}\n"
    found = row(A + ", {staff: b, from: 2026-01-01}", first="2026-01-01", staff=staff).absences
    assert [(one.staff, one.covered) for one in found] == [("b", "none")]


@pytest.mark.parametrize(
    ("holders", "left", "away"),
    [
        (f"{A}, {{staff: a, from: 2025-07-01, as: acting}}", "", ["2025-06-01..2025-09-30 122"]),
        (f"{A}, {{staff: a, from: 2025-08-01}}", "", ["2025-06-01..2025-06-30 30", "2025-08-01..2025-09-30 61"]),
        ("{staff: a, from: 2025-01-01}", ", left: 2025-07-31", ["2025-06-01..2025-07-31 61"]),
    ],
)
def test_an_absence_is_told_of_the_days_on_which_they_had_the_role_and_were_employed(
    holders: str, left: str, away: list[str]
) -> None:
    staff = f"- {{id: a, name: A{left}, absences: [{{from: 2025-06-01, until: 2025-09-30}}]}}\n"
    assert said([one.span for one in row(holders, staff=staff).absences]) == away


ROLES = """\
- {id: z, areas: [security, risk], holders: [{staff: a, from: 2024-05-01}]}
- {id: m, areas: [risk], start: 2020-01-01, end: 2023-12-31, holders: [{staff: b, from: 2019-01-01}]}
- {id: other, holders: [{staff: c, from: 2001-01-01}, {staff: a, from: 2022-01-01, until: 2022-12-31}]}
- {id: own, areas: [own-area], holders: [{staff: c, from: 2025-01-01, as: deputy}]}
"""


@pytest.mark.parametrize(
    ("first", "subjects", "begins", "rows", "gone"),
    [
        pytest.param(None, [], "2020-01-01", "m z own", "", id="leads, by area and then by id; the post's first day"),
        pytest.param("2023-12-31", [], "2023-12-31", "m z own", "", id="the last day of a post"),
        pytest.param("2024-01-01", [], "2024-01-01", "z own", "m", id="a post out of use is left out"),
        pytest.param(None, [Subject("role", "other")], "2001-01-01", "other", "", id="a role that leads nothing"),
        pytest.param(None, [Subject("area", "risk")], "2020-01-01", "m z", "", id="an area"),
        pytest.param(None, [Subject("person", "a")], "2022-01-01", "z other", "", id="a person"),
        pytest.param("2023-01-01", [Subject("person", "a")], "2023-01-01", "z", "", id="a person's part that is over"),
        pytest.param(None, [Subject("person", "b")], "2020-01-01", "m", "", id="not before the post"),
        pytest.param(None, [Subject("person", "nobody")], "2026-11-24", "", "", id="nobody's"),
        pytest.param(None, [Subject("function", "dpo")], "2026-11-24", "", "", id="a function that no role has"),
    ],
)
def test_which_rows_and_where_the_window_begins(
    first: str | None, subjects: list[Subject], begins: str, rows: str, gone: str
) -> None:
    found = over(ROLES, first=first, subjects=subjects)
    assert found.span == Span(day(begins), LAST)
    assert " ".join(one.role.id or "" for one in found.rows) == rows
    assert " ".join(role.id or "" for role in found.gone) == gone


@pytest.mark.parametrize(
    ("subjects", "silent"),
    [
        ([Subject("person", "c")], []),
        ([Subject("person", "nobody")], [0]),
        (
            [Subject("person", "a"), Subject("person", "nobody"), Subject("area", "risk"), Subject("function", "dpo")],
            [1, 3],
        ),
        ([Subject("role", "other"), Subject("person", "b")], []),
        ([], []),
    ],
)
def test_of_whom_there_is_nothing(subjects: list[Subject], silent: list[int]) -> None:
    assert over(ROLES, subjects=subjects).silent == tuple(subjects[index] for index in silent)


def test_of_a_person_nothing_is_said_of_others_or_of_gaps() -> None:
    (found,) = over(
        "- {id: r, start: 2020-01-01, holders: [{staff: a, from: 2024-01-01, until: 2024-06-30}, {staff: b, from: 2024-06-01}]}",
        subjects=[Subject("person", "a")],
    ).rows
    assert (len(found.bars), found.gaps, found.overlaps) == (1, (), ())
    whole = over(
        "- {id: r, holders: [{staff: a, from: 2024-01-01}, {staff: b, from: 2024-06-01}]}",
        subjects=[Subject("person", "a"), Subject("role", "r")],
    ).rows[0]
    assert (len(whole.bars), len(whole.overlaps)) == (2, 1)


def test_bars_are_in_the_order_of_their_days_and_not_cut() -> None:
    found = row("{staff: c, from: 2026-01-01}, " + A + ", {staff: b, from: 2025-01-01, as: deputy}", first="2025-06-30")
    assert [(bar.staff, bar.span.first) for bar in found.bars] == [
        ("a", day("2025-01-01")),
        ("b", day("2025-01-01")),
        ("c", day("2026-01-01")),
    ]
    later = row("{staff: c, from: 2026-01-01}, " + A, first="2025-07-01")
    assert [bar.staff for bar in later.bars] == ["c"]
    assert said(later.gaps) == ["2025-07-01..2025-12-31 184"]


def test_nothing_is_vacant_where_a_file_could_not_be_read() -> None:
    known = register(roles=f"[{{id: siro, areas: [risk], holders: [{A}]}}]", staff="- {id: a\n")
    found = timeline(known, [], None, LAST, LAST)
    assert not found.is_certain
    assert [one.gaps for one in found.rows] == [()]


def test_the_last_days_there_are() -> None:
    ends = dt.date.max
    found = over(f"- {{id: r, areas: [risk], holders: [{{staff: a, from: 0001-01-01, until: {ends}}}]}}", last=ends)
    assert found.rows[0].gaps == ()
    assert found.span == Span(dt.date.min, ends)


WORDS = st.sampled_from(["substantive", "acting", "deputy"])
DAYS = st.none() | st.integers(-40, 420).map(lambda days: dt.date(2025, 1, 1) + dt.timedelta(days=days))
HOLDERS = st.lists(st.tuples(st.sampled_from("abc"), DAYS, DAYS, WORDS), max_size=6)
POSTS = st.lists(st.tuples(DAYS, DAYS, HOLDERS), min_size=1, max_size=3)


@settings(max_examples=20)
@given(POSTS)
def test_on_every_day_it_says_what_who_says(posts: list[tuple[dt.date | None, dt.date | None, list[tuple[str, dt.date | None, dt.date | None, str]]]]) -> None:  # fmt: skip
    first, last = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    text = "".join(
        f"- {{id: r{number}, areas: [risk], {_days('start', start)}{_days('end', end)}holders: ["
        + ", ".join(f"{{staff: {who}, {_days('from', a)}{_days('until', b)}as: {how}}}" for who, a, b, how in holders)
        + "]}\n"
        for number, (start, end, holders) in enumerate(posts)
    )
    agree(register(roles=text, staff=PEOPLE), Subject("area", "risk"), first, last)


ROOT = Path(__file__).parents[2]
REGISTERS = [
    ROOT / "register",
    *sorted(path for path in (ROOT / "tests/registers").glob("*/register") if path.is_dir()),
]


@pytest.mark.thorough
@pytest.mark.parametrize("folder", REGISTERS, ids=lambda folder: folder.parent.name)
def test_on_every_day_of_a_year_of_a_whole_register(folder: Path) -> None:
    kinds = ("roles", "staff")
    known = read(read_sources(folder, kinds), kinds)
    subjects = [Subject("area", area) for area in known.areas]
    subjects += [Subject("role", role.id) for role in known.of(Role)[:5] if role.id]
    for one in subjects:
        agree(known, one, day("2025-11-25"), LAST)


def agree(known: Register, subject: Subject, first: dt.date, last: dt.date) -> None:
    """Hold a timeline against `who` of each of its days."""
    found = timeline(known, [subject], first, last, last)
    rows = {one.role.id: one for one in found.rows}
    for number in range((last - first).days + 1):
        here = first + dt.timedelta(days=number)
        on = Span(here, here)
        asked = who_held(known, subject, here)
        for role in asked.roles:
            one = rows[role.role.id]
            pairs = sorted((item.holder.staff or "", item.holder.as_) for item in role.people)
            shown = [bar for bar in one.bars if bar.span.meets(on)]
            assert sorted((bar.staff, bar.appointment.holder.as_) for bar in shown) == pairs
            vacant = any(gap.meets(on) for gap in one.gaps)
            assert not (vacant and role.held)
            before = [bar for bar in one.bars if bar.appointment.fills and (bar.span.first or dt.date.min) < here]
            assert vacant or role.held or (not before and role.role.start is None)
            people = {item.holder.staff or "" for item in role.people if item.fills}
            double = [other.staff for other in one.overlaps if other.span.meets(on)]
            assert double == ([sorted(people)] if len(people) > 1 else [])
            away = {item.holder.staff for item in role.people if absence_of(asked.tenure, item.holder.staff)}
            absent = [item.span.meets(on) for item in one.absences]
            assert bool(away) == any(absent)
        for gone in asked.gone:
            shown = [bar for bar in rows[gone.id].bars if bar.span.meets(on)] if gone.id in rows else []
            assert shown == []


def _days(name: str, day: dt.date | None) -> str:
    return f"{name}: {day}, " if day is not None else ""


def test_runs_stand_next_to_one_another() -> None:
    spans = [(Span(None, dt.date(2025, 1, 3)), "a"), (Span(dt.date(2025, 1, 4), dt.date(2025, 1, 4)), "a")]
    found = list(runs(spans, dt.date(2025, 1, 1), dt.date(2025, 1, 6)))
    assert [(run.first.day, run.last.day, sorted(run.there)) for run in found] == [(1, 4, ["a"]), (5, 6, [])]
    for one, other in itertools.pairwise(found):
        assert one.last + dt.timedelta(days=1) == other.first
