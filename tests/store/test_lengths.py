"""How many pages documents have, whoever made them."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest

from igreg.store import lengths as module
from igreg.store.apart import Stopped
from igreg.store.lengths import lengths


def pdf(path: Path, pages: int, password: str | None = None) -> None:
    """A PDF of empty pages."""
    made = pypdf.PdfWriter()
    for _ in range(pages):
        made.add_blank_page(100, 100)
    if password is not None:
        made.encrypt(password, algorithm="RC4-128")
    made.write(str(path))


@pytest.mark.parametrize(("pages", "told"), [(0, (None, "it has no pages")), (1, (1, "")), (2, (2, ""))])
def test_one_page_is_enough(pages: int, told: tuple[int | None, str], tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", pages)
    assert module._counted(tmp_path / "a.pdf") == told


def test_pages_are_counted_and_what_cannot_be_is_told(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    pdf(root / "three.pdf", 3)
    pdf(root / "locked.pdf", 2, "secret")
    pdf(root / "none.pdf", 0)
    pdf(tmp_path / "outside.pdf", 9)
    (root / "word.pdf").write_bytes(b"PK no pdf at all")
    (root / "cut.pdf").write_bytes((root / "three.pdf").read_bytes()[:200])
    names = ("three.pdf", "locked.pdf", "none.pdf", "word.pdf", "cut.pdf", "gone.pdf", "../outside.pdf")
    assert dict(lengths(root, names)) == {
        "three.pdf": (3, ""),
        "locked.pdf": (None, "it has a password"),
        "none.pdf": (None, "it has no pages"),
        "word.pdf": (None, "it is damaged, or no PDF"),
        "cut.pdf": (None, "it is damaged, or no PDF"),
        "gone.pdf": (None, "not there"),
        "../outside.pdf": (None, "not there"),
    }


def test_where_nothing_is_asked_no_process_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "apart", lambda *_: pytest.fail("it was begun"))
    assert lengths(tmp_path, ()) == {} and lengths(tmp_path, ("a.pdf",)) == {"a.pdf": (None, "not there")}


def test_what_takes_too_long_or_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> bytes:
        raise Stopped("it took longer")

    pdf(tmp_path / "a.pdf", 1)
    monkeypatch.setattr(module, "apart", stopped)
    assert lengths(tmp_path, ("a.pdf",)) == {"a.pdf": (None, "counting its pages takes too long")}
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    assert lengths(tmp_path, ("a.pdf",)) == {"a.pdf": (None, "larger than 0 MiB")}


def test_so_large_may_a_document_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are holes: they take no room."""
    monkeypatch.setattr(module, "apart", lambda work, given: json.dumps([[7, ""]] * len(json.loads(given))).encode())
    for name, more in (("a.pdf", 0), ("b.pdf", 1)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(256 * 1024 * 1024 + more)
    assert lengths(tmp_path, ("a.pdf", "b.pdf")) == {"a.pdf": (7, ""), "b.pdf": (None, "larger than 256 MiB")}
