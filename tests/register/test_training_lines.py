"""Training records as plain tuples."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igreg.register.fast_training import Lines
from igreg.register.file import records_of
from igreg.register.training_lines import TrainingLine
from igreg.source.reading.met_rows import Runs
from igreg.source.reading.pieces import glance

PLAIN = {"staff": "ann", "course": "ig", "completed": "2026-01-01"}


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"notes": "x"}, id="another key"),
        pytest.param({"staff": ""}, id="nobody"),
        pytest.param({"staff": " ann"}, id="a space too many"),
        pytest.param({"staff": 7}, id="a number for an id"),
        pytest.param({"completed": "soon"}, id="no day"),
        pytest.param({"completed": dt.date(2026, 1, 1)}, id="a day that is no text"),
        pytest.param({"expires": None}, id="an end that is nothing"),
        pytest.param({"expires": "never"}, id="an end that is no day"),
    ],
)
def test_doubtful_ones_are_looked_at_closely(more: dict[str, object]) -> None:
    assert Lines().plain({**PLAIN, **more}, "t.yaml", 0) is None


def test_plain_ones() -> None:
    line = Lines().plain({**PLAIN, "expires": "2027-01-01"}, "t.yaml", 3)
    assert line == TrainingLine("ann", "ig", dt.date(2026, 1, 1), dt.date(2027, 1, 1), "t.yaml", 3)


def test_equal_ids_are_one_string() -> None:
    lines = Lines()
    first = lines.plain(dict(PLAIN), "t.yaml", 0)
    second = lines.plain({**PLAIN, "staff": "".join(["a", "nn"])}, "t.yaml", 1)
    assert first is not None and second is not None
    assert first.staff is second.staff


def test_the_name_that_stands_for_an_id() -> None:
    line = TrainingLine("ann", "ig", dt.date(2026, 1, 1), None, "t.yaml", 0)
    fault = line.fault(("completed",), "m")
    assert (fault.record, fault.origin, fault.path) == (line.identity, ("t.yaml", 0), ("completed",))
    assert line._replace(staff=None).identity is None


@pytest.mark.parametrize("word", ["null", "Null", "true", "FALSE", "inf", "nan", "yes", "e5", "x.1"])
def test_a_word_in_lines_is_what_it_is_in_any_other_order(word: str) -> None:
    quoted = f'- staff: "{word}"\n  course: ig\n  completed: 2026-01-01\n'
    text = quoted + f"- staff: {word}\n  course: ig\n  completed: 2026-01-02\n" * 8
    other = quoted + f"- course: ig\n  staff: {word}\n  completed: 2026-01-02\n" * 8
    made = records_of("training-records", "t.yaml", text, Lines())
    expected = records_of("training-records", "t.yaml", other, Lines())
    assert (made.training, len(made.record_faults)) == (expected.training, len(expected.record_faults))


@pytest.mark.parametrize("more", [{}, {"expires": "2027-01-01"}], ids=["three fields", "four"])
def test_what_was_plain_once_is_only_looked_up(more: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    lines, made, looked = Lines(), [], []
    plain = Lines.plain
    monkeypatch.setattr(Lines, "plain", lambda self, *words: looked.append(words) or plain(self, *words))
    data: dict[str, object] = {**PLAIN, **more}
    lines.read(made, "t.yaml", iter([(False, [data, dict(data), dict(data)])]), frozenset(), lambda *_: 1 / 0)
    assert len(made) == 3
    assert {line[:4] for line in made} == {made[0][:4]}
    assert len(looked) == 1


def test_what_has_more_than_was_plain_once_is_looked_at_again() -> None:
    """Be it a note beside words that were all seen before."""
    lines, made, closely = Lines(), list[TrainingLine](), list[int]()
    seen = {**PLAIN, "expires": "2027-01-01"}
    line = lines.plain(seen, "t.yaml", 0)
    assert line is not None

    def look(data: object, index: int) -> TrainingLine:
        closely.append(index)
        return line._replace(item=index)

    odd: list[dict[str, object]] = [{**seen, "notes": "late"}, {**PLAIN, "notes": "late"}, {**PLAIN, "tags": []}]
    lines.read(made, "t.yaml", iter([(False, [seen, *odd, seen])]), frozenset(), look)
    assert (closely, [one.item for one in made]) == ([1, 2, 3], [0, 1, 2, 3, 4])


def test_pieces_of_either_sort_follow_one_another() -> None:
    """Records that are values already, and records as they are read otherwise, in any order."""
    lines, made = Lines(), list[TrainingLine]()
    met, day = Runs(), (dt.date(2026, 1, 1), None)
    met += [("ann", "ig", day), {**PLAIN, "staff": "eve"}, ("ben", "ig", day)]
    met.others.append(1)
    pieces = [[dict(PLAIN)], met, [{**PLAIN, "staff": "cat"}], Runs(), [{**PLAIN, "staff": "dan"}]]
    lines.read(made, "t.yaml", iter([(False, piece) for piece in pieces]), frozenset(), lambda *_: 1 / 0)
    assert [(one.staff, one.item) for one in made] == [
        ("ann", 0), ("ann", 1), ("eve", 2), ("ben", 3), ("cat", 4), ("dan", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(("single", "item"), [(True, None), (False, 0)])
@pytest.mark.parametrize("data", [PLAIN, {**PLAIN, "notes": "x"}, ("", "s1", "c1", "2026-01-01", "", "")])
def test_a_record_that_is_all_of_its_file_has_no_place_in_a_list(single: bool, item: int | None, data: Any) -> None:
    lines, made, closely = Lines(), list[TrainingLine](), TrainingLine("z", "ig", None, None, "t.yaml", 7)
    for _ in range(2):  # what is met again has none either
        pieces = iter([(single, [data])])
        lines.read(made, "t.yaml", pieces, frozenset(), lambda data, index: closely._replace(item=index))
    assert [line.item for line in made] == [item, item]


def test_a_row_in_which_a_plain_text_stands_for_the_first_time_is_a_line_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its data is made of it only where one of its words may be no text."""
    lines, made, of_row = Lines(), list[TrainingLine](), list[object]()
    inside = Lines.of_row
    monkeypatch.setattr(Lines, "of_row", lambda self, row: of_row.append(row[1]) or inside(self, row))
    rows = [("", staff, "c1", "2026-01-01", "", "") for staff in ("s1", "ann", "s2", "ann", "s1")]
    lines.read(made, "t.yaml", iter([(False, rows)]), frozenset(), lambda *_: 1 / 0)
    assert [line.staff for line in made] == ["s1", "ann", "s2", "ann", "s1"]
    assert of_row == ["ann"]


