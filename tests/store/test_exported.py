"""Where an export may go: over its own kind alone, never over what somebody else left there."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.exported import put_file, put_folder
from igreg.tables.shape import APPLICATION, TITLE

HEADS = {"roles": (("id", "title"), ("id",)), "units": (("id", "name"),)}
FILES = {"roles.csv": b"new"}
DUCK = b"PAR1" + b"x" * 300
THERE = [
    pytest.param("roles.csv", "\ufeffid,title\r\na,A\r\n".encode(), "", id="a table as CSV"),
    pytest.param("roles.csv", "\ufeffid\r\na\r\n".encode(), "", id="with the columns that it has without names"),
    pytest.param("roles.csv", b"id,title\r\n", "no table that this igreg writes", id="without the mark of its letters"),
    pytest.param("roles.csv", "\ufeffid,name\r\n".encode(), "no table", id="with the columns of another table"),
    pytest.param("roles.jsonl", b'{"id":"a","title":"A"}\n', "", id="a table as lines of JSON"),
    pytest.param("roles.jsonl", b"", "", id="one without a line"),
    pytest.param("roles.jsonl", b'{"title":"A"}\n', "no table", id="lines that begin with the second column"),
    pytest.param("roles.parquet", DUCK + b"DuckDB" + b"x" * 20 + b"PAR1", "", id="a table as Parquet"),
    pytest.param("roles.parquet", DUCK + b"Arrow" + b"x" * 20 + b"PAR1", "no table", id="by another program"),
    pytest.param("roles.parquet", b"PAR1DuckDB" + b"x" * 300 + b"PAR1", "no table", id="which names DuckDB elsewhere"),
    pytest.param("roles.parquet", DUCK + b"DuckDB", "no table", id="cut short"),
    pytest.param("snapshot.parquet", b"anything", "", id="a snapshot"),
    pytest.param("mine.csv", b"id\r\n", "would be lost", id="a table of no such name"),
    pytest.param("notes.txt", b"x", "would be lost", id="anything else"),
]


@pytest.mark.parametrize(("name", "data", "said"), THERE)
def test_what_stands_in_the_folder(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    out = tmp_path / "export"
    out.mkdir()
    (out / name).write_bytes(data)
    if said:
        with pytest.raises(IgregError, match=said):
            put_folder(out, FILES, HEADS, force=False)
        assert {path.name: path.read_bytes() for path in out.iterdir()} == {name: data}
    else:
        put_folder(out, FILES, HEADS, force=False)
        assert {path.name: path.read_bytes() for path in out.iterdir()} == FILES


def test_force_writes_over_what_has_the_name_of_a_table_alone(tmp_path: Path) -> None:
    out = tmp_path / "export"
    out.mkdir()
    (out / "roles.csv").write_bytes(b"mine")
    put_folder(out, FILES, HEADS, force=True)
    assert (out / "roles.csv").read_bytes() == b"new"
    (out / "notes.txt").write_bytes(b"mine")
    with pytest.raises(IgregError, match="would be lost"):
        put_folder(out, FILES, HEADS, force=True)


@pytest.mark.parametrize(
    ("there", "force", "said"),
    [
        pytest.param(None, False, "", id="nothing"),
        pytest.param(
            b'{\n "version": 1,\n "today": "2026-11-24",\n "organisation": {}}', False, "", id="a document of ours"
        ),
        pytest.param(
            b'{\n "version": 1,\n "today": "2026-11-24"}', False, "did not make it", id="one without organisation"
        ),
        pytest.param(b"mine", False, "did not make it", id="somebody's"),
        pytest.param(b"mine", True, "", id="somebody's, with force"),
        pytest.param(b"PK\x03\x04 no workbook", False, "did not make it", id="what begins like a workbook"),
        pytest.param(b"SQLite format 3\x00" + b"\x00" * 80, False, "did not make it", id="another program's database"),
    ],
)
def test_what_stands_where_one_file_goes(there: bytes | None, force: bool, said: str, tmp_path: Path) -> None:
    out = tmp_path / "export.json"
    if there is not None:
        out.write_bytes(there)
    if said:
        with pytest.raises(IgregError, match=said):
            put_file(out, b"new", force=force)
        assert out.read_bytes() == there
    else:
        put_file(out, b"new", force=force)
        assert out.read_bytes() == b"new"


def test_behind_a_snapshot_all_is_looked_at(tmp_path: Path) -> None:
    """The folder is gone through by name, and what comes behind what is of no account is told."""
    (tmp_path / "snapshot.parquet").write_bytes(b"anything")
    (tmp_path / "zebra.csv").write_bytes(b"id\r\n")
    with pytest.raises(IgregError, match=r"zebra\.csv would be lost"):
        put_folder(tmp_path, {}, {}, force=False)


def test_a_folder_where_a_file_goes_and_a_file_where_a_folder_goes(tmp_path: Path) -> None:
    with pytest.raises(IgregError, match="is a folder") as told:
        put_file(tmp_path, b"new", force=True)
    assert told.value.hint == "name a file"
    (tmp_path / "export").write_bytes(b"mine")
    with pytest.raises(IgregError, match="is no folder"):
        put_folder(tmp_path / "export", FILES, HEADS, force=True)
    assert (tmp_path / "export").read_bytes() == b"mine"


def assert_known(out: Path, ours: bool) -> None:
    """A file that is ours gives way to a new one; any other is left, and told."""
    before = out.read_bytes()
    if ours:
        put_file(out, b"new", force=False)
    else:
        with pytest.raises(IgregError, match="did not make it"):
            put_file(out, b"new", force=False)
    assert out.read_bytes() == (b"new" if ours else before)


@pytest.mark.parametrize(("number", "ours"), [(APPLICATION, True), (APPLICATION + 1, False)])
def test_a_database_is_known_by_its_number(number: int, ours: bool, tmp_path: Path) -> None:
    out = tmp_path / "export.sqlite"
    out.write_bytes(b"SQLite format 3\0".ljust(68, b"\0") + number.to_bytes(4, "big") + b"\0" * 28)
    assert_known(out, ours)


@pytest.mark.parametrize(("title", "ours"), [(TITLE, True), ("Budget", False), (None, False)])
def test_a_workbook_is_known_by_its_title(title: str | None, ours: bool, tmp_path: Path) -> None:
    out = tmp_path / "export.xlsx"
    with zipfile.ZipFile(out, "w") as book:
        if title is not None:
            book.writestr("docProps/core.xml", f"<x>{title}</x>")
        book.writestr("other.xml", TITLE)
    assert_known(out, ours)


def test_a_folder_within_or_a_link_would_be_lost(tmp_path: Path) -> None:
    (tmp_path / "roles.csv").mkdir()
    with pytest.raises(IgregError, match=r"roles\.csv would be lost"):
        put_folder(tmp_path, FILES, HEADS, force=True)


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_is_not_there_yet_is_made(force: bool, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "export"
    put_folder(out, FILES, HEADS, force=force)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == FILES
