"""Is somebody trained? Any record that counts is enough, and the one that lasts longest says until when."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.analysis.training import CourseTraining, Training
from igreg.model.span import Span, parse_span
from igreg.register.training_index import TrainingIndex
from igreg.register.training_lines import TrainingLine
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
YEAR = Span(12, "month")

CASES = [
    pytest.param("completed: 2025-11-22", True, "2026-11-22", True, id="the last day still counts"),
    pytest.param("completed: 2025-11-21", False, "2026-11-21", False, id="lapsed yesterday"),
    pytest.param("completed: 2026-11-22", True, "2027-11-22", True, id="completed today"),
    pytest.param("completed: 2026-11-23", False, None, False, id="completed tomorrow does not count yet"),
    pytest.param("completed: 2026-01-01, expires: 2026-11-22", True, "2026-11-22", True, id="its own end, still today"),
    pytest.param("completed: 2026-01-01, expires: 2026-11-21", False, "2026-11-21", False, id="its own end, yesterday"),
    pytest.param("completed: 2020-01-01, expires: 2030-01-01", True, "2030-01-01", False, id="counts, and is long ago"),
    pytest.param(
        "completed: 2020-01-01, expires: 2030-01-01|completed: 2025-11-21",
        True,
        "2030-01-01",
        False,
        id="an earlier one lasts longer",
    ),
    pytest.param(
        "completed: 2025-12-01|completed: 2026-01-01, expires: 2026-02-01",
        True,
        "2026-12-01",
        True,
        id="a later one with an early end takes nothing away",
    ),
    pytest.param("completed: 2025-12-01|completed: 2026-12-01", True, "2026-12-01", True, id="nor does one to come"),
    pytest.param("completed: 2024-01-01|completed: 2025-01-01", False, "2026-01-01", False, id="two that have lapsed"),
    pytest.param("completed: 2026-03-01|completed: 2024-01-01", True, "2027-03-01", True, id="whatever stands first"),
    pytest.param("completed: soon", False, None, False, id="a day that cannot be read"),
]


@pytest.mark.parametrize(("records", "trained", "end", "recent"), CASES)
def test_one_person(records: str, trained: bool, end: str | None, recent: bool) -> None:
    made = register(
        courses="- {id: ig, title: IG, valid_for: 12 months}",
        training_records="\n".join(f"- {{staff: ann, course: ig, {one}}}" for one in records.split("|")),
    )
    training = Training(made, DAY)
    assert training.is_trained("ann", "ig") is trained
    ends = training.of("ig").ends.get("ann")
    assert (ends.isoformat() if ends else None) == end
    assert training.of("ig").untrained({"ann"}, YEAR) == (set() if recent else {"ann"})
    assert training.ended("ann", "ig") == (None if trained or end is None else day(end))


def test_a_course_without_a_span_is_for_good() -> None:
    made = register(
        courses="- {id: ig, title: IG}", training_records="- {staff: ann, course: ig, completed: 1999-01-01}"
    )
    training = Training(made, DAY)
    assert training.of("ig").ends == {"ann": None}
    assert training.is_trained("ann", "ig")
    assert training.ended("ann", "ig") is None
    assert not list(training.of("ig").lapses(dt.date.max))


def test_for_good_outlasts_any_end() -> None:
    records = "- {staff: ann, course: ig, completed: 1999-01-01}\n- {staff: ann, course: ig, completed: 2020-01-01, expires: 2021-01-01}"
    assert Training(register(courses="- {id: ig, title: IG}", training_records=records), DAY).of("ig").ends == {
        "ann": None
    }


def test_of_a_course_without_records_nobody_is_trained() -> None:
    nothing = Training(register(), DAY).of("ig")
    assert (nothing.trained, nothing.untrained({"ann"}, YEAR), dict(nothing.ends)) == (frozenset(), {"ann"}, {})


@pytest.mark.parametrize(
    ("until", "lapsing"), [("2026-11-20", []), ("2026-11-21", ["ann"]), ("2027-01-01", ["ann", "ben"])]
)
def test_lapses(until: str, lapsing: list[str]) -> None:
    records = "- {staff: ann, course: ig, completed: 2025-11-21}\n- {staff: ben, course: ig, completed: 2026-01-01}"
    made = register(courses="- {id: ig, title: IG, valid_for: 12 months}", training_records=records)
    assert [staff for _, staff in Training(made, DAY).of("ig").lapses(day(until))] == lapsing


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 1, 1))
LINES = st.lists(
    st.builds(
        TrainingLine,
        st.sampled_from(["ann", "ben"]),
        st.just("ig"),
        DAYS,
        st.one_of(st.none(), DAYS),
        st.just("t.yaml"),
        st.none(),
    ),
    max_size=6,
)


@settings(max_examples=400, derandomize=True)
@given(LINES, st.sampled_from([None, "12 months", "1 day"]), DAYS)
def test_quick_answers_are_those_of_asking_each_record(
    lines: list[TrainingLine], span: str | None, day: dt.date
) -> None:
    valid_for = parse_span(span) if span else None
    found = TrainingIndex(lines).by_course.get("ig")
    if found is None:
        return
    course = CourseTraining(found, valid_for, day)

    def end(line: TrainingLine) -> dt.date:
        assert line.completed is not None
        return line.expires or (valid_for.after(line.completed) if valid_for else dt.date.max)

    by_day = [line for line in lines if line.completed is not None and line.completed <= day]
    people = {line.staff for line in by_day}
    longest = {staff: max(end(line) for line in by_day if line.staff == staff) for staff in people}
    assert {staff: last or dt.date.max for staff, last in course.ends.items()} == longest
    counting = [line for line in by_day if end(line) >= day]
    assert course.trained == {line.staff for line in counting}
    assert course.untrained({"ann", "ben"}) == {"ann", "ben"} - course.trained
    recent = {line.staff for line in counting if line.completed and YEAR.after(line.completed) >= day}
    assert course.untrained({"ann", "ben"}, YEAR) == {"ann", "ben"} - recent
    for until in (day, day + dt.timedelta(days=200)):
        assert dict(map(reversed, course.lapses(until))) == {  # type: ignore[arg-type]
            staff: last for staff, last in longest.items() if last <= until and last < dt.date.max
        }
