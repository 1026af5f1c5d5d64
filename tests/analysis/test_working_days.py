"""Working days: weekends, the bank holidays of each nation and of all, and years that the facts do not list."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.analysis.working_days import INFORMATION, WorkingDays
from igreg.facts.holidays import Holidays, by_rule
from igreg.facts.in_force import Facts
from igreg.facts.life import NATIONS
from igreg.facts.tables import table
from igreg.model.values import Nation

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2031, 12, 31))


def of(*nations: Nation) -> WorkingDays:
    return WorkingDays(Facts(), nations)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "nations"),
    [
        pytest.param("2026-01-02", {"scotland"}, id="2 January"),
        pytest.param("2026-03-17", {"northern-ireland"}, id="St Patrick"),
        pytest.param("2026-04-03", {"england", "wales", "scotland", "northern-ireland"}, id="Good Friday"),
        pytest.param("2026-04-06", {"england", "wales", "northern-ireland"}, id="Easter Monday"),
        pytest.param("2026-06-15", {"scotland"}, id="by proclamation"),
        pytest.param("2026-07-13", {"northern-ireland"}, id="the twelfth of July, moved"),
        pytest.param("2026-08-03", {"scotland"}, id="August in Scotland"),
        pytest.param("2026-08-31", {"england", "wales", "northern-ireland"}, id="August elsewhere"),
        pytest.param("2026-11-30", {"scotland"}, id="St Andrew"),
        pytest.param("2026-12-28", {"england", "wales", "scotland", "northern-ireland"}, id="Boxing Day, moved"),
        pytest.param("2022-09-19", {"england", "wales", "scotland", "northern-ireland"}, id="a funeral"),
        pytest.param("2026-12-29", set(), id="no holiday"),
    ],
)
def test_where_a_day_is_a_bank_holiday(on: str, nations: set[Nation]) -> None:
    assert {nation for nation in NATIONS if not of(nation).is_working(day(on))} == nations


@pytest.mark.parametrize("nation", NATIONS)
def test_the_list_and_the_package_agree_in_the_years_that_both_know(nation: Nation) -> None:
    years = {row.year: row for row in table(Holidays).values() if nation in row.nation}
    assert sorted(years) == list(range(2021, 2029)), "no year is left out"
    for year, row in years.items():
        assert set(row.days) == {one for one in by_rule(nation, year) if one.weekday() < 5}
        assert {one.day for one in row.proclaimed} <= set(row.days)
        assert list(row.days) == sorted(row.days)


def test_what_was_proclaimed_has_its_reason() -> None:
    found = {one.day: one for row in table(Holidays).values() for one in row.proclaimed}
    assert found[day("2026-06-15")].announced == day("2026-02-04")
    assert all(one.why for one in found.values())


def test_for_information_any_part_of_the_kingdom_counts_but_in_scotland_its_own() -> None:
    assert {nation: len(nations) for nation, nations in INFORMATION.items()} == {
        "england": 4,
        "wales": 4,
        "northern-ireland": 4,
        "scotland": 1,
    }


@pytest.mark.parametrize(
    ("nation", "start", "count", "end"),
    [
        pytest.param("england", "2026-02-27", 20, "2026-03-30", id="St Patrick counts in England too"),
        pytest.param("scotland", "2026-02-27", 20, "2026-03-27", id="and not in Scotland"),
        pytest.param("england", "2026-03-02", 20, "2026-03-31", id="from a Monday"),
        pytest.param("england", "2026-02-28", 20, "2026-03-30", id="received on a Saturday"),
        pytest.param("scotland", "2026-06-12", 1, "2026-06-16", id="over a proclaimed day"),
        pytest.param("england", "2026-12-24", 1, "2026-12-29", id="over Christmas"),
        pytest.param("england", "2026-12-31", 1, "2027-01-05", id="2 January moved in Scotland"),
    ],
)
def test_so_many_working_days_after(nation: Nation, start: str, count: int, end: str) -> None:
    assert of(*INFORMATION[nation]).after(day(start), count) == day(end)


def test_beyond_the_list_the_package_reckons_and_it_can_be_asked() -> None:
    england = of("england")
    assert england.is_listed(day("2028-12-31")) and not england.is_listed(day("2029-01-01"))
    assert not england.is_working(day("2030-12-25"))
    assert england.is_working(day("2199-12-25")), "nobody reckons so far"


def test_an_own_row_adds_a_day() -> None:
    row = table(Holidays)["2026-scotland"]
    own = row.model_copy(update={"days": (*row.days, day("2026-09-14")), "own": True})
    assert not WorkingDays(Facts({row.id: own}), ("scotland",)).is_working(day("2026-09-14"))


def test_the_last_day_of_the_calendar_is_the_end() -> None:
    assert of("england").after(dt.date.max, 20) == dt.date.max
    assert of("england").after(day("9999-12-30"), 20) == dt.date.max


@given(DAYS, st.integers(1, 60))
def test_there_are_as_many_working_days_to_a_day_as_were_counted(start: dt.date, count: int) -> None:
    calendar = of(*INFORMATION["england"])
    end = calendar.after(start, count)
    assert calendar.is_working(end)
    assert calendar.left(start, end) == count
    assert calendar.left(end, start) == -count


@given(DAYS)
def test_a_day_is_moved_to_the_next_working_day_and_no_further(start: dt.date) -> None:
    calendar = of("northern-ireland")
    found = calendar.on_or_after(start)
    assert calendar.is_working(found)
    assert not any(calendar.is_working(start + dt.timedelta(days=n)) for n in range((found - start).days))