def test_a_word_of_a_row_is_remembered_whichever_field_it_stood_in() -> None:
    lines, made = Lines(), []
    row = ("", "s1", "c1", "2026-01-01", "", "")
    lines.read(made, "t.yaml", iter([(False, [row, row])]), frozenset(), lambda *_: 1 / 0)
    assert lines.words == {"s1": "s1", "c1": "c1"}
    assert [line.item for line in made] == [0, 1]


ROW = "- {staff: ann, course: ig, completed: 2026-01-01}\n"


@pytest.mark.parametrize(
    ("odd", "rules"),
    [
        pytest.param("- x\n", ["wrong-shape"], id="a word"),
        pytest.param("- [a]\n", ["wrong-shape"], id="a list"),
        pytest.param("-\n", ["wrong-shape"], id="nothing"),
        pytest.param("- *gone\n", ["anchor-or-tag"], id="an alias"),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_is_no_record_is_told_once_and_makes_no_line(odd: str, rules: list[str], at: int) -> None:
    rows = [ROW] * 2
    rows.insert(at, odd)
    made = records_of("training-records", "t.yaml", "".join(rows), Lines())
    assert [line.item for line in made.training] == [number for number in range(3) if number != at]
    assert [told.rule for told in (*made.text_faults, *made.record_faults)] == rules


@pytest.mark.parametrize(("levels", "rules"), [(48, ["unknown-field"]), (49, ["unknown-field"]), (50, ["too-much"])])
@pytest.mark.parametrize(("kind", "record"), [("training-records", ROW), ("roles", "- {id: a, title: A}\n")])
def test_what_is_too_deep_is_told_in_any_kind_of_file(levels: int, rules: list[str], kind: str, record: str) -> None:
    """The record is the first level of 50; a list in a list is one each."""
    text = record + record.replace("}", f", more: {'[' * levels}{']' * levels}}}").replace("id: a", "id: b")
    made = records_of(kind, "t.yaml", text, Lines())
    assert [told.rule for told in (*made.text_faults, *made.record_faults)] == rules


@pytest.mark.parametrize(
    ("staff", "course", "completed", "expires", "line"),
    [
        pytest.param("s-1", "c.2", "2026-01-01", "", ("s-1", "c.2", dt.date(2026, 1, 1), None), id="no end"),
        pytest.param(
            "s-1", "c.2", "2026-01-01", "2027-01-01",
            ("s-1", "c.2", dt.date(2026, 1, 1), dt.date(2027, 1, 1)), id="an end",
        ),
        pytest.param("ann", "c.2", "2026-01-01", "", None, id="a word of letters that was not looked at yet"),
        pytest.param("s-1", "ig", "2026-01-01", "", None, id="and one of a course"),
        pytest.param("", "c.2", "2026-01-01", "", None, id="nobody"),
        pytest.param("s-1", "", "2026-01-01", "", None, id="no course"),
        pytest.param("s-1", "c.2", "2026-02-30", "", None, id="a day that no month has"),
        pytest.param("s-1", "c.2", "2026-01-01", "2027-02-30", None, id="an end that no month has"),
    ],
)  # fmt: skip
def test_the_line_of_a_row(staff: str, course: str, completed: str, expires: str, line: object) -> None:
    lines = Lines()
    made = lines.new_words(("", staff, course, completed, expires, ""), "t.yaml", 3)
    assert made == (line and TrainingLine(*line, "t.yaml", 3))
    assert lines.words == ({} if line is None else {staff: staff, course: course})


@pytest.mark.parametrize(
    ("word", "value", "known"),
    [("ann", "ann", True), ("s-1", "s-1", True), ("null", None, False), ("true", True, False)],
)
def test_the_data_of_a_row(word: str, value: object, known: bool) -> None:
    """Twice: what is known the second time is what was read the first."""
    lines = Lines()
    for _ in range(2):
        data = lines.of_row(("", word, "c.2", "2026-01-01", "", ""))
        assert data == {"staff": value, "course": "c.2", "completed": "2026-01-01"}
        assert (word in lines.words) is known
    assert lines.of_row(("", "c.2", word, "2026-01-01", "2027-01-01", "")) == {
        "staff": "c.2", "course": value, "completed": "2026-01-01", "expires": "2027-01-01",
    }  # fmt: skip


COLUMNS = {"staff": ["ann", "ben", "ann"], "course": ["ig", "ig", "law"], "completed": ["2026-01-01"] * 3}


@pytest.mark.parametrize(
    ("more", "ends"),
    [
        pytest.param({}, [None] * 3, id="no ends"),
        pytest.param({"expires": ["", "2027-01-01", ""]}, [None, dt.date(2027, 1, 1), None], id="an end of one"),
        pytest.param({"expires": ["", "", "soon"]}, None, id="an end that is no day"),
        pytest.param({"completed": ["2026-01-01", "2026-02-30", "2026-01-01"]}, None, id="a day that no month has"),
    ],
)
def test_rows_that_are_proved_are_taken_together(more: dict[str, list[str]], ends: list[dt.date | None] | None) -> None:
    lines, made = Lines(), list[TrainingLine]()
    assert lines.take(made, "t.yaml", COLUMNS | more) is (ends is not None)
    day = dt.date(2026, 1, 1)
    assert made == [
        TrainingLine(staff, course, day, end, "t.yaml", item)
        for item, (staff, course, end) in enumerate(zip(COLUMNS["staff"], COLUMNS["course"], ends or [], strict=False))
    ]
    assert lines.words == {"ann": "ann", "ben": "ben", "ig": "ig", "law": "law"}
    assert all(line.staff is lines.ids[line.staff or ""] for line in made)


@pytest.mark.parametrize(
    ("completed", "expires", "days"),
    [
        ("2026-01-01", "", (dt.date(2026, 1, 1), None)),
        ("2026-01-01", "2027-02-03", (dt.date(2026, 1, 1), dt.date(2027, 2, 3))),
        ("2026-02-30", "", None),
        ("2026-01-01", "2027-02-30", None),
    ],
)
def test_plain_rows_are_met_with_their_days(
    completed: str, expires: str, days: tuple[dt.date, dt.date | None] | None
) -> None:
    """What is met is three values; a row with a day that is none is left as it was read."""
    end = f"  expires: {expires}\n" if expires else ""
    row = "- staff: {}\n  course: c-1\n  completed: {}\n{}"
    text = row.format("s-1", "2026-03-04", "") * 4 + row.format("s-2", completed, end)
    ((single, met),) = glance(text, take=Lines().met.take)
    assert not single
    assert met[:4] == [("s-1", "c-1", (dt.date(2026, 3, 4), None))] * 4
    assert met[4][:3] == ("s-2", "c-1", days) if days else len(met[4]) > 3
