"""How much is read at most and how long is waited, in figures: those that pages and messages tell, and not one more."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store import (
    apart,
    database,
    documents,
    estate,
    given,
    import_key,
    journal,
    layout_engine,
    lengths,
    lock,
    raster,
    report_templates,
)
from igreg.store.documents import read_document
from igreg.store.report_templates import MOST_FILES, own_template

MIB = 1024 * 1024


def long(path: Path, size: int) -> Path:
    """A file of so many bytes, which takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_a_document_has_so_many_bytes_at_most(tmp_path: Path) -> None:
    long(tmp_path / "paper.pdf", 50 * MIB)
    assert len(read_document(tmp_path, "paper.pdf")) == 50 * MIB
    long(tmp_path / "paper.pdf", 50 * MIB + 1)
    assert read_document(tmp_path, "paper.pdf") == "it has 52,428,801 bytes, and 52,428,800 are the most"


def test_a_template_of_text_has_so_many_bytes_at_most(tmp_path: Path) -> None:
    path = long(tmp_path / "a.html.j2", MIB)
    found = own_template(tmp_path, "board", "html", path)
    assert found is not None and len(found.data) == MIB
    long(path, MIB + 1)
    with pytest.raises(IgregError, match=r"the template a\.html\.j2 has more than 1 MiB$"):
        own_template(tmp_path, "board", "html", path)


def test_bytes_rows_and_pages() -> None:
    assert (database.MEMORY, database.MOST_LETTERS, database.MOST_ROWS) == (512 * MIB, 64 * MIB, 100_000)
    assert (apart.MEMORY, estate.MOST_BYTES, lengths.MOST_BYTES) == (1024 * MIB, MIB, 256 * MIB)
    assert (lengths.MOST_PAGES, raster.MOST_PIXELS, MOST_FILES) == (100_000, 60_000_000, 200)
    assert (documents.LARGEST, given.LARGEST, report_templates.MOST_WORD) == (50 * MIB, 200 * MIB, 64 * MIB)


def test_a_key_and_a_drawing() -> None:
    assert (import_key.SIZE, import_key.SHORTEST, layout_engine._MOST) == (32, 32, 200 * MIB)


def test_seconds_of_waiting() -> None:
    """For work apart, a question, a drawing, another writer; and for the writer of a file that was left lying."""
    assert (apart.SECONDS, database.SECONDS, layout_engine.SECONDS, lock.SECONDS) == (20, 30, 120, 20)
    assert journal.HOUR == 60 * 60
