"""How much a file may hold: what is counted before trees are built, and what is told."""

from __future__ import annotations

import pytest

from igreg.findings import MISSING_FIELD, TOO_MUCH, UNKNOWN_FIELD, WRONG_SHAPE
from igreg.register import file as files
from igreg.register.file import read_file
from igreg.source.reading import limits

RECORD = "- {id: r, title: R}\n"

TOO_MUCH_OF_IT = [
    pytest.param("".join(f"k{i}: 1\n" for i in range(50_000)), 1, "faults", id="50,000 keys"),
    pytest.param("".join(f"k{i}: 1\n" for i in range(300_000)), 1, "KiB", id="300,000 keys"),
    pytest.param("- 1\n" * 1_000_000, 1, "1000000 records", id="a list of a million"),
    pytest.param("- {id: r, title: R}\n" * 50_001, 1, "50001 records", id="more records than any file has"),
    pytest.param("-\n" * 600_000, 1, "600000 records", id="a list of nothing"),
    pytest.param("[" + "{}," * 300_000 + "]", 1, "600001 values", id="300,000 in brackets"),
    pytest.param(" " * 5_000_000 + "\n" + RECORD, 1, "first 4 MiB", id="five million blanks"),
    pytest.param("\n" * 5_000_000 + RECORD, 1, "first 4 MiB", id="five million blank lines"),
    pytest.param("# c\n" * 1_250_000 + RECORD, 1, "first 4 MiB", id="a million comments"),
    pytest.param("---\n" + "# " + "c" * 5_000_000 + "\n" + RECORD, 1, "first 4 MiB", id="a comment without end"),
    pytest.param(RECORD + "- id: q\n  title: " + "a" * 600_000 + "\n" + RECORD, 2, "586 KiB", id="a long record"),
    pytest.param("{id: r, title: '" + "a" * 600_000 + "'}", 1, "586 KiB", id="a long record in brackets"),
    pytest.param(
        "".join(" " * i + "a:\n" for i in range(1000)) + " " * 1000 + "b: 1", 51, "50 levels", id="1,000 deep"
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), TOO_MUCH_OF_IT)
def test_what_is_too_much(text: str, line: int, message: str) -> None:
    read = read_file("register/roles.yaml", text)
    (told,) = (*read.text_faults, *read.record_faults)
    assert told.rule == TOO_MUCH
    assert told.fault.place is None or told.fault.place.line == line
    assert message in told.fault.message


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("- {id: r}\n" * 5_100, MISSING_FIELD, id="in records"),
        pytest.param("- {id: r, title: R, colour: c}\n" * 5_100, UNKNOWN_FIELD, id="in keys"),
        pytest.param("- 1\n" * 5_100, WRONG_SHAPE, id="in a text"),
    ],
)
def test_after_so_many_faults_a_file_is_not_read_on(text: str, rule: str) -> None:
    read = read_file("register/roles.yaml", text)
    *faults, last = (*read.text_faults, *read.record_faults)
    assert {told.rule for told in faults} == {rule}
    assert len(faults) == limits.MOST_FAULTS + 1
    assert last.rule == TOO_MUCH


FINE = [
    pytest.param(
        "training-records", "- {staff: s, course: c, completed: 2026-01-01}\n" * 200_000, 200_000, id="training"
    ),
    pytest.param(
        "groups", f"- {{id: g, title: G, members: [{', '.join(['p-12345678'] * 30_000)}]}}\n", 1, id="members"
    ),
    pytest.param("roles", "# " + "a comment\n# " * 100_000 + "\n" + RECORD, 1, id="a megabyte of comments above"),
    pytest.param("roles", "[" + "{id: r, title: R},\n" * 30_000 + "]", 30_000, id="many in brackets"),
]


@pytest.mark.parametrize(("kind", "text", "records"), FINE)
def test_what_is_not_too_much(kind: str, text: str, records: int) -> None:
    read = read_file(f"register/{kind}.yaml", text)
    assert read.text_faults == ()
    assert len(read.records) + len(read.training) == records
    assert not read.is_lost


def test_a_file_that_is_not_read_on_may_hold_any_id() -> None:
    assert read_file("register/roles.yaml", "- {id: r}\n" * 5_100).is_lost
    assert read_file("register/roles.yaml", "- 1\n" * 600_000).is_lost


@pytest.mark.parametrize(("records", "is_lost", "faults"), [(3, False, 3), (4, True, 5), (9, True, 5)])
@pytest.mark.parametrize(
    ("kind", "record"), [("roles", "- {id: r}\n"), ("training-records", "- {staff: s, course: c}\n")]
)
def test_a_file_is_read_on_up_to_just_so_many_faults(
    kind: str, record: str, records: int, is_lost: bool, faults: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each record has one; the last that is told then says so."""
    monkeypatch.setattr(files, "MOST_FAULTS", 3)
    read = read_file(f"register/{kind}.yaml", record * records)
    told = [one.rule for one in read.record_faults]
    assert (read.is_lost, len(told), told[-1] == TOO_MUCH) == (is_lost, faults, is_lost)
