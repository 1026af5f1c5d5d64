"""A long list that was written and proved is known by its columns: reading it anew gives the same."""

from __future__ import annotations

import random
from typing import Any

import pytest

from igreg.register.fast_training import Lines
from igreg.register.file import records_of
from igreg.source.editing.edit import new_file
from igreg.source.editing.rows_proof import LONG, proof
from igreg.source.reading.proved import Proved

ONE = {"staff": "j-osei", "course": "dsa", "completed": "2026-03-01"}
ENDS = {**ONE, "expires": "2027-03-01"}
ROW = "- staff: j-osei\n  course: dsa\n  completed: 2026-03-01\n"
MANY = LONG // 40


def table(seed: int) -> list[dict[str, Any]]:
    """Records of which some may end, and some name people in words that are no texts."""
    chance = random.Random(seed)
    people = ["j-osei", "b-cole", "s1", "Amara", *(["null", "yes", "12"] if seed % 3 == 0 else [])]
    days = ["2026-03-01", "2025-12-31", "2024-02-29"]
    out = []
    for _ in range(MANY):
        one = {
            "staff": chance.choice(people),
            "course": chance.choice(("dsa", "sar")),
            "completed": chance.choice(days),
        }
        out.append({**one, "expires": chance.choice(days)} if seed % 2 and chance.random() < 0.7 else one)
    return out


@pytest.mark.parametrize("seed", range(12))
def test_what_was_proved_reads_as_its_text_does(seed: int) -> None:
    text = new_file(table(seed))
    assert isinstance(text, Proved) is (seed % 3 != 0)
    anew = records_of("training-records", "register/training-records.yaml", str.__str__(text), Lines())
    assert records_of("training-records", "register/training-records.yaml", text, Lines()) == anew
    assert len(anew.training) == MANY


def test_a_day_that_does_not_exist_is_told_as_ever() -> None:
    text = ROW + ROW.replace("03-01", "02-30")
    known = Proved.of(text, {"staff": ["j-osei"] * 2, "course": ["dsa"] * 2, "completed": ["2026-03-01", "2026-02-30"]})
    found = records_of("training-records", "register/training-records.yaml", known, Lines())
    assert found == records_of("training-records", "register/training-records.yaml", text, Lines())
    assert len(found.record_faults) == 1


def test_its_columns_are_taken_and_its_text_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = new_file([ENDS] * MANY)
    monkeypatch.setattr(Lines, "read", None)
    lines = records_of("training-records", "register/training-records.yaml", text, Lines()).training
    assert [(line.staff, line.item) for line in lines] == [("j-osei", item) for item in range(MANY)]
    assert {(str(line.completed), str(line.expires)) for line in lines} == {("2026-03-01", "2027-03-01")}


@pytest.mark.parametrize("odd", [{**ONE, "course": "null"}, {**ONE, "course": "a b"}, {**ONE, "staff": "12"}])
def test_a_list_that_is_not_plain_throughout_is_read(odd: dict[str, str]) -> None:
    assert isinstance(new_file([ONE] * MANY), Proved)
    assert not isinstance(new_file([*[ONE] * MANY, odd]), Proved)
    assert not isinstance(new_file([ONE]), Proved)


def test_nothing_is_known_of_what_is_made_of_it() -> None:
    text = new_file([ONE] * MANY)
    assert text == ROW * MANY
    for other in (text[1:], text + ROW, text.replace("\n", "\r\n"), text.removesuffix(ROW), f"{text}"):
        assert not isinstance(other, Proved)


@pytest.mark.parametrize(
    ("text", "records", "is_plain"),
    [
        (ROW * 2, [ONE, ONE], True),
        (ROW + ROW + "  expires: 2027-03-01\n", [ONE, ENDS], True),
        (ROW + "- {staff: j-osei, course: dsa, completed: 2026-03-01}\n", [ONE, ONE], False),
        (ROW + ROW.replace("dsa", "'dsa'"), [ONE, ONE], False),
        (ROW * 2, [ONE], False),
        ("", [], False),
    ],
)
def test_plain_is_what_stands_in_lines_of_its_own_without_quotes(
    text: str, records: list[dict[str, str]], is_plain: bool
) -> None:
    assert proof(text, records).is_plain is is_plain
