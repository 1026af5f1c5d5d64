"""The layout engine: trusted by its exit code alone; missing, hanging or failing, it ends in a clear word."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.layout_engine import find_engine, layout

WHOLE = '{"bb": "0,0,1,1"}'
windows = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for an engine are scripts")


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
