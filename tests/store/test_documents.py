"""Documents are read without following a link in any part of their path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from igreg.store.documents import read_document


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "root" / "docs" / "deep").mkdir(parents=True)
    (tmp_path / "root" / "docs" / "a b.pdf").write_bytes(b"pdf")
    return tmp_path / "root"


def test_a_regular_file_is_read(root: Path) -> None:
    assert read_document(root, "docs/a b.pdf") == b"pdf"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("docs/none.pdf", "it is not there"),
        ("docs/deep", "it is not an ordinary file"),
        ("../secret.txt", "its path leads out of the repository"),
        ("docs/../../secret.txt", "its path leads out of the repository"),
        ("/etc/hostname", "its path leads out of the repository"),
        ("docs\\a b.pdf", "its path leads out of the repository"),
        ("", "its path leads out of the repository"),
        ("docs/a\0b", "its path leads out of the repository"),
        (".git/config", "it belongs to Git itself"),
    ],
)
def test_what_is_not_read(root: Path, path: str, why: str) -> None:
    assert read_document(root, path) == why


def test_too_large(root: Path) -> None:
    assert read_document(root, "docs/a b.pdf", most=3) == b"pdf"
    assert read_document(root, "docs/a b.pdf", most=2) == "it has 3 bytes, and 2 are the most"


def test_one_that_grows_while_it_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = os.fstat

    def grow(handle: int) -> os.stat_result:
        found = told(handle)
        (root / "docs" / "a b.pdf").write_bytes(b"longer")
        return found

    monkeypatch.setattr(os, "fstat", grow)
    assert read_document(root, "docs/a b.pdf", most=6) == b"longer"
    (root / "docs" / "a b.pdf").write_bytes(b"pdf")
    assert read_document(root, "docs/a b.pdf", most=5) == "it has more than 5 bytes"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_no_link_is_followed_in_any_part(root: Path) -> None:
    (root / "docs" / "link.txt").symlink_to(root.parent / "secret.txt")
    (root / "inner").symlink_to(root / "docs")
    os.mkfifo(root / "docs" / "pipe")
    assert read_document(root, "docs/link.txt") == "it is a link, or lies behind one"
    assert read_document(root, "inner/a b.pdf") == "it is a link, or lies behind one"
    assert read_document(root, "docs/pipe") == "it is not an ordinary file"
