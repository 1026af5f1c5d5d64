"""The layout engine: trusted by its exit code alone; missing, hanging or failing, it ends in a clear word."""

from __future__ import annotations

import os
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from igreg.errors import IgregError
from igreg.store import layout_engine
from igreg.store.layout_engine import SECONDS, LayoutEngine, find_engine

WHOLE = '{"bb": "0,0,1,1"}'
windows = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for an engine are scripts")


def layout(dot: str, program: str | None = None, seconds: float = SECONDS) -> dict[str, Any]:
    """Where an engine puts things."""
    return LayoutEngine(program, seconds).layout(dot)


def engine(folder: Path, body: str) -> str:
    """A program that does as the body says, to stand in for an engine."""
    path = folder / "fake-dot"
    path.write_text(f"#!{sys.executable} -IS\nimport sys, time, os\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_the_engine_that_comes_with_igreg_draws() -> None:
    found = layout("digraph { a -> b }")
    assert [thing["name"] for thing in found["objects"]] == ["a", "b"]
    assert all("pos" in thing for thing in (*found["objects"], *found["edges"]))
    assert Path(find_engine()).is_file()


def test_an_engine_that_is_not_there() -> None:
    with pytest.raises(IgregError, match="there is no layout engine 'no-such-dot'") as caught:
        layout("digraph {}", "no-such-dot")
    assert "leave out --engine" in caught.value.hint


@windows
@pytest.mark.parametrize(
    ("body", "word"),
    [
        pytest.param("time.sleep(60)", "had not finished after 0.5 seconds", id="hangs"),
        pytest.param(
            f"print({WHOLE!r}); print('bad label', file=sys.stderr); sys.exit(1)",
            "failed .1.: bad label",
            id="draws and fails all the same",
        ),
        pytest.param("os.kill(os.getpid(), 11)", "ended with signal 11", id="crashes"),
        pytest.param('print(\'{"bb": "0,0\')', "gave no whole drawing", id="half a drawing"),
        pytest.param("pass", "gave no whole drawing", id="nothing"),
        pytest.param("print('hello')", "gave no whole drawing", id="something else"),
    ],
)
def test_an_engine_that_fails(tmp_path: Path, body: str, word: str) -> None:
    with pytest.raises(IgregError, match=word) as caught:
        layout("digraph {}", engine(tmp_path, body), seconds=0.5 if "after" in word else 60)
    assert caught.value.hint


@windows
def test_an_engine_that_cannot_be_run(tmp_path: Path) -> None:
    path = tmp_path / "fake-dot"
    path.write_bytes(b"\x7fELF no program at all")
    path.chmod(0o755)
    with pytest.raises(IgregError, match=r"^the layout engine fake-dot cannot be run: Exec format error$"):
        layout("digraph {}", str(path))


def test_a_fault_in_the_dot_text_is_no_half_drawing() -> None:
    with pytest.raises(IgregError, match="failed"):
        layout("digraph { a [label=<<b>>] ")


@windows
@pytest.mark.parametrize(("size", "said"), [(100, None), (101, "gave a drawing of more than 200 MiB")])
def test_a_drawing_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, said: str | None) -> None:
    assert layout_engine._MOST == 200 << 20  # as it is said
    monkeypatch.setattr(layout_engine, "_MOST", 100)
    program = engine(tmp_path, f"print({WHOLE!r}.ljust({size - 1}))")
    if said is None:
        assert layout("digraph {}", program)["bb"] == "0,0,1,1"
        return
    with pytest.raises(IgregError, match=said):
        layout("digraph {}", program)


@windows
def test_warnings_are_not_why_an_engine_failed(tmp_path: Path) -> None:
    said = "print('Warning: a font\\nno memory\\nmore', file=sys.stderr); sys.exit(3)"
    with pytest.raises(IgregError) as told:
        layout("digraph {}", engine(tmp_path, said))
    assert told.value.sentence == "the layout engine fake-dot failed (3): no memory"
    assert told.value.hint.startswith("leave out --engine")


@windows
def test_what_an_engine_said_is_cut_and_may_be_a_warning_alone(tmp_path: Path) -> None:
    with pytest.raises(IgregError) as told:
        layout("digraph {}", engine(tmp_path, "print('Warning: ' + 'x' * 300, file=sys.stderr); sys.exit(1)"))
    assert told.value.sentence == f"the layout engine fake-dot failed (1): Warning: {'x' * 191}"


@windows
@pytest.mark.parametrize(("seconds", "said"), [(0.2, "after 0.2 seconds "), (1, "after 1 second ")])
def test_how_long_it_was_waited_for(tmp_path: Path, seconds: float, said: str) -> None:
    with pytest.raises(IgregError) as told:
        layout("digraph {}", engine(tmp_path, "time.sleep(60)"), seconds)
    assert said in told.value.sentence


def test_igregs_own_engine_is_mended_by_installing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(IgregError) as told:
        layout("no graph")
    assert told.value.hint.startswith("`python -m pip install --force-reinstall graphviz-pure`")
    monkeypatch.setattr(layout_engine, "_places", list)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(IgregError) as missing:
        find_engine()
    assert missing.value.sentence == "the layout engine graphviz-pure is not installed"
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert find_engine() == "/bin/graphviz-pure"
    assert find_engine("dot") == "/bin/dot"


def test_the_engine_stands_where_its_wheel_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed, *others = layout_engine._places()
    assert listed.is_file()
    assert {place.name for place in (listed, *others)} == {listed.name}
    monkeypatch.setattr(layout_engine, "_places", lambda: [tmp_path / "none", tmp_path, listed])
    assert find_engine() == str(listed)

    def gone(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.undo()
    monkeypatch.setattr(metadata, "files", gone)
    assert [place.name for place in layout_engine._places()] == [listed.name]


@windows
@pytest.mark.parametrize("given", ["{}", "[]", '["bb"]', "3", "", "no json"])
def test_what_is_no_whole_drawing(tmp_path: Path, given: str) -> None:
    with pytest.raises(IgregError, match="gave no whole drawing"):
        layout("digraph {}", engine(tmp_path, f"print({given!r})"))


@windows
def test_an_engine_that_ends_by_a_signal(tmp_path: Path) -> None:
    with pytest.raises(IgregError, match="fake-dot ended with signal 9"):
        layout("digraph {}", engine(tmp_path, "os.kill(os.getpid(), 9)"))
