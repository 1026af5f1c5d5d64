"""Lines that are those of the records that are meant are known as such; all others are read as ever."""

from __future__ import annotations

import random

import pytest

from igreg.source.editing import rows_proof
from igreg.source.editing.rows_proof import proof
from igreg.source.reading.by_line import ByLine, Meant
from igreg.source.reading.fast import load
from igreg.source.reading.pieces import PIECE

COLUMNS = {"staff": ["s1", "s2"], "course": ["dsa", "dsa"], "completed": ["2026-03-01", "2026-03-02"]}
TEXT = "- staff: s1\n  course: dsa\n  completed: 2026-03-01\n- staff: s2\n  course: dsa\n  completed: 2026-03-02\n"
ENDS = {**COLUMNS, "expires": ["2027-03-01", "2027-03-01"]}
ODD = ("  # a remark\n", " # one", "\n", "  notes: x\n", "\t", "'", "{", "null", "- ", "\r", "s2", "2026-02-30", "")


def test_the_lines_that_are_meant_are_known() -> None:
    reader = ByLine(COLUMNS, 0)
    assert isinstance(found := reader.take(TEXT, 0, load), Meant)
    assert len(found) == 2
    indented = "".join(f"  {line}\n" for line in TEXT.splitlines())
    assert isinstance(ByLine(COLUMNS, 2).take(indented, 2, load), Meant)
    ends = TEXT.replace("-01\n", "-01\n  expires: 2027-03-01\n").replace("-02\n", "-02\n  expires: 2027-03-01\n")
    assert isinstance(ByLine(ENDS, 0).take(ends, 0, load), Meant)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("s2", "s3"),
        TEXT.replace("dsa\n", "dsa # now\n"),
        TEXT + "\n",
        TEXT + TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("- staff: s1\n  course: dsa\n", "- course: dsa\n  staff: s1\n"),
        TEXT.replace("staff: s1", "staff: 's1'"),
    ],
)
def test_any_other_line_is_looked_through(text: str) -> None:
    found = ByLine(COLUMNS, 0).take(text, 0, load)
    assert found
    assert not isinstance(found, Meant)


def test_from_its_place_on() -> None:
    reader = ByLine(COLUMNS, 0)
    reader.at = 1
    assert isinstance(reader.take(TEXT[TEXT.index("- staff: s2") :], 0, load), Meant)
    assert not isinstance(reader.take(TEXT[: TEXT.index("- staff: s2")], 0, load), Meant)


@pytest.mark.parametrize("word", ["a b", "2026-3-1", "é", "x: y", "- x"])
def test_what_is_no_plain_word_is_never_meant(word: str) -> None:
    columns = {**COLUMNS, "staff": [word, "s2"]}
    assert not isinstance(ByLine(columns, 0).take(TEXT.replace("s1", word), 0, lambda piece: []), Meant)


@pytest.mark.parametrize("seed", range(40))
def test_a_text_is_proved_as_it_is_row_by_row(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    many, has_end = 3 * PIECE // 60, chance.random() < 0.5
    records = []
    for _ in range(many):
        one = {
            "staff": f"s{chance.randrange(50)}",
            "course": chance.choice(("dsa", "null" if seed % 7 == 0 else "sar")),
        }
        one["completed"] = f"2026-03-{chance.randrange(10, 29)}"
        ends = chance.random() < 0.5 if seed % 5 == 0 else has_end
        records.append({**one, "expires": "2027-03-01"} if ends else one)
    text = "".join("- " + "\n  ".join(f"{key}: {value}" for key, value in one.items()) + "\n" for one in records)
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(ODD) + text[at + chance.randrange(3) :]
    if chance.random() < 0.3:
        records[chance.randrange(many)]["course"] = "other"
    found = proof(text, records)
    monkeypatch.setattr(rows_proof, "_by_line", lambda text, columns: None)
    assert found == proof(text, records)
