"""A folder is put in place whole or not at all."""

from __future__ import annotations

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
