"""Several files of a register change together: killed, refused or at the same time as somebody else."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store import journal, lock
from igreg.store.change import change_files
from igreg.store.lock import locked
from igreg.store.write import write_files

unix = pytest.mark.skipif(os.name == "nt", reason="signals and links of Unix")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register of two files that belong together."""
    folder = tmp_path / "register"
    (folder / "roles").mkdir(parents=True)
    (folder / "staff.yaml").write_bytes(b"old")
    (folder / "roles" / "a.yaml").write_bytes(b"old")
    return folder


def both(register: Path) -> set[bytes]:
    return {(register / "staff.yaml").read_bytes(), (register / "roles" / "a.yaml").read_bytes()}


def parts(register: Path) -> list[Path]:
    return [path for path in register.rglob(".*") if path.is_file()]


CHANGE = {"register/staff.yaml": ("old", "new"), "register/roles/a.yaml": ("old", "new")}


def test_both_change_and_nothing_is_left_lying(register: Path) -> None:
    change_files(register, CHANGE)
    assert both(register) == {b"new"}
    assert parts(register) == []


def test_one_that_changed_meanwhile_leaves_both_alone(register: Path) -> None:
    (register / "roles" / "a.yaml").write_bytes(b"theirs")
    with pytest.raises(IgregError, match="somebody else"):
        change_files(register, CHANGE)
    assert both(register) == {b"old", b"theirs"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["none", "a mark"])
def test_a_mark_before_the_text_stays_as_it_is(register: Path, mark: bytes) -> None:
    (register / "staff.yaml").write_bytes(mark + b"old")
    change_files(register, CHANGE)
    assert both(register) == {mark + b"new", b"new"}
    (register / "staff.yaml").write_bytes(mark + b"theirs")
    with pytest.raises(IgregError, match=r"staff\.yaml was changed by somebody else meanwhile"):
        change_files(register, CHANGE)


def test_a_file_that_is_new_is_written_beside_the_others(register: Path) -> None:
    change_files(register, CHANGE | {"register/risks/2026.yaml": (None, "new")})
    assert both(register) == {b"new"}
    assert (register / "risks" / "2026.yaml").read_bytes() == b"new"
    assert parts(register) == []


def test_a_new_file_that_somebody_wrote_meanwhile_leaves_all_alone(register: Path) -> None:
    (register / "risks.yaml").write_bytes(b"theirs")
    with pytest.raises(IgregError, match="was written by somebody else meanwhile"):
        change_files(register, CHANGE | {"register/risks.yaml": (None, "new")})
    assert (register / "risks.yaml").read_bytes() == b"theirs"
    assert both(register) == {b"old"}


def test_one_that_is_gone_is_told(register: Path) -> None:
    (register / "roles" / "a.yaml").unlink()
    with pytest.raises(IgregError, match=r"register/roles/a\.yaml cannot be read any more"):
        change_files(register, CHANGE)


