"""What the system refuses while a register is read: told for that file or folder, and everything else is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from igreg.errors import NO_REGISTER, IgregError
from igreg.source.reading.limits import MOST_BYTES
from igreg.store import read
from igreg.store.read import read_sources, read_text
from tests.conftest import Write

FILES = {"organisation.yaml": "name: E\ntype: other\n", "roles/a.yaml": "- {id: a, title: A}\n", "staff.yaml": ""}


def told(folder: Path) -> list[tuple[str, str]]:
    """What is told of which file."""
    return [(told.fault.origin.file, told.fault.message) for told in read_sources(folder).faults]


def test_a_folder_that_may_not_be_looked_into(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, real = write(FILES), os.scandir

    def scandir(path: str) -> object:
        if path.endswith("roles"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert told(folder) == [("register/roles", "the folder cannot be read: Permission denied")]
    assert set(read_sources(folder).texts) == {"register/organisation.yaml", "register/staff.yaml"}


def test_a_register_that_may_not_be_looked_into(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    folder = write(FILES)
    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(IgregError, match="the register register cannot be read: Permission denied") as refused:
        read_sources(folder)
    assert refused.value.code == NO_REGISTER


def test_a_file_that_may_not_be_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, real = write(FILES), os.open

    def opened(path: str, flags: int) -> int:
        if str(path).endswith("a.yaml"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, flags)

    monkeypatch.setattr(read.os, "open", opened)
    assert told(folder) == [("register/roles/a.yaml", "the file cannot be read: Permission denied")]


def test_a_file_that_is_too_large_is_not_read(write: Write) -> None:
    folder = write(FILES)
    for size, refused in ((MOST_BYTES, []), (MOST_BYTES + 1, ["register/courses.yaml"])):
        with (folder / "courses.yaml").open("wb") as stream:
            stream.truncate(size)
        faults = [told.fault for told in read_sources(folder).faults if told.rule == "too-much"]
        assert [fault.origin.file for fault in faults] == refused


@pytest.mark.parametrize("at_once", [1, 7, 20])
def test_a_file_that_comes_in_pieces_is_read_whole(write: Write, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    folder, real = write(FILES), os.read
    monkeypatch.setattr(read.os, "read", lambda handle, size: real(handle, min(size, at_once)))
    assert read_sources(folder).texts["register/roles/a.yaml"] == FILES["roles/a.yaml"]


def test_a_text_that_the_user_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfwords\r\n")
    assert read_text(tmp_path / "a.txt") == "words\n"
    (tmp_path / "b.txt").write_bytes(b"\xff")
    for name in ("b.txt", "none.txt"):
        with pytest.raises(IgregError, match=f"{name} cannot be read: "):
            read_text(tmp_path / name)
