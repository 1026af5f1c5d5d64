"""Own packs on the disk: what is read, what is passed over, and what is refused (ruling E15)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from igreg.source.reading.limits import MOST_BYTES
from igreg.store.frameworks import read_frameworks
from igreg.store.read import read_sources


def test_what_is_read_and_what_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    (folder / "deeper").mkdir(parents=True)
    for name in ("ours.yaml", "theirs.yml", "_draft.yaml", ".hidden.yaml", "notes.txt", "deeper/more.yaml"):
        (folder / name).write_text("id: x\n", encoding="utf-8")
    texts, faults = read_frameworks(folder, tmp_path)
    assert (list(texts), faults) == (["frameworks/ours.yaml", "frameworks/theirs.yml"], ())


def test_without_the_folder_there_are_none(tmp_path: Path) -> None:
    assert read_frameworks(tmp_path / "frameworks", tmp_path) == ({}, ())


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "frameworks").write_text("", encoding="utf-8")
    _, faults = read_frameworks(tmp_path / "frameworks", tmp_path)
    assert [told.fault.origin.file for told in faults] == ["frameworks"]


def test_a_file_that_cannot_be_taken_hides_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    (folder / "ours.yaml").write_text("id: ours\n", encoding="utf-8")
    (folder / "bytes.yaml").write_bytes(b"id: \xff\n")
    (folder / "folder.yaml").mkdir()
    texts, faults = read_frameworks(folder, tmp_path)
    assert list(texts) == ["frameworks/ours.yaml"]
    assert [(told.rule, told.fault.origin.file) for told in faults] == [
        ("not-utf8", "frameworks/bytes.yaml"),
        ("invalid-yaml", "frameworks/folder.yaml"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_lead_away_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
    (folder / "ours.yaml").write_text("id: ours\n", encoding="utf-8")
    for name, to in (("away.yaml", "../secret.yaml"), ("round.yaml", "round.yaml"), ("near.yaml", "ours.yaml")):
        (folder / name).symlink_to(to)
    texts, faults = read_frameworks(folder, tmp_path)
    assert list(texts) == ["frameworks/near.yaml", "frameworks/ours.yaml"]
    assert [told.fault.origin.file for told in faults] == ["frameworks/away.yaml", "frameworks/round.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    os.mkfifo(tmp_path / "frameworks" / "pipe.yaml")
    assert len(read_frameworks(tmp_path / "frameworks", tmp_path)[1]) == 1


def test_a_broken_pack_is_no_file_of_the_register_that_is_unread(tmp_path: Path) -> None:
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "organisation.yaml").write_text("name: H\ntype: other\n", encoding="utf-8")
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "bytes.yaml").write_bytes(b"id: \xff\n")
    (tmp_path / "frameworks" / "text.yaml").write_text("id: [\n", encoding="utf-8")
    from igreg.register.read import read

    register = read(read_sources(tmp_path / "register"))
    assert register.unread == ()
    assert sorted(told.rule for told in register.packs.faults()) == ["invalid-yaml", "not-utf8"]
    assert register.packs.get("bytes") is not None
    assert {*register.packs.names} >= {"bytes", "text", "dspt-v8"}


def test_files_are_named_from_the_root_where_they_are_below_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "frameworks"
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text("id: ours\n", encoding="utf-8")
    (folder / "broken.yaml").write_bytes(b"\xff")
    for root, prefix in ((tmp_path, "deep/frameworks"), (tmp_path / "elsewhere", "frameworks")):
        texts, faults = read_frameworks(folder, root)
        assert texts == {f"{prefix}/ours.yaml": "id: ours\n"}
        assert [told.fault.origin.file for told in faults] == [f"{prefix}/broken.yaml"]


def test_one_that_is_too_large(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    for name, more in (("a.yaml", 0), ("b.yaml", 1)):  # blanks are a pack with nothing in it
        (folder / name).write_bytes(b" " * (MOST_BYTES + more))
    texts, faults = read_frameworks(folder, tmp_path)
    assert list(texts) == ["frameworks/a.yaml"]
    assert [told.fault.origin.file for told in faults] == ["frameworks/b.yaml"]
