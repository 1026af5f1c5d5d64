"""Training records taken apart by what was met before: what comes of them is what the fast reader gives."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any, NoReturn

import pytest

from igreg.model.values import parse_day
from igreg.register import file
from igreg.register.fast_training import Lines
from igreg.register.file import records_of
from igreg.source.reading import met_rows
from igreg.source.reading.fast import Doubt, load
from igreg.source.reading.met_rows import MetRows, Runs


def _rows() -> MetRows:
    """One that takes each word as it is, `nobody` as none, and each day as text."""
    return MetRows(lambda word: None if word == "nobody" else word, lambda day, end: (day, end))


def _take(text: str, deep: int = 0, rows: MetRows | None = None) -> list[Any]:
    return (rows or _rows()).take(text, deep, load)


PLAIN = ("s1", "c1", ("2026-01-31", ""))
ENDS = ("s1", "c1", ("2026-01-31", "2027-01-31"))


@pytest.mark.parametrize(
    ("text", "deep", "expected"),
    [
        pytest.param("- staff: s1\n  course: c1\n  completed: 2026-01-31\n", 0, PLAIN, id="in lines"),
        pytest.param("- staff: s1\n  course: c1\n  completed: 2026-01-31", 0, PLAIN, id="without a line end"),
        pytest.param("- {staff: s1, course: c1, completed: 2026-01-31}\n", 0, PLAIN, id="in braces"),
        pytest.param("# a, b\n\n- { staff: s1,  course: c1, completed: 2026-01-31 } # x, y\n", 0, PLAIN, id="remarks"),
        pytest.param("- staff: s1\n# a\n  course: c1\n\n  # b\n  completed: 2026-01-31\n", 0, PLAIN, id="between"),
        pytest.param("  - staff: s1 # a\n    course: c1\n    completed: 2026-01-31\n\n# b\n", 2, PLAIN, id="set in"),
        pytest.param(
            "- staff: s1\n  course: c1\n  completed: 2026-01-31\n# b\n  expires: 2027-01-31\n", 0, ENDS, id="end"
        ),
        pytest.param(
            "- {staff: s1, course: c1, completed: 2026-01-31, expires: 2027-01-31}\n", 0, ENDS, id="end, braces"
        ),
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_what_is_written_plainly_is_three_values(text: str, deep: int, expected: object, times: int) -> None:
    assert _take(text if text.endswith("\n") else text + "\n" * (times > 1), deep) == [expected]
    assert _take((text if text.endswith("\n") else text + "\n") * times, deep) == [expected] * times


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("- staff: s1\n  course: c1\n  completed: 2026-01-31\n    noon\n", id="text that goes on"),
        pytest.param("- staff: s1\n  course: c1\n  completed: 2026-01-31\n  notes: x\n", id="a field more"),
        pytest.param("- staff: s1\n  course: c1\n  completed: 2026-01-31\n  notes: |+\n    x\n\n", id="lines kept"),
        pytest.param("- course: c1\n  staff: s1\n  completed: 2026-01-31\n", id="another order"),
        pytest.param("- staff: s1\n  course: c1\n", id="a field less"),
        pytest.param("- staff: 's1'\n  course: c1\n  completed: 2026-01-31\n", id="quoted"),
        pytest.param("- {staff: s1, course: c1, completed: 2026-01-31}\n", id="in braces among lines"),
        pytest.param("- x\n", id="no record"),
        pytest.param("- staff: s1\n  course: c1\n  completed: 2026-01-31\n  notes: 'a\n    # b'\n", id="a # in quotes"),
    ],
)
@pytest.mark.parametrize("last", [True, False], ids=["the last", "another behind it"])
def test_any_other_is_read_in_the_usual_way(odd: str, last: bool) -> None:
    plain = "- staff: s1\n  course: c1\n  completed: 2026-01-31\n"
    taken = _take(plain * 4 + odd + plain * 4 * (not last))
    one = taken.pop(4)
    fields = dict(zip(("staff", "course", "completed"), one[1:4], strict=True)) if type(one) is tuple else one
    assert fields == load(plain * 4 + odd + plain * 4 * (not last))[4]
    assert taken == [PLAIN] * (4 if last else 8)


REMARKS = ("", "", "", " # a", "  # 'b", "\n  # c, d: {e", "\n# f", "\n", "  ", "#g", ' #"')
WORDS = ("s1", "s2", "ann", "c-1", "s1#2", "null", "'s1'", '"x # y"', "# h", "on")
ENDS_OF = (
    "",
    "",
    "expires: 2027-01-31",
    "notes: 'a\n    # b'",
    "notes: |\n    c # d\n    # e\n",
    "notes: f # g",
    "tags: [h # i\n  ]",
)


def _by_chance(chance: random.Random) -> str:
    """A list of training in some hand, with remarks and odd words here and there."""
    deep, between, often = chance.choice(("", "  ")), chance.choice(("", "\n", "\n# j\n")), chance.random() ** 3
    in_braces = chance.random() < 0.3

    def remark() -> str:
        return chance.choice(REMARKS) if chance.random() < often else ""

    def word(usual: str) -> str:
        return chance.choice(WORDS) if chance.random() < often / 4 else usual

    text = chance.choice(("", "---\n", "# k\n\n"))
    for _ in range(chance.randrange(1, 30)):
        fields = [f"staff: {word('s1')}", f"course: {word('c1')}", f"completed: 2026-01-0{chance.randrange(10)}"]
        fields += [end] if (end := chance.choice(ENDS_OF[: 7 if chance.random() < often else 3])) else []
        if chance.random() < often / 8:
            chance.shuffle(fields)
        dash = "-\n  " if chance.random() < often / 8 else "- "
        if in_braces and not end.startswith(("notes", "tags")):
            written = dash + "{" + ", ".join(fields) + "}" + remark()
        else:
            written = dash + "\n  ".join(field + remark() for field in fields) + remark()
        text += "".join(f"{deep}{line}\n" if line else "\n" for line in (written + between).split("\n"))
    return text


@pytest.mark.parametrize("seed", range(40))
def test_lists_in_any_hand_are_what_the_exact_reader_makes_of_them(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, lines = random.Random(seed), Lines()
    texts = [_by_chance(chance) for _ in range(20)]
    made = [records_of("training-records", "t.yaml", text, lines) for text in texts]
    monkeypatch.setattr(file, "glance", _never_sure)
    for text, fast in zip(texts, made, strict=True):
        assert fast == records_of("training-records", "t.yaml", text, Lines()), text


def _never_sure(text: str, take: object) -> NoReturn:
    raise Doubt


def test_plain_records_between_others_stand_at_their_places() -> None:
    plain, bare = "- staff: s1\n  course: c1\n  completed: 2026-01-31 # a\n", "-\n  staff: s2\n  course: c1\n"
    taken = _take(plain * 4 + bare + plain * 4 + plain + "  notes: x\n" + plain)
    assert isinstance(taken, Runs)
    assert taken.others == [3, 4, 9]
    assert [one for at, one in enumerate(taken) if at not in taken.others] == [PLAIN] * 8


def test_a_brace_that_is_left_open_is_not_closed_by_what_was_met() -> None:
    whole = "- {staff: s1, course: c1, completed: 2026-01-31}\n" * 8
    rows = _rows()
    assert _take(whole, rows=rows) == [PLAIN] * 8
    with pytest.raises(Doubt):
        _take(whole + "- {staff: s1, course: c1, completed: 2026-01-31\n", rows=rows)


def test_what_means_nothing_is_not_remembered_as_something() -> None:
    taken = _take(
        "- {staff: s1, course: c1, completed: 2026-01-31}\n" * 4
        + "- {staff: nobody, course: c1, completed: 2026-01-31}\n"
    )
    assert [len(one) for one in taken] == [3, 3, 3, 3, 6]


def test_where_few_are_plain_all_are_read_in_the_usual_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(met_rows, "rows", lambda text, deep, load: asked.append(text) or load(text))
    text = "- course: c1\n  staff: s1\n  completed: 2026-01-31\n" * 9
    assert len(_take(text)) == 9
    assert asked[-1] == text and len(asked) == 3


def test_no_more_is_remembered_than_is_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met_rows, "MOST", 3)
    rows = _rows()
    text = "".join(f"- {{staff: s{n}, course: c1, completed: {' ' * n * 100}2026-01-31}}\n" for n in range(9))
    for _ in range(2):
        assert [one[0] for one in _take(text, rows=rows)] == [f"s{n}" for n in range(9)]
    assert [len(met) for met in rows._met(0, True)] == [3, 1, 2]


def test_a_training_record_in_each_way_of_writing_is_the_same_line() -> None:
    ways = (
        "- staff: ann\n  course: ig\n  completed: 2026-01-31\n",
        "- {staff: ann, course: ig, completed: 2026-01-31}\n",
        "- completed: 2026-01-31\n  course: ig\n  staff: ann\n",
        '- {"staff": "ann", course: ig, completed: "2026-01-31"}\n',
    )
    lines = Lines()
    made = [records_of("training-records", "t.yaml", text * 5, lines).training for text in ways * 2]
    assert {line[:4] for some in made for line in some} == {("ann", "ig", parse_day("2026-01-31"), None)}
    assert [line.item for some in made for line in some] == [0, 1, 2, 3, 4] * 8
    assert len({id(line.staff) for some in made for line in some}) == 1
    assert made[0][0].completed == dt.date(2026, 1, 31)


@pytest.mark.parametrize("below", ["\n", "\n\n", "# a\n", "\n# a\n\n"])
def test_what_stands_below_records_makes_no_others_of_them(below: str) -> None:
    """Their parts are the same for it, and each is made out once."""
    rows = _rows()
    assert _take(("- staff: s1\n  course: c1\n  completed: 2026-01-31\n" + below) * 4, rows=rows) == [PLAIN] * 4
    assert [len(met) for met in rows._met(0, False)] == [1, 1, 1]
