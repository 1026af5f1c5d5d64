"""A file that somebody names: read whole, or why it is not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.given import read_given


@pytest.mark.parametrize("size", [0, 1, 1024])
def test_it_is_read_whole(size: int, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(b"x" * size)
    assert read_given(str(tmp_path / "export.csv"), most=1024) == b"x" * size


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        pytest.param("none.csv", "there is no file {}", "check its path", id="not there"),
        pytest.param("deep/none.csv", "there is no file {}", "check its path", id="nor its folder"),
        pytest.param("folder", "{} is a folder", "name the file itself", id="a folder"),
        pytest.param("a\0b", "{} cannot be read: ", "look at its permissions", id="no name"),
        pytest.param("large.csv", "{} has more than 2 MiB", "export a smaller part of it", id="a byte too large"),
    ],
)
def test_why_it_is_not_read(name: str, said: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "large.csv").write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    path = f"{tmp_path}/{name}"
    with pytest.raises(IgregError) as told:
        read_given(path, most=2 * 1024 * 1024)
    assert told.value.sentence.startswith(said.format(path))
    assert told.value.hint == hint


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_that_goes_round_is_told(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(IgregError, match="round cannot be read"):
        read_given(str(tmp_path / "round"))
