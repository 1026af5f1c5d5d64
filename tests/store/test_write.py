"""Writing: whole or not at all, whatever goes wrong and whenever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.write import write_files


def test_files_are_written_with_their_mode(tmp_path: Path) -> None:
    old = tmp_path / "a.yaml"
    old.write_text("old")
    old.chmod(0o640)
    write_files({old: b"new", tmp_path / "deep" / "b.yaml": b"b"})
    assert old.read_bytes() == b"new"
    assert old.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "deep" / "b.yaml").read_bytes() == b"b"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.yaml", "deep"]


@pytest.mark.parametrize("broken", [1, 2, 3])
def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int) -> None:
    files = {tmp_path / f"{i}.yaml": b"new" for i in range(3)}
    for path in files:
        path.write_bytes(b"old")
    calls = 0
    real = os.fsync

    def fsync(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == broken:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(IgregError, match=rf"^{broken - 1}\.yaml cannot be written: No space left on device$"):
        write_files(files)
    assert {path.read_bytes() for path in files} == {b"old"}
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("broken", [1, 2, 3, 4])
def test_a_rename_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    """The journal's rename, those of the files, and, with the fourth, none; then whatever puts them back fails too."""
    files = {tmp_path / f"{i}.yaml": b"new" for i in range(2)}
    for path in files:
        path.write_bytes(b"old")
    calls = 0
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls >= broken:
            raise OSError(5, "Input/output error", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    if broken <= 3:
        with pytest.raises(IgregError, match="Input/output error"):
            write_files(files, tmp_path / ".igreg-journal")
    else:
        write_files(files, tmp_path / ".igreg-journal")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.yaml", "1.yaml"]


def test_what_could_not_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second rename fails, and so does whatever would put the first file back; the third was never touched."""
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_bytes(b"old")
    real, calls = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise OSError(5, "Input/output error", str(self), None, str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(IgregError) as told:
        write_files({tmp_path / f"{name}.yaml": b"new" for name in "abc"})
    said = "b.yaml cannot be written: Input/output error; a.yaml could not be put back"
    assert told.value.sentence == said
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.yaml": b"new",
        "b.yaml": b"old",
        "c.yaml": b"old",
    }


def test_nothing_is_said_of_files_that_were_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "c.yaml":
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(IgregError) as told:
        write_files({tmp_path / f"{name}.yaml": b"new" for name in "abc"})
    assert told.value.sentence == "a file cannot be written: Input/output error"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"old"}


@pytest.mark.skipif(os.name == "nt", reason="modes of Unix")
def test_a_new_file_has_the_mode_that_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_files({tmp_path / "a.yaml": b"new"})
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("broken", [KeyboardInterrupt, MemoryError])
def test_what_is_no_fault_of_the_system_goes_on_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: type[BaseException]
) -> None:
    def fsync(handle: int) -> None:
        raise broken

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(broken):
        write_files({tmp_path / "a.yaml": b"new"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("after", [0.0, 0.01, 0.03, 0.06])
def test_a_killed_writer_leaves_whole_files(tmp_path: Path, after: float) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"x" * 200_000)
    code = (
        "import sys; from pathlib import Path; from igreg.store.write import write_files\n"
        "print('ready', flush=True)\n"
        "n = 0\n"
        "while True: n += 1; write_files({Path(sys.argv[1]): b'xy'[n % 2:n % 2 + 1] * 200_000})"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    assert target.read_bytes() in (b"x" * 200_000, b"y" * 200_000)
