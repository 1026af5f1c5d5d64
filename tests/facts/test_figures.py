"""Which figure is in force, and what may be written for one."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from igreg.check.settings import parse
from igreg.facts import limits
from igreg.facts.figures import Figures, is_length, own_figure
from igreg.model.span import Span


def test_without_own_figures_those_of_the_facts_are_in_force() -> None:
    figures = Figures()
    for key, limit in limits().items():
        if is_length(limit):
            assert figures.span(key) == Span(int(limit.value), limit.unit.removesuffix("s"))
        else:
            assert figures.number(key) == limit.value


def test_an_own_figure_wins() -> None:
    figures = Figures({"breach-notice": 24, "acting-limit": Span(6, "week")})
    assert (figures.number("breach-notice"), figures.span("acting-limit")) == (24.0, Span(6, "week"))
    assert (figures.number("training-share"), figures.span("investigation")) == (95.0, Span(90, "day"))


@pytest.mark.parametrize(
    ("life", "day", "hours"),
    [
        ("", "2026-11-24", 24),
        ("in-force-from = 2026-11-25", "2026-11-24", 72),
        ("in-force-from = 2026-11-25", "2026-11-25", 24),
        ("until = 2026-11-23", "2026-11-24", 24),
        ('nation = "wales"', "2026-11-24", 72),
    ],
)
def test_an_own_row_holds_from_its_day_and_in_its_nation(life: str, day: str, hours: float) -> None:
    text = f'[facts.limits.breach-notice]\nvalue = 24\nsource = "Policy 4"\n{life}\n'
    figures = parse("igreg.toml", text).figures.in_nation("england", dt.date.fromisoformat(day))
    assert figures.number("breach-notice") == hours


def test_hours_are_a_number_and_longer_times_are_lengths() -> None:
    assert {limit.unit for limit in limits().values() if is_length(limit)} == {"days", "months"}
    assert not is_length(limits()["breach-notice"])


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        pytest.param("breach-notice", 24, 24, id="a whole number"),
        pytest.param("breach-notice", 0.5, 0.5, id="a fraction"),
        pytest.param("breach-notice", 0, 0, id="nothing at all"),
        pytest.param("breach-notice", 10_000, 10_000, id="the largest"),
        pytest.param("training-share", 100, 100, id="all of them"),
        pytest.param("acting-limit", "18 months", Span(18, "month"), id="a length"),
        pytest.param("acting-limit", "6 weeks", Span(6, "week"), id="a length in other units"),
        pytest.param("investigation", "100 years", Span(100, "year"), id="the longest"),
    ],
)
def test_what_may_be_written(key: str, value: object, found: object) -> None:
    assert own_figure(limits()[key], value) == found


WRITE = "write the hours as breach-notice = 72"
LENGTH = 'write it as acting-limit = "12 months"'
FORM = "a whole number of at least 1, a space and hours, days, weeks, months or years"
REFUSED = [
    ("breach-notice", "24 hours", "'24 hours' is not a number; write the hours as breach-notice = 24"),
    ("breach-notice", "3 days", f"'3 days' is not a number; {WRITE}"),
    ("breach-notice", "72", f"'72' is not a number; {WRITE}"),
    ("breach-notice", "x hours", f"'x hours' is not a number; {WRITE}"),
    ("breach-notice", True, f"true is not a number; {WRITE}"),
    ("breach-notice", [], f"[] is not a number; {WRITE}"),
    ("breach-notice", -1, "-1 is not between 0 and 10000 hours"),
    ("breach-notice", -0.1, "-0.1 is not between 0 and 10000 hours"),
    ("breach-notice", math.nan, "nan is not between 0 and 10000 hours"),
    ("breach-notice", math.inf, "inf is not between 0 and 10000 hours"),
    ("breach-notice", -math.inf, "-inf is not between 0 and 10000 hours"),
    ("breach-notice", 10_001, "10001 is not between 0 and 10000 hours"),
    ("breach-notice", 10**5000, "so large a number is not between 0 and 10000 hours"),
    ("breach-notice", 10**12, "1000000000000 is not between 0 and 10000 hours"),
    ("breach-notice", 10**12 + 1, "so large a number is not between 0 and 10000 hours"),
    ("breach-notice", "x" * 38, f"'{'x' * 38}' is not a number; {WRITE}"),
    ("breach-notice", "x" * 39, f"'{'x' * 39}... is not a number; {WRITE}"),
    ("information-request", 5.5, "5.5 is no whole number of working days"),
    ("training-share", 100.5, "100.5 is not between 0 and 100 percent"),
    ("training-share", "3 months", "'3 months' is not a number; write the percent as training-share = 95"),
    ("acting-limit", 18, '18 is not a length of time; write it as acting-limit = "18 months"'),
    ("acting-limit", 1, '1 is not a length of time; write it as acting-limit = "1 month"'),
    ("acting-limit", 0, f"0 is not a length of time; {LENGTH}"),
    ("acting-limit", 1000, f"1000 is not a length of time; {LENGTH}"),
    ("acting-limit", 1.5, f"1.5 is not a length of time; {LENGTH}"),
    ("acting-limit", False, f"false is not a length of time; {LENGTH}"),
    ("acting-limit", math.nan, f"nan is not a length of time; {LENGTH}"),
    ("acting-limit", "soon", f"'soon' is not {FORM}; for example acting-limit = \"12 months\""),
    ("acting-limit", "0 months", f"'0 months' is not {FORM}; for example acting-limit = \"12 months\""),
    ("acting-limit", "-3 months", f"'-3 months' is not {FORM}; for example acting-limit = \"12 months\""),
    ("acting-limit", "101 years", "'101 years' is longer than 100 years"),
    ("acting-limit", "999999999999 hours", "'999999999999 hours' is longer than 100 years"),
    ("acting-limit", ["x" * 100], f"['{'x' * 38}... is not a length of time; {LENGTH}"),
]


@pytest.mark.parametrize(
    ("key", "value", "message"), REFUSED, ids=[f"{key}-{i}" for i, (key, *_) in enumerate(REFUSED)]
)
def test_what_is_refused(key: str, value: object, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        own_figure(limits()[key], value)
    assert str(refused.value) == message
