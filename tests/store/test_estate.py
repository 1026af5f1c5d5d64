"""Snapshots read together: each that cannot be read is refused by itself, with the reason, and the others count."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.estate.rows import MOST_ROWS, VERSION, Row
from igreg.estate.views import UNREADABLE
from igreg.store.database import connect
from igreg.store.estate import MOST_BYTES, Database, snapshot_in

ROWS = [Row(1, position, "part", f"item {position}", position / 2, None) for position in range(3)]


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name / "snapshot.parquet"
    path.parent.mkdir()
    path.write_bytes(data)
    return path


def parquet(folder: Path, sql: str) -> bytes:
    """What DuckDB writes for a question."""
    path = folder / "made.parquet"
    connect().execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


def test_what_is_written_is_read() -> None:
    data = Database().snapshot(ROWS)
    assert data.startswith(b"PAR1") and data.endswith(b"PAR1")


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("broken", [set(), {0}, {1, 2}, set(range(8))], ids=["none", "first", "two", "all"])
def test_broken_ones_are_refused_and_the_others_read(count: int, broken: set[int], tmp_path: Path) -> None:
    whole = Database().snapshot(ROWS)
    spoilt = b"PAR1" + b"\0" * (len(whole) - 8) + b"PAR1"
    files = {f"r{n}": put(tmp_path, f"r{n}", spoilt if n in broken else whole) for n in range(count)}
    found, refused = Database().read(files)
    assert found == {f"r{n}": ROWS for n in range(count) if n not in broken}
    assert set(refused) == {f"r{n}" for n in range(count) if n in broken}
    assert all("cannot be read as a snapshot" in why for why in refused.values())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "is not a Parquet file", id="empty"),
        pytest.param(b"PAR1PAR1", "is not a Parquet file", id="too short to be one"),
        pytest.param(b"PAR1" + b"x" * 3 + b"PAR1", "is not a Parquet file", id="a byte too short to be one"),
        pytest.param(b"PAR1" + b"x" * 4 + b"PAR1", "cannot be read as a snapshot", id="long enough, and nothing in it"),
        pytest.param(b"PAR1" + b"x" * 100, "or only a part of one", id="without its end"),
        pytest.param(b"x" * 100 + b"PAR1", "or only a part of one", id="without its beginning"),
        pytest.param(b"PAR1" + b"x" * MOST_BYTES, "a snapshot has a few thousand", id="too large"),
    ],
)
def test_what_is_no_parquet(data: bytes, said: str, tmp_path: Path) -> None:
    found, refused = Database().read({"r": put(tmp_path, "r", data)})
    assert found == {}
    assert said in refused["r"]


SHAPE = "1::INTEGER AS version, n::INTEGER AS position, 'p' AS part, 'i' AS item, 1.0::DOUBLE AS value, 'w' AS words"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        pytest.param(f"SELECT {SHAPE} FROM range({MOST_ROWS}) AS t(n)", None, id="as many rows as there may be"),
        pytest.param(
            f"SELECT {SHAPE} FROM range({MOST_ROWS + 1}) AS t(n)", "it has more than 5,000 rows", id="one more"
        ),
        pytest.param(f"SELECT {SHAPE} FROM range(0) AS t(n)", "it has no rows", id="none"),
        pytest.param("SELECT 1 AS version", "cannot be read as a snapshot", id="other columns"),
        pytest.param(
            f"SELECT {SHAPE.replace('1.0::DOUBLE', '1::INTEGER')} FROM range(2) AS t(n)",
            "its columns are not those of a snapshot: version, position, part, item, value, words",
            id="of another type",
        ),
    ],
)
def test_what_is_parquet_and_no_snapshot(sql: str, said: str | None, tmp_path: Path) -> None:
    found, refused = Database().read({"r": put(tmp_path, "r", parquet(tmp_path, sql))})
    assert (refused, len(found["r"])) == ({}, MOST_ROWS) if said is None else found == {} and said in refused["r"]


def test_what_is_remembered_of_registers_and_of_what_cannot_be_read() -> None:
    database = Database()
    database.put_unread([("a", "snapshot", "it has no rows"), ("b", "register", "")])
    database.put("c", ROWS)
    database._put_in()
    assert database.connection.execute("SELECT * FROM figures").fetchall() == [
        ("a", "snapshot", VERSION, 0, UNREADABLE, "", None, "it has no rows"),
        ("b", "register", VERSION, 0, UNREADABLE, "", None, ""),
        *(("c", "register", *row) for row in ROWS),
    ]
    assert database.waiting == []


def test_where_a_snapshot_is(tmp_path: Path) -> None:
    path = put(tmp_path, "r", b"x")
    assert (snapshot_in(tmp_path / "r"), snapshot_in(path), snapshot_in(tmp_path)) == (path, path, None)
    other = tmp_path / "r" / "other.parquet"
    other.write_bytes(b"x")
    assert snapshot_in(other) is None
