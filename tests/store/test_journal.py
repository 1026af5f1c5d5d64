"""What is brought to an end, what is swept, and when neither."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from igreg.store import journal
from igreg.store.journal import noted, recover, sweep


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def left_behind(folder: Path, *files: tuple[str | None, str | None, str | None]) -> Path:
    """A register as a killed writer leaves it: for each file what it held, what it holds, what its temporary holds.

    Each file was to become `new`.
    """
    rows = []
    for number, (before, now, temporary) in enumerate(files):
        for name, text in ((f"{number}.yaml", now), (f".{number}.igreg-part", temporary)):
            if text is not None:
                (folder / name).write_text(text)
        rows.append(
            {
                "temporary": f".{number}.igreg-part",
                "target": f"{number}.yaml",
                "before": None if before is None else _hash(before),
                "after": _hash("new"),
            }
        )
    (folder / journal.NAME).write_text(json.dumps({"version": 1, "files": rows}))
    return folder


DONE, WAITS = ("old", "new", None), ("old", "old", "new")


@pytest.mark.parametrize(
    ("files", "finished", "texts"),
    [
        pytest.param([DONE, WAITS], ["1.yaml"], ["new", "new"], id="one of two renamed"),
        pytest.param([WAITS, DONE, WAITS], ["0.yaml", "2.yaml"], ["new"] * 3, id="one of three"),
        pytest.param([WAITS, WAITS], [], ["old", "old"], id="none renamed"),
        pytest.param([DONE, DONE], [], ["new", "new"], id="all renamed"),
        pytest.param([DONE, ("old", "mine", "new")], [], ["new", "mine"], id="somebody changed the other"),
        pytest.param([DONE, ("old", "old", "half")], [], ["new", "old"], id="its temporary is not whole"),
        pytest.param([DONE, ("old", "old", None)], [], ["new", "old"], id="its temporary is gone"),
        pytest.param([DONE, (None, None, "new")], ["1.yaml"], ["new", "new"], id="a new file waits"),
        pytest.param([(None, "new", None), WAITS], ["1.yaml"], ["new", "new"], id="a new file is there"),
        pytest.param([("new", "new", None), WAITS], [], ["new", "old"], id="nothing tells that one was renamed"),
    ],
)
def test_what_is_finished(
    tmp_path: Path, files: list[tuple[str | None, str | None, str | None]], finished: list[str], texts: list[str]
) -> None:
    left_behind(tmp_path, *files)
    assert recover(tmp_path) == finished
    assert [(tmp_path / f"{number}.yaml").read_text() for number in range(len(files))] == texts
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_temporary_of_another_name_is_none_of_ours(tmp_path: Path) -> None:
    left_behind(tmp_path, DONE, WAITS)
    (tmp_path / "theirs").write_text("new")
    said = (tmp_path / journal.NAME).read_text().replace(".1.igreg-part", "theirs")
    (tmp_path / journal.NAME).write_text(said)
    assert recover(tmp_path) == []
    assert (tmp_path / "theirs").read_text() == "new"


def test_what_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".x.igreg-part").write_text("new")
    steps = [(tmp_path / "a" / ".x.igreg-part", tmp_path / "a" / "x.yaml", before) for before in (b"old", None)]
    whole = json.loads(noted(tmp_path / journal.NAME, steps))
    assert whole.keys() == {"version", "files"} and whole["version"] == 1
    rows = whole["files"]
    assert [row["before"] for row in rows] == [_hash("old"), None]
    assert {(row["temporary"], row["target"], row["after"]) for row in rows} == {
        ("a/.x.igreg-part", "a/x.yaml", _hash("new"))
    }


@pytest.mark.parametrize(("age", "stays"), [(99.0, True), (100.0, False), (101.0, False), (-50.0, True)])
def test_temporary_files_go_once_they_are_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: float, stays: bool
) -> None:
    for name in (".a.igreg-part", "a.igreg-part", ".a.yaml"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (10_000, 10_000))
    monkeypatch.setattr(journal.time, "time", lambda: 10_000 + age)
    sweep(tmp_path, 100.0)
    assert (tmp_path / ".a.igreg-part").exists() is stays
    assert (tmp_path / "a.igreg-part").exists()
    assert (tmp_path / ".a.yaml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    """Its own age counts: of one that leads nowhere, too."""
    (tmp_path / "mine.yaml").touch()
    for name, to in ((".a.igreg-part", "mine.yaml"), (".b.igreg-part", "nowhere")):
        (tmp_path / name).symlink_to(to)
    os.utime(tmp_path / "mine.yaml", (10_000_000_000, 10_000_000_000))
    sweep(tmp_path, 0.0)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]
