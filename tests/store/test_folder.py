"""A folder is put in place whole or not at all."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store import folder
from igreg.store.folder import recover, write_folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_and_in_place_of_an_old_one(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "pack"
    write_folder(target, {"a": b"1", "b/c": b"2"})
    assert contents(target) == {"a": b"1", "b/c": b"2"}
    write_folder(target, {"d": b"3"})
    assert contents(target) == {"d": b"3"}
    assert [path.name for path in target.parent.iterdir()] == ["pack"]


@pytest.mark.parametrize("fails", ["rename", "write"])
def test_when_it_fails_the_old_one_stays_and_nothing_lies_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    target = tmp_path / "pack"
    write_folder(target, {"a": b"1"})
    if fails == "rename":
        whole = Path.rename

        def rename(self: Path, to: Path) -> Path:
            if self.name.endswith(".igreg-new"):
                raise OSError(28, "no space left")
            return whole(self, to)

        monkeypatch.setattr(Path, "rename", rename)
    files = {"b": b"2", "b/c": b"no folder is called as a file is"} if fails == "write" else {"b": b"2"}
    with pytest.raises(IgregError, match="pack cannot be written"):
        write_folder(target, files)
    assert contents(target) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_what_a_killed_run_took_away_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "pack"
    write_folder(target, {"a": b"1"})
    target.rename(tmp_path / ".pack.x1.igreg-old")
    (tmp_path / ".pack.x1.igreg-new").mkdir()
    recover(target)
    assert contents(target) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_what_another_run_is_writing_is_not_swept_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "pack"
    write_folder(target, {"a": b"1"})
    settle, others = folder._settle, []

    def meanwhile(paths: list[str]) -> None:
        monkeypatch.setattr(folder, "_settle", settle)
        for other in (lambda: recover(target), lambda: write_folder(target, {"a": b"3"})):
            others.append(threading.Thread(target=other))
            others[-1].start()
            others[-1].join(0.2)
        settle(paths)

    monkeypatch.setattr(folder, "_settle", meanwhile)
    write_folder(target, {"a": b"2"})
    for other in others:
        other.join()
    assert contents(target) == {"a": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


@pytest.mark.parametrize("name", ["pack", "a[1]", "a*?", "n" * 120])
def test_leavings_are_known_by_the_name_of_the_folder(name: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and "*" in name:
        pytest.skip("no such name on Windows")
    target = tmp_path / name
    for left in (
        f".{name[:100]}.x1.igreg-old",
        f".{name[:100]}.x2.igreg-new",
        ".other.x3.igreg-new",
        ".a1.x.igreg-new",
    ):
        (tmp_path / left).mkdir()
    (tmp_path / f".{name[:100]}.x1.igreg-old" / "a").write_bytes(b"1")
    recover(target)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([".a1.x.igreg-new", ".other.x3.igreg-new", name])
    assert contents(target) == {"a": b"1"}


def test_of_several_that_were_left_the_last_is_put_back_and_none_over_what_is_there(tmp_path: Path) -> None:
    target = tmp_path / "pack"
    for number in (1, 2):
        (tmp_path / f".pack.x{number}.igreg-old").mkdir()
        (tmp_path / f".pack.x{number}.igreg-old" / "a").write_bytes(b"%d" % number)
    recover(target)
    assert contents(target) == {"a": b"2"}
    (tmp_path / ".pack.x9.igreg-old").mkdir()
    recover(target)
    assert contents(target) == {"a": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


@pytest.mark.parametrize(("platform", "count", "each"), [("linux", 500, 500), ("linux", 501, 0), ("darwin", 501, 501)])
def test_many_files_are_settled_at_once_where_the_system_can(
    platform: str, count: int, each: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[str] = []
    monkeypatch.setattr(folder.os, "fsync", lambda _: settled.append("one"))
    monkeypatch.setattr(folder.os, "sync", lambda: settled.append("all"), raising=False)
    monkeypatch.setattr(folder.sys, "platform", platform)
    (tmp_path / "a").write_bytes(b"1")
    folder._settle([str(tmp_path / "a")] * count)
    assert settled == (["one"] * each or ["all"])


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_others_may_read_it_as_they_may_what_anybody_makes(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    write_folder(tmp_path / "pack", {"a": b"1"})
    assert (tmp_path / "pack").stat().st_mode == (tmp_path / "made").stat().st_mode
