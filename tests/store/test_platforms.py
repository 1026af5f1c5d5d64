"""What differs on Windows and on odd file systems, tried on whatever this runs on: the platform is a fake."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from igreg.errors import IgregError
from igreg.store import journal, layout_engine, lock, read, write
from tests.conftest import Write


class FakeOs:
    """The real `os`, but for a few names; names that are None are not there."""

    def __init__(self, **other: object) -> None:
        self.other = other

    def __getattr__(self, name: str) -> object:
        found = self.other[name] if name in self.other else getattr(os, name)
        if found is None:
            raise AttributeError(name)
        return found


def again(module: ModuleType) -> ModuleType:
    """The same file as a second module: what is decided when it is imported is decided anew."""
    spec = importlib.util.spec_from_file_location(f"{module.__name__}_again", str(module.__file__))
    assert spec is not None
    assert spec.loader is not None
    other = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = other
    try:
        spec.loader.exec_module(other)
    finally:
        del sys.modules[spec.name]
    return other


@pytest.fixture
def windows_lock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., ModuleType]:
    """`store/lock.py` as it is on Windows; `busy` says how often somebody else has the lock."""

    def loaded(busy: int = 0) -> ModuleType:
        calls: list[tuple[int, int]] = []

        def locking(handle: int, mode: int, size: int) -> None:
            calls.append((mode, size))
            if len(calls) <= busy:
                raise OSError(36, "Resource deadlock avoided")

        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking, calls=calls))
        module = again(lock)
        monkeypatch.setattr(module.tempfile, "gettempdir", lambda: str(tmp_path))
        module.calls = calls  # type: ignore[attr-defined]
        return module

    return loaded


def test_on_windows_a_file_in_the_temporary_folder_is_locked(
    windows_lock: Callable[..., ModuleType], tmp_path: Path
) -> None:
    register = tmp_path / "Register"
    register.mkdir()
    module = windows_lock()
    with module.locked(register):
        assert module.calls == [(2, 1)]
    assert list(register.iterdir()) == [], "nothing is left in the register"
    (held,) = tmp_path.glob("igreg-*.lock")
    (tmp_path / "register").mkdir(exist_ok=True)
    with module.locked(tmp_path / "register"):
        assert list(tmp_path.glob("igreg-*.lock")) == [held], "whatever the case in which its name is typed"


def test_on_windows_a_writer_waits_for_another(windows_lock: Callable[..., ModuleType], tmp_path: Path) -> None:
    module = windows_lock(busy=2)
    with module.locked(tmp_path):
        assert len(module.calls) == 3


def test_on_windows_waiting_has_an_end(windows_lock: Callable[..., ModuleType], tmp_path: Path) -> None:
    with pytest.raises(IgregError, match="another igreg has been writing"), windows_lock(busy=99).locked(tmp_path, 0.1):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="flock is of Unix")
def test_a_file_system_without_locks_lets_everybody_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(handle: int, how: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock.fcntl, "flock", flock)
    with lock.locked(tmp_path):
        pass


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(IgregError, match="nowhere cannot be opened"), lock.locked(tmp_path / "nowhere"):
        pass


def test_on_windows_folders_are_not_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str | Path, *rest: int) -> int:
        raise PermissionError(13, "a folder cannot be opened", str(path))

    monkeypatch.setattr(write, "os", FakeOs(name="nt", open=refuse))
    write.write_files({tmp_path / "a.yaml": b"a", tmp_path / "deep" / "b.yaml": b"b"})
    assert (tmp_path / "deep" / "b.yaml").read_bytes() == b"b"


def test_on_windows_a_file_that_is_open_elsewhere_is_told_and_all_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"old")
    second.write_bytes(b"old")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == "b.yaml":
            raise PermissionError(13, "The process cannot access the file", str(self), 32, str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(IgregError, match=r"b\.yaml cannot be written"):
        write.write_files({first: b"new", second: b"new"})
    assert (first.read_bytes(), second.read_bytes()) == (b"old", b"old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_a_journal_of_windows_has_slashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def relative(path: Path, folder: Path) -> str:
        return str(Path(path).relative_to(folder)).replace("/", "\\")

    monkeypatch.setattr(journal, "os", FakeOs(sep="\\", path=SimpleNamespace(relpath=relative)))
    part = tmp_path / "roles" / ".a.igreg-part"
    part.parent.mkdir()
    part.write_bytes(b"new")
    (row,) = json.loads(journal.noted(tmp_path / journal.NAME, [(part, part.with_name("a.yaml"), b"old")]))["files"]
    assert (row["temporary"], row["target"]) == ("roles/.a.igreg-part", "roles/a.yaml")


@pytest.mark.parametrize(("name", "program"), [("nt", "graphviz-pure.exe"), ("posix", "graphviz-pure")])
def test_the_engine_of_each_system(monkeypatch: pytest.MonkeyPatch, name: str, program: str) -> None:
    monkeypatch.setattr(layout_engine, "os", FakeOs(name=name))
    assert {place.name for place in layout_engine._places()} == {program}


def test_on_windows_no_window_opens_for_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def run(words: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        asked.update(options)
        return subprocess.CompletedProcess(words, 0, b'{"bb": "0,0,1,1"}', b"")

    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(subprocess, "run", run)
    layout_engine.LayoutEngine().layout("digraph {}")
    assert asked["creationflags"] == 0x08000000


def test_on_windows_files_are_read_as_bytes(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without O_BINARY the C library would end a file at a Ctrl-Z and change its line ends."""
    folder = write({"organisation.yaml": "name: Example\r\ntype: other\r\n", "roles/a.yaml": "- {id: a, title: A}\n"})
    before = read.read_sources(folder).texts
    opened: list[int] = []

    def watched(path: str, flags: int) -> int:
        opened.append(flags)
        return os.open(path, flags & ~0x8000)

    monkeypatch.setattr(os, "O_BINARY", 0x8000, raising=False)
    monkeypatch.delattr(os, "O_NONBLOCK", raising=False)
    monkeypatch.delattr(os, "O_CLOEXEC", raising=False)
    module = again(read)
    monkeypatch.setattr(module, "os", FakeOs(open=watched))
    assert module.read_sources(folder).texts == before
    assert set(opened) == {os.O_RDONLY | 0x8000}


@pytest.mark.parametrize("path", ["docs\\minutes.md", "docs/minutes.md"])
def test_a_document_may_be_named_as_windows_does(write: Write, path: str) -> None:
    folder = write({"organisation.yaml": "name: Example\ntype: other\n"})
    (folder.parent / "docs").mkdir()
    (folder.parent / "docs" / "minutes.md").write_text("x")
    assert read.read_sources(folder).has_document(path)