@pytest.mark.parametrize("broken", [1, 2])
def test_a_rename_that_fails_puts_all_back(register: Path, monkeypatch: pytest.MonkeyPatch, broken: int) -> None:
    real, calls = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal calls
        if Path(target).name != journal.NAME:
            calls += 1
            if calls == broken:
                raise OSError(5, "Input/output error", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(IgregError, match="Input/output error"):
        change_files(register, CHANGE)
    assert both(register) == {b"old"}
    assert parts(register) == []


def test_ctrl_c_between_two_renames_puts_all_back(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal calls
        if Path(target).name != journal.NAME:
            calls += 1
            if calls == 2:
                raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        change_files(register, CHANGE)
    assert both(register) == {b"old"}


KILL = """
import os, sys
from pathlib import Path
from igreg.store import change
real, calls = Path.replace, 0
def replace(self, target):
    global calls
    calls += 1
    if calls == {at}:
        os.kill(os.getpid(), 9)
    return real(self, target)
Path.replace = replace
change.change_files(Path(sys.argv[1]), {change!r})
"""


@unix
@pytest.mark.parametrize(
    ("at", "content"),
    [
        pytest.param(1, b"old", id="no journal yet"),
        pytest.param(2, b"old", id="before the first rename"),
        pytest.param(3, b"new", id="between the two"),
    ],
)
def test_the_next_writer_ends_what_a_kill_cut_off(register: Path, at: int, content: bytes) -> None:
    killed = subprocess.run([sys.executable, "-c", KILL.format(at=at, change=CHANGE), str(register)], check=False)
    assert killed.returncode == -signal.SIGKILL
    journal.recover(register)
    assert both(register) == {content}
    assert parts(register) == []


@unix
def test_what_somebody_changed_after_a_kill_stays(register: Path) -> None:
    subprocess.run([sys.executable, "-c", KILL.format(at=3, change=CHANGE), str(register)], check=False)
    (register / "roles" / "a.yaml").write_bytes(b"by hand")
    assert journal.recover(register) == []
    assert both(register) == {b"new", b"by hand"}
    assert parts(register) == []


@unix
def test_killed_at_any_moment(register: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from igreg.store.change import change_files\n"
        "names = ['register/staff.yaml', 'register/roles/a.yaml']; old = 'old'\n"
        "print('ready', flush=True)\n"
        "for n in range(10**9):\n"
        "    new = 'xy'[n % 2] * 50_000; change_files(Path(sys.argv[1]), {name: (old, new) for name in names}); old = new\n"
    )
    chance = random.Random(7)
    for _ in range(8):
        for name in ("staff.yaml", "roles/a.yaml"):
            (register / name).write_bytes(b"old")
        writer = subprocess.Popen([sys.executable, "-c", code, str(register)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.random() * 0.03)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        journal.recover(register)
        assert both(register) in ({b"old"}, {b"x" * 50_000}, {b"y" * 50_000})
        assert parts(register) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"[]",
        b'{"files": 3}',
        b'{"files": [{"temporary": "../x.igreg-part", "target": "../y", "before": null, "after": ""}]}',
    ],
    ids=["empty", "no JSON", "a list", "no rows", "names outside"],
)
def test_a_journal_of_others_does_nothing(register: Path, content: bytes) -> None:
    outside = register.parent / "x.igreg-part"
    outside.write_bytes(b"")
    (register / journal.NAME).write_bytes(content)
    assert journal.recover(register) == []
    assert both(register) == {b"old"}
    assert outside.exists()
    assert not (register.parent / "y").exists()
    assert parts(register) == []


@pytest.mark.parametrize("outside", ["target", "temporary"])
def test_a_journal_reaches_nothing_outside_the_register(register: Path, outside: str) -> None:
    """A sound row of something that was cut off, and one whose target or temporary stands outside."""
    theirs = register.parent / ("policy.yaml" if outside == "target" else "theirs.igreg-part")
    theirs.write_bytes(b"mine" if outside == "target" else b"evil")
    rows = [_row(register, "a.igreg-part", b"new", "staff.yaml", b"new", before=b"old")]
    target, temporary = ("../policy.yaml", "b.igreg-part") if outside == "target" else ("b.yaml", f"../{theirs.name}")
    (register / "b.igreg-part").write_bytes(b"evil")
    (register / "b.yaml").write_bytes(b"mine")
    rows.append({"temporary": temporary, "target": target, "before": _hash(b"mine"), "after": _hash(b"evil")})
    (register / journal.NAME).write_bytes(json.dumps({"files": rows}).encode())
    had = theirs.read_bytes()
    assert journal.recover(register) == []
    assert theirs.read_bytes() == had
    assert (register / "b.yaml").read_bytes() == b"mine"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _row(register: Path, part: str, holds: bytes, target: str, now: bytes, *, before: bytes) -> dict[str, str]:
    """A row of a journal, and the two files that it speaks of."""
    (register / part).write_bytes(holds)
    (register / target).write_bytes(now)
    return {"temporary": part, "target": target, "before": _hash(before), "after": _hash(holds)}


def test_one_writer_at_a_time(register: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with locked(register):
            order.append("second")

    with locked(register):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.2)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_waiting_has_an_end(register: Path) -> None:
    with locked(register), pytest.raises(IgregError, match="another igreg"), locked(register, seconds=0.1):
        pass
    assert lock.SECONDS > 1


@unix
def test_a_link_is_followed_and_stays(register: Path) -> None:
    link = register / "link.yaml"
    link.symlink_to(register / "staff.yaml")
    write_files({link: b"new"})
    assert link.is_symlink()
    assert (register / "staff.yaml").read_bytes() == b"new"


@unix
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(IgregError, match="ordinary file"):
        write_files({tmp_path / "pipe": b"new"})
    assert (tmp_path / "pipe").is_fifo()


@unix
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write to everything")
def test_a_file_that_may_only_be_read_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(IgregError, match="only be read"):
        write_files({target: b"new"})
    assert target.read_bytes() == b"old"
